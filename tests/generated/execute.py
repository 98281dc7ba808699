"""The buildspecs, run.

Each case is run in every shell, on a folder as its repository would be, against services, rules and
schedules of ministack. The awkward paste has a container's name and an environment value with about
everything that a shell or YAML reads.
"""

import functools
import hashlib
import http.server
import json
import re
import shutil
import ssl
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import codebuild
from groups import report
from lint import cloudformation
from make import generate
from project import PLAIN, TASKDEF
from servers import AWS, ministack_for_cli
from stack import call

HERE = Path(__file__).parent
PASTE = HERE / "awkward/paste.json"
FAMILY = "awkward-job"
REPOSITORY = "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/team/awkward"
PUSHED = f"{REPOSITORY}:{codebuild.COMMIT[:7]}"
CLUSTER = "jobs it's $(touch PWNED)*"
SERVICES = ["work er", "$(touch PWNED)"]
FILE = "task def's $x*.json"
# Actions that stand behind a command of the CLI which is named otherwise.
BEHIND = {"wait": "DescribeServices", "cp": "GetObject"}


def buildspecs(shell):
    """Runs every case in a shell, against a ministack of its own."""
    with ministack_for_cli() as aws, tempfile.TemporaryDirectory() as folder:
        world = World(aws, Path(folder))
        world.prepare()
        failures = []
        for case in CASES:
            problems = case(world, shell)
            failures += [f"{case.__name__}: {problem}" for problem in problems or []]
        return report(shell, len(CASES), "runs of a buildspec ended as they should", failures)


