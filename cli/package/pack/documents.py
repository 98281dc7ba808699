"""What goes along with a binary: manual pages and completions, which it prints itself, and our own files."""

import re
from pathlib import Path

from archives import Entry
from released import outside

ROOT = Path(__file__).resolve().parents[3]
SHELLS = {"bash": "taskdef.bash", "zsh": "_taskdef", "fish": "taskdef.fish", "powershell": "_taskdef.ps1",
          "elvish": "taskdef.elv"}
LICENCES = ["LICENSE-APACHE", "LICENSE-MIT"]


def manual(binary):
    """The manual page, and those of the commands that it refers to."""
    main = binary.text("man")
    names = re.findall(r"^taskdef\\-([\w\\-]+)\(1\)$", main, re.M)
    pages = {"taskdef.1": main}
    for name in names:
        name = name.replace("\\", "")
        pages[f"taskdef-{name}.1"] = binary.text("man", name)
    return [Entry(name, page.encode()) for name, page in pages.items()]


def completions(binary):
    return [Entry(file, binary.text("completions", shell).encode()) for shell, file in SHELLS.items()]


def licences():
    return [Entry(name, (ROOT / name).read_bytes()) for name in LICENCES]


def read_me(repository):
    """What taskdef is and what is new in it, for who has no checkout at hand."""
    texts = {name: outside((ROOT / name).read_text(), repository) for name in ["README.md", "CHANGELOG.md"]}
    return [Entry(name, text.encode()) for name, text in texts.items()]
