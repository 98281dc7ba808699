"""A CodeBuild without containers: runs the phases of a buildspec in a shell of this machine.

As in CodeBuild, variables and the folder last from command to command, the first command that fails
ends its phase, `post_build` runs even after a failed `build` (unless `on-failure` is ABORT), and a
variable of the project wins over one of the buildspec.
"""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

FAKES = Path(__file__).parent / "fakes"
PHASES = ["install", "pre_build", "build", "post_build"]
SHELLS = {"sh -eu": ["sh", "-eu"], "bash": ["bash"]}
COMMIT = "0123456789abcdef0123456789abcdef01234567"

# What a command leaves to the next one. `set -a` exports whatever a command sets.
WRAPPED = """\
if [ -f "$CARRY/state" ]; then . "$CARRY/state"; fi
cd "$(cat "$CARRY/folder")"
trap 'code=$?; trap - EXIT; export -p >"$CARRY/state"; pwd >"$CARRY/folder"; exit $code' EXIT
set -a
"""


class Build:
    """A finished build: what it said, what it called, and where it ended."""

    def __init__(self):
        self.output = ""
        self.failed = []
        self.calls = []
        # Whose policy has to allow them.
        self.role = "codebuild"

    def called(self, *words):
        """The calls that begin with these words."""
        return [call for call in self.calls if call[: len(words)] == list(words)]


def run(spec, source, shell, environment, project=None, fail="", abort=True):
    """Runs a buildspec on a copy of a source folder; `fail` names the fakes that fail."""
    build = Build()
    with tempfile.TemporaryDirectory() as home:
        home = Path(home)
        folder = home / "src"
        shutil.copytree(source, folder)
        carry = home / "carry"
        carry.mkdir()
        (carry / "folder").write_text(f"{folder}\n")
        environment = environment | tools(home) | {
            "CARRY": str(carry),
            "CODEBUILD_BUILD_SUCCEEDING": "1",
            "CODEBUILD_RESOLVED_SOURCE_VERSION": COMMIT,
            "CODEBUILD_SRC_DIR": str(folder),
            "FAKES_FAIL": fail,
            "FAKES_LOG": str(home / "log"),
            "TMPDIR": str(home),
        }
        environment |= variables(spec, environment) | (project or {})
        for phase in PHASES:
            if "build" in build.failed and abort:
                break
            if {"install", "pre_build"} & set(build.failed):
                break
            for number, command in enumerate(spec["phases"].get(phase, {}).get("commands", [])):
                script = home / "command"
                # The state holds what the last command saw; CodeBuild's own say comes after it.
                succeeding = "0" if build.failed else "1"
                script.write_text(
                    WRAPPED + f"export CODEBUILD_BUILD_SUCCEEDING={succeeding}\n" + command + "\n"
                )
                done = subprocess.run(
                    [*SHELLS[shell], str(script)],
                    stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                    env=environment, timeout=120,
                )
                build.output += done.stdout.decode(errors="replace")
                if done.returncode:
                    build.output += f"[{phase} {number}: exit {done.returncode}] {command}\n"
                    build.failed.append(phase)
                    break
        build.calls = calls_of(home / "log")
        build.files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))
        build.artifacts = {
            pattern: [file.read_text() for file in sorted(folder.glob(pattern))]
            for pattern in spec["artifacts"]["files"]
        }
    return build


def calls_of(log):
    """What the fakes noted of their calls."""
    text = log.read_text() if log.exists() else ""
    return [record.split("\x1f")[:-1] for record in text.split("\x1e")[:-1]]


def tools(home):
    """A PATH on which the fakes come first."""
    folder = home / "bin"
    folder.mkdir()
    for name in ["docker", "mvn", "gradle", "npm"]:
        (folder / name).symlink_to(FAKES / "tool")
    (folder / "aws").symlink_to(FAKES / "aws")
    return {"PATH": f"{folder}:/usr/bin:/bin"}


def variables(spec, environment):
    """The variables of a buildspec; those from Parameter Store are asked for as CodeBuild does."""
    env = spec["env"]
    found = {name: str(value) for name, value in env.get("variables", {}).items()}
    names = env.get("parameter-store", {})
    if not names:
        return found
    done = subprocess.run(
        [environment["REAL_AWS"], "ssm", "get-parameters", "--with-decryption", "--output", "json",
         "--names", *names.values()],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=environment, timeout=60, check=True,
    )
    values = {each["Name"]: each["Value"] for each in json.loads(done.stdout)["Parameters"]}
    return found | {variable: values[name] for variable, name in names.items()}


def base(aws, path):
    """The environment of every build: that of the aws CLI, and where the real one is."""
    return aws | {"REAL_AWS": str(path), "HOME": os.devnull}
