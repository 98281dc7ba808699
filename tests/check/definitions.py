"""Task definitions of our own, clean ones and ones with exactly one fault, for `tests/check/run`.

`CLEAN` maps names to definitions in which nothing is wrong; `FAULTY` maps names to a definition and
the rule of taskdef that its fault is. All in them is invented.
"""

from copy import deepcopy

ACCOUNT = "111122223333"
REGISTRY = f"{ACCOUNT}.dkr.ecr.ap-northeast-1.amazonaws.com"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/"
SECRET = f"arn:aws:secretsmanager:ap-northeast-1:{ACCOUNT}:secret:jobs/db-AbCdEf"
LOGS = {
    "logDriver": "awslogs",
    "options": {
        "awslogs-group": "/ecs/nightly",
        "awslogs-region": "ap-northeast-1",
        "awslogs-stream-prefix": "nightly",
    },
}

FARGATE = {
    "family": "nightly",
    "requiresCompatibilities": ["FARGATE"],
    "networkMode": "awsvpc",
    "cpu": "256",
    "memory": "512",
    "executionRoleArn": ROLE + "ecsTaskExecutionRole",
    "containerDefinitions": [
        {
            "name": "app",
            "image": f"{REGISTRY}/nightly:3f9c2d1",
            "essential": True,
            "logConfiguration": LOGS,
        }
    ],
}

EC2 = {
    "family": "nightly",
    "requiresCompatibilities": ["EC2"],
    "networkMode": "bridge",
    "containerDefinitions": [
        {"name": "app", "image": "registry.example.com/nightly:1", "essential": True, "memory": 256}
    ],
}

WITH_VOLUME = {"mountPoints": [{"sourceVolume": "work", "containerPath": "/work"}]}


def task(base, **members):
    """A definition with other members at the top; `None` takes one away."""
    made = deepcopy(base)
    for key, value in members.items():
        if value is None:
            made.pop(key, None)
        else:
            made[key] = value
    return made


def app(base, _task=(), **members):
    """A definition with other members of its first container, and of the task."""
    made = task(base, **dict(_task))
    container = made["containerDefinitions"][0]
    for key, value in members.items():
        if value is None:
            container.pop(key, None)
        else:
            container[key] = value
    return made


def also(base, *containers):
    """A definition with more containers."""
    made = deepcopy(base)
    for number, container in enumerate(containers):
        plain = {"name": f"side{number}", "image": "registry.example.com/side:1", "essential": True}
        if "memory" not in made:
            plain["memory"] = 64
        made["containerDefinitions"].append(plain | container)
    return made


def logs(**options):
    """The log configuration with other options, written with `_` for `-`."""
    made = deepcopy(LOGS)
    for key, value in options.items():
        key = key.replace("_", "-")
        made["options"].pop(key, None)
        if value is not None:
            made["options"][key] = value
    return made


def efs(**settings):
    return [{"name": "work", "efsVolumeConfiguration": {"fileSystemId": "fs-12345678"} | settings}]


def waits(condition, name="side0"):
    return [{"containerName": name, "condition": condition}]


