"""What a run has other than its definition reaches AWS as it was given, and is shown nowhere."""

import itertools
import json
import random
import shlex
import signal
import subprocess
import unittest

from relay import Script, Wire, error
from test_values import AROUND, FORMS, REFUSALS, Values
from world import PLAIN, QUICK, TASKDEF, Folder, World, aws, definition, ministack, taskdef

HERE = ["--cluster", "prod", "--subnet", "subnet-1", "--launch-type", "FARGATE"]
AWKWARD = [
    "", " ", "a b", "\"", "'", "\\", "$HOME", "${HOME}", "`id`", "$(id)", "a=b", "=", "-x", "--", "--env", "--cluster=x",
    "two\nlines", "tab\there", "\r\n", "\x01\x1b[31m", "é", "データベース", "\U0001f980", "\u202e", "%s", "!", "*", "~", "a:b", "app:x",
    "[\"json\"]", "{\"a\": 1}", "null", "0", "x" * 500,
]
# A variable of a process, and a line of a file, can't hold these.
LINES = [value for value in AWKWARD if not set(value) & set("\r\n")]


class Tasks(Script):
    """Starts what is asked for, and says what it is told to say of it."""

    def __init__(self, **answers):
        super().__init__([None], **answers)
        self.add(definition("batch"))

    def on_RunTask(self, _asked):
        return self.json({"tasks": [{"taskArn": f"{self.account}:task/prod/t1"}], "failures": []})

    def on_DescribeTasks(self, asked):
        return self.json({"failures": [], "tasks": [
            {"taskArn": arn, "lastStatus": "STOPPED", "containers": [{"name": "app", "exitCode": 0}]}
            for arn in asked["tasks"]
        ]})

    def on_DescribeServices(self, _asked):
        look = ("ecs-svc/1", "PRIMARY", self.latest, "COMPLETED")
        return self.json({"services": [self.service(look)], "failures": []})

    def override(self):
        """That of the only container of the last task."""
        asked = [asked for called, asked in self.calls if called == "RunTask"][-1]
        [override] = asked["overrides"]["containerOverrides"]
        self.calls.clear()
        return override


def pairs(variables):
    return sorted((variable["name"], variable["value"]) for variable in variables)


