"""What release.yml runs to publish, with commands that only write down what they are told."""

import hashlib
import io
import json
import os
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

from trial import PLAIN, ROOT

PUBLISH = ROOT / "cli/package/publish"


class Publish(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.files = self.folder / "files"
        for each in [self.files, self.folder / "bin"]:
            each.mkdir()
        self.log = self.folder / "log"

    def command(self, name, script=""):
        """A command that writes down its arguments, and then does this."""
        path = self.folder / "bin" / name
        path.write_text(f'#!/bin/sh\necho "{name} $*" >>{self.log}\n{script}\n')
        path.chmod(0o755)

    def publish(self, *arguments):
        env = PLAIN | {"PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}
        self.log.write_text("")
        done = subprocess.run([PUBLISH, *arguments], env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done, self.log.read_text().splitlines()

    def sum(self, **files):
        lines = []
        for name, content in files.items():
            (self.files / name).write_bytes(content)
            lines.append(f"{hashlib.sha256(content).hexdigest()}  {name}\n")
        (self.files / "SHA256SUMS").write_text("".join(lines))


class GitHub(Publish):
    def setUp(self):
        super().setUp()
        self.sum(**{"taskdef.rb": b"formula", "taskdef-page.zip": b"page"})

    def release(self, draft):
        """What `gh release view` says: true or false, or fails."""
        self.command("gh", f'case $2:"{draft}" in view:) exit 1 ;; view:*) echo "{draft}" ;; esac')
        return self.publish("github", self.files, "v1.2.3", "notes.md")

    def test_a_draft_until_all_of_it_is_there(self):
        done, said = self.release("")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(said[1:], [
            "gh release create v1.2.3 --draft --verify-tag --title v1.2.3 --notes-file notes.md",
            "gh release upload v1.2.3 --clobber SHA256SUMS taskdef.rb taskdef-page.zip",
            "gh release edit v1.2.3 --draft=false",
        ])

    def test_an_upload_that_failed_is_repeated(self):
        done, said = self.release("true")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([line.split()[2] for line in said], ["view", "upload", "edit"])

    def test_what_is_published_stays(self):
        done, said = self.release("false")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual([line.split()[2] for line in said], ["view"])

    def test_a_file_that_is_another(self):
        (self.files / "taskdef-page.zip").write_bytes(b"another")
        done, said = self.release("")
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(said, [])


class Npm(Publish):
    NAMES = ["taskdef", "taskdef-linux-arm64", "taskdef-win32-x64"]

    def setUp(self):
        super().setUp()
        self.sum(**{f"{name}-1.2.3.tgz": package(name) for name in self.NAMES})

    def published(self, there=()):
        names = " | ".join(f'"view {name}@1.2.3 version"' for name in there) or "none"
        self.command("npm", f'case "$*" in {names}) echo 1.2.3 ;; view*) exit 1 ;; esac')
        done, said = self.publish("npm", self.files)
        self.assertEqual(done.returncode, 0, done.stderr)
        return [Path(line.split()[-1]).name for line in said if line.startswith("npm publish --provenance")]

    def test_the_package_that_depends_on_the_others_is_last(self):
        made = self.published()
        self.assertEqual(set(made), {f"{name}-1.2.3.tgz" for name in self.NAMES})
        self.assertEqual(made[-1], "taskdef-1.2.3.tgz")

    def test_what_is_there_is_left_out(self):
        self.assertEqual(self.published(["taskdef-linux-arm64"]), ["taskdef-win32-x64-1.2.3.tgz", "taskdef-1.2.3.tgz"])
        self.assertEqual(self.published(self.NAMES), [])


class Crates(Publish):
    def published(self, there=""):
        self.command("cargo", f'case "$*" in info*{there or "none"}@1.2.3) ;; info*) exit 101 ;; esac')
        done, said = self.publish("crates", "1.2.3")
        self.assertEqual(done.returncode, 0, done.stderr)
        return [line for line in said if line.startswith("cargo publish")]

    def test_nothing_is_compiled_beside_the_token(self):
        [line] = self.published()
        self.assertIn(" --no-verify ", line)
        self.assertIn("--package taskdef-core --package taskdef-cli", line)

    def test_what_is_there_is_left_out(self):
        [line] = self.published("taskdef-core")
        self.assertNotIn("taskdef-core", line)
        self.assertIn("--package taskdef-cli", line)
        self.assertEqual(self.published("taskdef-*"), [])


def package(name):
    raw = io.BytesIO()
    content = json.dumps({"name": name, "version": "1.2.3"}).encode()
    with tarfile.open(fileobj=raw, mode="w:gz") as archive:
        info = tarfile.TarInfo("package/package.json")
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    return raw.getvalue()


if __name__ == "__main__":
    unittest.main()
