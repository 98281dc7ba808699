"""What is tagged is a release: its texts say so, and their links lead somewhere for who has no checkout."""

import re
import shutil
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

from trial import REPOSITORY, ROOT, VERSION, dead_links, run

from released import UNRELEASED, Repository, against, outside  # noqa: E402, of cli/package/pack

READY = ROOT / "cli/package/ready"


class NotForRelease(unittest.TestCase):
    def test_what_does_not_say_where_it_is_from(self):
        self.assertEqual([*against([], False, Repository(REPOSITORY, "v1.2.3"))], [])
        [reason] = against([], False, None)
        self.assertIn("--repository URL", reason)


class Sources(unittest.TestCase):
    """A repository of three files."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        run("git", "init", "--quiet", cwd=self.folder)
        self.write("Cargo.toml", '[workspace.package]\nversion = "1.2.3"\n')
        self.write("CHANGELOG.md", "# Changes\n\n## 1.2.3\n\n- [Deploy](guide/deploy.md).\n\n## 1.2.30\n\n- Other.\n")

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text)
        run("git", "add", name, cwd=self.folder)

    def ready(self, tag="v1.2.3", status=0):
        done = subprocess.run([READY, tag, REPOSITORY], cwd=self.folder, capture_output=True, text=True)
        self.assertEqual(done.returncode, status, done.stderr)
        return done.stderr if status else done.stdout


class Ready(Sources):
    def test_notes(self):
        self.assertEqual(self.ready(), f"- [Deploy]({REPOSITORY}/blob/v1.2.3/guide/deploy.md).\n")

    def test_another_version(self):
        self.assertIn("the version is 1.2.3, the tag v1.2.30", self.ready("v1.2.30", 1))

    def test_a_version_without_notes(self):
        self.write("Cargo.toml", '[workspace.package]\nversion = "1.2.4"\n')
        self.assertIn("nothing about v1.2.4", self.ready("v1.2.4", 1))

    def test_a_text_that_says_there_is_no_release(self):
        for phrase in UNRELEASED:
            broken = phrase.replace(" ", "\n", 1)
            joined = phrase.replace(" ", " \\\n        ", 1)
            comment = "# " + broken.replace("\n", "\n# ")
            for name, text in [("README.md", phrase.capitalize()), ("web/guide/a.md", broken), ("web/a.rs", joined),
                               ("action.yml", comment), ("cli/package/github/action", phrase)]:
                with self.subTest(phrase=phrase, name=name):
                    self.write(name, f"\n{text} so.\n")
                    self.assertEqual(self.ready(status=1), f"{name}:2: says that there is no release\n")
                    run("git", "rm", "--quiet", "--force", name, cwd=self.folder)

    def test_this_repository(self):
        """Its changelog says whether there is a release; the others have to agree, and RELEASE.md to name them."""
        done = subprocess.run([READY, f"v{VERSION}"], cwd=ROOT, capture_output=True, text=True)
        early = "it is not out yet" in (ROOT / "CHANGELOG.md").read_text()
        self.assertEqual(done.returncode, int(early), done.stderr)
        known = (ROOT / "cli/package/RELEASE.md").read_text()
        before = re.search(r"- Before the first: (.*?) still say", known, re.S)[1]
        if early:
            self.assertEqual(set(re.findall(r"^(.+?):\d", done.stderr, re.M)), set(re.findall(r"`(.+?)`", before)))


class Outside(unittest.TestCase):
    """A text of the root folder as packages carry it."""

    def outside(self, text, repository=Repository(REPOSITORY, "v1.2.3")):
        return outside(text, repository)

    def test_links_lead_into_the_repository(self):
        at = f"{REPOSITORY}/blob/v1.2.3"
        self.assertEqual(self.outside("[a](b.md) [c](d/e.md#f)"), f"[a]({at}/b.md) [c]({at}/d/e.md#f)")
        for kept in ["[a](https://example.com/b)", "[a](#b)", "[a](mailto:b@example.com)", "```sh\n[a](b)\n```\n"]:
            self.assertEqual(self.outside(kept), kept)
        self.assertEqual(self.outside("[a](b.md)", None), "[a](b.md)")

    def test_sentences_that_are_true_before_a_release(self):
        for before, after in [
            ("# A\n\nNothing is published yet. Use it\nso:\n", "# A\n\nUse it\nso:\n"),
            ("## 1\n\nThe first; it is not out yet.\n\n- One.\n", "## 1\n\n- One.\n"),
            ("- One. Nothing is\n  published yet.\n- Two 0.2.0.\n", "- One.\n- Two 0.2.0.\n"),
            ("まだ何も公開していません。次のように使えます。\n", "次のように使えます。\n"),
            ("Version 0.2.0 is out. Yes.\n", "Version 0.2.0 is out. Yes.\n"),
        ]:
            self.assertEqual(self.outside(before), after)

    def test_our_own(self):
        for name in ["README.md", "CHANGELOG.md"]:
            text = (ROOT / name).read_text()
            self.assertNotEqual(dead_links(text), [])
            self.assertEqual(dead_links(self.outside(text)), [])

    def test_what_is_no_address(self):
        for url in ["http://example.com/a", *(f"https://example.com{path}" for path in ["", "/", "/a/", "/a.git"])]:
            with self.assertRaises(SystemExit, msg=url):
                Repository(url, "v1.2.3")
        Repository("https://example.com/a", "v1.2.3")


class Crates(unittest.TestCase):
    def test_packages(self):
        """Each crate has its licences, says where it is from, and has a README with links that lead there."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            run("git", "checkout-index", "--all", f"--prefix={copy}/", cwd=ROOT)
            shutil.copytree(ROOT / "cli/package", copy / "cli/package", dirs_exist_ok=True)
            run("cli/package/for-crates", "v1.2.3", REPOSITORY, cwd=copy)
            run("cargo", "package", "--locked", "--allow-dirty", "--no-verify", "--target-dir", f"{folder}/made",
                "--package", "taskdef-core", "--package", "taskdef-cli", cwd=copy)
            for name in ["taskdef-core", "taskdef-cli"]:
                with tarfile.open(f"{folder}/made/package/{name}-{VERSION}.crate") as crate:
                    read = lambda file: crate.extractfile(f"{name}-{VERSION}/{file}").read()  # noqa: E731
                    for licence in ["LICENSE-APACHE", "LICENSE-MIT"]:
                        self.assertEqual(read(licence), (ROOT / licence).read_bytes())
                    self.assertIn(f'\nrepository = "{REPOSITORY}"\n', read("Cargo.toml").decode())
                    self.assertEqual(dead_links(read("README.md").decode()), [])


if __name__ == "__main__":
    unittest.main()
