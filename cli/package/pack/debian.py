"""Debian packages."""

import hashlib
import subprocess
import tempfile
from pathlib import Path

from archives import Entry, packed, write_files
from documents import ROOT, completions, manual, read_me

COMPLETIONS = {"taskdef.bash": "bash-completion/completions/taskdef", "_taskdef": "zsh/vendor-completions/_taskdef",
               "taskdef.fish": "fish/vendor_completions.d/taskdef.fish"}
# Debian wants an address. The project has none for mail, and no mail goes to one that ends in .invalid (RFC 2606).
CONTROL = """\
Package: taskdef
Version: {version}
Architecture: {architecture}
Maintainer: the maintainers of taskdef <nobody@taskdef.invalid>
Installed-Size: {size}
{depends}Recommends: ca-certificates
{homepage}Section: admin
Priority: optional
Description: Turn an ECS task definition copied from the AWS console into one that AWS registers
 taskdef converts, checks, registers and deploys task definitions of Amazon ECS.
"""


def make(to, binary, runs, version, texts, repository):
    """`runs`: a binary that this machine can run, for what it prints of itself."""
    files = [Entry("usr/bin/taskdef", binary.content, program=True), *documentation(runs, texts, repository)]
    control = CONTROL.format(
        version=version, architecture=binary.target.deb,
        size=sum(-(-len(entry.content) // 1024) for entry in files),
        homepage=f"Homepage: {repository.url}\n" if repository else "",
        depends="Depends: libc6 (>= {}.{}), libgcc-s1\n".format(*binary.glibc) if binary.glibc else "",
    )
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "root"
        write_files(root, [*files, Entry("DEBIAN/control", control.encode()), Entry("DEBIAN/md5sums", sums(files))])
        # It takes the time from SOURCE_DATE_EPOCH. Two threads compress to other bytes than one.
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--threads-max=1", "--build", root,
                        to / f"taskdef_{version}_{binary.target.deb}.deb"], check=True, stdout=subprocess.DEVNULL)


def sums(files):
    """What `dpkg --verify` compares."""
    lines = [f"{hashlib.md5(entry.content, usedforsecurity=False).hexdigest()}  {entry.name}\n" for entry in files]
    return "".join(lines).encode()


def documentation(runs, texts, repository):
    """Manual pages, completions and licences, where Debian looks for them."""
    pages = [Entry(f"usr/share/man/man1/{page.name}.gz", packed(page.content)) for page in manual(runs)]
    scripts = [Entry(f"usr/share/{COMPLETIONS[script.name]}", script.content) for script in completions(runs)
               if script.name in COMPLETIONS]
    folder = "usr/share/doc/taskdef"
    mit = (ROOT / "LICENSE-MIT").read_text()
    head = "taskdef is under MIT or, at your choice, Apache-2.0 (/usr/share/common-licenses/Apache-2.0).\n\n"
    return [*pages, *scripts,
            Entry(f"{folder}/copyright", (head + mit + "\n" + texts.licences.content.decode()).encode()),
            Entry(f"{folder}/changelog.gz", packed(read_me(repository)[1].content)),
            Entry(f"{folder}/{texts.sbom.name}", texts.sbom.content)]
