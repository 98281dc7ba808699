"""The alerts: their stacks are created by ministack, and its EventBridge says which events they are about."""

import json

import combinations
from groups import report
from make import generate
from servers import ministack_for_cli
from stack import create

HERE = "ap-northeast-1:000000000000"
CLUSTER = f"arn:aws:ecs:{HERE}:cluster/jobs"
FAMILY = f"arn:aws:ecs:{HERE}:task-definition/nightly-report"
STOPPED = {
    "clusterArn": CLUSTER, "taskDefinitionArn": f"{FAMILY}:7", "group": "family:nightly-report",
    "lastStatus": "STOPPED", "stopCode": "EssentialContainerExited", "stoppedReason": 'it said "no"',
    "taskArn": f"arn:aws:ecs:{HERE}:task/jobs/1",
    "containers": [{"name": "app", "exitCode": 0}, {"name": "router", "exitCode": 0}],
    "overrides": {"containerOverrides": [{"name": "app", "environment": [{"name": "TOKEN", "value": "hunter2"}]}]},
}
NONE_BEGAN = {"stopCode": "TaskFailedToStart", "containers": [{"name": "app"}, {"name": "router"}]}
FAILED = {"containers": [{"name": "app", "exitCode": 1}, {"name": "router", "exitCode": 0}]}
SIDECAR = {"containers": [{"name": "app", "exitCode": 0}, {"name": "router", "exitCode": 143}]}
# What is other than in `STOPPED`, and whether it is told: of every container, and of `app` alone.
TASKS = [
    ({}, False, False),
    (FAILED, True, True),
    (FAILED | {"lastStatus": "RUNNING"}, False, False),
    (FAILED | {"clusterArn": f"{CLUSTER}-2"}, False, False),
    (FAILED | {"taskDefinitionArn": f"{FAMILY}-2:7"}, False, False),
    (FAILED | {"group": "service:nightly-report"}, False, False),
    (SIDECAR, True, False),
    (NONE_BEGAN, True, True),
    (NONE_BEGAN | {"stopCode": "SpotInterruption"}, True, True),
    (NONE_BEGAN | {"stopCode": "UserInitiated"}, False, False),
]
MACHINE = f"arn:aws:states:{HERE}:stateMachine:job"
RUNS = [
    ({"stateMachineArn": MACHINE, "status": status}, status in ["FAILED", "TIMED_OUT", "ABORTED"])
    for status in ["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"]
] + [({"stateMachineArn": f"{MACHINE}-2", "status": "FAILED"}, False)]


def told():
    """Which events are told, and whether each stack is created."""
    with ministack_for_cli() as aws:
        failures, count = [], 0
        for number, options in enumerate(combinations.alerts()[::5]):
            count += 1
            template = alerts(*options)
            failures += [f"{options}: {each}" for each in create(aws, f"alerts{number}", template)]
        count += 2 * len(TASKS) + len(RUNS)
        failures += list(wrong(client(aws)))
    return report("alerts", count, "created by ministack, or told as they should be", failures)


def client(aws):
    """A client of EventBridge; the command line takes a second a call."""
    import boto3

    keys = {"aws_access_key_id": aws["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": aws["AWS_SECRET_ACCESS_KEY"]}
    return boto3.client("events", endpoint_url=aws["AWS_ENDPOINT_URL"], region_name=aws["AWS_REGION"], **keys)


def alerts(*options):
    return json.loads(generate("alerts", "--cluster", "jobs", "--format", "json", *options))


def wrong(aws):
    """Events that are told and should not be, or the other way round."""
    for place, options in [(1, []), (2, ["--container", "app"])]:
        pattern = filled(alerts(*options)["Resources"]["FailedTasks"]["Properties"]["EventPattern"])
        for other, *expected in TASKS:
            detail = STOPPED | other
            if matches(aws, pattern, "aws.ecs", "ECS Task State Change", detail) != expected[place - 1]:
                yield f"{options}: {other} should be told: {expected[place - 1]}"
    pattern = filled(alerts("--state-machine", MACHINE)["Resources"]["FailedRuns"]["Properties"]["EventPattern"])
    for detail, expected in RUNS:
        if matches(aws, pattern, "aws.states", "Step Functions Execution Status Change", detail) != expected:
            yield f"{detail} should be told: {expected}"


def filled(value):
    """A pattern as CloudFormation leaves it."""
    text = json.dumps(value)
    known = {"AWS::Partition": "aws", "AWS::Region": "ap-northeast-1", "AWS::AccountId": "000000000000"}
    known |= {"EcsCluster": "jobs", "Family": "nightly-report"}
    for name, sample in known.items():
        text = text.replace(f"${{{name}}}", sample)
    named = {"ContainerName": "app", "StateMachineArn": MACHINE}

    def pure(value):
        if isinstance(value, list):
            return [pure(each) for each in value]
        if not isinstance(value, dict):
            return value
        if set(value) == {"Ref"}:
            return named[value["Ref"]]
        if set(value) == {"Fn::Sub"}:
            return value["Fn::Sub"]
        return {key: pure(each) for key, each in value.items()}

    return pure(json.loads(text))


def matches(aws, pattern, source, kind, detail):
    """Whether EventBridge takes an event for one of the pattern's."""
    region, account = HERE.split(":")
    event = {
        "version": "0", "id": "1", "account": account, "region": region, "time": "2026-01-01T00:00:00Z",
        "source": source, "detail-type": kind, "resources": [], "detail": detail,
    }
    return aws.test_event_pattern(EventPattern=json.dumps(pattern), Event=json.dumps(event))["Result"]
