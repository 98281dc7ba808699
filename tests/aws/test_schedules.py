"""Rules and schedules: exactly the right targets move, and nothing else in any of them."""

import copy
import json
import unittest
from concurrent.futures import ThreadPoolExecutor

from relay import Wire
from world import ACCOUNT, REGION, World, aws, definition, ministack, taskdef

ROLE = f"arn:aws:iam::{ACCOUNT}:role/starter"
LAMBDA = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:beside"
QUEUE = f"arn:aws:sqs:{REGION}:{ACCOUNT}:dead"


def parameters(definition):
    return {
        "TaskDefinitionArn": definition,
        "TaskCount": 2,
        "LaunchType": "FARGATE",
        "PlatformVersion": "1.4.0",
        "NetworkConfiguration": {"awsvpcConfiguration": {
            "Subnets": ["subnet-1"], "SecurityGroups": ["sg-1"], "AssignPublicIp": "DISABLED",
        }},
        "EnableECSManagedTags": True,
    }


class Schedules(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.world = World()
        self.family = f"{self.world.name}-batch"
        self.other = f"{self.world.name}-other"
        self.old = self.world.register(self.family)
        self.others = self.world.register(self.other)
        self.elsewhere = self.world.new_cluster(f"{self.world.name}-elsewhere")
        self.bus = f"{self.world.name}-bus"
        self.world.events.create_event_bus(Name=self.bus)
        self.group = f"{self.world.name}-group"
        self.world.scheduler.create_schedule_group(Name=self.group)

    def target(self, name, definition, cluster=None, **members):
        target = {
            "Id": name, "Arn": cluster or self.world.cluster, "RoleArn": ROLE,
            "EcsParameters": parameters(definition),
        }
        return target | members

    def rule(self, name, *targets, bus="default", state="ENABLED"):
        name = f"{self.world.name}-{name}"
        self.world.events.put_rule(
            Name=name, EventBusName=bus, State=state,
            **({"ScheduleExpression": "cron(0 2 * * ? *)"} if bus == "default"
               else {"EventPattern": '{"source":["x"]}'}),
        )
        self.world.events.put_targets(Rule=name, EventBusName=bus, Targets=list(targets))
        return bus, name

    def schedule(self, name, definition, cluster=None, group="default", target=None, **members):
        name = f"{self.world.name}-{name}"
        self.world.scheduler.create_schedule(**{
            "Name": name, "GroupName": group, "ScheduleExpression": "rate(5 minutes)",
            "FlexibleTimeWindow": {"Mode": "OFF"},
            "Target": target or {
                "Arn": cluster or self.world.cluster, "RoleArn": ROLE,
                "EcsParameters": parameters(definition),
            },
        } | members)
        return group, name

    def read(self, rules, schedules):
        """Everything as the aws CLI tells of it."""

        def read_rule(place):
            named = ["--event-bus-name", place[0]]
            rule = aws("events", "describe-rule", "--name", place[1], *named)
            targets = aws("events", "list-targets-by-rule", "--rule", place[1], *named)
            by_id = sorted(targets["Targets"], key=lambda target: target["Id"])
            return {"rule": rule, "targets": by_id}

        def read_schedule(place):
            whole = aws("scheduler", "get-schedule", "--group-name", place[0], "--name", place[1])
            whole.pop("LastModificationDate", None)
            return whole

        with ThreadPoolExecutor(2) as pool:
            found = zip(rules, pool.map(read_rule, rules))
            scheduled = zip(schedules, pool.map(read_schedule, schedules))
            return {("rule", name): whole for (_, name), whole in found} | {
                ("schedule", name): whole for (_, name), whole in scheduled
            }

    def test_ten_rules_and_ten_schedules(self):
        old, unpinned = self.old, self.old.rsplit(":", 1)[0]
        input_ = json.dumps({"containerOverrides": [{"name": "app", "command": ["go"]}]})
        rules = [
            self.rule("plain", self.target("a", old)),
            self.rule("two", self.target("a", old, Input=input_), self.target("b", self.others)),
            self.rule("far", self.target("a", old, cluster=self.elsewhere)),
            self.rule("both", self.target("a", old), self.target("b", old, self.elsewhere)),
            self.rule("lambda", {"Id": "l", "Arn": LAMBDA}, self.target("t", old)),
            self.rule("latest", self.target("a", unpinned)),
            self.rule("off", self.target("a", old), state="DISABLED"),
            self.rule("dlq", self.target(
                "a", old, DeadLetterConfig={"Arn": QUEUE},
                RetryPolicy={"MaximumRetryAttempts": 3, "MaximumEventAgeInSeconds": 600},
            )),
            self.rule("bus", self.target("a", old), bus=self.bus),
            self.rule("other", self.target("a", self.others)),
        ]
        target = {
            "Arn": self.world.cluster, "RoleArn": ROLE, "EcsParameters": parameters(old),
            "Input": input_, "DeadLetterConfig": {"Arn": QUEUE},
            "RetryPolicy": {"MaximumEventAgeInSeconds": 600, "MaximumRetryAttempts": 1},
        }
        run_task = {
            "Arn": "arn:aws:scheduler:::aws-sdk:ecs:runTask", "RoleArn": ROLE,
            "Input": json.dumps({"Cluster": self.world.name, "TaskDefinition": old}),
        }
        # More than one page of others' schedules.
        for number in range(120):
            self.schedule(f"page{number:03}", old, target={"Arn": LAMBDA, "RoleArn": ROLE})
        schedules = [
            self.schedule("plain", old),
            self.schedule(
                "rich", old, group=self.group, target=target, State="DISABLED",
                ScheduleExpression="cron(0 2 * * ? *)", ScheduleExpressionTimezone="Asia/Tokyo",
                FlexibleTimeWindow={"Mode": "FLEXIBLE", "MaximumWindowInMinutes": 15},
                Description="nightly",
            ),
            self.schedule("far", old, cluster=self.elsewhere),
            self.schedule("latest", unpinned),
            self.schedule("other", self.others),
            self.schedule("lambda", old, target={"Arn": LAMBDA, "RoleArn": ROLE}),
            self.schedule("own", old, target=run_task),
            self.schedule("grouped", old, group=self.group),
            self.schedule("again", old),
            self.schedule("more", old),
        ]
        before = self.read(rules, schedules)
        file = self.world.file(definition(self.family, cpu="512", memory="1024"))
        with Wire(ministack()) as wire:
            done = taskdef("deploy", file, "--cluster", self.world.name, "--all-schedules",
                           endpoint=wire.url)
        self.assertEqual(done.status, 0, done)
        called = [name for name, _ in wire.sent]
        # Four pages of rules, two of schedules; nobody asks for a schedule of Lambda.
        self.assertGreaterEqual(called.count("ListSchedules"), 2)
        self.assertGreater(called.count("ListRuleNamesByTarget"), 4)
        self.assertFalse([path for path in wire.paths if f"{self.world.name}-page" in path])
        self.assertEqual(called.count("DescribeRule"), 0)
        new = self.world.revisions(self.family)[-1]
        self.assertEqual(new, self.old[:-1] + "2")

        expected = copy.deepcopy(before)
        for rule, ids in {"plain": "a", "two": "a", "both": "a", "lambda": "t", "off": "a",
                          "dlq": "a", "bus": "a"}.items():
            for target in expected["rule", f"{self.world.name}-{rule}"]["targets"]:
                if target["Id"] in ids:
                    target["EcsParameters"]["TaskDefinitionArn"] = new
        for name in ["plain", "rich", "grouped", "again", "more"]:
            schedule = expected["schedule", f"{self.world.name}-{name}"]
            schedule["Target"]["EcsParameters"]["TaskDefinitionArn"] = new
        own = expected["schedule", f"{self.world.name}-own"]["Target"]
        own["Input"] = json.dumps({"Cluster": self.world.name, "TaskDefinition": new})
        after = self.read(rules, schedules)
        for place, whole in expected.items():
            with self.subTest(place):
                self.assertEqual(after[place], whole)

        for told in [
            "rule {}-far, target a: starts {}:1 on cluster {}-elsewhere; left as it is",
            "schedule default/{}-far: starts {}:1 on cluster {}-elsewhere; left as it is",
        ]:
            self.assertIn(told.format(self.world.name, self.family, self.world.name), done.stdout)
        self.assertIn(f"follows the latest, so it starts {self.family}:2 by itself", done.stdout)

        with Wire(ministack()) as wire:
            listed = taskdef("schedules", self.family, "--format", "json", endpoint=wire.url)
            listed = listed.json()["starters"]
            again = taskdef("deploy", file, "--cluster", self.world.name, "--all-schedules",
                            "--format", "json", endpoint=wire.url).json()
        self.assertEqual(len(listed), 10 + 8, listed)
        listed = {one.get("rule", one.get("name")): one for one in listed}
        rich = listed[f"{self.world.name}-rich"]
        self.assertEqual((rich["revision"], rich["enabled"], rich["nextRun"]), (2, False, None))
        self.assertIsNone(listed[f"{self.world.name}-latest"]["revision"])
        nightly = listed[f"{self.world.name}-plain"]
        self.assertEqual(nightly["nextRun"], "every 5 minutes")
        self.assertRegex(listed[f"{self.world.name}-dlq"]["nextRun"], r"02:00 UTC$")
        states = [start["state"] for start in again["families"][0]["starters"]]
        self.assertEqual(states.count("alreadyThere"), 7 + 6)
        self.assertEqual(states.count("moved"), 0)

if __name__ == "__main__":
    unittest.main()
