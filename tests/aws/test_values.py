"""No value is in anything that is printed, whatever AWS repeats of it: each kind of failure of each
operation, every place of a definition, an input and an override, each form that a copy may have."""

import itertools
import json
import random
import re
import string
import unittest
from urllib.parse import quote, quote_plus

from relay import Script, error
from world import QUICK, Folder, taskdef

REGION = "arn:aws:ecs:eu-west-1:000000000000"
HASTY = ["--max-attempts", "2", "--backoff", "1ms", "--rate", "1000"]
# What AWS says besides, which stays: names, and words of its own.
AROUND = "container app of batch in cluster prod: "


class Values:
    """Values, each with words of its own in it, so that a part of one is not found by chance."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.all = []
        self.short = []

    def __add__(self, other):
        both = Values(0)
        both.all = self.all + other.all
        both.short = self.short + other.short
        return both

    def words(self, form, order):
        """All of them in a form, in one order or the other: where words are cut, others are left."""
        short = [] if form == "glued" else self.short
        return ", ".join(FORMS[form](value) for value in (self.all + short)[::order])

    def word(self, length=12):
        return "".join(self.random.choices(string.ascii_letters + string.digits, k=length))

    def plain(self):
        """A value without any character that has to be escaped."""
        self.all.append(self.word(16))
        return self.all[-1]

    def new(self):
        """A value with all that has to be escaped, on two lines."""
        value = f'{self.word()} "{self.word()}" <\\&> %41+é/{self.word()}\n{self.word()}'
        self.all.append(value)
        return value

    def few(self):
        """A value that is short."""
        self.short.append(self.word(6))
        return self.short[-1]

    def leaks(self, text):
        """The words of values of which eight characters in a row are in a text."""
        parts = {text[at:at + 8] for at in range(len(text) - 7)}
        words = [word for value in self.all for word in re.findall(r"[A-Za-z0-9]{8,}", value)]
        long = [word for word in words
                if any(word[at:at + 8] in parts for at in range(len(word) - 7))]
        return long + [word for word in self.short if word in text]


def escaped(text):
    return json.dumps(text)[1:-1]


def by_number(text):
    return re.sub(r"[^A-Za-z0-9]", lambda c: f"\\u{ord(c[0]):04x}", text)


# How AWS may repeat a value.
FORMS = {
    "plain": str,
    "as JSON": escaped,
    "as JSON in JSON": lambda value: escaped(escaped(value)),
    "by number": by_number,
    "in a URL": quote,
    "in a form": quote_plus,
    "cut at the end": lambda value: f"{value[:11]}... (truncated)",
    "its first line": lambda value: value.splitlines()[0],
    "its last part": lambda value: f"…{value[-11:]}",
    "glued": lambda value: f"x{value}y",
}


def refused(code, status=400):
    return lambda _operation, words: error(code, AROUND + words, status)


def denied(operation, words):
    prefix = {"PutTargets": "events", "UpdateSchedule": "scheduler"}.get(operation, "ecs")
    first, _, rest = words.partition(", ")
    return error("AccessDeniedException", (
        f"User: arn:aws:sts::000000000000:assumed-role/Build/x is not authorized to perform: "
        f"{prefix}:{operation} on resource: {first} because {rest}"
    ))


# The answers with which AWS refuses, by what a message has to say of it all the same.
REFUSALS = {
    "ClientException": refused("ClientException"),
    "lacks ": denied,
    "ThrottlingException": refused("ThrottlingException"),
    "ServerException": refused("ServerException", 500),
    "ServiceUnavailable": refused("ServiceUnavailable", 503),
    "SomethingElse": refused("SomethingElse", 409),
}


def new_definition(values):
    """A definition that can be registered, with values where it takes a text."""
    inner = json.dumps({"password": values.few(), "deeper": [values.new()]})
    texts = [values.new, values.plain, values.few, values.new]
    environment = [{"name": f"N{index}", "value": text()} for index, text in enumerate(texts)]
    return {
        "family": "batch",
        "networkMode": "awsvpc",
        "requiresCompatibilities": ["FARGATE"],
        "cpu": "512",
        "memory": "1024",
        "executionRoleArn": "arn:aws:iam::000000000000:role/execution",
        "containerDefinitions": [{
            "name": "app",
            "image": "registry.example.com/app:1",
            "essential": True,
            "environment": [*environment, {"name": "JSON", "value": inner}],
            "command": ["run", "--password", values.new(), values.plain()],
            "entryPoint": ["sh", "-c", values.new()],
            "workingDirectory": f"/{values.plain()}",
            "user": values.plain(),
            "dockerLabels": {"label": values.new(), "other": values.plain()},
            "healthCheck": {"command": ["CMD-SHELL", values.new()]},
            "secrets": [{"name": "S", "valueFrom": f"/{values.plain()}/{values.plain()}"}],
            "logConfiguration": {
                "logDriver": "splunk",
                "options": {"splunk-url": f"https://u:{values.plain()}@example.com",
                            "splunk-token": values.plain(), "tag": values.plain()},
                "secretOptions": [{"name": "splunk-token", "valueFrom": f"/{values.plain()}"}],
            },
            "mountPoints": [{"sourceVolume": "data", "containerPath": f"/{values.plain()}"}],
            "newField": values.new(),
        }],
        "volumes": [{"name": "data", "efsVolumeConfiguration": {
            "fileSystemId": "fs-12345678", "rootDirectory": f"/{values.plain()}",
        }}],
        "tags": [{"key": "team", "value": values.plain()}, {"key": "cost", "value": values.plain()}],
    }


def old_definition(values):
    """What is registered already: nobody has checked it."""
    definition = new_definition(values)
    definition["containerDefinitions"][0] |= {
        "hostname": values.new(),
        "dnsServers": [values.new()],
        "dnsSearchDomains": [values.new()],
        "extraHosts": [{"hostname": values.plain(), "ipAddress": values.plain()}],
        "dockerSecurityOptions": [values.new()],
        "links": [values.plain()],
        "systemControls": [{"namespace": values.plain(), "value": values.plain()}],
        "environmentFiles": [{"type": "s3", "value": f"arn:aws:s3:::{values.plain()}/x.env"}],
        "repositoryCredentials": {"credentialsParameter": values.plain()},
        "firelensConfiguration": {"type": "fluentbit", "options": {"o": values.new()}},
        "resourceRequirements": [{"type": "GPU", "value": values.plain()}],
    }
    return definition


def overrides(values):
    return {"containerOverrides": [{
        "name": "app", "command": ["go", values.new()],
        "environment": [{"name": "N", "value": values.new()}, {"name": "M", "value": values.few()}],
        "environmentFiles": [{"type": "s3", "value": values.plain()}],
    }]}


def parameters(values):
    return {
        "TaskDefinitionArn": f"{REGION}:task-definition/batch:1",
        "Group": values.plain(),
        "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-12345678"]}},
        "Tags": [{"Key": "team", "Value": values.new()}],
    }


def targets(values):
    place = {"Arn": f"{REGION}:cluster/prod", "RoleArn": "arn:aws:iam::000000000000:role/starter"}
    template = f'{{"value": "{values.few()}", "at": <time>, "more": "{values.plain()}"}}'
    return [
        {"Id": "a", "Input": json.dumps(overrides(values)), "EcsParameters": parameters(values)}
        | place,
        {"Id": "b", "EcsParameters": parameters(values), "InputTransformer": {
            "InputPathsMap": {"time": values.plain()}, "InputTemplate": template,
        }} | place,
        {"Id": "c", "InputPath": values.plain(), "EcsParameters": parameters(values)} | place,
    ]


def schedule(values, input_, arn=f"{REGION}:cluster/prod"):
    return {
        "GroupName": "default", "ScheduleExpression": "rate(1 day)",
        "FlexibleTimeWindow": {"Mode": "OFF"}, "Description": values.new(),
        "Target": {
            "Arn": arn, "RoleArn": "arn:aws:iam::000000000000:role/starter", "Input": input_,
            "EcsParameters": parameters(values),
        },
    }


def own_schedule(values):
    """One that calls RunTask itself."""
    input_ = {
        "cluster": f"{REGION}:cluster/prod", "taskDefinition": f"{REGION}:task-definition/batch:1",
        "overrides": overrides(values),
    }
    return schedule(values, json.dumps(input_), "arn:aws:scheduler:::aws-sdk:ecs:runTask")


class Repeating(Script):
    """An AWS that repeats what it has been told."""

    def __init__(self, looks=None, **answers):
        old = ("ecs-svc/0", "PRIMARY", 1, "COMPLETED")
        super().__init__(looks or [lambda script: script.service(old)], **answers)
        definition, triggers, started = Values(1), Values(2), Values(4)
        self.schedules = {
            "json": schedule(started, json.dumps(overrides(started))),
            "text": schedule(triggers, triggers.new()),
            "own": own_schedule(triggers),
        }
        self.targets = targets(triggers)
        self.add(old_definition(definition))
        # What a run by hand comes across, and what a deployment does.
        self.run = definition + started
        self.all = self.run + triggers

    def answer(self, called, request, body):
        self.path = request.path
        return super().answer(called, request, body)

    def name(self):
        return self.path.partition("?")[0].rsplit("/", 1)[1]

    def on_GetSchedule(self, _asked):
        return self.json(self.schedules[self.name()])

    def on_UpdateSchedule(self, asked):
        self.schedules[self.name()] = asked
        return self.json({"ScheduleArn": "arn:aws:scheduler:eu-west-1:000000000000:schedule/x"})

    def on_ListTargetsByRule(self, _asked):
        return self.json({"Targets": self.targets})

    def on_PutTargets(self, asked):
        self.targets = asked["Targets"]
        return self.json({"FailedEntryCount": 0, "FailedEntries": []})

    def on_RunTask(self, _asked):
        return self.json({"tasks": [{"taskArn": f"{REGION}:task/prod/t1"}], "failures": []})

    def on_DescribeTasks(self, _asked):
        return self.json({"tasks": [{
            "taskArn": f"{REGION}:task/prod/t1", "lastStatus": "STOPPED",
            "containers": [{"name": "app", "exitCode": 0}],
        }]})

    def on_ListTasks(self, _asked):
        return self.json({"taskArns": [f"{REGION}:task/prod/t1"]})


WHERE = ["--cluster", "prod", "--service", "web", "--rule", "nightly", "--schedule", "json",
         "--schedule", "text", "--schedule", "own", *QUICK]
RUN = ["run", "batch", "--cluster", "prod", "--schedule", "json", *QUICK]


def half(pairs):
    """Every other pair of a kind and a form, so that each kind and each form is still there."""
    return [pair for index, pair in enumerate(pairs) if (index // len(FORMS) + index) % 2]


class NoValue(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Folder()
        self.mine = Values(3)
        self.definition = new_definition(self.mine)
        self.file = self.folder.file(self.definition)
        self.formats = itertools.cycle([["--format", "text"], ["--format", "json"]])
        self.orders = itertools.cycle([1, -1])

    def run_hidden(self, values, *arguments, script, status, told, about=None):
        """Runs taskdef, which shows none of these values, but says what is told."""
        done = taskdef(*arguments, *HASTY, endpoint=script.url)
        shown = done.stdout + done.stderr
        self.assertIn(done.status, status, (about, done))
        self.assertEqual(values.leaks(shown), [], (about, done))
        for words in told:
            self.assertIn(words, shown, (about, done))
        return shown

    def deploy(self, *more):
        return ["deploy", self.file, *WHERE, "--always", *more, *next(self.formats)]

    def test_each_refusal_of_each_operation(self):
        operations = ["RegisterTaskDefinition", "UpdateService", "PutTargets", "UpdateSchedule",
                      "RunTask"]
        with Repeating() as script:
            values = self.mine + script.all
            self.assertGreaterEqual(len(values.all) + len(values.short), 60)
            for operation in operations:
                run = ["--run"] if operation == "RunTask" else []
                for kind, form in half(itertools.product(REFUSALS, FORMS)):
                    refuse = REFUSALS[kind]
                    refusal = refuse(operation, values.words(form, next(self.orders)))
                    script.answers = {operation: refusal}
                    told = [kind, "****"] + ([] if kind == "lacks " else [AROUND.strip()])
                    self.run_hidden(values, *self.deploy(*run), script=script, status=(5, 6),
                                    told=told, about=(operation, kind, form))

    def test_what_is_told_of_one_of_many(self):
        with Repeating() as script:
            values = self.mine + script.all
            for form in FORMS:
                words = AROUND + values.words(form, next(self.orders))
                failed = {"TargetId": "b", "ErrorCode": "InternalException", "ErrorMessage": words}

                def put(asked, failed=failed):
                    script.on_PutTargets(asked)
                    return {"FailedEntryCount": 1, "FailedEntries": [failed]}

                script.answers = {"PutTargets": put}
                self.run_hidden(values, *self.deploy(), script=script, status=(5,), about=form,
                                told=["InternalException", AROUND, "****"])
                refused = {"arn": words, "reason": words, "detail": words}
                script.answers = {"RunTask": {"tasks": [], "failures": [refused]}}
                self.run_hidden(values, *self.deploy("--run"), script=script, status=(5,),
                                told=["no task was started", AROUND, "****"], about=form)

    def test_reasons_and_events(self):
        for form in FORMS:
            with Repeating() as script:
                values = self.mine + script.all
                words = AROUND + values.words(form, next(self.orders))
                back, failed = ("ecs-svc/3", "PRIMARY", 1, "COMPLETED"), ("ecs-svc/2", "ACTIVE", 2, "FAILED")
                service = script.service(back, failed, events=[words])
                for deployment in service["deployments"]:
                    deployment["rolloutStateReason"] = words
                script.looks.append(service)
                task = {"taskDefinitionArn": script.arn(2), "lastStatus": "STOPPED",
                        "stoppedReason": words,
                        "containers": [{"name": "app", "exitCode": 1, "reason": words},
                                       {"name": "b", "reason": words}]}
                script.answers = {"DescribeTasks": {"tasks": [task]}}
                self.run_hidden(values, *self.deploy("--wait"), script=script, status=(8,),
                                told=[AROUND, "app exited with 1", "****"], about=form)

    def test_reasons_of_deployments_and_what_their_hooks_are_given(self):
        for form in FORMS:
            with Repeating() as script:
                hooks = Values(5)
                configuration = {"strategy": "BLUE_GREEN",
                                 "lifecycleHooks": [{"hookDetails": {"token": hooks.new()}}]}
                values = self.mine + script.all + hooks
                words = AROUND + values.words(form, next(self.orders))
                going = script.service(("ecs-svc/2", "PRIMARY", 2, "IN_PROGRESS"))
                script.looks.append(going | {"deploymentConfiguration": configuration,
                                             "currentServiceDeployment": "d/2"})
                script.answers = {"DescribeServiceDeployments": {"serviceDeployments": [{
                    "serviceDeploymentArn": "d/2", "status": "STOPPED", "statusReason": words,
                    "rollback": {"reason": words}, "deploymentConfiguration": configuration,
                    "targetServiceRevision": {"arn": "r/2"},
                }]}, "DescribeServiceRevisions": {"serviceRevisions": [
                    {"serviceRevisionArn": "r/2", "taskDefinition": script.arn(2)},
                ]}}
                self.run_hidden(values, *self.deploy("--wait"), script=script, status=(8,),
                                told=["STOPPED", AROUND, "****"], about=form)

    def test_a_task_that_is_run_by_hand(self):
        for form in FORMS:
            with Repeating() as script:
                values = script.run
                words = AROUND + values.words(form, next(self.orders))
                refused = {"reason": words, "detail": words}
                task = {"lastStatus": "STOPPED", "stoppedReason": words,
                        "containers": [{"name": "app", "exitCode": 1, "reason": words}]}
                for answers, status, told in [
                    ({"RunTask": {"tasks": [], "failures": [refused]}}, 5, "no task was started"),
                    ({"RunTask": error("ClientException", words)}, 5, "ClientException"),
                    ({"DescribeTasks": {"tasks": [task]}}, 1, "app exited with 1"),
                    ({"DescribeTasks": error("ClientException", words)}, 5, "****"),
                ]:
                    script.answers = answers
                    self.run_hidden(values, *RUN, script=script, status=(status,),
                                    told=[told, AROUND, "****"], about=form)

    def test_values_are_shown_on_request_only(self):
        with Repeating() as script:
            secret = self.mine.all[0]
            script.answers = {"UpdateService": error("ClientException", f"not {secret}")}
            done = taskdef(*self.deploy("--show-values"), *HASTY, endpoint=script.url)
            self.assertIn(escaped(secret.split()[0]), done.stdout)

    def test_documents_that_only_the_core_reads(self):
        text = json.dumps(self.definition)
        with Repeating() as script:
            values = self.mine
            for member in ['"newNumber": 1e999', '"newText": "\\ud83d"']:
                strange = text.replace('"cpu"', f'{member}, "cpu"', 1)
                file = self.folder.file(strange, "strange.json")
                for kind, form in zip(itertools.cycle(REFUSALS), FORMS):
                    refuse = REFUSALS[kind]
                    refusal = refuse("RegisterTaskDefinition", values.words(form, 1))
                    script.answers = {"RegisterTaskDefinition": refusal}
                    self.run_hidden(values, "register", file, script=script, status=(5, 6),
                                    told=[kind, "****"], about=(member, kind, form))

    def test_where_nobody_knows_the_values_only_the_code_is_told(self):
        with Repeating() as script:
            values = self.mine + script.all
            # More than the core reads of one document.
            script.targets[0]["RunCommandParameters"] = list(range(21_000))
            for (kind, refuse), _ in itertools.product(REFUSALS.items(), range(2)):
                script.answers = {"PutTargets": refuse("PutTargets", values.words("plain", 1))}
                shown = self.run_hidden(values, *self.deploy(), script=script, status=(5, 6),
                                        told=[kind, "AWS's words are left out"], about=kind)
                self.assertNotIn(AROUND, shown)


if __name__ == "__main__":
    unittest.main()
