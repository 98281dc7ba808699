"""The machines that binaries are for, and what each kind of package calls them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Target:
    """A target of rustc; `wheel` is the tag of a binary that needs no GLIBC, `deb` is also the image's name."""

    name: str
    wheel: str
    npm: str
    deb: str | None = None

    @property
    def program(self):
        return "taskdef.exe" if "-windows-" in self.name else "taskdef"


def linux(machine, npm, deb):
    """Static and dynamic ones."""
    static = f"manylinux_2_17_{machine}.manylinux2014_{machine}.musllinux_1_1_{machine}"
    return [Target(f"{machine}-unknown-linux-musl", static, f"linux-{npm}", deb),
            Target(f"{machine}-unknown-linux-gnu", f"manylinux_{{glibc}}_{machine}", f"linux-{npm}", deb)]


# Of two for one machine the first goes into packages; each has an archive.
TARGETS = [
    *linux("x86_64", "x64", "amd64"),
    *linux("aarch64", "arm64", "arm64"),
    Target("x86_64-pc-windows-gnu", "win_amd64", "win32-x64"),
    Target("x86_64-apple-darwin", "macosx_10_12_x86_64", "darwin-x64"),
    Target("aarch64-apple-darwin", "macosx_11_0_arm64", "darwin-arm64"),
]
