"""The image: the binary, certificate authorities and licences, and nothing else; for each machine of Linux."""

import os
import subprocess
import tempfile
from pathlib import Path

import certifi
from archives import WHEN, Entry, of_folder, tar, write_files
from documents import licences

DOC = "usr/share/doc/taskdef"


def make(path, binaries, version, texts, repository):
    """Writes an archive of an OCI image, with an index of its machines."""
    labels = {"version": version, "licenses": "MIT OR Apache-2.0"} | ({"source": repository.url} if repository else {})
    with tempfile.TemporaryDirectory() as folder:
        buildah = Buildah(Path(folder))
        name = f"taskdef:{version}"
        buildah("manifest", "create", name)
        for binary in binaries:
            root = buildah.folder / binary.target.deb
            write_files(root, files(binary, texts[binary.target]))
            container = buildah("from", "--arch", binary.target.deb, "scratch")
            buildah("copy", "--quiet", container, root, "/")
            buildah("config", "--entrypoint", '["/taskdef"]', "--workingdir", "/work",
                    *[f"--label=org.opencontainers.image.{key}={value}" for key, value in labels.items()], container)
            buildah("commit", "--quiet", "--rm", "--timestamp", WHEN, "--identity-label=false", "--manifest", name,
                    container)
        buildah("manifest", "push", "--all", "--quiet", name, f"oci:{buildah.folder}/image:{version}")
        path.write_bytes(tar(of_folder(buildah.folder / "image")))


def files(binary, texts):
    return [
        Entry("taskdef", binary.content, program=True),
        Entry("etc/ssl/certs/ca-certificates.crt", Path(certifi.where()).read_bytes()),
        *[Entry(f"{DOC}/{entry.name}", entry.content) for entry in [*licences(), texts.licences, texts.sbom]],
        *libraries(binary),
    ]


def libraries(binary):
    """What a binary that is not static needs beside it: a trial's only, since a release's is static."""
    if not binary.libraries:
        return []
    listed = subprocess.run(["ldd", binary.path], check=True, capture_output=True, text=True).stdout
    paths = [word for line in listed.splitlines() for word in line.split() if word.startswith("/")]
    return [Entry(path.removeprefix("/"), Path(path).read_bytes(), program=True) for path in paths]


class Buildah:
    """buildah with a store of its own, so that nothing of this machine's goes in, and nothing stays."""

    def __init__(self, folder):
        self.folder = folder
        self.storage = ["--root", folder / "store", "--runroot", folder / "run", "--storage-driver", "vfs"]

    def __call__(self, *arguments):
        command = ["buildah", *self.storage, *arguments]
        done = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              env=os.environ | {"BUILDAH_ISOLATION": "chroot"})
        if done.returncode:
            raise SystemExit(f"buildah {arguments[0]}: {done.stderr}")
        return done.stdout.strip()
