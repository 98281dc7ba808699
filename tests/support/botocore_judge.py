"""Checks documents with botocore: runs `tests/judge/judge.py` in the Python of the judge."""

import re
import subprocess
import sys

from project import PLAIN, ROOT, TOOLS

PYTHON = TOOLS / "judge/bin/python"


def refusals(documents):
    """The reasons why botocore refuses documents (JSON texts), by document number from 1."""
    lines = [text if isinstance(text, bytes) else text.encode() for text in documents]
    done = subprocess.run(
        [PYTHON, ROOT / "tests/judge/judge.py", "-"],
        input=b"".join(line + b"\n" for line in lines), capture_output=True, env=PLAIN,
    )
    output = done.stdout.decode()
    refused = {int(n): why for n, why in re.findall(r"^line (\d+): (.*)$", output, re.MULTILINE)}
    if f"{len(lines) - len(refused)} accepted" not in output.splitlines():
        sys.exit(f"judge.py failed:\n{output}{done.stderr.decode()}")
    return refused
