#!/usr/bin/env python3
"""The texts of shapes.txt, whose head explains how they are written.

    shapes.py SIZE             those of its first section with SIZE bytes, as JSON, one a line
    shapes.py SIZE FOLDER      the same, each as a file in FOLDER
"""

import itertools
import json
import pathlib
import re
import sys

FILE = pathlib.Path(__file__).with_name("shapes.txt")
TEXTS, CONFIG = "texts", ".taskdef.toml"
FIXED = re.compile("«([^«»]*)»×([0-9]+)")
GROWS = re.compile("«([^«»]*)»")


def read(section):
    """The shapes of a section: names and what is written below them."""
    shapes, inside = {}, False
    for line in FILE.read_text(encoding="utf-8").split("\n"):
        if line.startswith("== "):
            inside = line == f"== {section}"
        elif inside and line.startswith("  "):
            shapes[name] += line[2:]
        elif inside and line:
            name = line
            shapes[name] = ""
    return shapes


def text(shape, size, other=False):
    """The text of a shape with about so many bytes; `other` is the one that `diff` compares it with."""
    shape = visible(shape)
    # What is repeated a fixed number of times may stand in what is so repeated, and in what grows.
    while FIXED.search(shape):
        shape = FIXED.sub(lambda found: found[1] * int(found[2]), shape)
    parts = GROWS.split(shape.replace("§", "1" if other else "0"))
    fixed = sum(len(part.encode()) for part in parts[::2])
    share = (size - fixed) // max(1, len(parts) // 2)
    parts[1::2] = (grown(part, share) for part in parts[1::2])
    return "".join(parts)


def visible(shape):
    """A shape with the characters for which it has pictures."""
    shape = shape.replace("⍽", "\u00a0")
    return re.sub("[\u2400-\u2420]", lambda picture: chr(ord(picture[0]) - 0x2400), shape)


def grown(part, share):
    """A part, repeated until it has so many bytes."""
    out, length = [], 0
    for number in itertools.count():
        again = part.replace("#⁺", str(number + 1)).replace("#", str(number)).replace("♯", "#")
        length += len(again.encode())
        if length > share and out:
            return "".join(out)
        out.append(again)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    size = int(sys.argv[1])
    for name, shape in read(TEXTS).items():
        made = text(shape, size)
        if len(sys.argv) == 2:
            print(json.dumps({"name": name, "text": made}))
        else:
            file = re.sub("[^a-z0-9]+", "-", name.lower())
            pathlib.Path(sys.argv[2], f"{file}-{size}").write_bytes(made.encode())


if __name__ == "__main__":
    main()
