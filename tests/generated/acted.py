"""The workflow, run: the cases that `execute.py` runs beside its own, in the same world."""

import github
from execute import CLUSTER, FILE, PASTE, PUSHED, REPOSITORY, SERVICES, untouched
from lint import cloudformation
from make import generate

ROLE = "arn:aws:iam::111122223333:role/deploy"
VARIABLES = {"AWS_ROLE_ARN": ROLE, "CLUSTER": CLUSTER, "SERVICE": SERVICES[0]}


def act(world, options, shell, file=FILE, variables=None, **more):
    """Generates a workflow, reads it as GitHub does, and runs its job."""
    text = generate("github-actions", *options, "--taskdef-file", file, paste=PASTE)
    known = VARIABLES | (variables or {})
    build = github.run(cloudformation(text), world.source, shell, world.base, known, **more)
    build.options, build.role = options, "github-actions"
    return build


def a_workflow_that_moves_a_service(world, shell):
    options = ["--docker-hub", "--reports", "--service-variable"]
    secrets = {"DOCKERHUB_USER": "hub user", "DOCKERHUB_PASS": "hub $token'"}
    build = act(world, options, shell, secrets=secrets)
    yield from world.deployed(build)
    if [login[3] for login in build.called("docker", "login")] != ["hub user", "AWS"]:
        yield f"logged in as {build.called('docker', 'login')}"
    if build.called("docker", "push") != [["docker", "push", PUSHED]]:
        yield f"pushed {build.called('docker', 'push')}"
    given = dict(build.used).get("aws-actions/configure-aws-credentials")
    if given != {"role-to-assume": ROLE, "aws-region": "ap-northeast-1"}:
        yield f"took the role on with {given}"
    names = [name.split("/")[-1] for name, _ in build.used]
    if names != ["checkout", "setup-java", "configure-aws-credentials"]:
        yield f"used {names}"


def a_workflow_that_only_registers(world, shell):
    before, served = world.latest()["taskDefinitionArn"], [world.served(each) for each in SERVICES]
    build = act(world, ["--builder", "node"], shell)
    yield from world.deployed(build, services=[])
    if world.latest()["taskDefinitionArn"] == before:
        yield "registered nothing"
    if served != [world.served(each) for each in SERVICES]:
        yield "moved a service"
    for words in [("ecs", "update-service"), ("events",), ("scheduler",)]:
        if build.called("aws", *words):
            yield f"called {build.called('aws', *words)}"
    if "Registered, and nothing else" not in build.output:
        yield f"does not say that nothing else changed: {build.output}"


def a_workflow_that_moves_what_starts_the_task(world, shell):
    world.reset()
    options = ["--rule", "jobs/nightly", "--schedule", "jobs/nightly", "--builder", "docker", "--keep-latest"]
    build = act(world, options, shell)
    yield from world.deployed(build, image=f"{REPOSITORY}:latest", services=[])
    if not build.failed:
        yield from world.repointed(drops_past_start=True)
    if build.called("mvn") or len(build.called("docker", "build")) != 1:
        yield f"built by {build.calls}"


def a_workflow_by_taskdef(world, shell):
    world.reset()
    options = ["--style", "taskdef", "--schedule", "jobs/nightly", "--rule", "jobs/nightly"]
    with world.tool() as checksum:
        given = ["--taskdef-url", "tools/task def", "--taskdef-sha256", checksum]
        build = act(world, [*options, *given], shell)
        yield from world.deployed(build, services=[])
        if not build.failed:
            yield from world.repointed()
        if len(build.uploaded) != 1 or build.uploaded[0]["version"] != "2.1.0":
            yield f"uploaded {build.uploaded}"
        # What check calls an error is shown, and goes no further.
        broken = world.source / "broken.json"
        broken.write_text('{"family": "awkward-job", "containerDefinitions": [{"name": "app"}]}')
        build = act(world, [*options, *given], shell, file="broken.json")
        broken.unlink()
        yield from untouched(build)
        if build.called("docker") or not build.uploaded[0]["runs"][0]["results"]:
            yield f"went on: {build.calls}, or uploaded nothing: {build.uploaded}"
        build = act(world, ["--style", "taskdef", *given[:3], "0" * 64], shell)
        yield from untouched(build)
        if "taskdef 0." in build.output or build.uploaded:
            yield "ran what was not verified"


def a_workflow_that_fails(world, shell):
    for fail in ["mvn", "docker"]:
        build = act(world, ["--service-variable"], shell, fail=fail)
        yield from untouched(build)
        if fail == "mvn" and build.called("docker", "push"):
            yield "pushed after a failed build"
    served = world.served(SERVICES[0])
    # The file has no such container: nothing is registered, and nothing moved.
    build = act(world, ["--service-variable"], shell, file="jobs/first-job/taskdef-update.json")
    if not build.failed or build.called("aws", "ecs"):
        yield f"went on with {build.called('aws', 'ecs')}"
    if world.served(SERVICES[0]) != served:
        yield "moved the service"
    for name in VARIABLES:
        build = act(world, ["--service-variable"], shell, variables={name: ""})
        yield from untouched(build)
        if build.calls or f"Set the variable {name}" not in build.output:
            yield f"without {name} it called {build.calls}: {build.output}"


CASES = [
    a_workflow_that_moves_a_service,
    a_workflow_that_only_registers,
    a_workflow_that_moves_what_starts_the_task,
    a_workflow_by_taskdef,
    a_workflow_that_fails,
]
