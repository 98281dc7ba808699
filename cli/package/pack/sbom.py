"""The list of what is linked into a binary, as CycloneDX has it, by its project's own tool."""

import os
import shutil
import subprocess
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from archives import WHEN
from documents import ROOT

NAME = "taskdef.cdx"


def make(target):
    """The SBOM as bytes. The tool writes beside each Cargo.toml, so it works on a copy of the packages."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ["Cargo.toml", "Cargo.lock"]:
            shutil.copy(ROOT / name, copy)
        for name in ["core", "cli", "web"]:
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("node_modules"))
        # Cargo.toml files name tests in it; none of them is a package of this workspace.
        (copy / "tests").symlink_to(ROOT / "tests")
        done = subprocess.run(
            ["cargo-cyclonedx", "cyclonedx", "--manifest-path", copy / "cli/Cargo.toml", "--format", "json",
             "--spec-version", "1.5", "--target", target, "--no-build-deps", "--override-filename", NAME, "--quiet"],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, env=os.environ)
        if done.returncode:
            raise SystemExit(f"cargo-cyclonedx: {done.stderr}")
        made = (copy / f"cli/{NAME}.json").read_text()
    # Only the ids of our own crates hold the folder. The time is told as none where SOURCE_DATE_EPOCH is set.
    when = datetime.fromtimestamp(WHEN, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return made.replace(str(copy), "/taskdef").replace("1970-01-01T00:00:00.000000000Z", when).encode()
