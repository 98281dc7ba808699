"""The npm packages: one for each machine with its binary, and `taskdef`, the module and the command line.

`taskdef` names the others as optional dependencies, of which npm installs the one that fits. Its command is a
script that starts that binary; where npm may run scripts, `install.js` puts the binary in the script's place.
"""

import json
from pathlib import Path

from archives import Entry, of_folder, under, write_tar_gz
from crates import WASM
from documents import ROOT, licences, read_me

SCRIPTS = ROOT / "cli/package/npm"
SUMMARY = "Turns an ECS task definition copied from the AWS console into one that AWS registers"


def make(to, binaries, version, texts, dist, repository, trial):
    """`texts`: those of each target, and those of the module by the key WASM."""
    same = everywhere(repository, trial)
    for binary in binaries:
        name = f"taskdef-{binary.target.npm}"
        system, machine = binary.target.npm.split("-")
        about = {
            "name": name, "version": version, "description": f"The binary of taskdef for {system} on {machine}",
            "license": "MIT OR Apache-2.0", "os": [system], "cpu": [machine], "preferUnplugged": True,
        } | same
        entries = [Entry(f"bin/{binary.target.program}", binary.content, program=True), *licences(),
                   texts[binary.target].licences, texts[binary.target].sbom]
        write(to, about, entries)
    write(to, main_package(binaries, version, dist) | same, main_files(dist, texts[WASM], repository))


def everywhere(repository, trial):
    """What each package.json has. Packages of a trial are private: npm refuses to publish them. It takes what a
    workflow signs only from the repository that package.json names."""
    where = {
        "homepage": repository.url,
        "repository": {"type": "git", "url": f"git+{repository.url}.git"},
    } if repository else {}
    return where | ({"private": True} if trial else {})


def main_package(binaries, version, dist):
    """The module's package.json with the command line added."""
    about = json.loads((Path(dist) / "module/package.json").read_text())
    about.pop("private", None)
    return about | {
        "version": version,
        "bin": {"taskdef": "bin/taskdef"},
        "scripts": {"postinstall": "node install.js"},
        "optionalDependencies": {f"taskdef-{binary.target.npm}": version for binary in binaries},
        "engines": {"node": ">=18"},
    }


def main_files(dist, texts, repository):
    module = [entry for entry in of_folder(Path(dist) / "module") if entry.name != "package.json"]
    # The module's package is of type "module"; these two are not.
    scripts = [
        Entry("bin/taskdef", (SCRIPTS / "taskdef.js").read_bytes(), program=True),
        Entry("bin/package.json", b'{ "type": "commonjs" }\n'),
        Entry("install.js", (SCRIPTS / "install.js").read_bytes()),
    ]
    return [*module, *scripts, *licences(), texts.licences, read_me(repository)[0]]


def write(to, about, entries):
    about = Entry("package.json", (json.dumps(about, indent=2) + "\n").encode())
    path = Path(to) / f"{json.loads(about.content)['name']}-{json.loads(about.content)['version']}.tgz"
    write_tar_gz(path, under("package", [about, *entries]))
