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
# The families of a batch.
FAMILIES = ["first-job", "second-job", "third-job", "4th-job", "fifth-job"]
# Actions that stand behind a command of the CLI which is named otherwise.
BEHIND = {"services-stable": "DescribeServices", "tasks-stopped": "DescribeTasks", "cp": "GetObject"}


def buildspecs(shell, more=()):
    """Runs every case in a shell, against a ministack of its own; `more` are cases of another file."""
    with ministack_for_cli() as aws, tempfile.TemporaryDirectory() as folder:
        world = World(aws, Path(folder))
        world.prepare()
        failures = []
        for case in [*CASES, *more]:
            problems = case(world, shell)
            failures += [f"{case.__name__}: {problem}" for problem in problems or []]
        count = len(CASES) + len(more)
        return report(shell, count, "runs of a buildspec or a workflow ended as they should", failures)


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
        self.call("ecs", "create-cluster", f"--cluster-name={CLUSTER}")
        self.old = self.register()
        self.other = self.register("another-family")
        self.batch = {family: self.family(family) for family in FAMILIES}
        for service in SERVICES:
            self.serve(service, self.old)
        self.call("events", "create-event-bus", "--name", "jobs")
        self.call("events", "put-rule", "--name", "nightly", "--event-bus-name", "jobs",
                  "--event-pattern", '{"source":["x"]}')
        self.call("scheduler", "create-schedule-group", "--name", "jobs")
        self.reset()

    def family(self, family):
        """A folder of the repository with a family of one container, its first revision, a service and
        a schedule that starts that revision; gives its ARN."""
        folder = self.source / "jobs" / family
        folder.mkdir(parents=True)
        definition = json.loads((self.source / FILE).read_text()) | {"family": family}
        del definition["containerDefinitions"][1:]
        container = {"name": f"{family}-app", "image": f"{REPOSITORY}-{family}@sha256:{'0' * 64}"}
        definition["containerDefinitions"][0] |= container
        (folder / "taskdef-update.json").write_text(json.dumps(definition))
        shutil.copy(self.source / ".taskdef.toml", folder)
        reply = self.call("ecs", "register-task-definition", "--cli-input-json", json.dumps(definition))
        arn = reply["taskDefinition"]["taskDefinitionArn"]
        self.serve(f"{family}-service", arn)
        cluster = arn.split(":task-definition")[0] + f":cluster/{CLUSTER}"
        ecs = {"TaskDefinitionArn": arn, "TaskCount": 1}
        schedule = {
            "Name": f"{family}-nightly", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": {"Arn": cluster, "RoleArn": "arn:aws:iam::000000000000:role/starter", "EcsParameters": ecs},
        }
        self.call("scheduler", "create-schedule", "--cli-input-json", json.dumps(schedule))
        return arn

    def serve(self, service, arn):
        self.call(
            "ecs", "create-service", f"--cluster={CLUSTER}", f"--service-name={service}",
            "--task-definition", arn, "--desired-count", "1", "--launch-type", "FARGATE",
            "--network-configuration", "awsvpcConfiguration={subnets=[subnet-1],securityGroups=[sg-1]}",
        )

    def started(self, schedule):
        """The revision that a schedule starts."""
        answer = self.call("scheduler", "get-schedule", "--name", schedule)
        return answer["Target"]["EcsParameters"]["TaskDefinitionArn"]

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

    def run_batch(self, options, shell, **more):
        """Runs every build of a batch, those that others wait for first; by their ids."""
        spec = cloudformation(generate("buildspec", *options, paste=PASTE))
        (kind, nodes), = [(kind, nodes) for kind, nodes in spec["batch"].items() if kind != "fast-fail"]
        assert kind == ("build-graph" if "--one-image" in options else "build-list"), kind
        builds = {}
        for node in nodes:
            assert all(before in builds for before in node.get("depend-on", [])), node
            project = {"CLUSTER": CLUSTER} | node["env"].get("variables", {})
            project = {name: str(value) for name, value in project.items()}
            build = codebuild.run(spec, self.source, shell, self.base, project=project, **more)
            build.options = options
            builds[node["identifier"]] = build
        return builds

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
        plain = {
            each["Name"]: filled(each["Value"], cloudformation(template)["Parameters"])
            for each in variables["EnvironmentVariables"]
            if each["Name"] in ["REPOSITORY_URI", "ContainerName"]
        }
        assert len(plain) == 2, variables
        return plain | codebuild.variables({"env": {"parameter-store": names}}, self.base)

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
        for name in ["--taskdef-sha256", "--runtime"]:
            if name in options:
                index = options.index(name)
                options[index : index + 2] = []
        policy = json.loads(generate("policy", "--for", build.role, *options, paste=PASTE))
        allowed = set()
        for statement in policy["Statement"]:
            actions = statement["Action"]
            allowed |= set([actions] if isinstance(actions, str) else actions)
        for call in build.called("aws"):
            words = [word for word in call[1:] if not word.startswith("-")]
            if len(words) < 2:
                continue
            verb = words[2] if words[1] == "wait" else words[1]
            verb = {"get-login-password": "get-authorization-token"}.get(verb, verb)
            name = BEHIND.get(verb, "".join(part.title() for part in verb.split("-")))
            if f"{words[0]}:{name}" not in allowed:
                yield f"the policy lacks {words[0]}:{name}"


