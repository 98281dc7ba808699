"""Makes documents for `differential`: lines of JSON, or almost, from those of the generator of tests and
from the fixtures, by changes of their values and of their bytes."""

import json
import re
import subprocess

from project import FIXTURES, GENERATE, ROOT

# Values that are special somewhere.
VALUES = [
    None, True, False, 0, 1, -1, 2, 65_536, 1.0, 0.5, 10**30, "", " ", "a", "0", "1", "-1", "1.0", "true", "False",
    "<NAME>", "${A}", "{{a}}", "a:${TAG}", "aws:x", "[Object]", "FARGATE", "awsvpc", "\ud83d", "é😀", "\u0000",
    [], {}, [None], [[]], [{}], {"a": None}, {"a": "b"}, {"name": "A", "value": "b"}, ["a"], [1, "b"],
]
# Bytes that mean something to a reader of JSON.
PIECES = [b'"', b"\\", b"{", b"}", b"[", b"]", b",", b":", b"0", b"-", b".", b"e9", b"1e400", b"-0", b" ", b"\t", b"\r",
          b"null", b"NaN", b"Infinity", b"true", b"\\u", b"\\ud800", b"\x00", b"\x7f", b"\xff", b"\xc3\xa9", b"\xe2\x80\xa8",
          b"\xef\xbb\xbf", b"'", b"//", b"\\/", b"1_0", b"\xd9\xa1"]


class Pairs(list):
    """An object as a list of its members, which may have one name twice."""


def documents(chance, seed, count):
    """As many lines: as they are made, with other values, and with other bytes."""
    sources = [*generated(seed, count // 3), *fixtures()]
    lines = []
    while len(lines) < count:
        source = sources[len(lines) % len(sources)]
        kind = chance.random()
        if kind < 0.1:
            line = source
        elif kind < 0.75:
            line = written(changed(chance, json.loads(source, object_pairs_hook=Pairs)), chance)
        else:
            line = broken(chance, source)
        if line.strip() and b"\n" not in line:
            lines.append(line)
    return lines


def generated(seed, count):
    """Documents that people might copy, the half with whatever may be wrong."""
    lines = []
    for options in [], ["--wild"]:
        command = [GENERATE, "--seed", str(seed), "--count", str(count // 2), *options]
        lines += subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.splitlines()
    return [line for line in lines if is_json(line)]


def fixtures():
    """The fixtures that are JSON."""
    texts = [file.read_bytes() for file in sorted(FIXTURES.glob("*/*")) if file.parent.name != "expected"]
    return [written(json.loads(text, object_pairs_hook=Pairs), None) for text in texts if is_json(text)]


def is_json(text):
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def changed(chance, document):
    """A document with up to five changes of its members, elements and values."""
    for _ in range(chance.randint(1, 5)):
        holders = [node for node in nodes(document) if isinstance(node, list) and node]
        if not holders:
            return document
        holder = chance.choice(holders)
        at = chance.randrange(len(holder))
        value = bare(chance.choice(VALUES))
        what = chance.random()
        if what < 0.1:
            del holder[at]
        elif what < 0.2:
            holder.insert(chance.randrange(len(holder) + 1), holder[at])
        elif isinstance(holder, Pairs):
            key, old = holder[at]
            if what < 0.3:
                cut = chance.randrange(len(key) + 1)
                key = key[:cut] + chance.choice(["", "x", "_", "aws:", "é"]) + key[cut + 1 :]
            elif what < 0.4:
                # Something of another place.
                value = chance.choice(list(nodes(document)))
                value = json.loads(written(value, None), object_pairs_hook=Pairs)
            holder[at] = (key, old if what < 0.3 else value)
        else:
            holder[at] = value
    return document


def bare(value):
    """A value with its objects as pairs."""
    return json.loads(json.dumps(value), object_pairs_hook=Pairs)


def nodes(value):
    """A value and everything in it."""
    yield value
    inner = [member for _, member in value] if isinstance(value, Pairs) else value if isinstance(value, list) else []
    for child in inner:
        yield from nodes(child)


def written(value, chance):
    """A value as JSON on one line, with spaces or without."""
    space = "" if chance is None or chance.random() < 0.7 else chance.choice([" ", "\t", "\r"])

    def text(value):
        if isinstance(value, Pairs):
            return "{" + f",{space}".join(f"{json.dumps(key)}{space}:{text(inner)}" for key, inner in value) + "}"
        if isinstance(value, list):
            return "[" + f"{space},".join(map(text, value)) + "]"
        return json.dumps(value, ensure_ascii=chance is None or chance.random() < 0.5 or has_half(value))

    return text(value).encode()


def has_half(value):
    """Whether a string has half a surrogate pair, which has no UTF-8."""
    return isinstance(value, str) and re.search("[\ud800-\udfff]", value) is not None


def broken(chance, line):
    """A line with up to three changes of its bytes."""
    line = bytearray(line)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(line) + 1)
        what = chance.random()
        if what < 0.3:
            del line[at : at + chance.choice([1, 1, 2, 8, 64])]
        elif what < 0.8:
            line[at:at] = chance.choice(PIECES)
        elif at < len(line):
            line[at] ^= 1 << chance.randrange(8)
    return bytes(line)
