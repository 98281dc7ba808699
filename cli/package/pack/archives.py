"""Archives that come out the same each time: sorted, owned by 0, with the time of the commit."""

import gzip
import io
import os
import tarfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

WHEN = int(os.environ["SOURCE_DATE_EPOCH"])
LEVEL = 9


@dataclass(frozen=True)
class Entry:
    """A file of an archive."""

    name: str
    content: bytes
    program: bool = False

    @property
    def mode(self):
        return 0o755 if self.program else 0o644


def under(folder, entries):
    """The entries in a folder."""
    return [Entry(f"{folder}/{entry.name}", entry.content, entry.program) for entry in entries]


def of_folder(folder):
    """Every file below a folder."""
    folder = Path(folder)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [Entry(path.relative_to(folder).as_posix(), path.read_bytes()) for path in files]


def write_files(folder, entries):
    """Puts entries into a folder, as files with the same times and modes."""
    for entry in entries:
        path = Path(folder) / entry.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(entry.content)
        path.chmod(entry.mode)
    for path in [Path(folder), *Path(folder).rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        os.utime(path, (WHEN, WHEN))


def tar(entries):
    """A tar archive as bytes."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for entry in sorted(entries, key=lambda entry: entry.name):
            info = tarfile.TarInfo(entry.name)
            info.size, info.mode, info.mtime = len(entry.content), entry.mode, WHEN
            archive.addfile(info, io.BytesIO(entry.content))
    return raw.getvalue()


def write_tar_gz(path, entries):
    path.write_bytes(packed(tar(entries)))


def packed(content):
    """As gzip, which names neither a file nor a time."""
    return gzip.compress(content, LEVEL, mtime=0)


def write_zip(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as archive:
        for entry in sorted(entries, key=lambda entry: entry.name):
            info = zipfile.ZipInfo(entry.name, time.gmtime(max(WHEN, 315532800))[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = (0o100000 | entry.mode) << 16
            archive.writestr(info, entry.content)
