"""The crates that are linked into a binary, with the texts of their licences."""

import json
import re
import subprocess
from pathlib import Path

from documents import ROOT

TEXTS = re.compile(r"(licen[cs]e|copying|copyright|notice|unlicense)", re.I)
HEAD = """\
Software by others that is linked into taskdef, and the texts that came with it.

Rust's standard library is under MIT or Apache-2.0, by the Rust project's contributors.
"""
MUSL = """\
In static binaries for Linux there is musl, Copyright (c) 2005-2020 Rich Felker, et al., under the MIT licence that
LICENSE-MIT has.
"""
# Every other target is one of the program. web/build compiles the page and the module apart.
WASM = "wasm32-unknown-unknown"
PROGRAM = [["--package", "taskdef-cli"]]
PARTS = [["--package", "taskdef-web", "--no-default-features", "--features", part] for part in ["parted", "module"]]


def linked(target):
    """Name and version of each crate that is linked, but taskdef's own; macros and build scripts are not."""
    trees = [cargo("tree", "--locked", *of, "--target", target, "--edges", "normal,no-proc-macro", "--prefix", "none",
                   "--format", "{p}") for of in (PARTS if target == WASM else PROGRAM)]
    crates = {tuple(line.split(" ")[:2]) for tree in trees for line in tree.splitlines() if line}
    return {(name, version.removeprefix("v")) for name, version in crates if not name.startswith("taskdef-")}


def licence_texts(target):
    """One text that holds each licence once, and names who is under it."""
    wanted = linked(target)
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1", "--all-features", "--filter-platform",
                                target))
    packages = [p for p in metadata["packages"] if (p["name"], p["version"]) in wanted]
    missing = wanted - {(p["name"], p["version"]) for p in packages}
    if missing:
        raise SystemExit(f"cargo metadata does not know {sorted(missing)}")
    # By its words, since many differ in their spaces alone.
    users, first, bare = {}, {}, []
    for package in sorted(packages, key=lambda p: (p["name"], p["version"])):
        name = f"{package['name']} {package['version']} ({package['license']})"
        texts = own_texts(Path(package["manifest_path"]).parent)
        for text in texts:
            words = " ".join(text.split())
            first.setdefault(words, text)
            users.setdefault(words, []).append(name)
        if not texts:
            bare.append(name)
    parts = [HEAD if target == WASM else HEAD + MUSL]
    if bare:
        parts.append("These came with no text of their licence:\n" + "".join(f"  {name}\n" for name in bare))
    for words, names in users.items():
        parts.append("".join(f"{name}\n" for name in names) + "\n" + first[words])
    return f"\n{'=' * 80}\n\n".join(parts)


def own_texts(folder):
    files = sorted(path for path in folder.iterdir() if path.is_file() and TEXTS.match(path.name))
    texts = [path.read_text("utf-8", "replace").replace("\r\n", "\n").strip() + "\n" for path in files]
    return list(dict.fromkeys(texts))


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], cwd=ROOT, check=True, capture_output=True, text=True).stdout
