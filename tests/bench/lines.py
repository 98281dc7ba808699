#!/usr/bin/env python3
"""Prints task definitions as the classic console shows them: all invented, always the same.

    lines.py COUNT      COUNT of them, each on one line
    lines.py --one      the first, indented as in the console
    lines.py --large    one of 64 KiB, indented: ten containers with many variables
"""

import json
import sys

# What the classic console prints as null in every container that does not use it.
UNUSED = [
    "dnsSearchDomains", "environmentFiles", "entryPoint", "linuxParameters",
    "resourceRequirements", "ulimits", "dnsServers", "workingDirectory", "dockerSecurityOptions",
    "stopTimeout", "startTimeout", "firelensConfiguration", "dependsOn", "disableNetworking",
    "interactive", "healthCheck", "links", "hostname", "extraHosts", "pseudoTerminal", "user",
    "readonlyRootFilesystem", "dockerLabels", "systemControls", "privileged",
]
WHAT = ["ledger", "invoice", "stock", "payroll", "mail", "parcel", "ticket"]
DOES = ["export", "import", "cleanup", "report", "sync"]
ATTRIBUTES = [
    "com.amazonaws.ecs.capability.logging-driver.awslogs",
    "com.amazonaws.ecs.capability.ecr-auth",
    "com.amazonaws.ecs.capability.task-iam-role",
    "ecs.capability.task-eni",
]


def definition(number):
    """The definition with this number."""
    name = f"{WHAT[number % len(WHAT)]}-{DOES[number % len(DOES)]}-{number % 997}"
    account = f"{111122223333 + number % 4}"
    arn = f"arn:aws:iam::{account}:role/{name}"
    container = {unused: None for unused in UNUSED} | {
        "logConfiguration": {
            "logDriver": "awslogs",
            "secretOptions": None,
            "options": {
                "awslogs-group": f"/ecs/{name}",
                "awslogs-region": "ap-northeast-1",
                "awslogs-stream-prefix": "batch",
            },
        },
        "portMappings": [{"hostPort": 8080, "protocol": "tcp", "containerPort": 8080}],
        "command": ["java", "-Xmx384m", "-jar", f"/app/{name}.jar"],
        "cpu": 0,
        "environment": [
            {"name": "MONTHS", "value": str(number % 24)},
            {"name": "TITLE", "value": "夜間バッチ \"本番\""},
        ],
        "mountPoints": [],
        "secrets": [
            {"valueFrom": f"{name.upper()}_DB_URL", "name": "spring.datasource.url"},
            {"valueFrom": f"{name.upper()}_DB_PASSWORD", "name": "spring.datasource.password"},
        ],
        "memory": None,
        "memoryReservation": 128 + number % 512,
        "volumesFrom": [],
        "image": f"{account}.dkr.ecr.ap-northeast-1.amazonaws.com/{name}:{number:07x}",
        "essential": True,
        "name": name,
    }
    attributes = [
        {"targetId": None, "targetType": None, "value": None, "name": attribute}
        for attribute in ATTRIBUTES[number % 3 :]
    ]
    return {
        "ipcMode": None,
        "executionRoleArn": f"{arn}-execution",
        "containerDefinitions": [container],
        "placementConstraints": [],
        "memory": "1024",
        "taskRoleArn": f"{arn}-task",
        "compatibilities": ["EC2", "FARGATE"],
        "taskDefinitionArn": f"arn:aws:ecs:ap-northeast-1:{account}:task-definition/{name}:{number}",
        "family": name,
        "requiresAttributes": attributes,
        "pidMode": None,
        "requiresCompatibilities": ["FARGATE"],
        "networkMode": "awsvpc",
        "runtimePlatform": None,
        "cpu": "512",
        "revision": number,
        "status": "ACTIVE",
        "inferenceAccelerators": None,
        "proxyConfiguration": None,
        "volumes": [],
    }


def large():
    """A definition of about 64 KiB, which is what ECS takes at most."""
    made = definition(1)
    [first] = made["containerDefinitions"]
    made["containerDefinitions"] = [
        first
        | {
            "name": f"app{container}",
            "portMappings": [],
            "environment": [
                {"name": f"SETTING_{number}", "value": f"value {number} of {container}"}
                for number in range(51)
            ],
        }
        for container in range(10)
    ]
    return made


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.argv[1] == "--one":
        print(json.dumps(definition(1), indent=2, ensure_ascii=False))
        return
    if sys.argv[1] == "--large":
        print(json.dumps(large(), indent=2, ensure_ascii=False))
        return
    for number in range(1, int(sys.argv[1]) + 1):
        print(json.dumps(definition(number), separators=(",", ":"), ensure_ascii=False))


if __name__ == "__main__":
    main()