PSEUDO = {"AWS::AccountId": "111122223333", "AWS::Region": "ap-northeast-1", "AWS::URLSuffix": "amazonaws.com"}


def filled(value, parameters):
    """A value of a stack whose parameters have their defaults."""
    known = PSEUDO | {name: each.get("Default") for name, each in parameters.items()}
    if "Ref" in value:
        return known[value["Ref"]]
    return re.sub(r"\$\{([^}]*)\}", lambda found: known[found[1]], value["Fn::Sub"])


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server that does not tell of each request."""

    def log_message(self, *_):
        """Says nothing."""


def left(build, but=()):
    """What a build must leave, and what it must not."""
    if any("PWNED" in Path(file).name for file in build.files):
        yield "a name was run as a command"
    for pattern, files in build.artifacts.items():
        if not files and pattern not in but:
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
    options = ["--docker-hub", "--reports", "--service-variable"]
    build = world.build(options, shell, project=world.from_pipeline())
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
    build = world.build(["--builder", "none", "--no-wait", "--service-variable"], shell)
    yield from world.deployed(build)
    if build.called("docker"):
        yield f"called {build.called('docker')}"


def a_commit_that_was_pushed_before(world, shell):
    """Its image is used again, as with immutable tags it has to be."""
    build = world.build(["--service-variable"], shell, project={"FAKES_TAGS": "1"})
    yield from world.deployed(build)
    if build.called("docker", "push"):
        yield f"pushed {build.called('docker', 'push')}"
    asked, = build.called("aws", "ecr", "describe-images")
    if "--repository-name" not in asked or "team/awkward" not in asked or f"imageTag={PUSHED.split(':')[1]}" not in asked:
        yield f"asked {asked}"


MOVING = ["ecs update-service", "events put-targets", "scheduler update-schedule", "ecs describe-services"]


def moved(build):
    """The calls of a build that move something."""
    return [call for call in build.called("aws") if " ".join(call[1:3]) in MOVING]


def a_job_without_a_service(world, shell):
    """A scheduled job: it registers, and touches nothing else."""
    for options in [[], ["--style", "taskdef", "--taskdef-url", "tools/task def"]]:
        world.reset()
        # taskdef registers nothing that is there already.
        before = world.latest()["revision"] - len(options[:1])
        with world.tool() as checksum:
            project = {"TASKDEF_SHA256": checksum, "CLUSTER": "", "SERVICE": ""}
            build = world.build(["--builder", "docker", *options], shell, project=project)
        yield from world.deployed(build, services=[])
        if build.failed:
            continue
        if world.latest()["revision"] != before + 1:
            yield f"{options}: registered {world.latest()['revision']} after {before}"
        if moved(build) or build.called("aws", "events") or build.called("aws", "scheduler"):
            yield f"{options}: called {build.called('aws')}"
        said = build.output.strip().splitlines()[-2:]
        if "nothing that runs or names a revision has changed" not in said[0] or "--schedule" not in said[1]:
            yield f"{options}: ended with {said}"
        if world.served(SERVICES[0]) != world.old and world.served(SERVICES[0]) == world.latest()["taskDefinitionArn"]:
            yield f"{options}: moved a service"


def what_follows_the_latest_is_left_alone(world, shell):
    """A rule and a schedule that name no revision are not written."""
    world.reset()
    family = world.old.rsplit(":", 1)[0]
    following = [target for target in world.targets if target["Id"] == "following"]
    world.call("events", "remove-targets", "--rule", "nightly", "--event-bus-name", "jobs", "--ids", "pinned")
    schedule = json.loads(json.dumps(world.schedule))
    schedule["Target"]["EcsParameters"]["TaskDefinitionArn"] = family
    world.call("scheduler", "update-schedule", "--cli-input-json", json.dumps(schedule))
    build = world.build(["--rule", "jobs/nightly", "--schedule", "jobs/nightly", "--builder", "docker"], shell)
    yield from world.deployed(build, services=[])
    if moved(build):
        yield f"called {moved(build)}"
    answer = world.call("events", "list-targets-by-rule", "--rule", "nightly", "--event-bus-name", "jobs")
    if [each for each in answer["Targets"] if each["Id"] == "following"] != following:
        yield f"the target is {answer['Targets']}"
    world.reset()


BATCH = [
    "--builder", "docker", "--batch",
    "first-job,folder=jobs/first-job,service=first-job-service,schedule=first-job-nightly,"
    "second-job,folder=jobs/second-job,schedule=default/second-job-nightly,third-job,folder=jobs/third-job",
]


def batch(world, shell):
    """Families with services and schedules of their own; each gets its own and no other's."""
    for options in [BATCH, [*BATCH, "--style", "taskdef", "--taskdef-url", "tools/task def"]]:
        old = {family: world.latest(family)["taskDefinitionArn"] for family in FAMILIES}
        with world.tool() as checksum:
            builds = world.run_batch([*options, "--taskdef-sha256", checksum], shell)
        if list(builds) != ["first_job", "second_job", "third_job"]:
            yield f"builds {list(builds)}"
        for family, build in zip(FAMILIES, builds.values()):
            if build.failed:
                yield f"{family} failed in {build.failed}: {build.output[-1500:]}"
                continue
            yield from left(build)
            image = f"{REPOSITORY}-{family}:{codebuild.COMMIT[:7]}"
            if world.latest(family)["containerDefinitions"][0]["image"] != image:
                yield f"{family} has {world.latest(family)['containerDefinitions'][0]['image']}"
            if [call[2] for call in build.called("docker", "push")] != [image]:
                yield f"{family} pushed {build.called('docker', 'push')}"
            yield from world.unallowed(build)
        wanted = {family: world.latest(family)["taskDefinitionArn"] for family in FAMILIES}
        # taskdef registers nothing that is there already.
        if options is BATCH and any(wanted[family] == old[family] for family in FAMILIES[:3]):
            yield "registered nothing"
        if wanted["4th-job"] != old["4th-job"]:
            yield "registered a family that is not of the batch"
        services = {family: world.served(f"{family}-service") for family in FAMILIES}
        schedules = {family: world.started(f"{family}-nightly") for family in FAMILIES}
        for family in FAMILIES:
            moves = wanted[family] if family == "first-job" else world.batch[family]
            if services[family] != moves:
                yield f"{family}-service runs {services[family]}, not {moves}"
            moves = wanted[family] if family in ["first-job", "second-job"] else world.batch[family]
            if schedules[family] != moves:
                yield f"{family}-nightly starts {schedules[family]}, not {moves}"
        if moved(builds["third_job"]):
            yield f"third-job called {moved(builds['third_job'])}"
        if "Registered third-job: nothing else that runs or names" not in builds["third_job"].output:
            yield "third-job does not say that nothing was moved"