CLEAN = {
    "fargate": FARGATE,
    "ec2": EC2,
    "fargate-2-vcpu": task(FARGATE, cpu="2048", memory="5120"),
    "fargate-16-vcpu": task(FARGATE, cpu="16384", memory="65536"),
    "fargate-32-vcpu": task(FARGATE, cpu="32768", memory="61440"),
    "fargate-in-units": task(FARGATE, cpu="1 vCPU", memory="2 GB"),
    "fargate-and-ec2": task(FARGATE, requiresCompatibilities=["EC2", "FARGATE"]),
    "fargate-storage": task(FARGATE, ephemeralStorage={"sizeInGiB": 21}),
    "fargate-ports": app(FARGATE, portMappings=[{"containerPort": 80, "hostPort": 80}]),
    "fargate-pid-task": task(FARGATE, pidMode="task"),
    "fargate-ptrace": app(FARGATE, linuxParameters={"capabilities": {"add": ["SYS_PTRACE"]}}),
    "fargate-arm": task(FARGATE, runtimePlatform={"cpuArchitecture": "ARM64"}),
    "fargate-splunk": app(FARGATE, logConfiguration={
        "logDriver": "splunk",
        "options": {"splunk-url": "https://splunk.example.com"},
        "secretOptions": [{"name": "splunk-token", "valueFrom": "/nightly/splunk"}],
    }),
    "fargate-stop-timeout": app(FARGATE, stopTimeout=120),
    "windows": task(
        FARGATE, cpu="1024", memory="2048",
        runtimePlatform={"operatingSystemFamily": "WINDOWS_SERVER_2022_CORE"},
    ),
    "secrets": app(FARGATE, secrets=[
        {"name": "DB_PASSWORD", "valueFrom": SECRET + ":password::"},
        {"name": "TOKEN", "valueFrom": "/nightly/token"},
    ]),
    "environment": app(FARGATE, environment=[
        {"name": "MODE", "value": "daily"},
        {"name": "PASSWORD_MIN_LENGTH", "value": "8"},
        {"name": "EMPTY", "value": ""},
    ]),
    "environment-file": app(
        FARGATE, environmentFiles=[{"type": "s3", "value": "arn:aws:s3:::nightly/batch.env"}]
    ),
    "init-container": also(
        app(FARGATE, dependsOn=waits("SUCCESS")), {"essential": False, "logConfiguration": LOGS}
    ),
    "healthy-database": also(
        app(FARGATE, dependsOn=waits("HEALTHY")),
        {"healthCheck": {"command": ["CMD", "pg_isready"], "interval": 5}, "logConfiguration": LOGS},
    ),
    "shared-folder": app(FARGATE, [("volumes", [{"name": "work"}])], **WITH_VOLUME),
    "efs": app(FARGATE, [("volumes", efs(
        transitEncryption="ENABLED", authorizationConfig={"accessPointId": "fsap-0123456789abcdef0"},
    ))], **WITH_VOLUME),
    "ec2-dynamic-port": app(EC2, portMappings=[{"containerPort": 80, "hostPort": 0}]),
    "ec2-mapped-port": app(EC2, portMappings=[{"containerPort": 8000, "hostPort": 80}]),
    "ec2-link": also(app(EC2, links=["side0:db"]), {}),
    "ec2-host-folder": app(
        EC2, [("volumes", [{"name": "work", "host": {"sourcePath": "/data"}}])], **WITH_VOLUME
    ),
    "ec2-json-file": app(EC2, logConfiguration={"logDriver": "json-file"}),
    "ec2-soft-memory": app(EC2, memory=512, memoryReservation=256),
    "ec2-task-memory": app(EC2, [("memory", "512")], memory=None),
    "ec2-ulimits": app(EC2, ulimits=[{"name": "nofile", "softLimit": 1024, "hardLimit": 65536}]),
    "ec2-placement": task(EC2, placementConstraints=[
        {"type": "memberOf", "expression": "attribute:ecs.instance-type =~ t3.*"}
    ]),
    "tags": task(FARGATE, tags=[{"key": "team", "value": "batch"}, {"key": "stage", "value": ""}]),
    "digest": app(FARGATE, image=f"{REGISTRY}/nightly@sha256:" + "0a" * 32),
    "registry-port": app(EC2, image="registry.local:5000/team/nightly:1.2"),
}

