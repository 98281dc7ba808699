"""Rollouts that no emulator plays: a scripted server goes through the states of ECS."""

import json
import re
import signal
import subprocess
import time
import unittest

from relay import Script, error
from world import PLAIN, QUICK, TASKDEF, Folder, definition, taskdef

WHERE = ["--cluster", "prod", "--service", "web"]
OLD = ("ecs-svc/0", "PRIMARY", 1, "COMPLETED")
GOING = ("ecs-svc/2", "PRIMARY", 2, "IN_PROGRESS")
DONE = ("ecs-svc/2", "PRIMARY", 2, "COMPLETED")
FAILED = ("ecs-svc/2", "ACTIVE", 2, "FAILED")
STOPPED = {
    "ListTasks": {"taskArns": ["t"]},
    "DescribeTasks": {"tasks": [{
        "taskDefinitionArn": f"{Script.account}:task-definition/batch:2",
        "lastStatus": "STOPPED",
        "stoppedReason": "Essential container in task exited",
        "containers": [{"name": "app", "exitCode": 137, "reason": "OutOfMemory"}],
    }]},
}


class Rollouts(unittest.TestCase):
    def setUp(self):
        self.folder = Folder()
        self.file = self.folder.file(definition("batch", cpu="512", memory="1024"))

    def script(self, *looks, **answers):
        """A service that runs revision 1 at first, and then the looks."""
        script = Script([lambda s: s.service(OLD), *looks], **answers)
        script.add(definition("batch"))
        return script

    def deploy(self, script, *arguments):
        return taskdef("deploy", self.file, *WHERE, "--wait", *QUICK, *arguments,
                       endpoint=script.url)

    def look(self, *deployments, **members):
        return lambda script: script.service(*deployments, **members)

    def test_success_is_our_own_deployment_being_complete(self):
        looks = [self.look(GOING), self.look(GOING, events=["started 1 task"]), self.look(DONE)]
        with self.script(*looks) as script:
            done = self.deploy(script)
        self.assertEqual(done.status, 0, done)
        self.assertIn("started 1 task", done.stderr)
        self.assertIn("0 of 1 running, 1 pending, IN_PROGRESS", done.stderr)
        self.assertIn("batch:1 → batch:2, done in", done.stdout)

    def test_what_stops_mean_is_told_once_a_kind(self):
        back = ("ecs-svc/1", "PRIMARY", 1, "IN_PROGRESS")
        full = "(service web) was unable to place a task because no container instance met all of its requirements."
        for words, mark in [([], "what it means: "), (["--lang", "ja"], "意味と対処: ")]:
            looks = [self.look(GOING, events=[full, full + " The end."]), self.look(back, FAILED)]
            with self.script(*looks, **STOPPED) as script:
                done = self.deploy(script, *words)
            self.assertEqual(done.status, 8, done)
            self.assertEqual(done.stderr.count(mark), 1, done)
            self.assertIn("[no-place]", done.stderr)
            [line] = [line for line in done.stdout.splitlines() if mark in line]
            self.assertTrue(line.startswith(f"    {mark}") and line.endswith("[killed]"), done)
            with self.script(*looks, **STOPPED) as script:
                done = self.deploy(script, *words, "--format", "json")
            [service] = done.json()["families"][0]["services"]
            self.assertEqual([meaning["id"] for meaning in service["meanings"]], ["killed"], done)

    def test_answers_that_lag_behind_are_no_rollback(self):
        looks = [self.look(OLD), self.look(OLD), self.look(GOING), self.look(DONE)]
        with self.script(*looks) as script:
            self.assertEqual(self.deploy(script).status, 0)

    def test_a_circuit_breaker_is_a_failure(self):
        back = ("ecs-svc/3", "PRIMARY", 1, "COMPLETED")
        with self.script(self.look(GOING), self.look(back, FAILED), **STOPPED) as script:
            done = self.deploy(script)
        self.assertEqual(done.status, 8, done)
        self.assertIn("batch:2 failed; batch:1 was put back", done.stdout)
        self.assertIn("app exited with 137 (OutOfMemory)", done.stdout)
        self.assertNotIn("To go on", done.stdout)

    def test_a_failure_is_rolled_back_on_request(self):
        failed = ("ecs-svc/2", "PRIMARY", 2, "FAILED")
        for arguments, last in [((), 2), (("--on-failure", "rollback"), 1)]:
            with self.script(self.look(GOING), self.look(failed), **STOPPED) as script:
                done = self.deploy(script, *arguments)
            self.assertEqual(done.status, 8, done)
            self.assertEqual(script.updated[-1], script.arn(last))

    def test_stuck_in_progress_is_a_time_out_that_says_how_to_go_on(self):
        with self.script(self.look(GOING)) as script:
            done = self.deploy(script, "--timeout", "300ms")
            self.assertEqual(done.status, 7, done)
            self.assertIn("the deployment goes on", done.stdout)
            command = re.search(r"^  taskdef (deploy --revision .*)$", done.stdout, re.M)[1]
            script.looks[:] = [script.service(DONE)]
            on = taskdef(*command.split(), *QUICK, endpoint=script.url)
        self.assertEqual(on.status, 0, on)
        self.assertEqual(script.latest, 2)

    def test_a_time_out_is_rolled_back_on_request(self):
        with self.script(self.look(GOING)) as script:
            done = self.deploy(script, "--timeout", "200ms", "--on-failure", "rollback")
        self.assertEqual(done.status, 8, done)
        self.assertEqual(script.updated, [script.arn(2), script.arn(1)])

    def test_others_may_deploy_meanwhile(self):
        other = ("ecs-svc/9", "PRIMARY", 9, "COMPLETED")
        with self.script(self.look(GOING), self.look(other)) as script:
            done = self.deploy(script)
        self.assertEqual(done.status, 8, done)
        self.assertIn("it is to run batch:9 now", done.stdout)

    def test_the_service_may_vanish(self):
        for gone in [None, lambda s: s.service(status="INACTIVE")]:
            with self.script(self.look(GOING), gone) as script:
                done = self.deploy(script)
            self.assertEqual(done.status, 8, done)
            self.assertIn("it was deleted meanwhile", done.stdout)

    def test_an_inactive_service_is_told_before_anything_is_registered(self):
        with Script([lambda s: s.service(OLD, status="INACTIVE")]) as script:
            script.add(definition("batch"))
            done = self.deploy(script)
        self.assertEqual(done.status, 5, done)
        self.assertIn("service web is INACTIVE", done.stderr)
        self.assertEqual(script.latest, 1)

    def test_schedules_move_only_after_the_service_is_well(self):
        with self.script(self.look(GOING), self.look(("ecs-svc/2", "PRIMARY", 2, "FAILED")),
                         **self.schedules()) as script:
            done = self.deploy(script, "--schedule", "nightly")
        self.assertEqual(done.status, 8, done)
        self.assertIn("schedule default/nightly: still starts batch:1", done.stdout)
        self.assertNotIn("UpdateSchedule", [name for name, _ in script.calls])

    def schedules(self, **answers):
        schedule = {
            "Name": "nightly", "GroupName": "default", "Arn": "a", "CreationDate": 1,
            "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": {"Mode": "OFF"},
            "StartDate": 1_600_000_000, "FieldOfTomorrow": {"kept": True},
            "Target": {
                "Arn": f"{Script.account}:cluster/prod", "RoleArn": "r",
                "EcsParameters": {
                    "TaskDefinitionArn": f"{Script.account}:task-definition/batch:1",
                    "NetworkConfiguration": {"awsvpcConfiguration": {"Subnets": ["s"]}},
                },
            },
        }

        def update(asked):
            schedule["Target"] = asked["Target"]
            return {"ScheduleArn": "a"}

        return {"GetSchedule": lambda _asked: schedule, "UpdateSchedule": update} | answers

    def test_a_start_that_has_passed_is_left_out_if_aws_refuses_it(self):
        answers = self.schedules()

        def update(asked):
            if "StartDate" in asked:
                return error("ValidationException", "The StartDate you specify cannot be earlier "
                                                    "than 5 minutes ago.")
            return answers["UpdateSchedule"](asked)

        with self.script(**answers | {"UpdateSchedule": update}) as script:
            done = taskdef("deploy", self.file, "--cluster", "prod", "--schedule", "nightly",
                           endpoint=script.url)
        self.assertEqual(done.status, 0, done)
        self.assertIn("its start date has passed", done.stdout)
        sent = [asked for name, asked in script.calls if name == "UpdateSchedule"]
        expected = self.schedules()["GetSchedule"](None)
        for member in ["Name", "Arn", "CreationDate"]:
            del expected[member]
        expected["Target"]["EcsParameters"]["TaskDefinitionArn"] = script.arn(2)
        self.assertEqual(sent[0], expected)
        del expected["StartDate"]
        self.assertEqual(sent[1], expected)

    def test_unpin_lets_a_schedule_follow_the_latest(self):
        with self.script(**self.schedules()) as script:
            done = taskdef("deploy", self.file, "--cluster", "prod", "--schedule", "nightly",
                           "--unpin", endpoint=script.url)
        self.assertEqual(done.status, 0, done)
        sent = [asked for name, asked in script.calls if name == "UpdateSchedule"]
        pinned = sent[0]["Target"]["EcsParameters"]["TaskDefinitionArn"]
        self.assertEqual(pinned, f"{Script.account}:task-definition/batch")

    def test_run_starts_the_task_as_its_schedule_does_and_ends_as_it_ends(self):
        states = [{"lastStatus": "PENDING"}, {"lastStatus": "RUNNING"}]

        def describe(_asked):
            if len(states) > 1:
                return {"tasks": [states.pop(0)]}
            return {"tasks": [{"lastStatus": "STOPPED", "stoppedReason": "Essential container",
                               "containers": [{"name": "app", "exitCode": 3}]}]}

        log = {"events": [{"message": "processed 7 rows"}], "nextForwardToken": "f/1"}
        answers = self.schedules(
            RunTask={"tasks": [{"taskArn": f"{Script.account}:task/prod/t1"}]},
            DescribeTasks=describe,
            GetLogEvents=lambda asked: {"events": [], "nextForwardToken": "f/1"}
            if "nextToken" in asked else log,
        )
        logged = definition("batch")
        logged["containerDefinitions"][0]["logConfiguration"] = {
            "logDriver": "awslogs", "options": {"awslogs-group": "/g", "awslogs-stream-prefix": "p",
                                                "awslogs-region": "eu-west-1"},
        }
        with Script([None], **answers) as script:
            script.add(logged)
            done = taskdef("run", "batch", "--cluster", "prod", "--schedule", "nightly", *QUICK,
                           endpoint=script.url)
        self.assertEqual(done.status, 3, done)
        self.assertEqual(done.stdout, "processed 7 rows\n")
        sent = [asked for name, asked in script.calls if name == "RunTask"][0]
        self.assertEqual(sent["networkConfiguration"], {"awsvpcConfiguration": {"subnets": ["s"]}})
        read = [asked for name, asked in script.calls if name == "GetLogEvents"][0]
        self.assertEqual(read["logStreamName"], "p/app/t1")

    def test_nothing_that_aws_answers_is_a_command_of_a_ci_system(self):
        hidden = "\u202e\u2028\u00ad\x9b"
        for words in ["::add-mask::x", "##[add-mask]x", "##vso[task.complete]x", hidden]:
            log = {"events": [{"message": words}], "nextForwardToken": "f/1"}
            answers = self.schedules(
                RunTask={"tasks": [{"taskArn": f"{Script.account}:task/prod/t1"}]},
                DescribeTasks={"tasks": [{
                    "lastStatus": "STOPPED", "stoppedReason": words,
                    "containers": [{"name": "app", "exitCode": 0, "reason": words}],
                }]},
                GetLogEvents=lambda asked, log=log: {"events": [], "nextForwardToken": "f/1"}
                if "nextToken" in asked else log,
            )
            logged = definition("batch")
            logged["containerDefinitions"][0] |= {"logConfiguration": {
                "logDriver": "awslogs",
                "options": {"awslogs-group": "/g", "awslogs-stream-prefix": "p"},
            }}
            shown = []
            with Script([None], **answers) as script:
                script.add(logged)
                shown.append(taskdef("run", "batch", "--cluster", "prod", "--schedule", "nightly",
                                     *QUICK, endpoint=script.url))
            refused = error("ClientException", words)
            with self.script(RegisterTaskDefinition=lambda _asked: refused) as script:
                shown.append(taskdef("register", self.file, endpoint=script.url))
            denied = f"User: {words} is not authorized to perform: ecs:x on resource: {words}"
            denied = error("AccessDeniedException", denied)
            with self.script(DescribeTaskDefinition=lambda _asked: denied) as script:
                shown.append(taskdef("fetch", "batch", endpoint=script.url))
            looks = [self.look(GOING, events=[words]), self.look(DONE)]
            with self.script(*looks) as script:
                shown.append(self.deploy(script))
                shown.append(taskdef("status", "--cluster", "prod", "--format", "json",
                                     endpoint=script.url))
            for done in shown:
                self.assertNotIn(words, [line.strip() for line in done.stdout.splitlines()], done)
                self.assertNotIn(words, [line.strip() for line in done.stderr.splitlines()], done)
                for sign in ["##[", "##vso[", *hidden]:
                    self.assertNotIn(sign, done.stdout + done.stderr)
            # The log's line, and the service's event.
            self.assertIn("\\u{", shown[0].stdout)
            self.assertIn("\\u{", shown[3].stderr)

    def test_a_task_that_fails_keeps_the_schedules_where_they_are(self):
        for code, status, told in [(1, 8, "still starts batch:1"), (0, 0, "batch:1 → batch:2")]:
            answers = self.schedules(
                RunTask={"tasks": [{"taskArn": f"{Script.account}:task/prod/t1"}]},
                DescribeTasks={"tasks": [{
                    "lastStatus": "STOPPED", "containers": [{"name": "app", "exitCode": code}],
                }]},
            )
            with self.script(**answers) as script:
                done = taskdef("deploy", self.file, "--cluster", "prod", "--schedule", "nightly",
                               "--run", *QUICK, endpoint=script.url)
            self.assertEqual(done.status, status, done)
            self.assertIn(f"schedule default/nightly: {told}", done.stdout)

    def test_ctrl_c_tells_what_is_under_way(self):
        with self.script(self.look(GOING)) as script:
            process = subprocess.Popen(
                [TASKDEF, "deploy", self.file, *WHERE, "--wait", "--poll", "60s"],
                env=PLAIN | {"AWS_ENDPOINT_URL": script.url},
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            # It looks once, and then sleeps for a minute.
            while [name for name, _ in script.calls].count("DescribeServices") < 2:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=20)
        self.assertEqual(process.returncode, 130, err)
        self.assertIn("is under way; the deployment goes on", out)
        on = "taskdef deploy --revision batch:2 --cluster prod --service web --wait"
        self.assertIn(on, out)

    def test_a_second_ctrl_c_ends_at_once(self):
        def slow(_asked):
            time.sleep(5)

        with self.script(self.look(GOING), DescribeServices=slow) as script:
            process = subprocess.Popen(
                [TASKDEF, "deploy", self.file, *WHERE, "--wait"],
                env=PLAIN | {"AWS_ENDPOINT_URL": script.url},
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            while not any(name == "DescribeServices" for name, _ in script.calls):
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            time.sleep(0.3)
            self.assertIsNone(process.poll())
            process.send_signal(signal.SIGINT)
            self.assertEqual(process.wait(2), 130)

    def test_who_else_owns_it_is_told(self):
        stack = {"key": "aws:cloudformation:stack-name", "value": "batch-stack"}
        terraform = {"key": "ManagedBy", "value": "Terraform"}
        for tag, owner in [(stack, "the CloudFormation stack batch-stack"),
                           (terraform, "Terraform")]:
            with Script([lambda s: s.service(DONE) | {"tags": [tag]}]) as script:
                script.add(definition("batch", tags=[tag]))
                done = taskdef("deploy", self.file, *WHERE, "--dry-run", endpoint=script.url)
            self.assertIn(f"{owner} manages this task definition", done.stdout)
            self.assertIn(f"{owner} manages this service", done.stdout)

    def test_json_is_all_that_stdout_holds(self):
        with self.script(self.look(GOING), self.look(DONE)) as script:
            done = self.deploy(script, "--format", "json")
        self.assertEqual(done.stderr, "")
        outcome = json.loads(done.stdout)
        self.assertEqual(outcome["families"][0]["services"][0]["state"], "deployed")


if __name__ == "__main__":
    unittest.main()