def a_service_that_is_not_there(world, shell):
    """The family goes on with what else it moves, and its build fails."""
    options = [
        "--builder", "docker", "--batch",
        "fifth-job,folder=jobs/fifth-job,service=nobody,service=fifth-job-service,schedule=fifth-job-nightly",
    ]
    build, = world.run_batch(options, shell).values()
    if not build.failed or "Not moved: nobody" not in build.output:
        yield f"passed: {build.output[-800:]}"
    if world.served("fifth-job-service") != world.latest("fifth-job")["taskDefinitionArn"]:
        yield "the other service was not moved"


def another_family_in_the_folder(world, shell):
    build, = world.run_batch(["--builder", "docker", "--batch", "first-job,folder=jobs/second-job"], shell).values()
    yield from untouched(build)
    if "is not of the family first-job" not in build.output:
        yield f"said {build.output}"


def one_image_for_five_families(world, shell):
    """It is built and pushed once, in a build of its own; each family registers it."""
    jobs = ",".join(f"{family},folder=jobs/{family}" for family in FAMILIES)
    options = ["--builder", "docker", "--one-image", "--batch", f"{jobs},schedule=fifth-job-nightly"]
    builds = world.run_batch(options, shell)
    image = builds.pop("image")
    if image.failed or image.called("aws", "ecs"):
        yield f"the image's build: {image.failed} {image.output[-800:]} {image.called('aws')}"
    if [call[:2] for call in image.called("docker")] != [["docker", verb] for verb in ["login", "build", "push"]]:
        yield f"the image's build called {image.called('docker')}"
    yield from left(image, but=["**/taskdef-registered.json"])
    for family, build in zip(FAMILIES, builds.values(), strict=True):
        if build.failed or build.called("docker"):
            yield f"{family}: {build.failed} {build.output[-800:]} {build.called('docker')}"
            continue
        yield from left(build)
        yield from world.unallowed(build)
        container, = world.latest(family)["containerDefinitions"]
        if container["image"] != PUSHED or container["name"] != f"{family}-app":
            yield f"{family} has {container['name']} with {container['image']}"
    if world.started("fifth-job-nightly") != world.latest("fifth-job")["taskDefinitionArn"]:
        yield "the schedule was not moved"
    failed = world.run_batch(options, shell, fail="docker")["image"]
    yield from untouched(failed)