class Run(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Folder()

    def test_a_command_arrives_as_given(self):
        chance = random.Random(18)
        commands = [AWKWARD] + [chance.choices(AWKWARD, k=chance.randrange(1, 9)) for _ in range(20)]
        with Tasks() as script:
            for command in commands:
                for words in (["--", *command], ["--command", json.dumps(command)],
                              ["--command", "app=" + json.dumps(command)]):
                    done = taskdef("run", "batch", *HERE, *QUICK, *words, endpoint=script.url)
                    with self.subTest(words=words[:1], command=command):
                        self.assertEqual(done.status, 0, done)
                        self.assertEqual(script.override(), {"name": "app", "command": command})

    def test_variables_arrive_as_given(self):
        values = {f"V{number}": value for number, value in enumerate(AWKWARD)}
        lines = {f"V{number}": value for number, value in enumerate(LINES)}
        file = self.folder.file("".join(f"{name}={value}\n" for name, value in lines.items()), "a.env")
        given = [f"{prefix}{name}={value}" for prefix, (name, value) in
                 zip(itertools.cycle(["", "app:"]), values.items())]
        for expected, words, env in [
            (values, [word for pair in given for word in ("--env", pair)], {}),
            (values, [word for name in values for word in ("--env", name)], values),
            (lines, ["--env-file", file], {}),
            (lines, ["--env-file", f"app={file}"], {}),
        ]:
            with Tasks() as script:
                done = taskdef("run", "batch", *HERE, *QUICK, *words, env=env, endpoint=script.url)
                self.assertEqual(done.status, 0, done)
                override = script.override()
                self.assertEqual(pairs(override["environment"]), sorted(expected.items()))
                if words[0] == "--env":
                    first = [word.replace("--env", "--run-first-env") for word in words[0::2]]
                    words = [word for pair in zip(first, words[1::2]) for word in pair]
                    file = self.folder.file(definition("batch"))
                    done = taskdef("deploy", file, "--cluster", "prod", "--service", "web", *QUICK,
                                   "--run-first", *words, "--", "migrate", env=env, endpoint=script.url)
                    self.assertEqual(done.status, 0, done)
                    override = script.override()
                    self.assertEqual(override["command"], ["migrate"])
                    self.assertEqual(pairs(override["environment"]), sorted(expected.items()))

    def test_no_nul_and_no_more_than_ecs_takes_is_sent(self):
        nul = self.folder.file("A=HIDDEN\0\n", "a.env")
        around = len('[{"environment":[{"name":"A","value":""}],"name":"app"}]')
        for words, status, told in [
            (["--env-file", nul], 2, "has a NUL character"),
            (["--command", '["\\u0000"]'], 2, "has a NUL character"),
            (["--env", "=HIDDEN"], 2, "a name for `environment` is empty"),
            (["--env", f"A={'é' * (8192 - around)}"], 0, "exited with 0"),
            (["--env", f"A={'é' * (8193 - around)}"], 2, "8193 characters as JSON, and ECS takes 8192"),
        ]:
            with Tasks() as script:
                done = taskdef("run", "batch", *HERE, *QUICK, *words, endpoint=script.url)
                self.assertEqual(done.status, status, done)
                self.assertIn(told, done.stderr)
                self.assertNotIn("HIDDEN", done.stdout + done.stderr)
                self.assertEqual("RunTask" in [called for called, _ in script.calls], status == 0)

    def test_a_file_of_many_variables_is_refused_at_once(self):
        file = self.folder.file("".join(f"{number}=\n" for number in range(120_000)), "a.env")
        with Tasks() as script:
            done = taskdef("run", "batch", *HERE, "--env-file", file, endpoint=script.url)
            self.assertEqual(done.status, 2, done)

    def test_no_value_is_shown(self):
        order = itertools.cycle([1, -1])
        formats = itertools.cycle(["text", "json"])
        for form in FORMS:
            values = Values(7)
            env = {"SECRET": values.new(), "PLAIN": values.plain()}
            words = ["--env", "SECRET", "--env", f"B={values.new()}", "--env", "PLAIN", "--tag", f"k={values.plain()}"]
            words += ["--", "migrate", values.new(), f"--password={values.plain()}"]
            said = AROUND + values.words(form, next(order))
            task = {"lastStatus": "STOPPED", "stoppedReason": said,
                    "containers": [{"name": "app", "exitCode": 1, "reason": said}]}
            for answers, status in [
                ({"RunTask": {"tasks": [], "failures": [{"reason": said, "detail": said}]}}, 5),
                ({"DescribeTasks": {"tasks": [task]}}, 1),
                ({"DescribeTasks": error("ClientException", said)}, 5),
                *(({"RunTask": refuse("RunTask", values.words(form, 1))}, None) for refuse in REFUSALS.values()),
            ]:
                with Tasks(**answers) as script:
                    done = taskdef("run", "batch", *HERE, *QUICK, "--max-attempts", "1", "--format", next(formats),
                                   *words, env=env, endpoint=script.url)
                    if status is not None:
                        self.assertEqual(done.status, status, done)
                        self.assertIn("****", done.stdout + done.stderr)
                    self.assertEqual(values.leaks(done.stdout + done.stderr), [], (form, done))

    def test_what_a_stop_means_is_told_once(self):
        def stopped(**members):
            return lambda asked: {"failures": [], "tasks": [
                {"taskArn": arn, "lastStatus": "STOPPED", **members} for arn in asked["tasks"]]}

        started = {"tasks": [{"taskArn": f"{Script.account}:task/prod/t{number}"} for number in range(3)]}
        memory = {"stoppedReason": "Essential container in task exited", "containers": [
            {"name": "app", "exitCode": 137, "reason": "OutOfMemoryError: Container killed due to memory usage"}]}
        ref = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/batch:7"
        pulled = {"stopCode": "TaskFailedToStart", "stoppedReason": "CannotPullContainerError: pull image manifest has "
                  f"been retried 1 time(s): failed to resolve ref {ref}: {ref}: not found", "containers": [{"name": "app"}]}
        for answer, words, status, told in [
            (memory, ["--count", "3"], 137, "out-of-memory"),
            (memory, ["--count", "3", "--lang", "ja"], 137, "out-of-memory"),
            (pulled, [], 8, "image-not-found"),
            ({"stopCode": "UserInitiated", "containers": [{"name": "app"}]}, [], 8, "stopped-by-user"),
            ({"containers": [{"name": "app", "exitCode": 77}]}, [], 77, None),
            ({"containers": [{"name": "app", "exitCode": 0}]}, [], 0, None),
        ]:
            answers = {"DescribeTasks": stopped(**answer)} | ({"RunTask": started} if "--count" in words else {})
            with self.subTest(answer=answer, words=words), Tasks(**answers) as script:
                done = taskdef("run", "batch", *HERE, *QUICK, *words, endpoint=script.url)
                self.assertEqual(done.status, status, done)
                mark = "意味と対処: " if "ja" in words else "what it means: "
                lines = [line for line in done.stderr.splitlines() if line.startswith(mark)]
                self.assertEqual([line.split("[")[-1] for line in lines], [f"{told}]"] if told else [], done)
                done = taskdef("run", "batch", *HERE, *QUICK, *words, "--format", "json", "--progress", "json",
                               endpoint=script.url)
                meanings = [task["meaning"] for task in done.json()["tasks"]]
                self.assertEqual({meaning and meaning["id"] for meaning in meanings}, {told}, done)
                events = [json.loads(line) for line in done.stderr.splitlines()]
                means = [event["id"] for event in events if event["type"] == "meaning"]
                self.assertEqual(means, [told] if told else [], done)

    def test_a_log_on_stderr_has_the_form_of_the_progress(self):
        logged = {"containerDefinitions": [{"name": "app", "image": "x", "essential": True, "logConfiguration": {
            "logDriver": "awslogs",
            "options": {"awslogs-group": "/g", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "p"}}}]}
        page = {"events": [{"message": "one line"}], "nextForwardToken": "f/1"}
        for words, told in [
            (["--format", "json"], []),
            (["--format", "json", "--progress", "text"], ["one line"]),
            (["--format", "json", "--progress", "json"], [{"type": "log", "task": "t1", "container": "app", "line": "one line"}]),
            (["--progress", "json"], []),
        ]:
            with Tasks(GetLogEvents=lambda asked: page if "nextToken" not in asked else page | {"events": []}) as script:
                script.add(definition("batch") | logged)
                done = taskdef("run", "batch", *HERE, *QUICK, *words, endpoint=script.url)
            lines = done.stderr.splitlines()
            if words[-1] == "json" and "--progress" in words:
                events = [json.loads(line) for line in lines]
                lines = [{key: value for key, value in event.items() if key != "time"} for event in events]
            with self.subTest(words=words):
                self.assertEqual(done.status, 0, done)
                self.assertEqual([line for line in told if line not in lines], [], done)
                self.assertEqual(done.stdout.count("one line"), "--format" not in words, done)
                if not told and "--format" in words:
                    self.assertEqual(lines, [], done)

    def test_the_command_that_goes_on_has_no_value(self):
        file = self.folder.file(definition("batch", cpu="512", memory="1024"))
        values = Values(8)
        words = ["--run-first-env", f"A={values.plain()}", "--run-first-container", "app",
                 "--", "migrate", values.plain(), "--x", values.new()]
        with Tasks(UpdateService=error("ServerException", status=500)) as script:
            done = taskdef("deploy", file, "--cluster", "prod", "--service", "web", "--run-first", *QUICK,
                           "--max-attempts", "1", *words, endpoint=script.url)
            self.assertEqual(done.status, 6, done)
            command = done.stdout.partition("To go on from here:\n")[2]
            self.assertEqual(shlex.split(command)[:4], ["taskdef", "deploy", "--revision", "batch:2"])
            self.assertNotIn("--run-first", command)
            self.assertEqual(values.leaks(done.stdout + done.stderr), [], done)

    def test_ctrl_c_while_it_runs_first_moves_nothing(self):
        file = self.folder.file(definition("batch", cpu="512", memory="1024"))
        running = {"tasks": [{"lastStatus": "RUNNING"}]}
        with Tasks(DescribeTasks=running) as script:
            process = subprocess.Popen(
                [TASKDEF, "deploy", file, "--cluster", "prod", "--service", "web", "--run-first", "--poll", "60s",
                 "--", "migrate"],
                env=PLAIN | {"AWS_ENDPOINT_URL": script.url},
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            while "DescribeTasks" not in [called for called, _ in script.calls]:
                self.assertIsNone(process.poll())
            process.send_signal(signal.SIGINT)
            told = "".join(process.communicate(timeout=60))
        self.assertEqual(process.returncode, 130, told)
        self.assertIn("still runs, so nothing was moved", told)
        self.assertEqual(script.updated, [])

    def test_one_that_does_not_succeed_holds_every_family(self):
        world = World()
        names = [f"{world.name}-{letter}" for letter in "ab"]
        for name in names:
            world.service(name, world.register(name))
        files = [world.file(definition(name, cpu="512", memory="1024"), f"{name}.json") for name in names]
        # No task of ministack ends.
        done = taskdef("deploy", *files, "--cluster", world.name, "--service", ",".join(names), "--run-first",
                       "--timeout", "100ms", *QUICK, "--format", "json", "--", "migrate")
        self.assertEqual(done.status, 7, done)
        families = done.json()["families"]
        self.assertEqual([family["firstRun"]["state"] for family in families], ["running", "notReached"])
        self.assertEqual([family["services"][0]["state"] for family in families], ["notReached"] * 2)
        self.assertIsNone(done.json()["next"])
        for name in names:
            self.assertTrue(world.running(name).endswith(f"{name}:1"))

    def test_an_emulator_takes_it(self):
        world = World()
        family = f"{world.name}-batch"
        world.register(family)
        with Wire(ministack()) as wire:
            words = ["run", family, "--cluster", world.name, "--subnet", "subnet-1", "--no-wait", "--format", "json",
                     "--cpu", "512", "--memory", "1024", "--env", "A=x y", "--tag", "team=core", "--count", "11",
                     "--", "python", "manage.py", "migrate", ""]
            done = taskdef(*words, endpoint=wire.url)
            self.assertEqual(done.status, 0, done)
            self.assertEqual(len(wire.bodies("RunTask")), 2)
        arns = [task["arn"] for task in done.json()["tasks"]]
        self.assertEqual(len(set(arns)), 11)
        told = aws("ecs", "describe-tasks", "--cluster", world.name, "--include", "TAGS", "--tasks", arns[10])
        [task] = told["tasks"]
        [override] = task["overrides"]["containerOverrides"]
        self.assertEqual(override["command"], ["python", "manage.py", "migrate", ""])
        self.assertEqual(override["environment"], [{"name": "A", "value": "x y"}])
        self.assertEqual((task["overrides"]["cpu"], task["overrides"]["memory"]), ("512", "1024"))


if __name__ == "__main__":
    unittest.main()
