"""The options of `taskdef generate`, combined."""

import itertools

WAYS = {
    "service": ["--cluster", "jobs", "--service", "worker"],
    "services": ["--cluster", "jobs", "--service", "worker", "--service", "sweeper"],
    "nothing": [],
    "open": ["--service-variable"],
    "rule": ["--cluster", "jobs", "--rule", "nightly"],
    "schedule": ["--cluster", "jobs", "--schedule", "batch/nightly"],
    "all": [
        "--cluster", "arn:aws:ecs:ap-northeast-1:111122223333:cluster/jobs", "--service", "worker",
        "--rule", "bus/nightly", "--schedule", "nightly",
    ],
}
BASES = [
    ["--base-image", "111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/base/java:21"],
    ["--base-image", "444455556666.dkr.ecr.us-east-1.amazonaws.com/base/os:1"],
]
ROLES = [
    "--rule-role", "arn:aws:iam::111122223333:role/rule",
    "--schedule-role", "arn:aws:iam::111122223333:role/schedule",
]
KEY = "arn:aws:kms:ap-northeast-1:111122223333:key/0a1b2c3d-0000-4000-8000-0123456789ab"
STYLES = [
    [],
    ["--style", "taskdef"],
    ["--style", "taskdef", "--taskdef-url", "s3://tools/taskdef/0.1.0/taskdef"],
]
# taskdef as a wheel, and by the action.
WHEEL = ["--style", "taskdef", "--taskdef-wheel-sha256", "0" * 64]
ACTION = ["--style", "taskdef", "--action", "owner/taskdef@" + "0123456789" * 4]
BUILDERS = [["--builder", name] for name in ["maven", "gradle", "node", "docker", "none"]]
HUB = [[], ["--docker-hub"]]
REPORTS = [[], ["--reports"]]
BATCH = [
    "--batch",
    "first-job,folder=jobs/first,container=app,service=worker,2nd-job,rule=bus/nightly,rule=daily,"
    "schedule=batch/nightly,third-job",
]
# What moves, for one family and for the families of a batch.
MOVES = [*WAYS.values(), BATCH, [*BATCH, "--one-image"]]


def product(*choices):
    """Every choice with every other."""
    return [list(itertools.chain(*each)) for each in itertools.product(*choices)]


def policies():
    """The options of every policy."""
    ways = [[*way, *ROLES] for way in MOVES]
    keys = [[], ["--kms-key", KEY], ["--kms-key", KEY, "--kms-key", KEY[:-2] + "ff"]]
    placed = [[], ["--project", "deploy", "--bucket", "artifacts"]]
    yield product([["--for", "codebuild"]], ways, HUB, REPORTS, STYLES, BUILDERS[:4:3], keys[:2], placed)
    yield product([["--for", "codebuild", "--builder", "none"]], ways[:-1], STYLES)
    repositories = [[], ["--repository", "team/other"]]
    yield product([["--for", "execution-role"]], keys, repositories)
    yield [["--for", "task-role", "--exec"]]
    yield product([["--for", "codebuild"]], BASES)
    yield [["--for", "codebuild", "--vpc"]]
    yield product([["--for", "codebuild", "--run"]], [[*way, *ROLES] for way in WAYS.values()], STYLES)
    branch = ["--github", "octo@1/jobs@2", "--branch", "release/1"]
    yield product([["--for", "github-actions", *branch]], [[*way, *ROLES] for way in WAYS.values()], STYLES, BUILDERS[3:])
    yield product([["--for", "task-events"]], ways)
    yield product([["--for", "batch"]], [BATCH], placed)


def pipelines(everything):
    """The options of every pipeline; without `everything`, what adds nothing new is left out."""
    sources = [["--source", name] for name in ["codecommit", "connection"]]
    keys = [[], ["--kms-key", KEY]]
    if everything:
        return product(sources, MOVES, HUB, REPORTS, STYLES, BUILDERS[:4:3], keys)
    switches = product(sources, [WAYS["open"], WAYS["all"], BATCH], HUB, REPORTS, STYLES[::2], keys[:1])
    ways = product(sources, MOVES)
    others = product(sources, HUB, BUILDERS, keys)
    runs = product([["--run"]], WAYS.values(), STYLES[:2])
    held = [["--approval", "--vpc", "--notify", "arn:aws:sns:ap-northeast-1:111122223333:failures"], ["--source", "connection", "--path", "jobs/**", "--path", "lib/**", "--approval"]]
    return [*switches, *ways, *others, *product(STYLES), *runs, *held]


def buildspecs():
    """The options of every buildspec."""
    latest = [[], ["--keep-latest", "--no-wait"]]
    return product(MOVES, STYLES[:2], BUILDERS[:4], HUB, REPORTS, latest) + product(MOVES[:-1], BUILDERS[4:]) + BASES + product([["--run"]], WAYS.values(), STYLES[:2]) + product(MOVES, [WHEEL])


def workflows():
    """The options of every workflow."""
    ways = [way for name, way in WAYS.items() if name != "services"]
    by_url = ["--taskdef-url", "https://example.com/0.1.0/taskdef", "--taskdef-sha256", "0" * 64]
    role = ["--role", "arn:aws:iam::111122223333:role/deploy", "--branch", "release/1"]
    switches = product(STYLES[:2], BUILDERS, HUB, REPORTS)
    return product(ways, STYLES) + switches + [by_url, role, WHEEL, ACTION, ACTION[2:], ["--keep-latest", "--no-wait"], *BASES]


def starters():
    """The options of rules, schedules and state machines."""
    kinds = [["--by", each] for each in ["rule", "schedule", "state-machine"]]
    times = [[], ["--expression", "rate(1 hour)", "--disabled"]]
    commands = [[], ["--command", '["report","--daily"]']]
    limits = [["--by", "state-machine", "--timeout", "90m", "--retries", "2"]]
    return product(kinds, [[], ["--cluster", "jobs"]]) + product(kinds, times, commands) + limits


def alerts():
    """The options of alerts."""
    machine = ["--state-machine", "arn:aws:states:ap-northeast-1:111122223333:stateMachine:job"]
    topic = ["--topic", "arn:aws:sns:ap-northeast-1:111122223333:alerts"]
    kinds = [[], ["--container", "app"], machine]
    return product(kinds, [["--mail", "a@example.com"], topic], [[], ["--dead-letter-queue", "lost"]])


def launches():
    """What a task runs on, where its definition leaves it open."""
    kinds = [["--by", each] for each in ["rule", "schedule", "state-machine"]]
    types = [["--launch-type", each] for each in ["fargate", "ec2", "external"]]
    spot = ["--capacity-provider", "FARGATE_SPOT=3", "--capacity-provider", "FARGATE=1,1"]
    return product(kinds, [[], *types, spot, ["--capacity-provider", "own"]])
