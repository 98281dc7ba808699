"""Task definitions with one danger each, for `tests/peers/run`: what taskdef has to find in them, and
what the peers find there. All in them is invented."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "check"))

from definitions import EC2, FARGATE, ROLE, WITH_VOLUME, app, efs, task  # noqa: E402

# What an auditor wants of every container.
CAREFUL = {"user": "1000:1000", "readonlyRootFilesystem": True}

CLEAN_FARGATE = app(FARGATE, **CAREFUL)
CLEAN_EC2 = app(EC2, logConfiguration={"logDriver": "json-file"}, **CAREFUL)


def variable(name, value):
    return app(CLEAN_FARGATE, environment=[{"name": name, "value": value}])


def mounted(path):
    volume = [{"name": "work", "host": {"sourcePath": path}}]
    return app(CLEAN_EC2, [("volumes", volume)], **WITH_VOLUME)


# Made up here, so that no key stands in this file.
ACCESS_KEY = "AKIA" + "QWERTYUIOP234567"
DATABASE = "postgres://batch:" + "hunter22" + "@db.example.com/jobs"

# The name: the definition, and the rules of taskdef on security that it raises.
DEFINITIONS = {
    "clean-fargate": (CLEAN_FARGATE, set()),
    "clean-ec2": (CLEAN_EC2, set()),
    "host-network": (task(CLEAN_EC2, networkMode="host"), {"host-network"}),
    "host-network-and-root": (
        app(CLEAN_EC2, [("networkMode", "host")], user="root"),
        {"host-network", "root-in-host-network"},
    ),
    "host-network-without-user": (
        app(CLEAN_EC2, [("networkMode", "host")], user=None),
        {"host-network", "root-in-host-network"},
    ),
    "host-pid": (task(CLEAN_EC2, pidMode="host"), {"host-pid"}),
    "host-ipc": (task(CLEAN_EC2, ipcMode="host"), {"host-ipc"}),
    "root": (app(CLEAN_FARGATE, user="0"), {"root-user"}),
    "no-user": (app(CLEAN_FARGATE, user=None), {"no-user"}),
    "privileged": (app(CLEAN_EC2, privileged=True), {"privileged-container"}),
    "capability": (
        app(CLEAN_EC2, linuxParameters={"capabilities": {"add": ["SYS_ADMIN"]}}),
        {"dangerous-capability"},
    ),
    "unconfined": (
        app(CLEAN_EC2, dockerSecurityOptions=["apparmor:unconfined"]), {"unconfined-profile"},
    ),
    "docker-socket": (mounted("/var/run/docker.sock"), {"docker-socket"}),
    "writable-root": (
        app(CLEAN_FARGATE, readonlyRootFilesystem=False), {"writable-root-file-system"},
    ),
    "no-logs": (app(CLEAN_FARGATE, logConfiguration=None), {"no-log-configuration"}),
    "plain-efs": (
        app(CLEAN_FARGATE, [("volumes", efs())], **WITH_VOLUME), {"efs-without-encryption"},
    ),
    "efs-turned-off": (
        app(CLEAN_FARGATE, [("volumes", efs(transitEncryption="DISABLED"))], **WITH_VOLUME),
        {"efs-without-encryption"},
    ),
    "one-role": (
        task(CLEAN_FARGATE, taskRoleArn=ROLE + "ecsTaskExecutionRole"), {"same-role-twice"},
    ),
    "access-key": (variable("AWS_ACCESS_KEY_ID", ACCESS_KEY), {"plaintext-secret"}),
    "password": (variable("DB_PASS", "correct-horse-7"), {"plaintext-secret"}),
    "password-in-url": (variable("DATABASE", DATABASE), {"plaintext-secret"}),
    "harmless-variable": (variable("MODE", "daily"), set()),
    "bridge": (task(CLEAN_EC2, networkMode="bridge"), set()),
}
