"""What checkov says of the files that `taskdef generate` makes, and why what it finds stays."""

import json
import subprocess
import tempfile
from pathlib import Path

from project import PLAIN, ROOT, TASKDEF

PASTE = ROOT / "tests/generated/pastes/full.json"
MACHINE = "arn:aws:states:ap-northeast-1:111122223333:stateMachine:job"
APP = ["--container", "app"]
FILES = {
    "rule": ["eventbridge", "--by", "rule"],
    "schedule": ["eventbridge", "--by", "schedule"],
    "state-machine": ["eventbridge", "--by", "state-machine", "--command", '["report"]', *APP],
    "alerts": ["alerts", "--dead-letter-queue", "lost"],
    "alerts-of-runs": ["alerts", "--state-machine", MACHINE],
    "pipeline": ["pipeline", "--docker-hub", "--service", "worker", *APP],
    "pipeline-of-batch": ["pipeline", "--source", "connection", "--batch", "one,two", "--one-image", *APP],
    "build": ["policy", "--for", "codebuild", "--format", "cloudformation", *APP],
    "workflow": ["policy", "--for", "github-actions", "--format", "cloudformation", *APP],
    "execution-role": ["policy", "--for", "execution-role", "--format", "cloudformation"],
    ".github/workflows/deploy": ["github-actions", "--style", "taskdef", "--docker-hub", *APP],
}
# What it finds, and why that stays.
STAYS = {
    "CKV_AWS_18": "the bucket of artifacts: a log of who reads it is a bucket and a cost of its own, and every reader "
                  "is a role of the stack, of which CloudTrail knows",
    "CKV_AWS_26": "EventBridge can't publish to a topic with the key aws/sns, and mails are in plain text anyway",
    "CKV_AWS_27": "the queue is encrypted by SQS (SqsManagedSseEnabled), which this check does not look at",
    "CKV_AWS_158": "CloudWatch encrypts every log; a key of one's own costs by the month, and needs a policy that lets "
                   "CloudWatch use it",
}


def generated(checkov):
    """What was found that has no reason to stay, and which reason is for nothing."""
    with tempfile.TemporaryDirectory() as folder:
        for name, options in FILES.items():
            done = subprocess.run(
                [TASKDEF, "generate", *options, "--", PASTE],
                stdin=subprocess.DEVNULL, capture_output=True, env=PLAIN, check=True,
            )
            file = Path(folder) / f"{name}.yml"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(done.stdout)
        done = subprocess.run(
            [checkov, "--directory", folder, "--framework", "cloudformation", "github_actions", "secrets", "--output",
             "json", "--compact", "--quiet", "--skip-download"],
            stdin=subprocess.DEVNULL, capture_output=True, env=PLAIN,
        )
    answer = json.loads(done.stdout)
    found, passed = {}, 0
    for part in answer if isinstance(answer, list) else [answer]:
        passed += part["summary"]["passed"]
        for failed in part["results"]["failed_checks"]:
            found.setdefault(failed["check_id"], []).append(f"{failed['file_path']} {failed['resource']}")
    print(f"checkov on {len(FILES)} generated files: {passed} passed")
    for check, places in sorted(found.items()):
        print(f"  {check} stays in {len(places)}: {STAYS.get(check, 'for no reason')}")
    failures = [f"generated: {check} in {', '.join(found[check])}" for check in found.keys() - STAYS.keys()]
    failures += [f"generated: {check} is found no more" for check in STAYS.keys() - found.keys()]
    return failures + ([] if passed else ["generated: checkov passed nothing"])
