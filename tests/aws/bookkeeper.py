"""An AWS that keeps what is written, and a book of every call."""

import json
import re
from collections import namedtuple

from relay import Script
from world import definition

CLUSTER = f"{Script.account}:cluster/prod"
# Text of the users' own that looks like what is moved, and numbers and spaces that a copy may lose.
BESIDE = '{ "note":"batch:1",  "containerOverrides":[{"name":"app","cpu":1e2}] }'
RUN_TASK = '{"Cluster":"prod", "TaskDefinition" :\t"batch:%d","Count":1.0, "Group":"batch:1"}\n'
READ_ONLY = {"Arn": "s", "CreationDate": 1.5, "LastModificationDate": 2.5}
WRITES = ["RegisterTaskDefinition", "UpdateService", "PutTargets", "UpdateSchedule"]
# A deployment is complete when it was looked at so often.
LOOKS = 3

SERVICE, RULE = "service web", "rule nightly, target a"
NIGHTLY, WEEKLY = "schedule default/nightly", "schedule default/weekly"
PLACES = [SERVICE, RULE, NIGHTLY, WEEKLY]

# Who called what, and the revision that a place had then, if the call is about one.
Call = namedtuple("Call", "who called place revision")


def caller(request):
    """The access key that signed a request."""
    return re.search(r"Credential=([^/]+)/", request.headers["Authorization"])[1]


def file_of(image):
    """A definition of the family `batch` with an image."""
    whole = definition("batch")
    whole["containerDefinitions"][0]["image"] = f"registry.example.com/app:{image}"
    return whole


def targets(revision):
    """The rule's targets: one that starts the family at a revision, and others beside it."""
    parameters = {
        "TaskDefinitionArn": f"{Script.account}:task-definition/batch:{revision}", "TaskCount": 2,
        "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["subnet-1"]}},
    }
    other = {"TaskDefinitionArn": f"{Script.account}:task-definition/other:1"}
    ecs = {"Arn": CLUSTER, "RoleArn": "r"}
    return [
        ecs | {"Id": "a", "EcsParameters": parameters, "Input": BESIDE, "Later": {"x": 1.0}},
        ecs | {"Id": "b", "EcsParameters": other},
        {"Id": "l", "Arn": "arn:aws:lambda:eu-west-1:000000000000:function:f", "Input": BESIDE},
    ]


def schedules(revision):
    """A schedule of ECS's own kind, and one with a universal target."""
    arn = f"{Script.account}:task-definition/batch:{revision}"
    ecs = {"Arn": CLUSTER, "RoleArn": "r", "Input": BESIDE,
           "EcsParameters": {"TaskDefinitionArn": arn, "Later": [1.0]}}
    run_task = {"Arn": "arn:aws:scheduler:::aws-sdk:ecs:runTask", "RoleArn": "r",
                "Input": RUN_TASK % revision}
    usual = {"GroupName": "default", "FlexibleTimeWindow": {"Mode": "OFF"}, "State": "ENABLED"}
    rate = {"ScheduleExpression": "rate(1 day)", "ScheduleExpressionTimezone": "Asia/Tokyo"}
    return {
        "nightly": usual | rate | {"Name": "nightly", "Target": ecs},
        "weekly": usual | rate | {"Name": "weekly", "Target": run_task, "Later": "x"},
    }


class Bookkeeper(Script):
    """A family that a service, a rule's target and two schedules start at its one revision."""

    def __init__(self):
        super().__init__([None])
        self.add(file_of(1))
        # The revisions that the service was to run, one after the other, and how often the last of
        # them was looked at.
        self.deployments, self.looks = [1], LOOKS
        self.targets, self.schedules = targets(1), schedules(1)
        self.book = []

    def __enter__(self):
        super().__enter__()
        # To leave the context is to wait until everything is carried out that was sent.
        self.server.daemon_threads = False
        return self

    def answer(self, called, request, body):
        name = request.path.partition("?")[0].rpartition("/")[2]
        asked = json.loads(body or b"{}") | ({"Name": name} if name else {})
        with self.lock:
            answer = getattr(self, f"on_{called}", self.unknown)(asked)
            place = {
                "DescribeServices": SERVICE, "UpdateService": SERVICE,
                "ListTargetsByRule": RULE, "PutTargets": RULE,
                "GetSchedule": f"schedule default/{name}",
                "UpdateSchedule": f"schedule default/{name}",
            }.get(called)
            self.book.append(Call(caller(request), called, place, self.pins().get(place)))
        return answer

    def pins(self):
        """The revision that each place is to start."""
        arns = {
            SERVICE: f":{self.deployments[-1]}",
            RULE: self.targets[0]["EcsParameters"]["TaskDefinitionArn"],
            NIGHTLY: self.schedules["nightly"]["Target"]["EcsParameters"]["TaskDefinitionArn"],
            WEEKLY: json.loads(self.schedules["weekly"]["Target"]["Input"])["TaskDefinition"],
        }
        return {place: int(arn.rpartition(":")[2]) for place, arn in arns.items()}

    def registered(self, who=None):
        """How many revisions somebody made."""
        return sum(call.called == "RegisterTaskDefinition" and who in (None, call.who)
                   for call in self.book)

    def web(self):
        *before, last = enumerate(self.deployments, 1)
        done = self.looks >= LOOKS
        shown = [(last, "PRIMARY", "COMPLETED" if done else "IN_PROGRESS")]
        if before and not done:
            shown.append((before[-1], "ACTIVE", "COMPLETED"))
        return self.service(*(
            (f"ecs-svc/{id_}", kind, revision, state) for (id_, revision), kind, state in shown
        ))

    def on_DescribeServices(self, _asked):
        self.looks += 1
        return self.json({"services": [self.web()], "failures": []})

    def on_UpdateService(self, asked):
        revision = int(asked["taskDefinition"].rpartition(":")[2])
        if revision != self.deployments[-1]:
            self.deployments.append(revision)
            self.looks = 0
        return self.json({"service": self.web()})

    def on_ListClusters(self, _asked):
        return self.json({"clusterArns": [CLUSTER]})

    def on_ListEventBuses(self, _asked):
        return self.json({"EventBuses": [{"Name": "default"}]})

    def on_ListRuleNamesByTarget(self, _asked):
        return self.json({"RuleNames": ["nightly"]})

    def on_ListTargetsByRule(self, _asked):
        return self.json({"Targets": self.targets})

    def on_PutTargets(self, asked):
        put = {target["Id"]: target for target in asked["Targets"]}
        self.targets = [put.get(target["Id"], target) for target in self.targets]
        return self.json({"FailedEntryCount": 0, "FailedEntries": []})

    def on_ListSchedules(self, _asked):
        return self.json({"Schedules": [
            {"GroupName": "default", "Name": name, "Target": {"Arn": whole["Target"]["Arn"]}}
            for name, whole in self.schedules.items()
        ]})

    def on_GetSchedule(self, asked):
        return self.json(self.schedules[asked["Name"]] | READ_ONLY)

    def on_UpdateSchedule(self, asked):
        self.schedules[asked["Name"]] = asked
        return self.json({"ScheduleArn": "s"})
