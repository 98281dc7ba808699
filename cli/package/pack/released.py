"""Our texts as they stand in a release: outside the repository, and said when the release is out."""

import re
from dataclasses import dataclass

# What is true until the first release only, on whichever line it is broken. `cli/package/ready` looks for each.
UNRELEASED = ["not out yet", "nothing is published yet", "not published yet", "no release yet", "まだ何も公開して", "まだ公開して"]
FENCED = re.compile(r"(^```.*?^```$)", re.M | re.S)
SENTENCE = re.compile(r"\s*.+?(?:。|\.(?=\s|\Z)|\Z)", re.S)
# Of Markdown's links, those that lead to a file of the repository.
LINK = re.compile(r"(?<=\]\()(?![a-z][a-z0-9+.-]*:|[#/])([^)\s]+)(?=\))")


@dataclass(frozen=True)
class Repository:
    """The address that people see, such as https://git.example.com/owner/taskdef, and the tag of what is packed."""

    url: str
    tag: str

    def __post_init__(self):
        if not re.fullmatch(r"https://[^\s/?#]+(/[^\s/?#]+)+", self.url) or self.url.endswith(".git"):
            raise SystemExit(f"{self.url} is no address of a repository, such as https://git.example.com/owner/taskdef")

    def file(self, path):
        return f"{self.url}/blob/{self.tag}/{path}"


def version(root):
    text = (root / "Cargo.toml").read_text()
    return re.search(r'^\[workspace\.package\]\n(?:.*\n)*?version = "(.*)"', text, re.M)[1]


def notes(root, of):
    """The section of CHANGELOG.md about a version; nothing if there is none."""
    sections = re.split(r"^## (.*)\n", (root / "CHANGELOG.md").read_text(), flags=re.M)
    return dict(zip(sections[1::2], sections[2::2])).get(of, "").strip()


def against(binaries, trial, repository):
    """Why what is packed of these binaries is not for release."""
    if trial:
        yield "packed from a binary that was built to be tested on one machine"
        for one in binaries:
            yield f"{one.target.name}: {one.needs}"
    if not repository:
        yield "no package says where it is from (--repository URL), so npm would refuse it, and links lead nowhere"


def outside(text, repository):
    """A text of the root folder for readers elsewhere. Without a repository its links stay as they are."""
    parts = FENCED.split(text)
    parts[::2] = [linked(without_unreleased(part), repository) for part in parts[::2]]
    return "".join(parts)


def linked(text, repository):
    return LINK.sub(lambda link: repository.file(link[1]), text) if repository else text


def without_unreleased(text):
    """Without the sentences of UNRELEASED, and the paragraphs that are nothing else."""
    paragraphs = re.split(r"(\n{2,})", text)
    for at, paragraph in enumerate(paragraphs):
        kept = "".join(one for one in SENTENCE.findall(paragraph) if not unreleased(one))
        if kept != paragraph:
            paragraphs[at] = kept.lstrip()
            if not kept.strip() and at + 1 < len(paragraphs):
                paragraphs[at + 1] = ""
    return "".join(paragraphs)


def unreleased(text):
    """The lines on which a phrase of UNRELEASED begins. What joins a line to the next in code counts as a space."""
    joints = r"[\s\\#/*]+"
    found = [re.finditer(joints.join(map(re.escape, phrase.split())), text, re.I) for phrase in UNRELEASED]
    return sorted({text.count("\n", 0, one.start()) + 1 for matches in found for one in matches})
