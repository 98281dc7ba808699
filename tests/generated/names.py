"""Names that mean something to a shell or to YAML: they come through every file as data."""

import json
import subprocess
import tempfile
from pathlib import Path

import github
from groups import report
from lint import cloudformation, misread
from make import generate

NAMES = [
    "a\nb", "it's", 'say "x"', "`touch PWNED`", "$(touch PWNED)", "${AWS::AccountId}", "a: b", "a #b", "-x",
    "- a", "*", "a?b", "!Ref x", "日本語", "on", "0123", "1e3", "12:30:00", "2012-10-17", "~", "", " a ", "a\tb",
    "\u2028", "\u202e", "\x7f", "é", "😀", "|", "> a", "%a", "@a", "&a", "{a", "${{ a }}", "[a", "<<", "=", "a\\nb", "'", '"',
]
KINDS = [
    ["buildspec"],
    ["buildspec", "--style", "taskdef", "--docker-hub"],
    ["pipeline", "--docker-hub"],
    ["policy", "--for", "codebuild", "--format", "cloudformation"],
    ["eventbridge", "--by", "rule"],
    ["eventbridge", "--by", "state-machine", "--command", '["a"]'],
    ["alerts", "--mail", "a@example.com"],
    ["github-actions"],
    ["appspec"],
]


def through():
    """Both YAML parsers, and a shell, read each name as it was pasted or given."""
    count, failures = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(NAMES):
            paste = Path(folder) / f"{number}.json"
            paste.write_text(json.dumps(definition(name)))
            for kind in KINDS:
                if not name and kind[0] != "appspec":
                    continue  # nothing else is made without a family
                count += 1
                failures += [f"{kind} of {name!r}: {each}" for each in read(kind, paste)]
            if name:
                count += 1
                failures += [f"options of {name!r}: {each}" for each in called(name, folder)]
    return report("names", count, "files hold awkward names as data", failures)


def definition(name):
    """A task definition with a name wherever there is one."""
    logs = {"logDriver": "awslogs", "options": {"awslogs-group": name, "awslogs-region": "eu-west-1"}}
    image = f"111122223333.dkr.ecr.eu-west-1.amazonaws.com/{name}"
    container = {"name": name, "image": image, "portMappings": [{"containerPort": 80}], "logConfiguration": logs}
    return {"family": name, "taskRoleArn": f"arn:aws:iam::111122223333:role/{name}", "containerDefinitions": [container]}


def read(kind, paste):
    """Where a parser reads something else than the JSON form says."""
    for lang in ["en", "ja"]:
        text = generate(*kind, "--lang", lang, paste=paste)
        if kind[0] == "policy":
            # Its JSON form is the document alone.
            yield from misread(text, cloudformation(text))
            continue
        if kind[0] == "github-actions":
            yield from misread(text, cloudformation(text))
            got = github.filled(cloudformation(text)["jobs"]["deploy"]["env"], {"vars": {}})["ContainerName"]
            if got != json.loads(paste.read_text())["family"]:
                yield f"ContainerName is {got!r}"
            continue
        wanted = json.loads(generate(*kind, "--format", "json", paste=paste))
        yield from misread(text, wanted)
        if kind[0] == "buildspec":
            variables = wanted["env"]["variables"]
            if variables["ContainerName"] != json.loads(paste.read_text())["family"]:
                yield f"ContainerName is {variables['ContainerName']!r}"


# Says what a command of AWS is called with, and does nothing.
STUB = """\
aws() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\1'; }
jq() { :; }
CLUSTER=c ContainerName=c IMAGE_TAG=t REPOSITORY_URI=u TASKDEF_FILE=f TASK_DEFINITION_ARN=a
"""


def called(name, folder):
    """Which option of a command is not the name that was given."""
    bare = name.replace("/", "")
    given = [f"--cluster={bare}", f"--service={bare}", "--service=other", f"--rule={bare}", f"--schedule={bare}"]
    spec = cloudformation(generate("buildspec", *given))
    if spec["env"]["variables"]["CLUSTER"] != bare:
        yield f"CLUSTER is {spec['env']['variables']['CLUSTER']!r}"
    commands = [each for each in spec["phases"]["post_build"]["commands"] if each.startswith(("aws ", "jq "))]
    for shell in ["sh", "bash"]:
        words = set()
        for command in commands:
            command = command.split(" > ")[0] if command.startswith("aws ") else command
            done = subprocess.run(
                [shell, "-euc", STUB + command],
                cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
            )
            if done.returncode:
                yield f"{shell}: {command}: {done.stderr.decode()}"
            words |= {word.decode() for word in done.stdout.replace(b"\1", b"").split(b"\0")}
        for option in ["service", "services", "rule", "name"]:
            if f"--{option}={bare}" not in words:
                yield f"{shell}: no command has --{option}={bare!r}"
    if (Path(folder) / "PWNED").exists():
        yield "a name was run as a command"
