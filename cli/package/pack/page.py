"""The page, for any host of plain files, and as one file."""

from dataclasses import replace

from archives import of_folder, write_zip
from documents import licences

ONE_FILE = "taskdef.html"


def make(to, dist, texts):
    """`texts`: those of what is linked into the wasm."""
    legal = [*licences(), texts.licences]
    page = [entry for entry in of_folder(dist) if not entry.name.startswith("module/")]
    page = [with_licences(entry, legal) if entry.name == ONE_FILE else entry for entry in page]
    write_zip(to / "taskdef-page.zip", [*page, *legal])
    [one_file] = [entry for entry in page if entry.name == ONE_FILE]
    (to / ONE_FILE).write_bytes(one_file.content)


def with_licences(html, legal):
    """The one file has them at its end, in a comment, which their own signs don't end."""
    text = "\n".join(entry.content.decode() for entry in legal).replace("<!--", "<!- -").replace("-->", "- ->")
    return replace(html, content=html.content + f"\n<!--\n{text.replace('--!>', '- -!>')}-->\n".encode())
