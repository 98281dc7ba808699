"""The action: what it installs, what it accepts, and what a step and its reader get from it."""

import functools
import hashlib
import http.server
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import unittest
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "aws"))

from world import PLAIN, ROOT, TASKDEF, World, definition, ministack  # noqa: E402

SCRIPT = ROOT / "cli/package/github/action"
ACTION = (ROOT / "action.yml").read_text()
VERSION = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
ARCHIVE = "taskdef-x86_64-unknown-linux-musl.tar.gz"


class Step:
    """What a step of the action did."""

    def __init__(self, folder, done):
        self.folder = folder
        self.status = done.returncode
        self.log = done.stdout
        self.summary = (folder / "summary").read_text()
        self.path = (folder / "path").read_text().splitlines()
        lines = (folder / "output").read_text().splitlines()
        self.outputs = dict(line.split("=", 1) for line in lines)

    def __repr__(self):
        return f"exit {self.status}\n{self.log}\n--- summary\n{self.summary}"


class Actions(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def act(self, env=None, *, taskdef=TASKDEF, **inputs):
        """Starts the script as action.yml does; inputs are written with `_`."""
        for name in ("summary", "path", "output"):
            (self.folder / name).write_text("")
        given = {f"IN_{name}": value for name, value in inputs.items()}
        if taskdef:
            given["IN_taskdef"] = str(taskdef)
        done = subprocess.run(
            [SCRIPT],
            env=PLAIN | {
                "GITHUB_OUTPUT": str(self.folder / "output"),
                "GITHUB_PATH": str(self.folder / "path"),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary"),
                "RUNNER_TEMP": str(self.folder),
                "RUNNER_OS": "Linux",
                "RUNNER_ARCH": "X64",
                "IN_version": VERSION,
                "AWS_ENDPOINT_URL": ministack(),
            } | given | (env or {}),
            cwd=self.folder, stdin=subprocess.DEVNULL, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300,
        )
        return Step(self.folder, done)

    def file(self, content, name="taskdef.json"):
        path = self.folder / name
        path.write_text(content if isinstance(content, str) else json.dumps(content, indent=2))
        return str(path)


class Names(unittest.TestCase):
    """Every name that aws-actions knows is one here, and each input reaches the script."""

    def section(self, name):
        text = re.search(rf"^{name}:\n((?:[ #].*\n)+)", ACTION, re.M)[1]
        return re.findall(r"^  ([\w-]+):$", text, re.M)

    def test_those_of_aws_actions(self):
        known = [line.split() for line in (HERE / "aws-actions.txt").read_text().splitlines()
                 if not line.startswith("#")]
        self.assertGreaterEqual(len(known), 50)
        for kind, name in known:
            self.assertIn(name, self.section(kind + "s"))

    def test_each_input_is_given_to_the_script(self):
        inputs = set(self.section("inputs"))
        given = dict(re.findall(r"^        IN_(\w+): \$\{\{ inputs\.([\w-]+) \}\}$", ACTION, re.M))
        self.assertEqual(set(given.values()), inputs)
        for variable, name in given.items():
            self.assertEqual(variable, name.replace("-", "_"))
        script = SCRIPT.read_text()
        for name in inputs:
            self.assertRegex(script, rf"\b{re.escape(name)}\b")

    def test_each_output_is_set_by_the_script(self):
        script = SCRIPT.read_text()
        for name in set(self.section("outputs")) - {"codedeploy-deployment-id"}:
            self.assertIn(f"output {name} ", script)

    def test_the_release_is_that_of_the_project(self):
        default = re.search(r"^  version:\n.*\n.*\n    default: \"(.*)\"", ACTION, re.M)[1]
        self.assertEqual(default, VERSION)
        hooks = (ROOT / ".pre-commit-hooks.yaml").read_text()
        self.assertIn(f"additional_dependencies: [taskdef=={VERSION}]", hooks)

    def test_no_input_is_text_of_a_script(self):
        self.assertEqual(re.findall(r"^ +run: .*", ACTION, re.M), ["      run: '\"$GITHUB_ACTION_PATH/cli/package/github/action\"'"])


class Install(Actions):
    """Nothing runs whose checksum is not known."""

    def setUp(self):
        super().setUp()
        self.site = self.folder / "site"
        self.site.mkdir()
        with tarfile.open(self.site / ARCHIVE, "w:gz", compresslevel=1) as archive:
            archive.add(TASKDEF, "taskdef-x86_64-unknown-linux-musl/taskdef")
        self.sum = hashlib.sha256((self.site / ARCHIVE).read_bytes()).hexdigest()
        (self.site / "SHA256SUMS").write_text(f"{'0' * 64}  other.zip\n{self.sum}  {ARCHIVE}\n")

        class Quiet(http.server.SimpleHTTPRequestHandler):
            def log_message(self, *_):
                pass

        handler = functools.partial(Quiet, directory=self.site)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        self.url = f"http://127.0.0.1:{server.server_port}"

    def install(self, env=None, **inputs):
        return self.act(env, taskdef=None, mode="install", **{"url": self.url} | inputs)

    def gh(self, status):
        """A gh that says this about an attestation, and keeps what it was asked."""
        bin = self.folder / "bin"
        bin.mkdir(exist_ok=True)
        (bin / "gh").write_text(f'#!/bin/sh\necho "$@" >"{self.folder}/asked"\nexit {status}\n')
        (bin / "gh").chmod(0o755)
        return {"PATH": f"{bin}:{os.environ['PATH']}"}

    def test_by_checksum(self):
        step = self.install(sha256=self.sum.upper())
        self.assertEqual(step.status, 0, step)
        self.assertIn(f"taskdef {VERSION} ", step.log)
        [folder] = step.path
        self.assertTrue((Path(folder) / "taskdef").is_file())

    def test_by_the_lines_of_a_release(self):
        step = self.install(sha256=(self.site / "SHA256SUMS").read_text())
        self.assertEqual(step.status, 0, step)

    def test_another_file_is_not_run(self):
        for wrong in ["0" * 64, f"{'0' * 64}  {ARCHIVE}"]:
            step = self.install(sha256=wrong)
            self.assertEqual((step.status, step.path), (2, []), step)
            self.assertIn("is not the file that its checksum names", step.log)
            self.assertNotIn(f"taskdef {VERSION} ", step.log)

    def test_no_checksum_of_this_machine(self):
        step = self.install(sha256=f"{self.sum}  other.tar.gz")
        self.assertEqual((step.status, step.path), (2, []), step)
        self.assertIn("no checksum of", step.log)

    def test_without_a_checksum_the_list_is_attested(self):
        step = self.install(self.gh(0), repository="owner/taskdef")
        self.assertEqual(step.status, 0, step)
        asked = (self.folder / "asked").read_text()
        self.assertIn("attestation verify", asked)
        self.assertIn("--repo owner/taskdef --signer-workflow owner/taskdef/.github/workflows/release.yml", asked)
        self.assertIn(f"--source-ref refs/tags/v{VERSION} --deny-self-hosted-runners", asked)

    def test_a_list_that_is_not_attested(self):
        step = self.install(self.gh(1), repository="owner/taskdef")
        self.assertEqual((step.status, step.path), (2, []), step)
        step = self.install()
        self.assertEqual((step.status, step.path), (2, []), step)

    def test_the_repository_by_the_actions_folder(self):
        """Inside of another action, the context names that one."""
        for folder in ("/runner/_work/_actions/owner/taskdef/v1", r"D:\a\_actions\owner\taskdef\v1"):
            for repository in ("", "acme/wrapper"):
                step = self.install(self.gh(0) | {"GITHUB_ACTION_PATH": folder}, repository=repository)
                self.assertEqual(step.status, 0, step)
                self.assertIn("--repo owner/taskdef ", (self.folder / "asked").read_text())

    def test_another_version_is_not_run(self):
        step = self.install(sha256=self.sum, version="9.9.9")
        self.assertEqual((step.status, step.path), (2, []), step)
        self.assertIn("holds another version than 9.9.9", step.log)

    def test_a_folder_as_windows_names_it(self):
        (self.folder / r"D:\a\_temp").mkdir()
        step = self.install({"RUNNER_TEMP": str(self.folder / r"D:\a\_temp")}, sha256=self.sum)
        self.assertEqual(step.status, 0, step)

    def test_an_input_makes_no_command_of_a_log(self):
        step = self.install(sha256=self.sum, url="http://mirror.example.com\n::add-mask::MADE")
        self.assertEqual(step.status, 2, step)
        self.assertNotRegex(step.log, r"(?m)^::add-mask::")

    def test_never_the_latest(self):
        for version in ["latest", "", "v0.2.0", "0.2"]:
            step = self.install(sha256=self.sum, version=version)
            self.assertEqual((step.status, step.path), (2, []), step)

    def test_a_machine_without_a_release(self):
        step = self.install({"RUNNER_ARCH": "RISCV"}, sha256=self.sum)
        self.assertEqual(step.status, 2, step)

    def test_no_plain_http(self):
        step = self.install(sha256=self.sum, url="http://mirror.example.com")
        self.assertEqual(step.status, 2, step)
        self.assertIn("can't be had", step.log)


class Check(Actions):
    def test_findings_at_their_lines(self):
        faulty = self.file((ROOT / "tests/cmd/input/faulty.json").read_text())
        step = self.act({"GITHUB_WORKSPACE": str(self.folder)}, mode="check", task_definition=faulty)
        self.assertEqual(step.status, 4, step)
        self.assertRegex(step.log, r"::error file=.*taskdef\.json,line=5,col=3,title=unreadable-size::")
        sarif = json.loads(Path(step.outputs["sarif"]).read_text())
        self.assertEqual(sarif["version"], "2.1.0")
        self.assertIn("`unreadable-size`", step.summary)
        self.assertRegex(step.summary, r"### `batch`: \d+ error\(s\)")
        self.assertIn("| 5 | error |", step.summary)

    def test_a_clean_file(self):
        step = self.act(mode="check", task_definition=self.file(definition("clean")))
        self.assertEqual(step.status, 0, step)

    def test_strict(self):
        paste = self.file(definition("warned") | {"unheardOf": 1})
        self.assertEqual(self.act(mode="check", task_definition=paste).status, 0)
        self.assertEqual(self.act(mode="check", strict="true", task_definition=paste).status, 4)

    def test_what_is_no_definition(self):
        step = self.act(mode="check", task_definition=self.file("{"))
        self.assertEqual(step.status, 3, step)
        self.assertIn("not read", step.summary)

    def test_what_is_not_there(self):
        for path in ("missing.json", "-x.json"):
            step = self.act(mode="check", task_definition=path)
            self.assertEqual((step.status, step.outputs), (1, {}), step)
            self.assertRegex(step.log, rf"::error title=taskdef::.*{path}")
            self.assertIn("Nothing was done", step.summary)

    def test_the_file_with_its_edits(self):
        bare = definition("bare") | {"networkMode": "bridge"}
        bare["containerDefinitions"][0]["image"] = "<IMAGE1_NAME>"
        paste = self.file(bare)
        for mode in ("check", "render"):
            given = {"mode": mode, "strict": "true", "task_definition": paste}
            self.assertEqual(self.act(**given).status, 4)
            step = self.act(**given, image="registry.example.com/app:2", log_configuration_options="mode=blocking")
            self.assertNotIn("placeholder", step.log + step.summary)
        step = self.act(mode="check", task_definition=paste, image="app:2", container_name="web")
        self.assertEqual(step.status, 2, step)
        self.assertIn("::error title=taskdef::no container is named `web`", step.log)
        self.assertIn("Nothing was done", step.summary)

    def test_errors_come_first_in_the_summary(self):
        many = definition("many")
        [app] = many["containerDefinitions"]
        many["containerDefinitions"] = [app | {f"unheardOf{number}": 1 for number in range(60)}]
        many["memory"] = "512 MiB"
        step = self.act(mode="check", task_definition=self.file(many))
        self.assertEqual(step.status, 4, step)
        rows = [line for line in step.summary.splitlines() if re.match(r"\| \d", line)]
        self.assertEqual(len(rows), 50)
        self.assertIn("| error |", rows[0])
        self.assertIn("taskdef.json`", step.summary)

    def test_code_stays_code_in_the_summary(self):
        step = self.act(mode="check", task_definition=self.file((ROOT / "tests/cmd/input/faulty.json").read_text()))
        self.assertNotIn("\\`", step.summary)

    def test_sarif_only_of_what_is_in_the_repository(self):
        paste = self.file(definition("jobs"))
        inside = self.act({"GITHUB_WORKSPACE": str(self.folder)}, mode="check", task_definition=paste)
        self.assertIn("sarif", inside.outputs)
        outside = self.act({"GITHUB_WORKSPACE": "/elsewhere"}, mode="check", task_definition=paste)
        self.assertEqual((outside.status, "sarif" in outside.outputs), (0, False), outside)


class Render(Actions):
    def rendered(self, **inputs):
        step = self.act(**inputs)
        self.assertEqual(step.status, 0, step)
        return step, json.loads(Path(step.outputs["task-definition"]).read_text())

    def test_as_the_action_of_aws(self):
        paste = self.file({"taskDefinition": definition("jobs") | {"revision": 3}})
        secret = "arn:aws:ssm:eu-west-1:111122223333:parameter/token"
        step, result = self.rendered(
            task_definition=paste, container_name="app", image="registry.example.com/app:2",
            environment_variables="  STAGE=prod\n\nQUERY=a=b&c=HIDDEN-value\n", secrets=f"API={secret}",
            command="report --all", task_role_arn="arn:aws:iam::111122223333:role/task",
            execution_role_arn="arn:aws:iam::111122223333:role/execution",
            docker_labels="team=a=b\nempty=\n", log_configuration_log_driver="awslogs",
            log_configuration_options="awslogs-group=/jobs\nawslogs-region=eu-west-1\nawslogs-stream-prefix=jobs",
            env_files="arn:aws:s3:::settings/one.env\narn:aws:s3:::settings/two.env",
        )
        [app] = result["containerDefinitions"]
        self.assertEqual(app["dockerLabels"], {"team": "a=b", "empty": ""})
        self.assertEqual(app["logConfiguration"]["logDriver"], "awslogs")
        self.assertEqual(app["logConfiguration"]["options"]["awslogs-group"], "/jobs")
        self.assertEqual([one["value"] for one in app["environmentFiles"]],
                         ["arn:aws:s3:::settings/one.env", "arn:aws:s3:::settings/two.env"])
        self.assertNotIn("revision", result)
        self.assertEqual(app["image"], "registry.example.com/app:2")
        self.assertIn({"name": "QUERY", "value": "a=b&c=HIDDEN-value"}, app["environment"])
        self.assertEqual(app["secrets"], [{"name": "API", "valueFrom": secret}])
        self.assertEqual(app["command"], ["report", "--all"])
        self.assertNotIn("HIDDEN", step.log + step.summary)

    def test_a_registered_revision(self):
        world = World()
        world.register(world.name, pidMode="task")
        _, result = self.rendered(task_definition_family=world.name, container_name="app", image="app:9")
        self.assertEqual(result["containerDefinitions"][0]["image"], "app:9")

    def test_texts_are_no_code(self):
        awkward = f"app:$(touch {self.folder}/made)`touch {self.folder}/made`;'\"${{IFS}}"
        step = self.act(task_definition=self.file(definition("jobs")), image=awkward)
        self.assertFalse((self.folder / "made").exists(), step)

    def test_a_name_alone_takes_nothing_of_the_step(self):
        step = self.act(task_definition=self.file(definition("jobs")), environment_variables="PATH")
        self.assertEqual(step.status, 2, step)

    def test_a_container_that_is_not_there(self):
        step = self.act(task_definition=self.file(definition("jobs")), container_name="web", image="app:2")
        self.assertEqual(step.status, 2, step)


class Deploy(Actions):
    def test_registers_without_a_service(self):
        world = World()
        step = self.act(task_definition=self.file(definition(world.name)))
        self.assertEqual(step.status, 0, step)
        [arn] = world.revisions(world.name)
        self.assertEqual(step.outputs["task-definition-arn"], arn)
        self.assertIn(f"### `{world.name}`: – → `{world.name}:1`", step.summary)

    def test_updates_a_service_and_tells_what_changed(self):
        world = World()
        world.service("web", world.register(world.name))
        step = self.act(
            task_definition=self.file(definition(world.name) | {"memory": "1024"}), cluster=world.name,
            service="web", wait_for_service_stability="true", wait_for_minutes="1", max_retries="2",
        )
        self.assertEqual(step.status, 0, step)
        self.assertEqual(world.running("web"), step.outputs["task-definition-arn"])
        self.assertIn('| `memory` | `"512"` | `"1024"` |', step.summary)
        self.assertRegex(step.summary, rf"\| service `web` \| `{world.name}:1` \| deployed in \d+ s \|")
        self.assertNotIn("HIDDEN", step.log + step.summary)
        self.assertEqual(json.loads(Path(step.outputs["outcome"]).read_text())["status"], 0)

    def test_moves_a_rule_and_a_schedule(self):
        world = World()
        arn = world.register(world.name)
        cluster = world.cluster
        world.events.put_rule(Name=f"{world.name}-rule", ScheduleExpression="rate(1 day)")
        role = "arn:aws:iam::000000000000:role/starts"
        world.events.put_targets(Rule=f"{world.name}-rule", Targets=[
            {"Id": "1", "Arn": cluster, "RoleArn": role, "EcsParameters": {"TaskDefinitionArn": arn}}])
        world.scheduler.create_schedule(
            Name=f"{world.name}-schedule", ScheduleExpression="rate(1 day)", FlexibleTimeWindow={"Mode": "OFF"},
            Target={"Arn": cluster, "RoleArn": role, "EcsParameters": {"TaskDefinitionArn": arn}})
        step = self.act(
            task_definition=self.file(definition(world.name) | {"memory": "1024"}), cluster=world.name,
            rules=f"{world.name}-rule", schedules=f"{world.name}-schedule",
        )
        self.assertEqual(step.status, 0, step)
        now = world.scheduler.get_schedule(Name=f"{world.name}-schedule")
        new = step.outputs["task-definition-arn"]
        self.assertEqual(now["Target"]["EcsParameters"]["TaskDefinitionArn"], new)
        [target] = world.events.list_targets_by_rule(Rule=f"{world.name}-rule")["Targets"]
        self.assertEqual(target["EcsParameters"]["TaskDefinitionArn"], new)
        self.assertIn(f"| rule `{world.name}-rule` | `{world.name}:1` | moved |", step.summary)
        self.assertIn(f"| schedule `{world.name}-schedule` | `{world.name}:1` | moved |", step.summary)

    def test_a_dry_run_changes_nothing(self):
        world = World()
        world.service("web", world.register(world.name))
        step = self.act(
            task_definition=self.file(definition(world.name) | {"memory": "1024"}), cluster=world.name,
            service="web", dry_run="true",
        )
        self.assertEqual(step.status, 0, step)
        self.assertEqual(len(world.revisions(world.name)), 1)
        self.assertIn("Dry run", step.summary)
        self.assertNotIn("task-definition-arn", step.outputs)

    def test_errors_stop_it_before_aws(self):
        world = World()
        step = self.act(task_definition=self.file(definition(world.name) | {"memory": "512 MiB"}))
        self.assertEqual(step.status, 4, step)
        self.assertEqual(world.revisions(world.name), [])

    def test_a_refusal_is_an_annotation_and_in_the_summary(self):
        world = World()
        step = self.act(task_definition=self.file(definition(world.name)), cluster="not-there", service="web")
        self.assertNotEqual(step.status, 0, step)
        self.assertIn("::error title=taskdef::", step.log)
        self.assertIn("> **", step.summary)

    def test_what_is_neither_true_nor_false_is_refused(self):
        paste = self.file(definition("refused"))
        for name in ("dry_run", "strict", "as_is", "upload_sarif", "run_task", "force_new_deployment"):
            for value in ("yes", "1", "ture"):
                step = self.act(task_definition=paste, service="web", **{name: value})
                self.assertEqual(step.status, 2, step)
                self.assertIn(f"{name.replace('_', '-')} is true or false", step.log)

    def test_without_a_service_it_registers(self):
        for more in ({"run_task": "false"}, {"cluster": "not-there"}):
            world = World()
            step = self.act(task_definition=self.file(definition(world.name)), **more)
            self.assertEqual(step.status, 0, step)
            self.assertEqual(len(world.revisions(world.name)), 1)
            self.assertNotIn("run-task-arn", step.outputs)

    def test_a_dry_run_names_no_revision(self):
        world = World()
        world.service("web", world.register(world.name))
        again = self.file(definition(world.name))
        self.act(task_definition=again)
        step = self.act(task_definition=again, cluster=world.name, service="web", dry_run="TRUE")
        self.assertEqual(step.status, 0, step)
        self.assertNotIn("task-definition-arn", step.outputs)

    def test_numbers_are_decimal(self):
        """A zero before it makes no octal number of it, and none is half an hour, as there."""
        calls = self.folder / "calls"
        said = self.folder / "said"
        said.write_text(f'#!/bin/sh\necho "$@" >>"{calls}"\nexec "{TASKDEF}" "$@"\n')
        said.chmod(0o755)
        paste = self.file(definition("jobs"))
        for minutes, waits in [("08", "8m"), ("0", "30m"), ("", "30m"), ("9999", "360m")]:
            for how in ("wait_for_service_stability", "run_task"):
                calls.write_text("")
                self.act(taskdef=said, task_definition=paste, service="web", cluster="not-there",
                         wait_for_minutes=minutes, max_retries="08", **{how: "true"})
                self.assertRegex(calls.read_text(), rf"deploy .*--max-attempts 8 .*--timeout {waits} ")
        step = self.act(task_definition=paste, max_retries="soon")
        self.assertEqual(step.status, 2, step)
        self.assertIn("max-retries is a number", step.log)

    def test_what_has_no_counterpart_is_refused(self):
        paste = self.file(definition("refused"))
        for name in ("desired_count", "codedeploy_appspec", "propagate_tags", "run_task_subnets"):
            step = self.act(task_definition=paste, service="web", **{name: "1"})
            self.assertEqual(step.status, 2, step)
            self.assertIn(name.replace("_", "-"), step.log)


class Wheel(Actions):
    """A generated buildspec gets taskdef by pip, if its hash is that of the wheel."""

    def wheel(self):
        """A wheel as cli/package/build makes it: the bare program, and nothing else."""
        name = f"taskdef-{VERSION}"
        path = self.folder / f"{name}-py3-none-any.whl"
        info = f"{name}.dist-info"
        files = {
            f"{name}.data/scripts/taskdef": TASKDEF.read_bytes(),
            f"{info}/METADATA": f"Metadata-Version: 2.1\nName: taskdef\nVersion: {VERSION}\n".encode(),
            f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: false\nTag: py3-none-any\n",
        }
        files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"]).encode()
        with zipfile.ZipFile(path, "w", compresslevel=1) as archive:
            for file, content in files.items():
                entry = zipfile.ZipInfo(file)
                entry.external_attr = 0o100755 << 16
                archive.writestr(entry, content)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    def install(self, sum):
        paste = self.file(definition("wheels"))
        options = ["--style", "taskdef", "--taskdef-wheel-sha256", sum, "--format", "json", "--repository", "jobs"]
        spec = subprocess.run([TASKDEF, "generate", "buildspec", *options, paste], capture_output=True, text=True)
        self.assertEqual(spec.returncode, 0, spec.stderr)
        spec = json.loads(spec.stdout)
        commands = [each for each in spec["phases"]["install"]["commands"] if "TASKDEF" in each]
        self.assertEqual(len(commands), 4)
        env = PLAIN | spec["env"]["variables"] | {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(self.folder)}
        return subprocess.run(["sh", "-eu", "-c", "\n".join(commands)], env=env, capture_output=True, text=True)

    def test_by_its_hash(self):
        done = self.install(self.wheel())
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(f"taskdef {VERSION} ", done.stdout)

    def test_another_hash(self):
        self.wheel()
        done = self.install("0" * 64)
        self.assertNotEqual(done.returncode, 0)
        self.assertNotIn(f"taskdef {VERSION} ", done.stdout)


class Homebrew(unittest.TestCase):
    """The formula that a release writes from its checksums."""

    MACHINES = ["aarch64-apple-darwin", "x86_64-apple-darwin", "aarch64-unknown-linux-musl", "x86_64-unknown-linux-musl"]

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.sums = Path(folder.name) / "SHA256SUMS"
        self.made = Path(folder.name) / "taskdef.rb"

    def formula(self, machines, times=1):
        self.sums.write_text("".join(f"{number:064x}  taskdef-{name}.tar.gz\n" for number, name in enumerate(machines)))
        command = [ROOT / "cli/package/homebrew", self.sums, VERSION, "https://example.com/owner/taskdef"]
        return [subprocess.run(command, capture_output=True, text=True) for _ in range(times)][-1]

    def test_each_archive_has_its_checksum(self):
        done = self.formula(self.MACHINES)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = re.findall(r'/v(\S+)/taskdef-(\S+)\.tar\.gz"\n +sha256 "(\w+)"', self.made.read_text())
        self.assertEqual(found, [(VERSION, name, f"{number:064x}") for number, name in enumerate(self.MACHINES)])

    def test_it_has_one_itself(self):
        done = self.formula(self.MACHINES, times=2)
        self.assertEqual(done.returncode, 0, done.stderr)
        lines = self.sums.read_text().splitlines()
        self.assertEqual(len(lines), len(self.MACHINES) + 1)
        self.assertEqual(lines[-1], f"{hashlib.sha256(self.made.read_bytes()).hexdigest()}  taskdef.rb")

    def test_without_a_checksum_there_is_no_formula(self):
        done = self.formula(self.MACHINES[:-1])
        self.assertEqual((done.returncode, self.made.exists()), (1, False))


class Release(unittest.TestCase):
    """What release.yml publishes is what was built, and its steps ask for no more than they need."""

    WORKFLOW = (ROOT / ".github/workflows/release.yml").read_text()
    JOBS = dict(re.findall(r"^  ([\w-]+):\n((?:    .*\n|\n)+)", WORKFLOW.split("\njobs:\n")[1] + "\n", re.M))

    def test_nothing_is_published_before_all_is_attested(self):
        needs = {name: re.search(r"^    needs: (.*)", body, re.M) for name, body in self.JOBS.items()}
        needs = {name: found and found[1] for name, found in needs.items()}
        before = {"ready": None, "binary": "ready", "compile-crates": "ready", "package": "binary",
                  "attest": "[package, compile-crates]"}
        self.assertEqual({name: needs.pop(name) for name in before}, before)
        self.assertGreaterEqual(len(needs), 6)
        self.assertEqual(set(needs.values()), {"attest"})

    def test_no_code_by_others_beside_a_right_to_publish(self):
        """But what is pinned by its hash: actions, and what pip installs."""
        with_rights = {name: body for name, body in self.JOBS.items() if re.search(r"^      [\w-]+: write", body, re.M)}
        self.assertGreaterEqual(len(with_rights), 7)
        for name, body in with_rights.items():
            self.assertNotRegex(body, r"cargo |npm (ci|install|exec)|npx |pipx |uvx |package/build", name)
            self.assertEqual(body.count("pip install"), body.count("--require-hashes"), name)
            self.assertNotRegex(body, r"uses: (?!\S+@[0-9a-f]{40} )", name)
        wanted = (ROOT / ".github/release-requirements.txt").read_text()
        self.assertRegex(wanted, r"(?m)^uv==\S+ --hash=sha256:[0-9a-f]{64}$")

    def test_packages_are_told_where_they_are_from(self):
        self.assertIn("\n  REPOSITORY: ${{ github.server_url }}/${{ github.repository }}\n", self.WORKFLOW)
        for command in [r"build --rest", r"homebrew \S+ \S+", r"ready \S+", r"for-crates \S+"]:
            self.assertIn('"$REPOSITORY"', re.search(rf"cli/package/{command}(.*)", self.WORKFLOW)[1])

    def test_the_tag_may_use_each_environment(self):
        known = [line for line in (ROOT / "cli/package/RELEASE.md").read_text().splitlines() if "tag rule `v*`" in line]
        environments = set(re.findall(r"^    environment:(?: |\n      name: )(\S+)", self.WORKFLOW, re.M))
        self.assertEqual(environments, {"release", "github-pages"})
        for name in environments:
            self.assertTrue(any(f"`{name}`" in line for line in known), name)

    def test_each_folder_is_looked_through_for_new_versions(self):
        files = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
        settings = (ROOT / ".github/dependabot.yml").read_text().split("- package-ecosystem: ")[1:]
        listed = {one.split()[0]: set(re.findall(r"(?<![\w.])/[\w./-]*", one)) for one in settings}
        for ecosystem, pattern in [("pip", r"requirements\.txt$"), ("npm", r"(^|/)package-lock\.json$"),
                                   ("cargo", r"(^|/)Cargo\.lock$")]:
            there = {f"/{Path(file).parent}".removesuffix(".") for file in files if re.search(pattern, file)}
            self.assertEqual(listed[ecosystem], there)

    def test_a_binary_for_each_machine_that_the_action_knows(self):
        built = set(re.findall(r"- target: (\S+)", self.WORKFLOW))
        script = SCRIPT.read_text()
        wanted = set(re.findall(r"\) echo (\S+) ;;", script))
        self.assertEqual(built, wanted)


if __name__ == "__main__":
    unittest.main()
