"""The stacks, created on an emulator's CloudFormation as far as it goes.

ministack creates every resource but the pipeline itself, whose type it does not know. That one is
judged by botocore: it must be what CodePipeline's CreatePipeline takes.
"""

import json
import re
import subprocess
import time

import combinations
from groups import report
from make import generate
from servers import AWS, ministack_for_cli

UNKNOWN_TO_MINISTACK = "AWS::CodePipeline::Pipeline"
PIPELINES = [
    [*combinations.WAYS["open"], "--docker-hub"],
    [*combinations.WAYS["all"], *combinations.ROLES, "--docker-hub", "--reports"],
    [*combinations.BATCH, *combinations.ROLES],
    [*combinations.WAYS["service"], "--source", "connection", "--kms-key", combinations.KEY, "--docker-hub"],
]
PARAMETERS = {
    "CodeCommitRepository": "sources",
    "ConnectionArn": "arn:aws:codeconnections:ap-northeast-1:111122223333:connection/0a1b2c3d",
    "RepositoryId": "team/sources",
    "EcsCluster": "jobs",
    "EcsService": "worker",
    "Mail": "a@example.com",
    "Subnets": "subnet-0a1b2c3d",
    "SecurityGroups": "sg-0a1b2c3d",
}


def created():
    """Creates stacks of pipelines, of starters and of roles, and looks at what came out."""
    with ministack_for_cli() as aws:
        return created_on(aws)


def created_on(aws):
    """The same, on a ministack that runs."""
    failures, count = [], 0
    for number, options in enumerate(PIPELINES):
        count += 1
        problems = pipeline(aws, f"pipeline{number}", generate("pipeline", "--format", "json", *options))
        failures += [f"pipeline {number}: {each}" for each in problems]
    for by in ["rule", "schedule", "state-machine"]:
        count += 1
        text = generate("eventbridge", "--by", by, "--format", "json", "--cluster", "jobs")
        failures += [f"eventbridge --by {by}: {each}" for each in create(aws, f"by-{by}", json.loads(text))]
        if by != "state-machine":
            failures += [f"eventbridge --by {by}: {each}" for each in follows_latest(aws, by)]
    return report("stacks", count, "created by ministack, the pipeline as botocore takes it", failures)


def pipeline(aws, name, text):
    """What is wrong with a pipeline's stack."""
    template = json.loads(text)
    (logical, resource), = [
        (logical, resource)
        for logical, resource in template["Resources"].items()
        if resource["Type"] == UNKNOWN_TO_MINISTACK
    ]
    del template["Resources"][logical]
    own = {"Fn::Sub": "${Service}-${Env}-cicd-batch-pipeline"}
    whole = json.dumps(template).replace(f"${{{logical}}}", own["Fn::Sub"])
    whole = whole.replace(json.dumps({"Ref": logical}), json.dumps(own))
    yield from create(aws, name, json.loads(whole))
    yield from refused(resource["Properties"])
    # Every role got its policy with this account in it.
    for role in call(aws, "iam", "list-roles")["Roles"]:
        if role["RoleName"].startswith(f"{name}-"):
            arguments = ["--role-name", role["RoleName"], "--policy-name", "taskdef"]
            policy = call(aws, "iam", "get-role-policy", *arguments)["PolicyDocument"]
            if "${" in json.dumps(policy) or not policy["Statement"]:
                yield f"the policy of {role['RoleName']} is not whole: {policy}"


def refused(properties):
    """What botocore says of the pipeline as CreatePipeline's input."""
    import botocore.session
    from botocore.validate import ParamValidator

    def lower(value):
        # Only a configuration's keys are the action's own.
        if isinstance(value, list):
            return [lower(each) for each in value]
        if not isinstance(value, dict):
            return value
        if set(value) <= {"Ref", "Fn::Sub", "Fn::GetAtt"}:
            return "filled in by CloudFormation"
        return {
            key[0].lower() + key[1:]: {k: lower(v) for k, v in each.items()} if key == "Configuration" else lower(each)
            for key, each in value.items()
        }

    declared = lower({key: value for key, value in properties.items() if key != "Tags"})
    for stage in declared["stages"]:
        for action in stage["actions"]:
            action["actionTypeId"] = lower(action["actionTypeId"])
    model = botocore.session.get_session().get_service_model("codepipeline")
    shape = model.operation_model("CreatePipeline").input_shape
    report = ParamValidator().validate({"pipeline": declared | {"version": 1}}, shape)
    if report.has_errors():
        yield f"CreatePipeline: {report.generate_report()}"


def create(aws, name, template):
    """What is wrong with a stack's creation."""
    # Names of a stack's own hold its environment's; two stacks can't share them.
    named = [f"ParameterKey=Env,ParameterValue={name}"] if "Env" in template.get("Parameters", {}) else []
    parameters = named + [
        f"ParameterKey={key},ParameterValue={PARAMETERS[key]}"
        for key, parameter in template.get("Parameters", {}).items()
        if "Default" not in parameter
    ]
    arguments = ["--stack-name", name, "--capabilities", "CAPABILITY_IAM", "--template-body", json.dumps(template)]
    call(aws, "cloudformation", "create-stack", *arguments, *(["--parameters", *parameters] if parameters else []))
    for _ in range(60):
        stack = call(aws, "cloudformation", "describe-stacks", "--stack-name", name)["Stacks"][0]
        if not stack["StackStatus"].endswith("_IN_PROGRESS"):
            break
        time.sleep(0.5)
    if stack["StackStatus"] != "CREATE_COMPLETE":
        yield f"{stack['StackStatus']}: {stack.get('StackStatusReason')}"
    made = call(aws, "cloudformation", "list-stack-resources", "--stack-name", name)["StackResourceSummaries"]
    complete = {each["LogicalResourceId"] for each in made if each["ResourceStatus"] == "CREATE_COMPLETE"}
    for missing in set(template["Resources"]) - complete:
        yield f"{missing} was not created"


def follows_latest(aws, by):
    """Whether what starts the task names the family and no revision."""
    if by == "rule":
        rule = next(each["Name"] for each in call(aws, "events", "list-rules")["Rules"] if "by-rule" in each["Name"])
        target = call(aws, "events", "list-targets-by-rule", "--rule", rule)["Targets"][0]
    else:
        name = call(aws, "scheduler", "list-schedules")["Schedules"][0]["Name"]
        target = call(aws, "scheduler", "get-schedule", "--name", name)["Target"]
    arn = target["EcsParameters"]["TaskDefinitionArn"]
    if not re.fullmatch(r"arn:aws:ecs:ap-northeast-1:\d+:task-definition/nightly-report", arn):
        yield f"starts {arn}"


def call(aws, *arguments):
    """One call of the aws CLI; what it answers."""
    done = subprocess.run(
        [AWS, *arguments, "--output", "json"],
        stdin=subprocess.DEVNULL, capture_output=True, env=aws, timeout=120,
    )
    if done.returncode:
        raise SystemExit(f"aws {' '.join(arguments)[:200]}: {done.stderr.decode()}")
    return json.loads(done.stdout or "null")