class World:
    """What is deployed to, and the repository that is built."""

    def __init__(self, aws, folder):
        self.aws = aws
        self.base = codebuild.base(aws, AWS)
        self.source = folder / "repository"
        self.folder = folder

    def call(self, *arguments):
        return call(self.aws, *arguments)

    def prepare(self):
        """The repository with its file, the cluster, its services, and what starts tasks."""
        self.source.mkdir()
        done = subprocess.run(
            [
                TASKDEF, "convert", PASTE, "-o", self.source / FILE, "--report", "none",
                "--ignore", "execution-role-missing", "--ignore", "invalid-name",
            ],
            stdin=subprocess.DEVNULL, env=PLAIN,
        )
        assert done.returncode == 0
        # ECS would refuse the awkward names; ministack takes them.
        accepted = 'ignore = ["execution-role-missing", "invalid-name", "placeholder"]\n'
        (self.source / ".taskdef.toml").write_text(accepted)
        for family in ["first-job", "second-job"]:
            (self.source / family).mkdir()
            definition = json.loads((self.source / FILE).read_text()) | {"family": family}
            definition["containerDefinitions"][0]["image"] = f"{REPOSITORY}-{family}@sha256:{'0' * 64}"
            (self.source / family / "taskdef-update.json").write_text(json.dumps(definition))
        self.call("ecs", "create-cluster", f"--cluster-name={CLUSTER}")
        self.old = self.register()
        self.other = self.register("another-family")
        for service in SERVICES:
            self.call(
                "ecs", "create-service", f"--cluster={CLUSTER}", f"--service-name={service}",
                "--task-definition", self.old, "--desired-count", "1", "--launch-type", "FARGATE",
                "--network-configuration", "awsvpcConfiguration={subnets=[subnet-1],securityGroups=[sg-1]}",
            )
        self.call("events", "create-event-bus", "--name", "jobs")
        self.call("events", "put-rule", "--name", "nightly", "--event-bus-name", "jobs",
                  "--event-pattern", '{"source":["x"]}')
        self.call("scheduler", "create-schedule-group", "--name", "jobs")
        self.reset()

    def register(self, family=FAMILY):
        definition = json.loads((self.source / FILE).read_text()) | {"family": family}
        reply = self.call("ecs", "register-task-definition", "--cli-input-json", json.dumps(definition))
        return reply["taskDefinition"]["taskDefinitionArn"]

    def repoint_services(self):
        """The services run the old revision again."""
        for service in SERVICES:
            self.call("ecs", "update-service", f"--cluster={CLUSTER}", f"--service={service}",
                      "--task-definition", self.old)

    def reset(self):
        """The rule and the schedule as they were before a build."""
        cluster = self.old.split(":task-definition")[0] + f":cluster/{CLUSTER}"
        role = "arn:aws:iam::000000000000:role/starter"

        def target(identity, arn):
            ecs = {"TaskDefinitionArn": arn, "TaskCount": 2, "LaunchType": "FARGATE"}
            return {"Id": identity, "Arn": cluster, "RoleArn": role, "Input": '{"a": "b c"}', "EcsParameters": ecs}

        self.targets = [
            target("pinned", self.old),
            target("following", self.old.rsplit(":", 1)[0]),
            target("other", self.other),
        ]
        put = {"Rule": "nightly", "EventBusName": "jobs", "Targets": self.targets}
        self.call("events", "put-targets", "--cli-input-json", json.dumps(put))
        self.schedule = {
            "Name": "nightly", "GroupName": "jobs", "ScheduleExpression": "cron(0 3 * * ? *)",
            "ScheduleExpressionTimezone": "Asia/Tokyo", "Description": "it's \"nightly\"",
            "FlexibleTimeWindow": {"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 7},
            "StartDate": "2020-01-01T00:00:00Z", "State": "DISABLED",
            "Target": {"Arn": cluster, "RoleArn": role, "Input": "{}",
                       "RetryPolicy": {"MaximumRetryAttempts": 3},
                       "EcsParameters": {"TaskDefinitionArn": self.old, "TaskCount": 2}},
        }
        for verb in ["update-schedule", "create-schedule"]:
            done = subprocess.run(
                [AWS, "scheduler", verb, "--cli-input-json", json.dumps(self.schedule)],
                stdin=subprocess.DEVNULL, capture_output=True, env=self.aws, timeout=60,
            )
            if done.returncode == 0:
                return
        raise SystemExit(f"the schedule can't be made: {done.stderr.decode()}")

    def build(self, options, shell, file=FILE, **more):
        """Generates a buildspec, reads it as CodeBuild does, and runs it."""
        arguments = [*options, "--taskdef-file", file] if file else options
        spec = cloudformation(generate("buildspec", *arguments, paste=PASTE))
        more["project"] = {"CLUSTER": CLUSTER, "SERVICE": SERVICES[0]} | more.get("project", {})
        build = codebuild.run(spec, self.source, shell, self.base, **more)
        build.options = options
        return build

    def from_pipeline(self):
        """The variables of a project that the pipeline's stack would make, from Parameter Store, where
        the commands in the template's head put them."""
        template = generate("pipeline", "--docker-hub", paste=PASTE)
        commands = re.findall(r"^#   (.*put-parameter.*)$", template, re.MULTILINE)
        environment = self.base | {"PATH": f"{Path(AWS).parent}:/usr/bin:/bin"}
        for command in commands:
            command = command.replace("--value=VALUE", "--overwrite --value='hub user'")
            command = command.replace("put-parameter --type", "put-parameter --overwrite --type")
            subprocess.run(
                ["bash", "-euc", command.replace("--overwrite --overwrite", "--overwrite")],
                input=b"hub $token'\n", stdout=subprocess.DEVNULL, env=environment, check=True, timeout=60,
            )
        variables = cloudformation(template)["Resources"]["CodeBuildProject"]["Properties"]["Environment"]
        names = {
            each["Name"]: each["Value"]["Fn::Sub"].replace("${ParameterPath}", f"/CodeBuild/{FAMILY}")
            for each in variables["EnvironmentVariables"]
            if each["Type"] == "PARAMETER_STORE"
        }
        return codebuild.variables({"env": {"parameter-store": names}}, self.base)

    # Where a build takes taskdef from.

    @contextmanager
    def tool(self):
        """Puts taskdef into the repository while a build needs it; gives its checksum."""
        file = self.source / "tools/task def"
        file.parent.mkdir(exist_ok=True)
        shutil.copyfile(TASKDEF, file)
        try:
            with file.open("rb") as opened:
                yield hashlib.file_digest(opened, "sha256").hexdigest()
        finally:
            file.unlink()

    def upload(self, url):
        """Puts taskdef into a bucket."""
        bucket = url.split("/")[2]
        subprocess.run([AWS, "s3", "mb", f"s3://{bucket}"], env=self.aws, capture_output=True)
        command = [AWS, "s3", "cp", "--only-show-errors", TASKDEF, url]
        subprocess.run(command, env=self.aws, check=True, stdin=subprocess.DEVNULL)

    @contextmanager
    def https(self):
        """Serves taskdef over TLS; gives its address and the certificate to trust."""
        certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
            check=True, capture_output=True,
        )
        handler = functools.partial(Quiet, directory=str(self.source / "tools"))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"https://localhost:{server.server_port}/task%20def", str(certificate)
        finally:
            server.shutdown()
            server.server_close()

    # What must be so afterwards.

    def served(self, service):
        answer = self.call("ecs", "describe-services", f"--cluster={CLUSTER}", f"--services={service}")
        return answer["services"][0]["taskDefinition"]

    def latest(self, family=FAMILY):
        answer = self.call("ecs", "describe-task-definition", "--task-definition", family)
        return answer["taskDefinition"]

    def deployed(self, build, image=PUSHED, services=SERVICES[:1]):
        """Whether the build passed and the services run what was built."""
        if build.failed:
            yield f"failed in {build.failed}: {build.output[-1500:]}"
            return
        latest = self.latest()
        for service in services:
            if self.served(service) != latest["taskDefinitionArn"]:
                yield f"{service} runs {self.served(service)}, not {latest['taskDefinitionArn']}"
        if latest["taskDefinitionArn"] == self.old:
            yield "nothing was registered"
        committed = json.loads((self.source / FILE).read_text())
        container, router = latest["containerDefinitions"]
        if container["image"] != image:
            yield f"the image is {container['image']}, not {image}"
        if container["environment"] != committed["containerDefinitions"][0]["environment"]:
            yield f"the environment is {container['environment']}"
        if container["name"] != committed["containerDefinitions"][0]["name"]:
            yield f"the container is {container['name']}"
        if router["image"] != committed["containerDefinitions"][1]["image"]:
            yield f"the other container's image is {router['image']}"
        yield from left(build)
        yield from self.unallowed(build)

    def repointed(self, drops_past_start=False):
        """Whether the rule and the schedule start the new revision, and are else as they were."""
        latest = self.latest()["taskDefinitionArn"]
        answer = self.call("events", "list-targets-by-rule", "--rule", "nightly", "--event-bus-name", "jobs")
        got = {target["Id"]: target for target in answer["Targets"]}
        for target in self.targets:
            wanted = json.loads(json.dumps(target))
            if target["Id"] == "pinned":
                wanted["EcsParameters"]["TaskDefinitionArn"] = latest
            if got.get(target["Id"]) != wanted:
                yield f"the target {target['Id']} is {got.get(target['Id'])}"
        got = self.call("scheduler", "get-schedule", "--name", "nightly", "--group-name", "jobs")
        wanted = json.loads(json.dumps(self.schedule))
        wanted["Target"]["EcsParameters"]["TaskDefinitionArn"] = latest
        del wanted["StartDate"]  # the two styles treat one in the past each in its own way
        for key, value in wanted.items():
            if got.get(key) != value:
                yield f"the schedule's {key} is {got.get(key)}, not {value}"
        if drops_past_start and got.get("StartDate"):
            yield f"the schedule still starts at {got['StartDate']}"

    def unallowed(self, build):
        """What the build calls that the policy for the same options does not allow."""
        options = [each for each in build.options if each not in ("--keep-latest", "--no-wait")]
        for index in [i for i, each in enumerate(options) if each in ("--taskdef-sha256", "--runtime")]:
            options[index : index + 2] = []
        policy = json.loads(generate("policy", *options, paste=PASTE))
        allowed = set()
        for statement in policy["Statement"]:
            actions = statement["Action"]
            allowed |= set([actions] if isinstance(actions, str) else actions)
        for call in build.called("aws"):
            words = [word for word in call[1:] if not word.startswith("-")]
            if len(words) < 2:
                continue
            verb = {"get-login-password": "get-authorization-token"}.get(words[1], words[1])
            name = BEHIND.get(verb, "".join(part.title() for part in verb.split("-")))
            if f"{words[0]}:{name}" not in allowed:
                yield f"the policy lacks {words[0]}:{name}"


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that does not tell of each request."""

    def log_message(self, *_):
        """Says nothing."""


def left(build):
    """What a build must leave, and what it must not."""
    if any("PWNED" in Path(file).name for file in build.files):
        yield "a name was run as a command"
    for pattern, files in build.artifacts.items():
        if not files:
            yield f"the artifact {pattern} is missing"


def untouched(build, what="ecs"):
    """A build that failed, and called nothing that deploys."""
    if not build.failed:
        yield "passed"
    deploys = [
        call for call in build.calls
        if call[0] == "aws" and call[1] in ("ecs", "events", "scheduler") or call[:2] == ["docker", "push"]
    ]
    if deploys:
        yield f"called {deploys}"


# --- the cases ---


def the_articles_way(world, shell):
    """One service; the project's variables as the pipeline sets them."""
    build = world.build(["--docker-hub", "--reports"], shell, project=world.from_pipeline())
    yield from world.deployed(build)
    logins = build.called("docker", "login")
    if [login[3] for login in logins] != ["hub user", "AWS"]:
        yield f"logged in as {logins}"
    if build.called("docker", "push") != [["docker", "push", PUSHED]]:
        yield f"pushed {build.called('docker', 'push')}"
    if len(build.called("mvn")) != 1 or "-Dmaven.test.skip=true" in build.called("mvn")[0]:
        yield f"built by {build.called('mvn')}"
    detail = json.loads(build.artifacts["imageDetail.json"][0]) if not build.failed else {}
    if detail.get("ImageURI") != PUSHED:
        yield f"imageDetail.json says {detail}"


