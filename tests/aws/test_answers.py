"""Answers that are none: every operation that taskdef calls, with everything that a proxy, a stub or
a fault may answer instead of AWS. None of them is a success."""

import json
import os
import re
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor

from relay import Script
from world import PLAIN, REGION, TASKDEF, Folder, definition, taskdef

PAGE = b"<!DOCTYPE html><html><body>Please sign in. NOT-TO-BE-TOLD</body></html>"
HTML = {"Content-Type": "text/html", "Server": "squid/5.7"}
ELSEWHERE = {"Location": "https://u:NOT-TO-BE-TOLD@portal.example.com/login?id=NOT-TO-BE-TOLD"}

# A success that is none: what was asked for may be done.
UNREAD = {
    "{}": (200, b"{}"),
    "null": (200, b"null"),
    "[]": (200, b"[]"),
    '"text"': (200, b'"text"'),
    "5": (200, b"5"),
    "nothing": (200, b""),
    "half an object": (200, b'{"service": {"serviceName": "we'),
    "too much": (200, b"{}", {"Content-Length": str(300 << 20), "Connection": "close"}),
    "200 and a page": (200, PAGE, HTML),
}
REFUSED = {
    "302": (302, PAGE, HTML | ELSEWHERE),
    "403 and a page": (403, PAGE, HTML),
    "407 and a page": (407, PAGE, HTML),
}
FAULTS = {
    "500": (500, b""),
    "503 and a page": (503, PAGE, HTML),
    "half a body": (200, b'{"service": {', {"Content-Length": "1000", "Connection": "close"}),
}
ANSWERS = UNREAD | REFUSED | FAULTS

HERE = ["--cluster", "prod"]
SERVICE = [*HERE, "--service", "web"]
ONCE = ["--max-attempts", "1"]
QUICK = ["--backoff", "1ms", "--rate", "1000"]
POLL = ["--poll", "1ms"]
# A look that nobody answers is tried again until the time is up, which is soon for these cases alone: on a busy
# machine, the others would be cut off.
LIMITED = [*POLL, "--timeout", "TIME"]
SOON, LATE = "300ms", "2m"

# The commands, each with the operations that it calls and that count.
COMMANDS = {
    "deploy": (
        ["deploy", "FILE", *SERVICE, "--rule", "nightly", "--schedule", "nightly", "--run",
         "--wait", *LIMITED],
        ["DescribeTaskDefinition", "DescribeServices", "ListTargetsByRule", "GetSchedule",
         "RegisterTaskDefinition", "UpdateService", "RunTask", "DescribeTasks", "GetLogEvents",
         "PutTargets", "UpdateSchedule"],
    ),
    "deploy --all": (
        ["deploy", "FILE", *HERE, "--all-services", "--all-schedules"],
        ["ListServices", "ListClusters", "ListEventBuses", "ListRuleNamesByTarget",
         "ListTargetsByRule", "ListSchedules"],
    ),
    "deploy --schedule": (
        ["deploy", "FILE", *HERE, "--schedule", "nightly"],
        ["DescribeClusters"],
    ),
    "deploy --wait": (
        ["deploy", "FILE", *SERVICE, "--wait", *LIMITED],
        ["DescribeServices in --wait"],
    ),
    "deploy --force": (
        ["deploy", "--revision", "batch:1", *SERVICE, "--force-new-deployment"],
        ["UpdateService"],
    ),
    "deploy that fails": (
        ["deploy", "FILE", *SERVICE, "--wait", *POLL],
        ["ListTasks", "DescribeTasks"],
    ),
    "rollback": (
        ["rollback", "batch", *SERVICE],
        ["DescribeServices", "ListServiceDeployments", "DescribeServiceRevisions",
         "DescribeTaskDefinition", "UpdateService"],
    ),
    "rollback --yes": (
        ["rollback", "batch", *HERE, "--schedule", "nightly", "--yes"],
        ["GetSchedule", "ListTaskDefinitions", "DescribeTaskDefinition", "UpdateSchedule"],
    ),
    "rollback of what is under way": (["rollback", "batch", *SERVICE], ["StopServiceDeployment"]),
    "deploy that shifts traffic": (
        ["deploy", "FILE", *SERVICE, "--wait", *POLL], ["DescribeServiceDeployments"],
    ),
    "wait": (["wait", *SERVICE, *POLL], ["DescribeServices"]),
    "continue": (
        ["continue", *SERVICE],
        ["DescribeServices", "ListServiceDeployments", "DescribeServiceDeployments",
         "ContinueServiceDeployment"],
    ),
    "run": (
        ["run", "batch", *HERE, *LIMITED],
        ["DescribeTaskDefinition", "ListSchedules", "RunTask", "DescribeTasks", "GetLogEvents"],
    ),
    "run in a subnet": (["run", "batch", *HERE, "--subnet", "subnet-1", *POLL], ["DescribeClusters"]),
    "deploy --run-first": (
        ["deploy", "FILE", *SERVICE, "--run-first", *LIMITED, "--", "migrate"],
        ["RunTask", "DescribeTasks", "GetLogEvents"],
    ),
    "status": (["status", *HERE], ["ListServices", "DescribeServices"]),
    "schedules": (
        ["schedules", "batch"],
        ["ListClusters", "ListEventBuses", "ListRuleNamesByTarget", "ListTargetsByRule",
         "DescribeRule", "ListSchedules", "GetSchedule"],
    ),
    "fetch": (["fetch", "batch"], ["DescribeTaskDefinition"]),
    "register": (["register", "FILE"], ["DescribeTaskDefinition", "RegisterTaskDefinition"]),
}
LISTS = {
    "ListServices": "nextToken", "ListClusters": "nextToken", "ListTaskDefinitions": "nextToken",
    "ListServiceDeployments": "nextToken",
    "ListEventBuses": "NextToken", "ListRuleNamesByTarget": "NextToken",
    "ListTargetsByRule": "NextToken", "ListSchedules": "NextToken",
    "GetLogEvents": "nextForwardToken",
}
WRITES = ["RegisterTaskDefinition", "UpdateService", "PutTargets", "UpdateSchedule",
          "ContinueServiceDeployment"]

