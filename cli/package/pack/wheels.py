"""Wheels that hold the bare binary, so that pip puts it on the PATH and nothing of Python runs when it is called."""

import subprocess
import sys
import tempfile
from pathlib import Path

from archives import Entry, write_files
from documents import licences, read_me


def make(to, binary, version, texts, repository):
    """`texts`: the licences of what is linked, and the SBOM."""
    tag = binary.target.wheel
    if binary.glibc:
        tag = tag.format(glibc="{}_{}".format(*binary.glibc))
    info = f"taskdef-{version}.dist-info"
    entries = [
        Entry(f"taskdef-{version}.data/scripts/{binary.target.program}", binary.content, program=True),
        Entry(f"{info}/METADATA", metadata(version, repository).encode()),
        Entry(f"{info}/WHEEL", wheel(tag).encode()),
        *[Entry(f"{info}/licenses/{entry.name}", entry.content) for entry in [*licences(), texts.licences]],
        Entry(f"{info}/sboms/{texts.sbom.name}", texts.sbom.content),
    ]
    with tempfile.TemporaryDirectory() as folder:
        # The tool names the wheel by its tags, and sums what is in it.
        root = Path(folder) / f"taskdef-{version}"
        write_files(root, entries)
        subprocess.run([sys.executable, "-m", "wheel", "pack", "--dest-dir", to, root], check=True,
                       stdout=subprocess.DEVNULL)


def metadata(version, repository):
    lines = [
        "Metadata-Version: 2.4",
        "Name: taskdef",
        f"Version: {version}",
        "Summary: Turns an ECS task definition copied from the AWS console into one that AWS registers",
        "License-Expression: MIT OR Apache-2.0",
        *[f"License-File: {name}" for name in ["LICENSE-APACHE", "LICENSE-MIT", "THIRD-PARTY-LICENSES.txt"]],
        "Keywords: aws,ecs,fargate,task-definition",
        "Requires-Python: >=3.7",
        *([f"Project-URL: Repository, {repository.url}"] if repository else []),
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + read_me(repository)[0].content.decode()


def wheel(tag):
    tags = "".join(f"Tag: py3-none-{one}\n" for one in tag.split("."))
    return f"Wheel-Version: 1.0\nGenerator: taskdef\nRoot-Is-Purelib: false\n{tags}"
