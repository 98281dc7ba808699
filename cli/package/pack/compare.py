"""Compares what was made twice, and names what differs, down to the members of archives.

    compare.py FOLDER FOLDER
"""

import gzip
import hashlib
import io
import sys
import tarfile
import zipfile
from pathlib import Path


def main():
    first, second = map(files, sys.argv[1:3])
    differing = []
    for name in sorted(first.keys() | second.keys()):
        if name not in first or name not in second:
            differing.append(f"{name}: only in the {'first' if name in first else 'second'}")
        elif first[name].read_bytes() != second[name].read_bytes():
            differing.append(f"{name}: {inside(first[name].read_bytes(), second[name].read_bytes())}")
    print(*differing, sep="\n", end="\n" if differing else "")
    print(f"built twice: {len(first) - len(differing)} of {len(first)} files are the same")
    sys.exit(1 if differing else 0)


def files(folder):
    folder = Path(folder)
    return {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}


def inside(first, second):
    """Which members differ, where both are archives; else where the bytes begin to."""
    first_members, second_members = members(first), members(second)
    if first_members and second_members:
        names = sorted(first_members.keys() | second_members.keys())
        differing = [name for name in names if first_members.get(name) != second_members.get(name)]
        return ", ".join(differing) or "the archive itself: order, times or compression"
    where = next((at for at, pair in enumerate(zip(first, second)) if pair[0] != pair[1]), min(len(first), len(second)))
    return f"{len(first)} and {len(second)} bytes, other from byte {where} on"


def members(content):
    """The sums and modes of an archive's members; nothing for what is no archive."""
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {m.filename: (summed(archive.read(m)), m.external_attr) for m in archive.infolist()}
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    try:
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            return {m.name: (summed(archive.extractfile(m).read()), m.mode) for m in archive if m.isfile()}
    except tarfile.TarError:
        return {}


def summed(content):
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    main()
