"""What shellcheck says of every command that is generated, and actionlint and zizmor of the workflow."""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import combinations
import lint
from groups import report
from make import distinct
from project import PLAIN, TOOLS

BIN = Path(sys.executable).parent
ZIZMOR = TOOLS / "workflows/bin/zizmor"
# Each command is looked at alone: an earlier one sets its variables, a later one reads them, and a `cd`
# that fails ends the phase.
OF_OTHERS = ["SC2034", "SC2154", "SC2164"]
AT_ONCE = 200  # scripts a process of shellcheck


def commands():
    """shellcheck on every distinct command: of the buildspecs, as sh and as bash, of the workflows, and of
    those that a pipeline's head gives people to run."""
    scripts = {}
    for text, options in distinct("buildspec", combinations.buildspecs()).items():
        for phase in lint.cloudformation(text)["phases"].values():
            scripts |= {("sh", each): f"buildspec {options}" for each in phase.get("commands", [])}
    scripts |= {("bash", each): options for (_, each), options in scripts.items()}
    for text, options in distinct("github-actions", combinations.workflows()).items():
        scripts |= {("bash", each["run"]): f"workflow {options}" for each in steps(text) if "run" in each}
    for text, options in distinct("pipeline", combinations.pipelines(False)).items():
        by_hand = re.findall(r"^#   (.*put-parameter.*)$", text, re.MULTILINE)
        scripts |= {("bash", each): f"pipeline {options}" for each in by_hand}
    assert any("put-parameter" in each for _, each in scripts), "the head of a pipeline has no commands"
    failures = [failure for shell in ["sh", "bash"] for failure in checked(shell, scripts)]
    return report("commands", len(scripts), "accepted by shellcheck", failures)


def checked(shell, scripts):
    """What shellcheck says of the scripts of a shell."""
    own = [(text, options) for (kind, text), options in scripts.items() if kind == shell]
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (text, options) in enumerate(own):
            file = Path(folder) / f"{number}.{shell}"
            file.write_text(text + "\n")
            files[str(file)] = (text, options)
        names = list(files)
        for start in range(0, len(names), AT_ONCE):
            command = [BIN / "shellcheck", "--norc", f"--shell={shell}", f"--exclude={','.join(OF_OTHERS)}", "--format=json"]
            done = run([*command, "--", *names[start : start + AT_ONCE]])
            if done.returncode not in [0, 1]:
                sys.exit(f"shellcheck failed: {done.stderr.decode()}")
            for found in json.loads(done.stdout):
                text, options = files[found["file"]]
                line = [*text.split("\n"), ""][found["line"] - 1].strip()
                yield f"{options}: SC{found['code']} {found['message']}: {line}"


def steps(text):
    """The steps of a workflow."""
    return lint.cloudformation(text)["jobs"]["deploy"]["steps"]


def workflows():
    """actionlint, which has shellcheck read the scripts, and zizmor at its strictest but one."""
    texts = distinct("github-actions", combinations.workflows())
    for paste in lint.PASTES:
        for lang in ["en", "ja"]:
            texts |= distinct("github-actions", [["--lang", lang], ["--style", "taskdef", "--lang", lang]], paste=paste)
    failures = list(unfit(texts))
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for number, (text, options) in enumerate(texts.items()):
            # zizmor reads what lies where GitHub looks.
            name = f"{number}/.github/workflows/deploy.yml"
            file = Path(folder) / name
            file.parent.mkdir(parents=True)
            file.write_text(text)
            files[name] = options
        command = [BIN / "actionlint", "-format", "{{json .}}", f"-shellcheck={BIN / 'shellcheck'}", "-pyflakes="]
        done = run([*command, *files], folder, SHELLCHECK_OPTS=f"--exclude={','.join(OF_OTHERS)}")
        if done.returncode not in [0, 1]:
            sys.exit(f"actionlint failed: {done.stderr.decode()}")
        failures += [f"{files[each['filepath']]}: actionlint: {each['message']}" for each in json.loads(done.stdout)]
        done = run([ZIZMOR, "--offline", "--persona", "pedantic", "--no-progress", "--format", "json", folder])
        if done.returncode not in [0, 11, 12, 13, 14]:
            sys.exit(f"zizmor failed: {done.stderr.decode()}")
        for found in json.loads(done.stdout):
            if not found["ignored"]:
                failures.append(f"zizmor: {found['ident']} {found['desc']} {found['locations'][0]['symbolic']['key']}")
    return report("workflows", len(texts), "accepted by actionlint and zizmor", failures)


def unfit(texts):
    """What is wrong with workflows at a glance."""
    for text, options in texts.items():
        used = re.findall(r"uses: (.*)", text)
        for each in used:
            # What a user names has no version beside its hash.
            version = "" if each in str(options) else r" # v\d+\.\d+\.\d+"
            if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40}" + version, each):
                yield f"{options}: {each} is not pinned"
        if lint.ENVIRONMENT_VALUE in text:
            yield f"{options}: holds a value of an environment variable"


def run(command, folder=None, **environment):
    env = PLAIN | {"HOME": os.devnull} | environment
    return subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, timeout=300, env=env)