def two_services_and_latest(world, shell):
    cluster = ["--cluster", CLUSTER]
    options = [*cluster, *(f"--service={each}" for each in SERVICES), "--keep-latest", "--builder", "gradle"]
    build = world.build(options, shell)
    yield from world.deployed(build, image=f"{REPOSITORY}:latest", services=SERVICES)
    if [call[2] for call in build.called("docker", "push")] != [PUSHED, f"{REPOSITORY}:latest"]:
        yield f"pushed {build.called('docker', 'push')}"


def rule_and_schedule(world, shell):
    world.reset()
    build = world.build(["--rule", "jobs/nightly", "--schedule", "jobs/nightly", "--builder", "node"], shell)
    yield from world.deployed(build, services=[])
    if not build.failed:
        yield from world.repointed(drops_past_start=True)


def only_what_was_built_before(world, shell):
    build = world.build(["--builder", "none", "--no-wait"], shell)
    yield from world.deployed(build)
    if build.called("docker"):
        yield f"called {build.called('docker')}"


def batch(world, shell):
    families = ["first-job", "second-job"]
    options = ["--batch", ",".join(families), "--builder", "docker"]
    for family in families:
        build = world.build(options, shell, file=None, project={"FAMILY": family})
        if build.failed:
            yield f"{family} failed in {build.failed}: {build.output[-800:]}"
            continue
        image = f"{REPOSITORY}-{family}:{codebuild.COMMIT[:7]}"
        if world.latest(family)["containerDefinitions"][0]["image"] != image:
            yield f"{family} has {world.latest(family)['containerDefinitions'][0]['image']}"
        yield from left(build)
    # What comes after finds the services as they were.
    world.repoint_services()


