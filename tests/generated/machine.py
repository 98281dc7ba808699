"""The state machine: read by two validators of the Amazon States Language, and run on an emulator.

ministack runs the states; its tasks run until they are stopped, and it does not look at exit codes, so
that a failed task and its retries are judged by the validators alone.
"""

import itertools
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import combinations
from groups import report
from make import generate
from servers import ministack_for_cli
from stack import call, create

HERE = Path(__file__).parent
WAIT_SECONDS = 30


def machines():
    """What the validators say of every definition."""
    definitions = {}
    for options in combinations.starters():
        if "state-machine" in options:
            definitions[definition(json.loads(generate("eventbridge", *options, "--format", "json")))] = options
    for options in combinations.launches():
        if "state-machine" in options:
            text = generate("eventbridge", *options, "--format", "json", paste=HERE / "tasks/open.json")
            definitions[definition(json.loads(text))] = options
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (text, options) in enumerate(definitions.items()):
            file = Path(folder) / f"{number}.json"
            file.write_text(text)
            files[file] = options
        for file, options in files.items():
            done = said([Path(sys.executable).parent / "statelint", file])
            if done.returncode:
                failures.append(f"{options}: statelint: {done.stdout.decode()}")
        paths = itertools.chain.from_iterable(("--json-path", file) for file in files)
        done = said(["node", HERE / "node_modules/asl-validator/dist/bin/asl-validator.js", *paths])
        if done.returncode or done.stdout.decode().count("is valid") != len(files):
            failures.append(f"asl-validator: {(done.stdout + done.stderr).decode()}")
    return report("machines", len(definitions), "accepted by statelint and asl-validator", failures)


def said(command):
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=120)


def definition(template):
    """The definition of a template's machine, its substitutions filled in."""
    properties = template["Resources"]["TaskMachine"]["Properties"]
    text = json.dumps(properties["Definition"])
    for name, value in properties["DefinitionSubstitutions"].items():
        sample = json.dumps(value)
        filled = value["Fn::Sub"].replace("${AWS::Partition}", "aws") if "Fn::Sub" in sample else "sample"
        text = text.replace(f"${{{name}}}", filled)
    assert "${" not in text, text
    return text


def run():
    """Runs the machine: one task at a time, with the command of who starts it, to its end."""
    with ministack_for_cli() as aws:
        failures = list(ran(Machine(aws)))
    return report("machine", 3, "runs of a state machine ended as they should", failures)


class Machine:
    """The stack on ministack."""

    def __init__(self, aws):
        self.aws = aws
        self.call("ecs", "create-cluster", "--cluster-name", "jobs")
        container = {"name": "app", "image": "app:1", "memory": 64}
        task = {"family": "nightly-report", "containerDefinitions": [container]}
        self.call("ecs", "register-task-definition", "--cli-input-json", json.dumps(task))

    def create(self, name, *options):
        """The machine's ARN, and what was wrong with its stack."""
        text = generate("eventbridge", "--by", "state-machine", "--format", "json", "--cluster", "jobs", *options)
        problems = list(create(self.aws, name, json.loads(text)))
        found = self.call("stepfunctions", "list-state-machines")["stateMachines"]
        return next(each["stateMachineArn"] for each in found if name in each["name"]), problems

    def call(self, *arguments):
        return call(self.aws, *arguments)

    def start(self, machine, command):
        text = json.dumps({"command": command})
        return self.call("stepfunctions", "start-execution", "--state-machine-arn", machine, "--input", text)[
            "executionArn"
        ]

    def look(self, execution):
        return self.call("stepfunctions", "describe-execution", "--execution-arn", execution)

    def end(self, execution):
        """How an execution ended, or what it is doing after a while."""
        last = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < last and self.look(execution)["status"] == "RUNNING":
            time.sleep(0.3)
        return self.look(execution)

    def tasks(self, wanted):
        """The tasks that run, once there are as many as are wanted."""
        last = time.monotonic() + WAIT_SECONDS
        while True:
            arns = self.call("ecs", "list-tasks", "--cluster", "jobs")["taskArns"]
            if len(arns) == wanted or time.monotonic() > last:
                break
            time.sleep(0.3)
        if not arns:
            return []
        return self.call("ecs", "describe-tasks", "--cluster", "jobs", "--tasks", *arns)["tasks"]

    def stop(self, task):
        self.call("ecs", "stop-task", "--cluster", "jobs", "--task", task["taskArn"])


def ran(machine):
    """What was wrong with the runs."""
    arn, problems = machine.create("by-machine", "--command", '["report"]')
    yield from problems
    first = machine.start(arn, ["one", "a b"])
    tasks = machine.tasks(1)
    if [each["overrides"]["containerOverrides"] for each in tasks] != [[{"name": "app", "command": ["one", "a b"]}]]:
        yield f"the first run started {tasks}"
        return
    # A second run starts no task while the first has not ended.
    second = machine.end(machine.start(arn, ["two"]))
    if (second["status"], second.get("error")) != ("FAILED", "StillRunning"):
        yield f"the second run ended with {second}"
    if len(machine.tasks(1)) != 1:
        yield "the second run started a task"
    if machine.look(first)["status"] != "RUNNING":
        yield "the first run did not wait for its task"
    machine.stop(tasks[0])
    if machine.end(first)["status"] != "SUCCEEDED":
        yield f"the first run ended with {machine.look(first)}"
    # The next one starts again, and ends at the time limit.
    arn, problems = machine.create("by-limit", "--command", '["report"]', "--timeout", "2s")
    yield from problems
    third = machine.end(machine.start(arn, ["three"]))
    if (third["status"], third.get("error")) not in [("TIMED_OUT", "States.Timeout"), ("FAILED", "States.Timeout")]:
        yield f"the third run ended with {third}"