# How a command ends that got such an answer again and again: with 6, but for these.
STATUS = {
    # The task ends as it ends, with its log or without it.
    ("deploy", "GetLogEvents"): 0,
    ("run", "GetLogEvents"): 0,
    ("deploy --run-first", "GetLogEvents"): 0,
    # That the deployment failed is known without the reason.
    ("deploy that fails", "ListTasks"): 8,
    ("deploy that fails", "DescribeTasks"): 8,
    # The tasks tell the end, too.
    ("deploy that shifts traffic", "DescribeServiceDeployments"): 0,
} | {
    # A look that finds nobody is tried again until the time is up.
    ("deploy --wait", "DescribeServices in --wait", name): 7 for name in FAULTS
}
# The same, where what was asked for is done all the same, so that AWS shows it.
SEEN = {(operation, answer): 0 for operation in WRITES for answer in UNREAD} | {
    (operation, answer): 0
    for operation in ("RegisterTaskDefinition", "ContinueServiceDeployment") for answer in FAULTS
}

WAYS_ON = re.compile(r"run the same command again|To go on from here:")


class Account(Script):
    """A family that a service, a rule and a schedule start. What is written is there, so that what
    a command tells can be compared with it."""

    def __init__(self, operation="", answer=None, done=False, times=None, fails=False, limit=None):
        super().__init__([None])
        self.limit = limit or (SOON if answer in FAULTS.values() else LATE)
        operation, _, later = operation.partition(" in ")
        self.bad, self.done, self.times = {operation: answer}, done, times
        self.later, self.fails = later, fails
        self.running, self.deployment, self.target, self.schedule = 1, 0, 1, 1
        self.going = self.shifts = False
        self.waits = True
        self.add(definition("batch"))

    def answer(self, called, request, body):
        bad = self.bad.get(called)
        if self.later and "UpdateService" not in [name for name, _ in self.calls]:
            bad = None
        if bad is None or self.times == 0:
            return super().answer(called, request, body)
        if self.times:
            self.times -= 1
        if self.done or callable(bad):
            good = super().answer(called, request, body)
            return bad(good) if callable(bad) else bad
        self.calls.append((called, None))
        return bad

    def revision(self, arn):
        return int(arn.rsplit(":", 1)[1])

    def on_UpdateService(self, asked):
        self.running = self.revision(asked["taskDefinition"])
        self.deployment += 1
        return self.json({"service": self.now("IN_PROGRESS")})

    def now(self, state):
        service = self.service((f"ecs-svc/{self.deployment}", "PRIMARY", self.running, state))
        if self.shifts:
            service |= {"deploymentConfiguration": {"strategy": "BLUE_GREEN"},
                        "currentServiceDeployment": f"d/{self.running}"}
        return service

    def on_DescribeServices(self, _asked):
        state = "FAILED" if self.fails and self.running > 1 else "COMPLETED"
        state = "IN_PROGRESS" if self.going else state
        return self.json({"services": [self.now(state)], "failures": []})

    def on_ListServices(self, _asked):
        return self.json({"serviceArns": [f"{self.account}:service/prod/web"]})

    def on_ListServiceDeployments(self, _asked):
        newest = "IN_PROGRESS" if self.going else "SUCCESSFUL"
        return self.json({"serviceDeployments": [
            {"serviceDeploymentArn": f"d/{revision}", "targetServiceRevisionArn": f"r:{revision}",
             "status": status, "createdAt": revision}
            for revision, status in [(2, newest), (1, "SUCCESSFUL")]
        ]})

    def on_DescribeServiceDeployments(self, asked):
        status = "AWAITING_ACTION" if self.waits else "SUCCEEDED"
        return self.json({"failures": [], "serviceDeployments": [
            {"serviceDeploymentArn": arn, "status": "IN_PROGRESS",
             "lifecycleHookDetails": [{"hookId": "h", "targetType": "PAUSE", "status": status}]}
            for arn in asked["serviceDeploymentArns"]
        ]})

    def on_ContinueServiceDeployment(self, asked):
        self.waits = False
        return self.json({"serviceDeploymentArn": asked["serviceDeploymentArn"]})

    def on_DescribeServiceRevisions(self, asked):
        return self.json({"failures": [], "serviceRevisions": [
            {"serviceRevisionArn": arn, "taskDefinition": self.arn(self.revision(arn))}
            for arn in asked["serviceRevisionArns"]
        ]})

    def on_DescribeClusters(self, _asked):
        return self.json({"clusters": [{"status": "ACTIVE"}], "failures": []})

    def on_ListTaskDefinitions(self, _asked):
        return self.json({"taskDefinitionArns": [self.arn(number) for number in self.definitions]})

    def on_ListClusters(self, _asked):
        return self.json({"clusterArns": [f"{self.account}:cluster/prod"]})

    def on_ListEventBuses(self, _asked):
        return self.json({"EventBuses": [{"Name": "default"}]})

    def on_ListRuleNamesByTarget(self, _asked):
        return self.json({"RuleNames": ["nightly"]})

    def on_DescribeRule(self, _asked):
        return self.json({"Name": "nightly", "State": "ENABLED", "ScheduleExpression": "rate(1 day)"})

    def starts(self, revision):
        parameters = {"TaskDefinitionArn": self.arn(revision)}
        return {"Arn": f"{self.account}:cluster/prod", "RoleArn": "r", "EcsParameters": parameters}

    def on_ListTargetsByRule(self, _asked):
        return self.json({"Targets": [{"Id": "a"} | self.starts(self.target)]})

    def on_PutTargets(self, asked):
        parameters = asked["Targets"][0]["EcsParameters"]
        self.target = self.revision(parameters["TaskDefinitionArn"])
        return self.json({"FailedEntryCount": 0, "FailedEntries": []})

    def on_ListSchedules(self, _asked):
        target = {"Arn": f"{self.account}:cluster/prod"}
        return self.json({"Schedules": [
            {"GroupName": "default", "Name": "nightly", "Target": target},
        ]})

    def on_GetSchedule(self, _asked):
        return self.json({
            "Name": "nightly", "ScheduleExpression": "rate(1 day)", "State": "ENABLED",
            "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": self.starts(self.schedule),
        })

    def on_UpdateSchedule(self, asked):
        self.schedule = self.revision(asked["Target"]["EcsParameters"]["TaskDefinitionArn"])
        return self.json({"ScheduleArn": "a"})

    def on_RunTask(self, _asked):
        return self.json({"tasks": [{"taskArn": f"{self.account}:task/prod/t1"}], "failures": []})

    def on_ListTasks(self, _asked):
        return self.json({"taskArns": ["t1"]})

    def on_DescribeTasks(self, _asked):
        return self.json({"failures": [], "tasks": [{
            "taskDefinitionArn": self.arn(2), "lastStatus": "STOPPED",
            "containers": [{"name": "app", "exitCode": 0}],
        }]})

    def on_GetLogEvents(self, asked):
        events = [] if "nextToken" in asked else [{"message": "processed 7 rows"}]
        return self.json({"events": events, "nextForwardToken": "f/1"})