def a_failed_build_deploys_nothing(world, shell):
    for abort in [True, False]:
        for fail in ["mvn", "docker"]:
            yield from untouched(world.build([], shell, fail=fail, abort=abort))


def a_failed_test_deploys_nothing(world, shell):
    yield from untouched(world.build(["--builder", "node", "--reports"], shell, fail="npm", abort=False))


def a_variable_that_is_not_set(world, shell):
    build = world.build([], shell, project={"SERVICE": "", "CLUSTER": ""})
    yield from untouched(build)
    if "CLUSTER" not in build.output or build.called("docker"):
        yield f"said {build.output}"


def a_container_that_is_not_there(world, shell):
    build = world.build([], shell, project={"ContainerName": "nobody"})
    if not build.failed or build.called("aws", "ecs", "register-task-definition"):
        yield f"registered: {build.output}"


def a_rule_of_another_family(world, shell):
    world.call("events", "remove-targets", "--rule", "nightly", "--event-bus-name", "jobs",
               "--ids", "pinned", "following")
    build = world.build(["--rule", "jobs/nightly"], shell)
    if not build.failed or build.called("aws", "events", "put-targets"):
        yield "put targets back that are not of the family"
    world.reset()


# --- the cases of --style taskdef ---


def by_taskdef_from_the_repository(world, shell):
    world.reset()
    options = ["--style", "taskdef", "--rule", "jobs/nightly", "--schedule", "jobs/nightly", "--service", SERVICES[0]]
    with world.tool() as checksum:
        build = world.build([*options, "--taskdef-url", "tools/task def", "--taskdef-sha256", checksum], shell)
    yield from world.deployed(build)
    if not build.failed:
        yield from world.repointed()


