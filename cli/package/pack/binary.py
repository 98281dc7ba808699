"""A binary that was built: what it needs, and what it says of itself."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from targets import TARGETS, Target

# CodeBuild's oldest images and Amazon Linux 2 have 2.26, RHEL 7 has 2.17.
OLDEST_GLIBC = (2, 17)


@dataclass(frozen=True)
class Binary:
    """The binary of a target."""

    target: Target
    path: Path

    @cached_property
    def content(self):
        return self.path.read_bytes()

    @cached_property
    def libraries(self):
        """The shared libraries that an ELF binary names; none if it is static."""
        if "-linux-" not in self.target.name:
            return []
        return re.findall(r"\(NEEDED\).*\[(.*)\]", readelf("--dynamic", self.path))

    @cached_property
    def glibc(self):
        """The newest version of GLIBC that it asks for, as two numbers; None if it is static."""
        if not self.libraries:
            return None
        versions = re.findall(r"GLIBC_(\d+)\.(\d+)", readelf("--version-info", self.path))
        return max((int(major), int(minor)) for major, minor in versions)

    @property
    def needs(self):
        """What a person is told."""
        if self.glibc:
            return "needs GLIBC {}.{}".format(*self.glibc)
        return "static" if "-linux-" in self.target.name else "not looked at"

    def text(self, *arguments):
        """What it prints; it has to be for this machine."""
        done = subprocess.run([self.path, *arguments], check=True, stdin=subprocess.DEVNULL, capture_output=True,
                              env={"LC_ALL": "C"})
        return done.stdout.decode()


def found(folder):
    """The binaries in a folder, in the order of TARGETS."""
    folder = Path(folder)
    paths = [(target, folder / target.name / target.program) for target in TARGETS]
    there = [Binary(target, path) for target, path in paths if path.exists()]
    for one in there:
        # What a job of GitHub passes on to another comes without it.
        one.path.chmod(0o755)
    return there


def one_each(binaries):
    """The binary that packages carry, for each kind of machine."""
    first = {}
    for binary in binaries:
        first.setdefault(binary.target.npm, binary)
    return list(first.values())


def readelf(what, path):
    return subprocess.run(["readelf", "--wide", what, path], check=True, capture_output=True, text=True).stdout