def three_containers(world, shell):
    """The image goes into the container that is named, whichever place it has."""
    names = [each["name"] for each in json.loads((world.source / FILE).read_text())["containerDefinitions"]]
    whole = (world.source / FILE).read_text()
    definition = json.loads(whole)
    third = definition["containerDefinitions"][1] | {"name": "proxy", "image": f"{REPOSITORY}-proxy:7"}
    definition["containerDefinitions"].insert(0, third)
    (world.source / FILE).write_text(json.dumps(definition))
    try:
        build = world.build(["--builder", "docker", f"--container={names[0]}"], shell)
    finally:
        (world.source / FILE).write_text(whole)
    if build.failed:
        yield f"failed: {build.output[-800:]}"
    images = [each["image"] for each in world.latest()["containerDefinitions"]]
    committed = [each["image"] for each in definition["containerDefinitions"]]
    if images != [committed[0], PUSHED, committed[2]]:
        yield f"the images are {images}"


NETWORK = {"Subnets": ["subnet-1", "subnet-2"], "SecurityGroups": ["sg-1"], "AssignPublicIp": "DISABLED"}


def a_run_before_the_schedule_moves(world, shell):
    """The build shows what changed, without values, and runs the revision as the schedule does: only if
    that ends with 0 does the schedule start it."""
    for code in ["1", "0"]:
        world.reset()
        schedule = json.loads(json.dumps(world.schedule))
        overrides = {"containerOverrides": [{"name": "x", "command": ["it's", "$(touch PWNED)"]}]}
        schedule["Target"]["Input"] = json.dumps(overrides)
        schedule["Target"]["EcsParameters"] |= {
            "LaunchType": "FARGATE", "NetworkConfiguration": {"awsvpcConfiguration": NETWORK},
        }
        world.call("scheduler", "update-schedule", "--cli-input-json", json.dumps(schedule))
        world.schedule = schedule
        before = world.latest()
        options = ["--schedule", "jobs/nightly", "--builder", "docker", "--keep-latest", "--run"]
        whole = (world.source / FILE).read_text()
        definition = json.loads(whole) | {"cpu": "512", "memory": "2048"}
        added = {"name": "XXX_XXX_TEST_TEST", "value": "value of mine"}
        definition["containerDefinitions"][0]["environment"].append(added)
        if code == "0":
            (world.source / FILE).write_text(json.dumps(definition))
        try:
            build = world.build(options, shell, project={"FAKES_EXIT": code})
        finally:
            (world.source / FILE).write_text(whole)
        started, = build.called("aws", "ecs", "run-task")
        asked = json.loads(started[-1])
        revision = world.latest()["taskDefinitionArn"]
        wanted = {
            "cluster": CLUSTER, "taskDefinition": revision, "count": 1, "startedBy": "the build",
            "launchType": "FARGATE", "overrides": overrides,
            "networkConfiguration": {
                "awsvpcConfiguration": {
                    "subnets": NETWORK["Subnets"], "securityGroups": ["sg-1"], "assignPublicIp": "DISABLED",
                },
            },
        }
        if asked != wanted:
            yield f"ran {asked}"
        if f"Ran {revision}, CPU 512, memory 2048: STOPPED" not in build.output:
            yield f"said {build.output[-1500:]}"
        if code == "1":
            if not build.failed or moved(build):
                yield f"moved after a failed run: {moved(build)}"
            continue
        if build.failed:
            yield f"failed: {build.output[-1500:]}"
            continue
        lines = build.output.splitlines()
        name = definition["containerDefinitions"][0]["name"]
        for line in [f"~ cpu: {before['cpu']} -> 512", f"+ containerDefinitions.{name}.environment.{added['name']}.value"]:
            if line not in lines:
                yield f"the log lacks {line}: {build.output[-2500:]}"
        for each in definition["containerDefinitions"][0]["environment"]:
            if len(each["value"]) > 8 and each["value"] in build.output:
                yield f"the log has the value of {each['name']}"
        yield from world.unallowed(build)
        verbs = [call[2] for call in build.called("aws")]
        if verbs.index("update-schedule") < verbs.index("describe-tasks"):
            yield f"moved the schedule before the run: {verbs}"