def by_taskdef_from_s3(world, shell):
    url = "s3://tools/0.1.0/taskdef"
    with world.tool() as checksum:
        world.upload(url)
        build = world.build(["--style", "taskdef", "--taskdef-url", url], shell, project={"TASKDEF_SHA256": checksum})
    yield from world.deployed(build)


def by_taskdef_over_https(world, shell):
    with world.tool() as checksum, world.https() as (url, authority):
        project = {"TASKDEF_URL": url, "TASKDEF_SHA256": checksum, "CURL_CA_BUNDLE": authority}
        build = world.build(["--style", "taskdef"], shell, project=project)
    yield from world.deployed(build)


def another_file_than_was_meant(world, shell):
    with world.tool() as checksum:
        for wrong in ["0" * 64, "", checksum[:-1], "none"]:
            project = {"TASKDEF_URL": "tools/task def", "TASKDEF_SHA256": wrong}
            build = world.build(["--style", "taskdef"], shell, project=project)
            yield from untouched(build)
            if "taskdef 0." in build.output:
                yield "ran what was not verified"
        for url in ["http://127.0.0.1:1/taskdef", "ftp://x/y", "nowhere", ""]:
            project = {"TASKDEF_URL": url, "TASKDEF_SHA256": checksum}
            yield from untouched(world.build(["--style", "taskdef"], shell, project=project))


CASES = [
    the_articles_way,
    two_services_and_latest,
    rule_and_schedule,
    only_what_was_built_before,
    batch,
    a_failed_build_deploys_nothing,
    a_failed_test_deploys_nothing,
    a_variable_that_is_not_set,
    a_container_that_is_not_there,
    a_rule_of_another_family,
    by_taskdef_from_the_repository,
    by_taskdef_from_s3,
    by_taskdef_over_https,
    another_file_than_was_meant,
]
