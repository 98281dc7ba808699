"""Files that `taskdef generate` makes."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from project import PLAIN, TASKDEF

FULL = Path(__file__).parent / "pastes/full.json"


def generate(*arguments, paste=FULL):
    """The text of a file; ends the program, with what is wrong, if there is none."""
    done = subprocess.run(
        [TASKDEF, "generate", *arguments, "--", paste],
        stdin=subprocess.DEVNULL, capture_output=True, env=PLAIN, timeout=60,
    )
    if done.returncode:
        raise SystemExit(f"generate {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode()


def distinct(kind, options, **more):
    """The distinct texts of a kind of file, each with the options that first made it."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = pool.map(lambda each: generate(kind, *each, **more), options)
        return {text: " ".join(each) for text, each in reversed(list(zip(texts, options)))}