def logged(family):
    """A definition whose log is followed."""
    logs = {"logDriver": "awslogs",
            "options": {"awslogs-group": "/g", "awslogs-region": REGION,
                        "awslogs-stream-prefix": "p"}}
    role = "arn:aws:iam::000000000000:role/execution"
    whole = definition(family, cpu="512", memory="1024", executionRoleArn=role)
    whole["containerDefinitions"][0]["logConfiguration"] = logs
    return whole


def with_token(operation, tokens):
    """An answer of a list, with the next of these tokens again and again."""
    def answer(good):
        status, body = good
        tokens.append(tokens.pop(0))
        page = json.loads(body) | {LISTS[operation]: tokens[-1]}
        if operation == "GetLogEvents":
            page["events"] = [{"message": "processed 7 rows"}]
        return status, json.dumps(page).encode()

    return answer


class Answers(unittest.TestCase):
    def setUp(self):
        self.folder = Folder()
        self.file = self.folder.file(logged("batch"))

    def run_command(self, command, account, *options):
        words = {"FILE": self.file, "TIME": account.limit}
        arguments = [words.get(word, word) for word in COMMANDS[command][0]]
        # What is behind `--` is a command.
        at = arguments.index("--") if "--" in arguments else len(arguments)
        arguments, command_of_task = arguments[:at], arguments[at:]
        if command.startswith("rollback"):
            account.add(definition("batch"))
            account.running = account.schedule = 2
            account.going = command.endswith("under way")
        if command == "run":
            account.add(logged("batch"))
        account.fails = command == "deploy that fails"
        account.shifts = command == "deploy that shifts traffic"
        account.going = account.going or command == "continue"
        with account:
            return taskdef(*arguments, *(options or ONCE), *QUICK, *command_of_task, endpoint=account.url)

    def each(self, cases):
        """Runs cases, as many at a time as there are cores: (command, account, expected status)."""
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            ran = pool.map(lambda case: self.run_command(case[1], case[2], *case[4:]), cases)
            for (name, command, account, status, *_), done in zip(cases, ran):
                with self.subTest(command, answer=name):
                    self.assertEqual(done.status, status, done)
                    self.assert_true_to(account, done)

    def assert_true_to(self, account, done):
        """What a command says is so, and it says how to go on."""
        told = done.stdout + done.stderr
        if done.status in (6, 7):
            self.assertRegex(told, WAYS_ON, done)
        for hidden in ["NOT-TO-BE-TOLD", "<html", "panicked"]:
            self.assertNotIn(hidden, told, done)
        moved = [
            ("service web", account.running), ("rule nightly, target a", account.target),
            ("schedule default/nightly", account.schedule),
        ]
        for what, revision in moved:
            if re.search(rf"{what}: batch:1 → batch:2(,|;|$)", told, re.M):
                self.assertEqual(revision, 2, done)
            if re.search(rf"{what}: still (starts|runs) batch:1", told):
                self.assertEqual(revision, 1, done)
        if "registered as batch:2" in told:
            self.assertEqual(account.latest, 2, done)

    def test_an_answer_that_is_none_is_no_success(self):
        self.each([
            (f"{operation}: {name}", command, Account(operation, answer),
             STATUS.get((command, operation, name), STATUS.get((command, operation), 6)))
            for command, (_, operations) in COMMANDS.items()
            for operation in operations
            for name, answer in ANSWERS.items()
        ])

    def test_what_is_done_all_the_same_is_seen(self):
        self.each([
            (f"{operation}: {name}", command, Account(operation, answer, done=True),
             SEEN.get((operation, name), 6))
            for operation in WRITES
            for command in ["deploy", "deploy --force", "rollback", "rollback --yes", "register", "continue"]
            if operation in COMMANDS[command][1]
            for name, answer in ANSWERS.items()
        ])

    def test_an_answer_that_is_none_once_is_asked_for_again(self):
        self.each([
            (f"{operation}: {name}", "deploy", Account(operation, answer, times=1), 0,
             "--max-attempts", "2")
            for operation in COMMANDS["deploy"][1]
            for name, answer in (UNREAD | FAULTS).items()
            # These are whole answers: what they say is judged, and not asked for again.
            if name not in ("{}", "too much")
        ])

    def test_what_an_answer_has_to_hold(self):
        """Half the truth: each is an object, and one member is not what it must be."""
        old, count = {"service": "OLD"}, {"FailedEntries": []}
        for operation, page, told in [
            ("UpdateService", {}, "`service`"),
            ("UpdateService", {"service": []}, "`service`"),
            ("UpdateService", old, "the answer does not show batch:2, and the service still runs"),
            ("PutTargets", count, "missing field `FailedEntryCount`, and the target still starts"),
            ("PutTargets", {"FailedEntryCount": "0"}, "and the target still starts batch:1"),
            ("PutTargets", {"FailedEntryCount": 1}, "1 of 1 targets failed, and the target still"),
            ("UpdateSchedule", {"ScheduleArn": None}, "`ScheduleArn`"),
            ("RunTask", {"tasks": [], "failures": []}, "neither a task nor a failure"),
            ("RunTask", {"tasks": [{}]}, "missing field `taskArn`"),
            ("DescribeTasks", {"tasks": []}, "says nothing of the task"),
            ("DescribeServices", {"services": []}, "says nothing of service web"),
            ("ListTargetsByRule", {"Targets": [["a", "b", ["c"]]]}, "no object"),
            ("ListTargetsByRule", {"Targets": [
                {"Id": "a", "Arn": "b", "EcsParameters": ["c"]},
            ]}, "no object"),
            ("GetSchedule", {"Target": {"Arn": "b", "EcsParameters": ["c"]}}, "no object"),
        ]:
            account = Account(operation)
            if page is old:
                page = {"service": account.now("COMPLETED")}
            account.bad = {operation: (200, json.dumps(page).encode())}
            with self.subTest(operation, page=page):
                done = self.run_command("deploy", account)
                refused = page == {"FailedEntryCount": 1}
                self.assertEqual(done.status, 5 if refused else 6, done)
                self.assertIn(told, done.stdout + done.stderr)
                self.assert_true_to(account, done)

    def test_a_list_whose_pages_go_round_ends(self):
        for tokens in (["a"], ["a", "b"]):
            self.each([
                (f"{operation}: {tokens}", command,
                 Account(operation, with_token(operation, list(tokens))),
                 STATUS.get((command, operation), 6))
                for command, (_, operations) in COMMANDS.items()
                for operation in operations
                if operation in LISTS
            ])

    def test_a_log_that_takes_longer_than_the_timeout_hides_no_end(self):
        def late(good):
            time.sleep(0.5)
            return good

        self.each([("late", command, Account("GetLogEvents", late, limit=SOON), 0)
                   for command in ["run", "deploy --run-first", "deploy"]])

    def test_a_list_that_goes_round_says_so(self):
        for operation in ["ListSchedules", "ListClusters"]:
            account = Account(operation, with_token(operation, ["a", "b"]))
            done = self.run_command("schedules", account)
            self.assertIn(f"{operation} got no valid answer: the same page token came twice",
                          done.stderr)

    def test_a_proxy_is_told_from_aws(self):
        for name, told in {
            "302": "HTTP 302 to portal.example.com (squid/5.7)",
            "403 and a page": "HTTP 403 (squid/5.7)",
            "407 and a page": "HTTP 407 (squid/5.7)",
            "200 and a page": "HTTP 200 (squid/5.7) and a web page",
        }.items():
            done = self.run_command("fetch", Account("DescribeTaskDefinition", ANSWERS[name]))
            self.assertIn("DescribeTaskDefinition got no answer from AWS: "
                          f"a proxy or another server answered with {told}", done.stderr)
            self.assertIn("NO_PROXY", done.stderr)
        for name in ["500", "503 and a page"]:
            done = self.run_command("fetch", Account("DescribeTaskDefinition", ANSWERS[name]))
            self.assertIn(f"got no valid answer: HTTP {name[:3]}", done.stderr)

    def test_only_what_may_pass_is_tried_again(self):
        for name, requests in {
            "null": 3, "half an object": 3, "half a body": 3, "200 and a page": 3, "500": 3,
            "503 and a page": 3, "{}": 1, "too much": 1, "302": 1, "403 and a page": 1,
            "407 and a page": 1,
        }.items():
            with self.subTest(name):
                account = Account("DescribeTaskDefinition", ANSWERS[name])
                done = self.run_command("fetch", account, "--max-attempts", "3")
                self.assertEqual(done.status, 6, done)
                self.assertEqual(len(account.calls), requests)

    def test_what_names_a_code_or_a_request_is_aws_s(self):
        for answer, told in [
            ((403, b'{"__type": "AccessDeniedException"}'), "(AccessDeniedException)"),
            ((403, b'{"code": "AccessDeniedException"}'), "(AccessDeniedException)"),
            ((403, b"", {"x-amzn-ErrorType": "AccessDeniedException:"}), "(AccessDeniedException)"),
            ((400, PAGE, {"x-amzn-RequestId": "1"}), "was refused"),
        ]:
            done = self.run_command("fetch", Account("DescribeTaskDefinition", answer))
            self.assertEqual(done.status, 5, done)
            self.assertIn(told, done.stderr)

    def test_a_task_whose_start_was_not_told_is_not_lightly_started_again(self):
        for command in ["run", "deploy", "deploy --run-first"]:
            for name in ["{}", "null", "half a body", "200 and a page"]:
                account = Account("RunTask", ANSWERS[name], done=True)
                done = self.run_command(command, account)
                self.assertIn("list-tasks --cluster prod --started-by taskdef",
                              done.stdout + done.stderr)

    def test_a_task_that_aws_does_not_show_at_once_is_waited_for(self):
        missing = {"tasks": [], "failures": [{"arn": "t1", "reason": "MISSING"}]}
        missing = (200, json.dumps(missing).encode())
        for times, status in [(3, 0), (None, 6)]:
            account = Account("DescribeTasks", missing, times=times)
            done = self.run_command("run", account)
            self.assertEqual(done.status, status, done)

    def test_a_large_answer_is_not_read_whole(self):
        body = b'{"x": "' + b"x" * (100 << 20) + b'"}'
        until_closed = {"Content-Length": None, "Connection": "close"}
        with Account("DescribeTaskDefinition", (200, body, until_closed)) as account:
            # With 80 MiB of memory.
            done = subprocess.run(
                ["sh", "-c", 'ulimit -d 81920; exec "$@"', "sh", TASKDEF, "fetch", "batch", *ONCE],
                env=PLAIN | {"AWS_ENDPOINT_URL": account.url}, capture_output=True, text=True,
            )
        self.assertEqual(done.returncode, 6, done)
        self.assertIn("the answer has more than 16 MiB", done.stderr)

    def test_no_password_of_a_url_is_told(self):
        secret = "u:NOT-TO-BE-TOLD"
        for operation, answer in [("UpdateService", ANSWERS["403 and a page"]), ("", None)]:
            with Account(operation, answer) as account:
                url = account.url.replace("//", f"//{secret}@")
                wait = [*SERVICE, "--wait", "--timeout", "0s"] if not operation else SERVICE
                done = taskdef("deploy", self.file, *wait, *ONCE, *QUICK, "--endpoint-url", url)
                if operation:
                    self.assertRegex(done.stdout, f"--endpoint-url {account.url}[ \\n]")
                self.assertNotIn("NOT-TO-BE-TOLD", done.stdout + done.stderr)
        for url in [f"http://{secret}@[::1", f"http://{secret}@", f"http://{secret} x@127.0.0.1:9"]:
            for where in ({"AWS_ENDPOINT_URL": url}, {"AWS_ENDPOINT_URL_ECS": url}):
                done = taskdef("fetch", "batch", *ONCE, env=where)
                self.assertEqual(done.status, 2, done)
                self.assertIn(f"{list(where)[-1]} is not a URL", done.stderr)
            file = self.folder.file(f"[default]\nendpoint_url = {url}\n", "config")
            done = subprocess.run(
                [TASKDEF, "fetch", "batch", *ONCE], env=PLAIN | {"AWS_CONFIG_FILE": str(file)},
                capture_output=True, text=True,
            )
            self.assertEqual(done.returncode, 6, done)
            self.assertIn("failed to apply endpoint", done.stderr)
            self.assertNotIn("NOT-TO-BE-TOLD", done.stdout + done.stderr)
        for url in [f"http://{secret}@127.0.0.1:9", f"http://{secret}@nowhere.invalid:9"]:
            for env in ({"HTTPS_PROXY": url, "AWS_ENDPOINT_URL": "https://ecs.example.com"},
                        {"HTTP_PROXY": url, "AWS_ENDPOINT_URL": "http://ecs.example.com"},
                        {"AWS_ENDPOINT_URL": url}):
                done = taskdef("fetch", "batch", *ONCE, env=env)
                self.assertEqual(done.status, 6, done)
                self.assertNotIn("NOT-TO-BE-TOLD", done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
