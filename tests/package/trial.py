"""The one pack that all tests use, and how a person's command is run on what is in it."""

import json
import os
import platform
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "support"),
                str(Path(__file__).resolve().parents[2] / "cli/package/pack")]
# The modules that pack want to know of what time things are.
os.environ.setdefault("SOURCE_DATE_EPOCH", "0")

from project import FIXTURES, PLAIN, ROOT, TASKDEF  # noqa: E402

MACHINE = platform.machine()
TARGET = f"{MACHINE}-unknown-linux-gnu"
NPM = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}[MACHINE]
VERSION = re.search(r'^version = "(.*)"', (ROOT / "Cargo.toml").read_text(), re.M)[1]
TO = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "package-trial"
BUILD = ROOT / "cli/package/build"
REPOSITORY = "https://git.example.com/owner/taskdef"
PASTE = FIXTURES / "good/article.json"


@cache
def packed():
    """Packs twice, and gives what was said."""
    done = subprocess.run([BUILD, "--trial", TASKDEF, "--dist", ROOT / "dist", "--to", TO,
                           "--repository", REPOSITORY, "--check-reproducible"],
                          cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True)
    if done.returncode:
        sys.exit(f"cli/package/build failed:\n{done.stdout}")
    print(done.stdout, flush=True)
    return done.stdout


def run(*command, cwd=None, env=None, status=0, input=None):
    """Runs a command, and gives its stdout; fails if it ends in another way than it should."""
    done = subprocess.run([str(word) for word in command], cwd=cwd, env=env or PLAIN, capture_output=True, text=True,
                          input=input or "", timeout=300)
    if done.returncode != status:
        raise AssertionError(f"{command} exits {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


@cache
def result():
    """What `convert` makes of PASTE, by the binary that was packed."""
    return run(TASKDEF, "convert", PASTE)


def dead_links(text):
    """Where links of Markdown lead to that mean a file beside it; commands of examples have none."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    links = re.findall(r"\]\(([^)]*)\)|^\[[^\]]+\]: (\S+)|(?:href|src)=\"([^\"]*)\"", text, re.M)
    return [link for found in links for link in found if link and not re.match(r"https?://|mailto:|#", link)]


def names_of(sbom):
    """Name and version of each component of an SBOM, but our own crates."""
    components = json.loads(sbom)["components"]
    return {(c["name"], c["version"]) for c in components if not c["name"].startswith("taskdef-")}
