"""Faults between taskdef and AWS, by microburst in front of ministack."""

import json
import signal
import subprocess
import time
import unittest
import urllib.request

from relay import Script
from world import (
    ACCOUNT, PLAIN, QUICK, REGION, TASKDEF, TOOLS, Folder, World, definition, free_port, ministack,
    start, taskdef,
)

# In the order in which a deployment calls them.
OPERATIONS = [
    "DescribeTaskDefinition", "DescribeServices", "ListClusters", "ListEventBuses",
    "ListRuleNamesByTarget", "ListTargetsByRule", "ListSchedules", "GetSchedule",
    "RegisterTaskDefinition", "UpdateService", "PutTargets", "UpdateSchedule",
]
PATIENT = ["--backoff", "10ms", "--rate", "100"]
THROTTLED = {"error": {"code": "ThrottlingException", "status": 400}}
DENIED = {"error": {"code": "AccessDeniedException", "status": 400}}


class Faulty:
    """microburst, started once."""

    url = None

    def __init__(self):
        if not Faulty.url:
            port = free_port()
            Faulty.url = f"http://127.0.0.1:{port}"
            program = [TOOLS / "faults/bin/microburst", "--upstream", ministack()]
            start([*program, "--port", str(port)], f"{Faulty.url}/_microburst/health")
        self.rules()
        self.ask("DELETE", "fired")

    def ask(self, method, path, body=None):
        request = urllib.request.Request(
            f"{self.url}/_microburst/{path}", method=method,
            data=json.dumps(body).encode() if body is not None else None,
            headers={"Content-Type": "application/json"} if body is not None else {},
        )
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def rules(self, *rules):
        self.ask("POST", "rules", [{"service": "*"} | rule for rule in rules])

    def fired(self, operation=None):
        fired = self.ask("GET", "fired?limit=1000")
        return [one for one in fired if operation in (None, one["operation"])]


