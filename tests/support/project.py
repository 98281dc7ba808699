"""Paths of the project, its programs and the test tools, and the environment of every test process."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests/fixtures"
TOOLS = ROOT / "tests/.tools"
DEBUG = ROOT / os.environ.get("CARGO_TARGET_DIR", "target") / "debug"

# The programs under test: built by `tests/run`, which sets these variables, or by `build`.
TASKDEF = Path(os.environ.get("TASKDEF", DEBUG / "taskdef"))
GENERATE = Path(os.environ.get("GENERATE", DEBUG / "examples/generate"))

# The user's AWS configuration and language must not affect the tests.
PLAIN = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("AWS_", "LC_", "LANG")) and not name.lower().endswith("_proxy")
} | {"LC_ALL": "C.UTF-8"}


def build():
    """Builds `TASKDEF` and `GENERATE`, unless the environment names them."""
    if "TASKDEF" not in os.environ:
        run(["cargo", "build", "--quiet", "--package", "taskdef-cli"])
    if "GENERATE" not in os.environ:
        run(["cargo", "build", "--quiet", "--package", "taskdef-core", "--example", "generate"])


def require(*tools):
    """Exits with instructions if one of these is missing."""
    for tool in tools:
        if not tool.exists():
            sys.exit(f"{tool.relative_to(ROOT)} is missing: run tests/run tools")


def run(command, **options):
    """Runs a command; exits if it fails."""
    done = subprocess.run(command, cwd=ROOT, stdin=subprocess.DEVNULL, check=False, **options)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed")
    return done
