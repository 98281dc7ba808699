"""Files that `taskdef generate` makes."""

import functools
import json
import os
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from project import PLAIN, TASKDEF

FULL = Path(__file__).parent / "pastes/full.json"


def generate(*arguments, paste=FULL):
    """The text of a file; ends the program, with what is wrong, if there is none. Of several containers
    it is about the first, if no other is named."""
    done = subprocess.run(
        [TASKDEF, "generate", *arguments, *about_first(arguments, paste), "--", paste],
        stdin=subprocess.DEVNULL, capture_output=True, env=PLAIN, timeout=60,
    )
    if done.returncode:
        raise SystemExit(f"generate {' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout.decode()


def about_first(arguments, paste):
    """The option that names the first container, where one is needed."""
    kind, *options = arguments
    own_containers = kind == "buildspec" and "--batch" in options and "--one-image" not in options
    named = any(each.startswith("--container") for each in options)
    no_container = kind in ["appspec", "alerts"] or kind == "eventbridge" and "--command" not in options
    if no_container or own_containers or named or len(containers(paste)) < 2:
        return []
    return [f"--container={containers(paste)[0]}"]


@functools.cache
def containers(paste):
    """The names of a paste's containers."""
    return [each["name"] for each in json.loads(Path(paste).read_text())["containerDefinitions"]]


def distinct(kind, options, **more):
    """The distinct texts of a kind of file, each with the options that first made it."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = pool.map(lambda each: generate(kind, *each, **more), options)
        return {text: shlex.join(each) for text, each in reversed(list(zip(texts, options)))}
