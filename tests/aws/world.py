"""An AWS on this machine, taskdef in front of it, and the real aws CLI as the witness.

ministack plays AWS; microburst stands between where a test wants faults. Both are started once,
on free ports of 127.0.0.1, and stopped by their process at the end.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import botocore.session
from botocore.config import Config

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

import project  # noqa: E402
import servers  # noqa: E402
from project import ROOT, TASKDEF, TOOLS  # noqa: E402, F401
from servers import AWS, free_port  # noqa: E402, F401

REGION = "eu-west-1"
ACCOUNT = "000000000000"
PLAIN = project.PLAIN | servers.credentials(REGION)

# So that a test waits for milliseconds where a person waits for seconds.
QUICK = ["--poll", "20ms"]

_running = ExitStack()
atexit.register(_running.close)


def start(command, url, env=PLAIN):
    """Starts a server and waits until it answers at this URL; it is stopped at the end."""
    return _running.enter_context(servers.server(command, url, env))


@cache
def ministack():
    """The address of the one ministack."""
    return _running.enter_context(servers.ministack())


class Done:
    """A process that ended."""

    def __init__(self, process):
        self.status = process.returncode
        self.stdout = process.stdout
        self.stderr = process.stderr

    def json(self):
        return json.loads(self.stdout)

    def __repr__(self):
        return f"exit {self.status}\n--- stdout\n{self.stdout}\n--- stderr\n{self.stderr}"


def taskdef(*arguments, endpoint=None, env=None, stdin=None):
    """Runs taskdef against ministack, or another endpoint."""
    process = subprocess.run(
        [TASKDEF, *map(str, arguments)],
        env=PLAIN | {"AWS_ENDPOINT_URL": endpoint or ministack()} | (env or {}),
        input=stdin if stdin is not None else "",
        capture_output=True, text=True, timeout=300,
    )
    return Done(process)


def aws(*arguments, endpoint=None):
    """What the real aws CLI says."""
    process = subprocess.run(
        [AWS, *map(str, arguments), "--output", "json"],
        env=PLAIN | {"AWS_ENDPOINT_URL": endpoint or ministack()},
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )
    if process.returncode:
        raise AssertionError(f"aws {' '.join(map(str, arguments))}: {process.stderr}")
    return json.loads(process.stdout) if process.stdout.strip() else None


def client(service, endpoint=None):
    """botocore's client, for setting things up: the aws CLI takes a second for each call."""
    return botocore.session.get_session().create_client(
        service, region_name=REGION, endpoint_url=endpoint or ministack(),
        aws_access_key_id="test", aws_secret_access_key="test",
        config=Config(retries={"max_attempts": 0}),
    )


def definition(family, **members):
    """A small task definition for Fargate."""
    return {
        "family": family,
        "networkMode": "awsvpc",
        "requiresCompatibilities": ["FARGATE"],
        "cpu": "256",
        "memory": "512",
        "containerDefinitions": [{
            "name": "app",
            "image": "registry.example.com/app:1",
            "essential": True,
            "environment": [{"name": "TOKEN", "value": "HIDDEN-token"}],
        }],
    } | members


class Folder:
    """A folder for the files of a test."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()

    def file(self, content, name="taskdef.json"):
        path = Path(self.folder.name) / name
        text = content if isinstance(content, str) else json.dumps(content, indent=2)
        path.write_text(text)
        return path


class World(Folder):
    """A cluster of its own for a test."""

    numbers = iter(range(1, 10_000))

    def __init__(self, endpoint=None):
        super().__init__()
        self.endpoint = endpoint or ministack()
        self.name = f"w{os.getpid()}-{next(self.numbers)}"
        self.ecs = client("ecs", self.endpoint)
        self.events = client("events", self.endpoint)
        self.scheduler = client("scheduler", self.endpoint)
        self.cluster = self.new_cluster(self.name)

    def new_cluster(self, name):
        return self.ecs.create_cluster(clusterName=name)["cluster"]["clusterArn"]

    def register(self, family, **members):
        """A revision's ARN."""
        answer = self.ecs.register_task_definition(**definition(family, **members))
        return answer["taskDefinition"]["taskDefinitionArn"]

    def service(self, name, revision):
        network = {"awsvpcConfiguration": {"subnets": ["subnet-1"], "securityGroups": ["sg-1"]}}
        self.ecs.create_service(
            cluster=self.name, serviceName=name, taskDefinition=revision, desiredCount=1,
            launchType="FARGATE", networkConfiguration=network,
        )

    def running(self, service):
        """The revision that a service's primary deployment runs, by the aws CLI."""
        answer = aws("ecs", "describe-services", "--cluster", self.name, "--services", service,
                     endpoint=self.endpoint)
        deployments = answer["services"][0]["deployments"]
        return next(d["taskDefinition"] for d in deployments if d["status"] == "PRIMARY")

    def revisions(self, family):
        """The ARNs of a family's revisions, by the aws CLI."""
        answer = aws("ecs", "list-task-definitions", "--family-prefix", family,
                     endpoint=self.endpoint)
        return answer["taskDefinitionArns"]