def a_run_like_the_service_and_by_variables(world, shell):
    world.repoint_services()
    build = world.build(["--service-variable", "--builder", "docker", "--run"], shell, project={"FAKES_EXIT": "0"})
    yield from world.deployed(build)
    asked = json.loads(build.called("aws", "ecs", "run-task")[0][-1]) if not build.failed else {}
    network = asked.get("networkConfiguration", {}).get("awsvpcConfiguration", {})
    if network.get("subnets") != ["subnet-1"] or network.get("securityGroups") != ["sg-1"]:
        yield f"ran {asked}"
    project = {"FAKES_EXIT": "0", "SUBNETS": "subnet-1,subnet-2", "SECURITY_GROUPS": "sg-1"}
    build = world.build(["--builder", "docker", "--run"], shell, project=project)
    yield from world.deployed(build, services=[])
    asked = json.loads(build.called("aws", "ecs", "run-task")[0][-1]) if not build.failed else {}
    if "networkConfiguration" in asked:
        network = asked["networkConfiguration"]["awsvpcConfiguration"]
        if network["subnets"] != ["subnet-1", "subnet-2"]:
            yield f"ran {asked}"


def a_failed_build_deploys_nothing(world, shell):
    for abort in [True, False]:
        for fail in ["mvn", "docker"]:
            yield from untouched(world.build([], shell, fail=fail, abort=abort))


def a_failed_test_deploys_nothing(world, shell):
    yield from untouched(world.build(["--builder", "node", "--reports"], shell, fail="npm", abort=False))


def a_variable_that_is_not_set(world, shell):
    build = world.build(["--service-variable"], shell, project={"SERVICE": "", "CLUSTER": ""})
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
        options = ["--style", "taskdef", "--service-variable", "--taskdef-url", url]
        build = world.build(options, shell, project={"TASKDEF_SHA256": checksum})
    yield from world.deployed(build)


def by_taskdef_over_https(world, shell):
    with world.tool() as checksum, world.https() as (url, authority):
        project = {"TASKDEF_URL": url, "TASKDEF_SHA256": checksum, "CURL_CA_BUNDLE": authority}
        build = world.build(["--style", "taskdef", "--service-variable"], shell, project=project)
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
    a_commit_that_was_pushed_before,
    a_job_without_a_service,
    what_follows_the_latest_is_left_alone,
    batch,
    a_service_that_is_not_there,
    another_family_in_the_folder,
    one_image_for_five_families,
    three_containers,
    a_run_before_the_schedule_moves,
    a_run_like_the_service_and_by_variables,
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