class Faults(unittest.TestCase):
    def setUp(self):
        self.faulty = Faulty()
        self.world = World()
        self.families = iter(range(100))

    def batch(self):
        """A family that a service, a rule and a schedule start, and a file that changes it."""
        family = f"{self.world.name}-f{next(self.families)}"
        arn = self.world.register(family)
        self.world.service(family, arn)
        target = {
            "Arn": self.world.cluster, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/starter",
            "EcsParameters": {"TaskDefinitionArn": arn},
        }
        self.world.events.put_rule(Name=family, ScheduleExpression="rate(1 hour)")
        self.world.events.put_targets(Rule=family, Targets=[target | {"Id": "a"}])
        self.schedule(family, target)
        file = self.world.file(definition(family, cpu="512", memory="1024"), f"{family}.json")
        return family, file

    def schedule(self, name, target, **members):
        self.world.scheduler.create_schedule(
            Name=name, ScheduleExpression="rate(1 hour)", FlexibleTimeWindow={"Mode": "OFF"},
            Target=target, **members,
        )

    def deploy(self, family, file, *options):
        return taskdef(
            "deploy", file, "--cluster", self.world.name, "--service", family, "--all-schedules",
            *(options or PATIENT), endpoint=self.faulty.url,
        )

    def where(self, family):
        """The revisions that exist, and those that service, rule and schedule have."""
        ecs = self.world.ecs
        numbers = ecs.list_task_definitions(familyPrefix=family)["taskDefinitionArns"]
        services = ecs.describe_services(cluster=self.world.name, services=[family])["services"]
        targets = self.world.events.list_targets_by_rule(Rule=family)["Targets"]
        schedule = self.world.scheduler.get_schedule(Name=family)
        pinned = [
            services[0]["taskDefinition"], targets[0]["EcsParameters"]["TaskDefinitionArn"],
            schedule["Target"]["EcsParameters"]["TaskDefinitionArn"],
        ]
        return len(numbers), [int(arn.rsplit(":", 1)[1]) for arn in pinned]

    def assert_deployed(self, family, done):
        self.assertEqual(done.status, 0, done)
        self.assertEqual(self.where(family), (2, [2, 2, 2]))

    def test_a_few_faults_of_any_kind_in_every_step(self):
        kinds = {
            "throttled": THROTTLED,
            "reset": {"reset": True},
            "5xx": {"error": {"code": "InternalFailure", "status": 503}},
            "answer lost": {"response": {"abort_frac": 0.3}},
        }
        for kind, fault in kinds.items():
            with self.subTest(kind):
                family, file = self.batch()
                rules = [{"operation": name, "times": 2} | fault for name in OPERATIONS]
                self.faulty.ask("DELETE", "fired")
                self.faulty.rules(*rules)
                self.assert_deployed(family, self.deploy(family, file))
                for name in OPERATIONS:
                    # What was registered is found, and not registered again.
                    found = (kind, name) == ("answer lost", "RegisterTaskDefinition")
                    self.assertEqual(len(self.faulty.fired(name)), 1 if found else 2, name)

    def test_throttled_for_ever(self):
        for name in OPERATIONS:
            with self.subTest(name):
                family, file = self.batch()
                self.faulty.rules({"operation": name} | THROTTLED)
                done = self.deploy(family, file, *PATIENT, "--max-attempts", "3")
                self.assertEqual(done.status, 6, done)
                self.assertIn(f"{name} was throttled", done.stdout + done.stderr)
                self.faulty.rules()
                self.assert_deployed(family, self.deploy(family, file))

    def test_reset_for_ever(self):
        for name in ["DescribeTaskDefinition", "RegisterTaskDefinition", "UpdateService"]:
            with self.subTest(name):
                family, file = self.batch()
                self.faulty.rules({"operation": name, "reset": True})
                done = self.deploy(family, file, *PATIENT, "--max-attempts", "3")
                self.assertEqual(done.status, 6, done)
                self.faulty.rules()
                self.assert_deployed(family, self.deploy(family, file))

    def test_denied_action_by_action(self):
        services = {"PutTargets": "events", "UpdateSchedule": "scheduler"}
        for name in OPERATIONS:
            with self.subTest(name):
                family, file = self.batch()
                self.faulty.rules({"operation": name} | DENIED)
                done = self.deploy(family, file)
                told = done.stdout + done.stderr
                if name in ("ListClusters", "ListEventBuses"):
                    # Only others' rules are not seen then.
                    self.assert_deployed(family, done)
                    self.assertIn(f":{name} is not allowed", told)
                    continue
                self.assertEqual(done.status, 5, done)
                self.assertIn(f":{name}", told)
                self.assertIn('"Effect":"Allow"', told)
                if name in services:
                    self.assertIn(f'"Action":"{services[name]}:{name}"', told)
                    self.assertEqual(self.where(family)[1][0], 2, "the service was moved before")

    def test_a_role_that_may_not_be_passed_is_named(self):
        role = f"arn:aws:iam::{ACCOUNT}:role/task"
        who = f"arn:aws:sts::{ACCOUNT}:assumed-role/Build/session"
        family, file = self.batch()
        message = f"User: {who} is not authorized to perform: iam:PassRole on resource: {role} " \
            "because no identity-based policy allows the iam:PassRole action"
        self.faulty.rules({"operation": "RegisterTaskDefinition", "error": {
            "code": "AccessDeniedException", "status": 400, "message": message,
        }})
        done = self.deploy(family, file)
        self.assertEqual(done.status, 5, done)
        self.assertIn(f"{who} may not pass the role {role} to ecs-tasks.amazonaws.com", done.stdout)
        self.assertIn('"iam:PassedToService":"ecs-tasks.amazonaws.com"', done.stdout)

    def test_credentials_that_are_over_or_unknown(self):
        for code, told in [("ExpiredTokenException", "credentials have expired"),
                           ("UnrecognizedClientException", "does not accept these credentials")]:
            family, file = self.batch()
            self.faulty.rules({"operation": "*", "error": {"code": code, "status": 400}},
                              {"error": {"code": code, "status": 400}})
            done = self.deploy(family, file)
            self.assertEqual(done.status, 5, done)
            self.assertIn(told, done.stderr)

    def test_answers_that_take_too_long(self):
        family, file = self.batch()
        late = {"latency": 600, "times": 1}
        self.faulty.rules(*({"operation": name} | late for name in OPERATIONS))
        hasty = ["--read-timeout", "300ms", "--backoff", "1s"]
        self.assert_deployed(family, self.deploy(family, file, *hasty))
        family, file = self.batch()
        self.faulty.rules({"operation": "UpdateService", "latency": 1200})
        done = self.deploy(family, file, "--read-timeout", "400ms", "--max-attempts", "2")
        self.assertEqual(done.status, 6, done)
        self.assertEqual(self.where(family)[0], 2)

    def test_the_other_commands_survive_throttles_too(self):
        names = ["DescribeRule", "ListTaskDefinitions", "ListServices", "RunTask", "DescribeTasks"]
        family, file = self.batch()
        self.assert_deployed(family, self.deploy(family, file))
        self.faulty.rules(*({"operation": name, "times": 2} | THROTTLED for name in names))
        here = ["--cluster", self.world.name]
        for command, status in [
            (["schedules", family], 0),
            (["rollback", family, *here, "--service", family, "--yes"], 0),
            (["status", *here], 0),
            # Its tasks run for ever.
            (["run", family, *here, "--service", family, "--timeout", "100ms", *QUICK], 7),
        ]:
            done = taskdef(*command, *PATIENT, endpoint=self.faulty.url)
            self.assertEqual(done.status, status, done)
        for name in names:
            self.assertEqual(len(self.faulty.fired(name)), 2, name)

    def test_one_schedule_of_five_fails(self):
        family, file = self.batch()
        old = self.world.ecs.describe_task_definition(taskDefinition=family)
        target = {
            "Arn": self.world.cluster, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/starter",
            "EcsParameters": {"TaskDefinitionArn": old["taskDefinition"]["taskDefinitionArn"]},
        }
        for number in [2, 3, 4, 5]:
            self.schedule(f"{family}-{number}", target, Description=f"number {number}")
        refused = {"code": "ValidationException", "status": 400, "message": "no such time zone"}
        self.faulty.rules({
            "operation": "UpdateSchedule", "body": "Description == 'number 3'", "error": refused,
        })
        done = self.deploy(family, file)
        self.assertEqual(done.status, 5, done)
        self.assertEqual(done.stdout.count(f"{family}:1 → {family}:2"), 6, done)
        self.assertIn(f"schedule default/{family}-3: still starts {family}:1", done.stdout)
        self.assertIn("no such time zone", done.stdout)
        self.assertIn(f"taskdef deploy --revision {family}:2", done.stdout)

    def test_killed_between_register_and_update(self):
        family, file = self.batch()
        self.faulty.rules({"operation": "UpdateService", "timeout_ms": 8000, "times": 1})
        process = subprocess.Popen(
            [TASKDEF, "deploy", file, "--cluster", self.world.name, "--service", family,
             "--all-schedules"],
            env=PLAIN | {"AWS_ENDPOINT_URL": self.faulty.url},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        while not self.faulty.fired("UpdateService") and self.where(family)[0] < 2:
            time.sleep(0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.assertEqual(self.where(family), (2, [1, 1, 1]))
        self.faulty.rules()
        self.assert_deployed(family, self.deploy(family, file))


class Refusals(unittest.TestCase):
    """What microburst can't say, a scripted server does."""

    def setUp(self):
        self.folder = Folder()
        self.file = self.folder.file(definition("batch", cpu="512", memory="1024"))

    def test_a_target_that_eventbridge_did_not_take(self):
        targets = [
            {"Id": name, "Arn": f"{Script.account}:cluster/prod", "RoleArn": "r",
             "EcsParameters": {"TaskDefinitionArn": f"{Script.account}:task-definition/batch:1"}}
            for name in ["a", "b"]
        ]
        failed = {"FailedEntryCount": 1, "FailedEntries": [
            {"TargetId": "b", "ErrorCode": "ConcurrentModificationException", "ErrorMessage": "x"},
        ]}

        def put(asked):
            targets[0] = asked["Targets"][0]
            return failed

        answers = {"ListTargetsByRule": {"Targets": targets}, "PutTargets": put}
        with Script([None], **answers) as script:
            script.add(definition("batch"))
            done = taskdef("deploy", self.file, "--cluster", "prod", "--rule", "nightly",
                           endpoint=script.url)
        self.assertEqual(done.status, 5, done)
        self.assertIn("rule nightly, target a: batch:1 → batch:2", done.stdout)
        self.assertIn("rule nightly, target b: still starts batch:1", done.stdout)
        self.assertIn("ConcurrentModificationException", done.stdout)

    def test_an_answer_that_lacks_what_it_must_hold_is_no_success(self):
        arn = f"{Script.account}:task-definition/batch:1"
        no_definition = {"taskDefinition": {"taskDefinitionArn": arn, "revision": 1}}
        target = {"Id": "a", "Arn": f"{Script.account}:cluster/prod", "RoleArn": "r",
                  "EcsParameters": {"TaskDefinitionArn": arn}}
        for answers, what in [
            ({"DescribeTaskDefinition": {}}, "missing field `taskDefinition`"),
            ({"DescribeTaskDefinition": no_definition}, "answer about batch:1 can't be read"),
            ({"ListTargetsByRule": {}}, "`Targets`"),
            ({"ListTargetsByRule": {"Targets": [{"Id": "a"}]}}, "missing field `Arn`"),
            ({"ListTargetsByRule": {"Targets": [target]}, "PutTargets": {}},
             "missing field `FailedEntryCount`"),
        ]:
            with self.subTest(what), Script([None], **answers) as script:
                script.add(definition("batch"))
                done = taskdef("deploy", self.file, "--cluster", "prod", "--rule", "nightly",
                               "--max-attempts", "1", endpoint=script.url)
            self.assertEqual(done.status, 6, done)
            self.assertIn(what, done.stdout + done.stderr)
            self.assertIn("got no valid answer", done.stdout + done.stderr)

    def test_aws_s_words_show_no_value(self):
        def refuse(asked):
            value = asked["containerDefinitions"][0]["environment"][0]["value"]
            return 400, json.dumps({
                "__type": "ClientException", "message": f"Invalid value {value} for TOKEN",
            }).encode()

        with Script([None], RegisterTaskDefinition=refuse) as script:
            done = taskdef("register", self.file, endpoint=script.url)
        self.assertEqual(done.status, 5, done)
        self.assertIn("Invalid value **** for TOKEN", done.stdout)
        self.assertNotIn("HIDDEN", done.stdout + done.stderr)

    def test_a_rule_that_starts_something_else_is_a_slip(self):
        with Script([None], ListTargetsByRule={"Targets": []}) as script:
            script.add(definition("batch"))
            done = taskdef("deploy", self.file, "--cluster", "prod", "--rule", "nightly",
                           endpoint=script.url)
        self.assertEqual(done.status, 2, done)
        self.assertEqual(script.latest, 1)

    def test_there_has_to_be_a_way_to_aws(self):
        cases = [
            ({"AWS_REGION": "", "AWS_DEFAULT_REGION": ""}, 2, "no AWS region is set"),
            ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, 5, "no AWS credentials"),
            ({"AWS_ENDPOINT_URL": ""}, 2, "AWS_ENDPOINT_URL is not a URL"),
            ({"AWS_CA_BUNDLE": "/dev/null"}, 1, "AWS_CA_BUNDLE"),
            ({"AWS_ENDPOINT_URL": f"http://127.0.0.1:{free_port()}"}, 6, "Connection refused"),
        ]
        for env, status, told in cases:
            with self.subTest(env):
                done = taskdef("fetch", "batch", "--max-attempts", "2", *PATIENT[:2],
                               endpoint="http://127.0.0.1:9", env=env)
                self.assertEqual(done.status, status, done)
                self.assertIn(told, done.stderr)

    def test_region_and_endpoint_may_be_options(self):
        env = {"AWS_REGION": "", "AWS_DEFAULT_REGION": "", "AWS_ENDPOINT_URL": "http://127.0.0.1:9"}
        with Script([None]) as script:
            script.add(definition("batch"))
            done = taskdef("fetch", "batch", "--region", REGION, "--endpoint-url", script.url,
                           env=env)
        self.assertEqual(done.status, 0, done)


if __name__ == "__main__":
    unittest.main()
