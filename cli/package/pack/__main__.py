"""Packs binaries that were built into everything that a release consists of. cli/package/build runs it."""

import argparse
import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

import binary
import crates
import debian
import image
import npm
import page
import sbom
import wheels
from archives import Entry, under, write_tar_gz, write_zip
from documents import ROOT, completions, licences, manual, read_me
from released import Repository, against, version

# How each kind of package calls a version that is not for release, and refuses to take it for one.
TRIAL = {"wheel": "+trial", "npm": "-trial", "deb": "~trial", "image": "-trial"}
NOTICE = "NOT-FOR-RELEASE.txt"


@dataclass(frozen=True)
class Texts:
    """What tells what is linked into a binary, or into the wasm of the page, which has no SBOM."""

    licences: Entry
    sbom: Entry | None = None


def main():
    given = arguments()
    to = Path(given.to)
    repository = Repository(given.repository, f"v{version(ROOT)}") if given.repository else None
    binaries = binary.found(given.binaries)
    check(binaries, given.trial)
    runs = runnable(binaries)
    clear(to)
    texts = {one.target: told(one.target.name) for one in binaries}
    texts[crates.WASM] = Texts(third_parties(crates.WASM))
    for one in binaries:
        reasons = [*against([one], given.trial, repository)]
        archive(to, one, runs, texts[one.target], repository, reasons)
    each = binary.one_each(binaries)
    versions = {kind: version(ROOT) + (mark if given.trial else "") for kind, mark in TRIAL.items()}
    for one in each:
        wheels.make(to, one, versions["wheel"], texts[one.target], repository)
    npm.make(to / "npm", each, versions["npm"], texts, given.dist, repository, given.trial)
    linux = [one for one in each if one.target.deb]
    for one in linux:
        debian.make(to, one, runs, versions["deb"], texts[one.target], repository)
    image.make(to / "taskdef-image.tar", linux, versions["image"], texts, repository)
    page.make(to, given.dist, texts[crates.WASM])
    for one in binaries:
        (to / f"taskdef-{one.target.name}.cdx.json").write_bytes(texts[one.target].sbom.content)
    reasons = [*against(binaries, given.trial, repository)]
    if reasons:
        (to / NOTICE).write_text(notice(reasons))
    for folder in [to, to / "npm"]:
        sums(folder)
    tell(to, binaries, reasons)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binaries", required=True, help="a folder for each target")
    parser.add_argument("--dist", required=True, help="what web/build has built")
    parser.add_argument("--to", required=True)
    parser.add_argument("--repository", help="where people see it; without it, nothing is for release")
    parser.add_argument("--trial", action="store_true", help="mark everything as not for release")
    return parser.parse_args()


def check(binaries, trial):
    """A release runs where it says that it does, and has no path of the machine that built it."""
    if not binaries:
        raise SystemExit("no binary is there; build one first, or name one with --trial")
    if trial:
        return
    for one in binaries:
        if one.glibc and one.glibc > binary.OLDEST_GLIBC:
            raise SystemExit("{} {}: a release needs at most {}.{}".format(one.path, one.needs, *binary.OLDEST_GLIBC))
        if str(ROOT).encode() in one.content:
            raise SystemExit(f"{one.path} holds the path of this folder")
    for one in binary.one_each(binaries):
        if one.libraries:
            raise SystemExit(f"{one.path} {one.needs}: the image and the wheel take one that is static")


def runnable(binaries):
    """A binary that this machine runs: it prints the manual and the completions of all of them."""
    for one in binaries:
        try:
            one.text("--version")
            return one
        except (OSError, subprocess.CalledProcessError):
            continue
    raise SystemExit("none of the binaries runs here, so there is nothing to print manual pages")


def clear(to):
    """Nothing of an earlier run may stay; and nothing goes that no run has made."""
    for pattern in ["taskdef*", "SHA256SUMS", NOTICE, "npm/taskdef*.tgz", "npm/SHA256SUMS"]:
        for path in to.glob(pattern):
            path.unlink()
    (to / "npm").mkdir(exist_ok=True)


def told(target):
    return Texts(third_parties(target), Entry("taskdef.cdx.json", sbom.make(target)))


def third_parties(target):
    return Entry("THIRD-PARTY-LICENSES.txt", crates.licence_texts(target).encode())


def archive(to, one, runs, texts, repository, reasons):
    name = f"taskdef-{one.target.name}"
    entries = [
        Entry(one.target.program, one.content, program=True),
        *read_me(repository), *licences(), texts.licences, texts.sbom,
        *under("completions", completions(runs)),
        *under("man/man1", manual(runs)),
        *([Entry(NOTICE, notice(reasons).encode())] if reasons else []),
    ]
    if "-windows-" in one.target.name:
        write_zip(to / f"{name}.zip", under(name, entries))
    else:
        write_tar_gz(to / f"{name}.tar.gz", under(name, entries))


def notice(reasons):
    return "Not for release:\n" + "".join(f"{reason}\n" for reason in reasons)


def sums(folder):
    """What sha256sum reads, of every file beside it: the release on GitHub has no folders, and no npm packages."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.glob("*.*"))]
    (folder / "SHA256SUMS").write_text("".join(lines))


def tell(to, binaries, reasons):
    for path in sorted([*to.glob("*"), *to.glob("npm/*")]):
        if path.is_file():
            print(f"{path.stat().st_size:>11,}  {path.relative_to(to)}")
    for one in binaries:
        print(f"{one.target.name}: {one.needs}, {len(one.content):,} bytes")
    for reason in reasons:
        print(f"not for release: {reason}")


if __name__ == "__main__":
    main()
