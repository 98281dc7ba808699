"""The page, for any host of plain files, and as one file."""

import shutil
from pathlib import Path

from archives import of_folder, write_zip


def make(to, dist):
    page = [entry for entry in of_folder(dist) if not entry.name.startswith("module/")]
    write_zip(to / "taskdef-page.zip", page)
    shutil.copyfile(Path(dist) / "taskdef.html", to / "taskdef.html")