FAULTY = {
    "memory-of-another-size": (task(FARGATE, memory="3072"), "fargate-size-pair"),
    "memory-between-sizes": (task(FARGATE, cpu="1024", memory="2500"), "fargate-size-pair"),
    "unknown-cpu": (task(FARGATE, cpu="300"), "fargate-unknown-cpu"),
    "no-task-cpu": (task(FARGATE, cpu=None), "fargate-size-missing"),
    "no-task-memory": (task(FARGATE, memory=None), "fargate-size-missing"),
    "memory-in-mb": (task(FARGATE, memory="512MB"), "unreadable-size"),
    "bridge-on-fargate": (task(FARGATE, networkMode="bridge"), "fargate-network-mode"),
    "no-network-mode-on-fargate": (task(FARGATE, networkMode=None), "fargate-network-mode"),
    "placement-on-fargate": (
        task(FARGATE, placementConstraints=[{"type": "memberOf", "expression": "true"}]),
        "fargate-unsupported",
    ),
    "json-file-on-fargate": (
        app(FARGATE, logConfiguration={"logDriver": "json-file"}), "fargate-log-driver"
    ),
    "other-host-port": (
        app(FARGATE, portMappings=[{"containerPort": 8000, "hostPort": 80}]), "host-port-mismatch"
    ),
    "nothing-essential": (app(EC2, essential=False), "no-essential-container"),
    "no-log-group": (
        app(FARGATE, logConfiguration=logs(awslogs_group=None)), "awslogs-option-missing"
    ),
    "no-log-region": (
        app(FARGATE, logConfiguration=logs(awslogs_region=None)), "awslogs-option-missing"
    ),
    "log-option-of-docker": (
        app(FARGATE, logConfiguration=logs(tag="x")), "unknown-log-option"
    ),
    "no-image": (app(FARGATE, image=None), "container-without-image"),
    "no-container-name": (app(FARGATE, name=None), "container-without-name"),
    "unknown-network-mode": (task(EC2, networkMode="nat"), "unknown-value"),
    "misspelt-condition": (
        also(app(EC2, dependsOn=waits("Start")), {}), "misspelt-value"
    ),
    "misspelt-field": (app(EC2, enviroment=[]), "misspelt-field"),
    "cpu-as-a-list": (task(EC2, cpu=["256"]), "wrong-type"),
    "secret-without-source": (app(FARGATE, secrets=[{"name": "TOKEN"}]), "missing-member"),
    "tag-too-long": (task(EC2, tags=[{"key": "k" * 129, "value": ""}]), "above-maximum"),
    "privileged-on-fargate": (app(FARGATE, privileged=True), "fargate-unsupported"),
    "host-folder-on-fargate": (
        app(FARGATE, [("volumes", [{"name": "work", "host": {"sourcePath": "/data"}}])], **WITH_VOLUME),
        "fargate-volume",
    ),
    "no-execution-role": (task(FARGATE, executionRoleArn=None), "execution-role-missing"),
    "secret-without-role-on-ec2": (
        app(EC2, secrets=[{"name": "TOKEN", "valueFrom": "/nightly/token"}]),
        "execution-role-missing",
    ),
    "more-cpu-than-the-task": (app(FARGATE, cpu=512), "container-cpu-sum"),
    "more-memory-than-the-task": (app(FARGATE, memory=1024), "container-memory-over-task"),
    "no-memory-at-all": (app(EC2, memory=None), "container-memory-missing"),
    "hard-below-soft": (app(EC2, memory=128, memoryReservation=256), "memory-below-reservation"),
    "storage-of-20": (task(FARGATE, ephemeralStorage={"sizeInGiB": 20}), "ephemeral-storage-size"),
    "waits-for-nobody": (app(EC2, dependsOn=waits("START", "db")), "unknown-dependency"),
    "wait-for-each-other": (
        also(app(EC2, dependsOn=waits("START")), {"dependsOn": waits("START", "app")}),
        "dependency-cycle",
    ),
    "waits-for-an-essential": (
        also(app(EC2, dependsOn=waits("SUCCESS")), {}), "dependency-on-essential"
    ),
    "waits-for-unchecked-health": (
        also(app(EC2, dependsOn=waits("HEALTHY")), {}), "dependency-without-health-check"
    ),
    "same-name-twice": (also(EC2, {"name": "app"}), "duplicate-container"),
    "dotted-family": (task(EC2, family="nightly.batch"), "invalid-name"),
    "mount-of-nothing": (app(EC2, **WITH_VOLUME), "mount-without-volume"),
    "health-check-in-one-string": (
        app(EC2, healthCheck={"command": ["curl -f http://localhost"]}), "health-check-command"
    ),
    "rare-health-check": (
        app(EC2, healthCheck={"command": ["CMD", "true"], "interval": 600}), "out-of-range"
    ),
    "secret-without-colons": (
        app(FARGATE, secrets=[{"name": "TOKEN", "valueFrom": SECRET + ":token"}]),
        "secret-reference",
    ),
    "variable-and-secret": (
        app(
            FARGATE, environment=[{"name": "MODE", "value": "daily"}],
            secrets=[{"name": "MODE", "valueFrom": "/nightly/mode"}],
        ),
        "environment-and-secret",
    ),
    "soft-above-hard": (
        app(EC2, ulimits=[{"name": "nofile", "softLimit": 9, "hardLimit": 1}]), "ulimit-order"
    ),
    "two-kinds-of-volume": (
        app(
            EC2,
            [("volumes", [efs(transitEncryption="ENABLED")[0] | {"host": {"sourcePath": "/data"}}])],
            **WITH_VOLUME,
        ),
        "volume-of-several-kinds",
    ),
    "efs-iam-in-the-clear": (
        app(FARGATE, [("volumes", efs(authorizationConfig={"iam": "ENABLED"}))], **WITH_VOLUME),
        "efs-settings",
    ),
    "router-for-nobody": (
        also(FARGATE, {"firelensConfiguration": {"type": "fluentbit"}, "logConfiguration": LOGS}),
        "firelens-unused",
    ),
    "firelens-without-router": (
        app(EC2, logConfiguration={"logDriver": "awsfirelens"}), "firelens-missing"
    ),
    "link-outside-bridge": (
        also(app(EC2, [("networkMode", "awsvpc")], links=["side0"]), {}), "links-outside-bridge"
    ),
    "eleven-containers": (also(EC2, *[{}] * 10), "too-many-containers"),
    "https-image": (app(EC2, image="https://registry.example.com/nightly:1"), "image-form"),
    "latest": (app(EC2, image="registry.example.com/nightly:latest"), "image-latest"),
    "password-in-the-open": (
        app(EC2, environment=[{"name": "DB_PASSWORD", "value": "tr0ub4dor"}]), "plaintext-secret"
    ),
    "same-role": (task(FARGATE, taskRoleArn=ROLE + "ecsTaskExecutionRole"), "same-role-twice"),
}
