"""Every artefact, used as its user would: what is packed is a trial, from the binary that the tests run."""

import http.server
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
import threading
import unittest
import urllib.request
import zipfile
from functools import partial
from pathlib import Path

from trial import BUILD, MACHINE, NPM, PASTE, PLAIN, REPOSITORY, ROOT, TARGET, TASKDEF, TO, VERSION
from trial import dead_links, names_of, packed, result, run

import crates  # noqa: E402, of cli/package/pack


class Packed(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.said = packed()

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def works(self, *taskdef, **options):
        """It runs, is of this version, converts, and exits as taskdef does."""
        self.assertIn(VERSION, run(*taskdef, "--version", **options))
        self.assertEqual(run(*taskdef, "convert", PASTE, **options), result())
        run(*taskdef, "convert", ROOT / "LICENSE-MIT", status=3, **options)


class All(Packed):
    def test_checksums(self):
        """A list for each folder, as they are published: of the release on GitHub, and of the npm packages."""
        for folder in [TO, TO / "npm"]:
            run("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS", cwd=folder)
            summed = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
            self.assertEqual(summed, {path.name for path in folder.iterdir() if path.is_file()} - {"SHA256SUMS"})

    def test_is_there(self):
        debian = {"x86_64": "amd64", "aarch64": "arm64"}[MACHINE]
        for name in [f"taskdef-{TARGET}.tar.gz", f"taskdef-{TARGET}.cdx.json", f"taskdef_{VERSION}~trial_{debian}.deb",
                     "taskdef-image.tar", "taskdef-page.zip", "taskdef.html", f"npm/taskdef-{NPM}-{VERSION}-trial.tgz",
                     f"npm/taskdef-{VERSION}-trial.tgz", "NOT-FOR-RELEASE.txt"]:
            self.assertTrue((TO / name).is_file(), name)

    def test_same_bytes_from_another_folder(self):
        self.assertRegex(self.said, r"built twice: (\d+) of \1 files are the same")

    def test_tells_what_glibc_it_needs(self):
        shown = subprocess.run(["readelf", "--version-info", "--wide", TASKDEF], capture_output=True, text=True).stdout
        newest = max(tuple(map(int, v.split("."))) for v in re.findall(r"GLIBC_([\d.]+)", shown))
        needs = f"{TARGET}: needs GLIBC {newest[0]}.{newest[1]}"
        self.assertIn(needs, self.said)
        self.assertIn(needs, (TO / "NOT-FOR-RELEASE.txt").read_text())

    def test_a_release_is_refused(self):
        """Of this binary, since it does not run on older machines."""
        python = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "package-tools/pack/bin/python"
        done = subprocess.run([python, "-B", ROOT / "cli/package/pack", "--binaries", TO / "binaries", "--dist",
                               ROOT / "dist", "--to", self.folder, "--repository", REPOSITORY],
                              env=PLAIN | {"SOURCE_DATE_EPOCH": "0"}, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("needs GLIBC", done.stderr)
        self.assertEqual(list(self.folder.iterdir()), [])

    def test_sbom_is_what_is_linked(self):
        sbom = (TO / f"taskdef-{TARGET}.cdx.json").read_text()
        self.assertEqual(json.loads(sbom)["bomFormat"], "CycloneDX")
        missing = crates.linked(TARGET) - names_of(sbom)
        self.assertEqual(missing, set())
        self.assertGreater(len(names_of(sbom)), 100)

    def test_help_and_bad_arguments(self):
        self.assertIn("--check-reproducible", run(BUILD, "--help"))
        run(BUILD, "--no-such", status=1)
        run(BUILD, "--rest", "--target", TARGET, status=1)
        # Several targets after one option: what is wrong is `--rest`, not the second of them.
        done = subprocess.run([BUILD, "--target", TARGET, "aarch64-unknown-linux-musl", "--rest"], env=PLAIN,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn("--target goes with neither", done.stderr)


class Archive(Packed):
    def setUp(self):
        super().setUp()
        run("tar", "-xzf", TO / f"taskdef-{TARGET}.tar.gz", "-C", self.folder)
        self.root = self.folder / f"taskdef-{TARGET}"

    def test_runs(self):
        self.works(self.root / "taskdef")
        self.assertTrue((self.root / "NOT-FOR-RELEASE.txt").exists())

    def test_manual(self):
        env = PLAIN | {"MANPATH": str(self.root / "man"), "MANWIDTH": "80", "MANPAGER": "cat"}
        main = run("man", "taskdef", env=env)
        commands = re.findall(r"^ +taskdef-(\w+)\(1\)$", main, re.M)
        self.assertIn("deploy", commands)
        for command in commands:
            page = " ".join(run("man", f"taskdef-{command}", env=env).split())
            self.assertIn(f"SYNOPSIS taskdef {command}", page)

    def test_completions(self):
        script = ("source completions/taskdef.bash; COMP_WORDS=(taskdef dep); COMP_CWORD=1; "
                  "_taskdef taskdef dep taskdef; echo ${COMPREPLY[@]}")
        self.assertEqual(run("bash", "-c", script, cwd=self.root).split(), ["deploy"])
        for name in ["_taskdef", "taskdef.fish", "_taskdef.ps1", "taskdef.elv"]:
            self.assertIn("deploy", (self.root / "completions" / name).read_text())

    def test_licences(self):
        for name in ["LICENSE-MIT", "LICENSE-APACHE"]:
            self.assertEqual((self.root / name).read_bytes(), (ROOT / name).read_bytes())
        text = (self.root / "THIRD-PARTY-LICENSES.txt").read_text()
        for name, version in crates.linked(TARGET):
            self.assertIn(f"{name} {version} (", text)

    def test_links_of_its_texts(self):
        for name in ["README.md", "CHANGELOG.md"]:
            self.assertEqual(dead_links((self.root / name).read_text()), [])

    def test_the_formula_of_homebrew_installs_what_is_there(self):
        sums = self.folder / "SHA256SUMS"
        sums.write_text("".join(f"{0:064}  taskdef-{machine}-{system}.tar.gz\n" for machine in ["aarch64", "x86_64"]
                                for system in ["apple-darwin", "unknown-linux-musl"]))
        run(ROOT / "cli/package/homebrew", sums, VERSION, REPOSITORY)
        formula = (self.folder / "taskdef.rb").read_text()
        pages = [self.root.glob(pattern) for pattern in re.findall(r'man1\.install Dir\["(.*)"\]', formula)]
        self.assertEqual([*map(set, pages)], [set((self.root / "man/man1").iterdir())])
        scripts = re.findall(r'^    (\w+)_completion\.install "(\S+)"', formula, re.M)
        self.assertEqual([shell for shell, _ in scripts], ["bash", "fish", "zsh"])
        for shell, script in scripts:
            self.assertIn("deploy", (self.root / script).read_text(), shell)

    def test_belongs_to_nobody(self):
        with tarfile.open(TO / f"taskdef-{TARGET}.tar.gz") as archive:
            members = archive.getmembers()
        self.assertEqual({(m.uid, m.gid, m.uname, m.gname) for m in members}, {(0, 0, "", "")})
        self.assertEqual(len({m.mtime for m in members}), 1)
        self.assertEqual([m.name for m in members], sorted(m.name for m in members))
        self.assertEqual([m.name for m in members if m.mode != 0o644], [f"taskdef-{TARGET}/taskdef"])


class Wheel(Packed):
    def setUp(self):
        super().setUp()
        [self.wheel] = TO.glob("*.whl")

    def test_by_pip(self):
        run(sys.executable, "-m", "venv", self.folder / "venv")
        pip = self.folder / "venv/bin/pip"
        run(pip, "install", "--no-index", "--no-deps", self.wheel)
        self.works(self.folder / "venv/bin/taskdef")
        self.assertIn(f"Version: {VERSION}+trial\n", run(pip, "show", "taskdef"))
        run(pip, "uninstall", "--yes", "taskdef")
        self.assertFalse((self.folder / "venv/bin/taskdef").exists())

    def test_by_uvx(self):
        uvx = Path(sys.executable).with_name("uvx")
        env = PLAIN | {"UV_CACHE_DIR": str(self.folder / "cache"), "UV_NO_CONFIG": "1", "HOME": str(self.folder)}
        self.works(uvx, "--quiet", "--offline", "--no-index", "--python", sys.executable, "--from", self.wheel,
                   "taskdef", env=env)

    def test_tag(self):
        """pip takes it where the binary runs, and nowhere else."""
        glibc = re.search(r"GLIBC (\d+)\.(\d+)", self.said)
        self.assertIn(f"-py3-none-manylinux_{glibc[1]}_{glibc[2]}_{MACHINE}.whl", self.wheel.name)

    def test_metadata(self):
        with zipfile.ZipFile(self.wheel) as archive:
            info = f"taskdef-{VERSION}+trial.dist-info"
            metadata = archive.read(f"{info}/METADATA").decode()
            names = archive.namelist()
        self.assertIn("License-Expression: MIT OR Apache-2.0\n", metadata)
        self.assertIn("License-File: THIRD-PARTY-LICENSES.txt\n", metadata)
        for name in ["licenses/LICENSE-MIT", "licenses/THIRD-PARTY-LICENSES.txt", "sboms/taskdef.cdx.json", "RECORD"]:
            self.assertIn(f"{info}/{name}", names)
        self.assertIn(f"Project-URL: Repository, {REPOSITORY}\n", metadata)
        self.assertEqual(dead_links(metadata), [])


class Npm(Packed):
    def setUp(self):
        super().setUp()
        self.binary = TO / f"npm/taskdef-{NPM}-{VERSION}-trial.tgz"
        self.main = TO / f"npm/taskdef-{VERSION}-trial.tgz"
        self.env = PLAIN | {"npm_config_cache": str(self.folder / "cache"), "npm_config_update_notifier": "false"}
        self.project = self.folder / "project"
        self.project.mkdir()
        (self.project / "package.json").write_text('{ "private": true }')
        self.command = self.project / "node_modules/.bin/taskdef"

    def install(self, *arguments):
        run("npm", "install", "--offline", "--no-audit", "--no-fund", *arguments, cwd=self.project, env=self.env)

    def test_binary_takes_the_place_of_the_script(self):
        self.install(self.binary, self.main)
        self.assertEqual(self.command.read_bytes()[:4], b"\x7fELF")
        self.works(self.command, env=self.env)
        self.works("npx", "--offline", "taskdef", cwd=self.project, env=self.env)

    def test_without_scripts(self):
        self.install("--ignore-scripts", self.binary, self.main)
        self.assertTrue(self.command.read_text().startswith("#!/usr/bin/env node"))
        self.works(self.command, env=self.env)
        self.assertEqual(run(self.command, "convert", input=PASTE.read_text(), env=self.env), result())

    def test_without_a_binary(self):
        """A machine that there is no package for still has the module."""
        self.install("--omit=optional", self.main)
        done = subprocess.run([self.command, "--version"], env=self.env, capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"the package taskdef-{NPM} is not installed", done.stderr)

    def test_module(self):
        self.install(self.binary, self.main)
        script = ("import { readFileSync } from 'node:fs'; import { convert } from 'taskdef'; "
                  "process.stdout.write(convert(readFileSync(process.argv[1], 'utf8')).result)")
        made = run("node", "--input-type=module", "--eval", script, PASTE, cwd=self.project, env=self.env)
        self.assertEqual(json.loads(made), json.loads(result()))
        self.assertTrue((self.project / "node_modules/taskdef/taskdef.d.ts").exists())

    def test_can_not_be_published(self):
        for package in [self.binary, self.main]:
            with tarfile.open(package) as archive:
                about = json.load(archive.extractfile("package/package.json"))
            self.assertTrue(about["private"])
            self.assertEqual(about["version"], f"{VERSION}-trial")

    def test_says_where_it_is_from(self):
        """npm refuses what a workflow signs, unless package.json names the workflow's repository."""
        for package in [self.binary, self.main]:
            with tarfile.open(package) as archive:
                about = json.load(archive.extractfile("package/package.json"))
            self.assertEqual(about["repository"], {"type": "git", "url": f"git+{REPOSITORY}.git"})
            self.assertEqual(about["homepage"], REPOSITORY)

    def test_texts(self):
        with tarfile.open(self.main) as archive:
            read_me, others = [archive.extractfile(f"package/{name}").read().decode()
                               for name in ["README.md", "THIRD-PARTY-LICENSES.txt"]]
        self.assertEqual(dead_links(read_me), [])
        linked = crates.linked(crates.WASM)
        self.assertIn("serde-wasm-bindgen", {name for name, _ in linked})
        self.assertIn("yew", {name for name, _ in linked})
        for name, version in linked:
            self.assertIn(f"{name} {version} (", others)


class Debian(Packed):
    def setUp(self):
        super().setUp()
        [self.deb] = TO.glob("*.deb")

    def dpkg(self, *arguments):
        return run("dpkg", f"--root={self.folder}", "--log=/dev/null", "--force-not-root", *arguments,
                   env=PLAIN | {"PATH": f"{os.environ['PATH']}:/usr/sbin:/sbin"})

    def test_by_dpkg(self):
        for name in ["status", "available"]:
            (self.folder / "var/lib/dpkg/updates").mkdir(parents=True, exist_ok=True)
            (self.folder / "var/lib/dpkg" / name).touch()
        (self.folder / "var/lib/dpkg/info").mkdir()
        # The root has no libc6, which the binary of a trial depends on.
        self.dpkg("--force-depends", "--install", self.deb)
        self.works(self.folder / "usr/bin/taskdef")
        env = PLAIN | {"MANPATH": str(self.folder / "usr/share/man"), "MANPAGER": "cat"}
        self.assertIn("taskdef", run("man", "taskdef-deploy", env=env))
        listed = self.dpkg("--listfiles", "taskdef").split()
        for path in ["/usr/share/bash-completion/completions/taskdef", "/usr/share/doc/taskdef/copyright"]:
            self.assertIn(path, listed)
        self.assertEqual(self.dpkg("--verify", "taskdef"), "")
        for path in ["usr/bin/taskdef", "usr/share/doc/taskdef/copyright"]:
            with (self.folder / path).open("ab") as file:
                file.write(b"other")
            self.assertIn(f"/{path}", self.dpkg("--verify", "taskdef"))
        self.dpkg("--purge", "taskdef")
        self.assertFalse((self.folder / "usr/bin/taskdef").exists())

    def test_control(self):
        shown = run("dpkg-deb", "--field", self.deb)
        self.assertIn(f"Version: {VERSION}~trial\n", shown)
        self.assertRegex(shown, r"Depends: libc6 \(>= 2\.\d+\), libgcc-s1")
        self.assertIn(f"Homepage: {REPOSITORY}\n", shown)
        # As Debian's policy has it; and an address that nobody else has.
        self.assertRegex(shown, r"(?m)^Maintainer: [\w ]+ <\S+@\S+\.invalid>$")
        owners = {line.split()[1] for line in run("dpkg-deb", "--contents", self.deb).splitlines()}
        self.assertEqual(owners, {"root/root"})


class Image(Packed):
    def setUp(self):
        super().setUp()
        self.storage = ["--root", self.folder / "store", "--runroot", self.folder / "run", "--storage-driver", "vfs"]

    def buildah(self, *arguments):
        return run("buildah", *self.storage, *arguments, env=PLAIN | {"BUILDAH_ISOLATION": "chroot"}).strip()

    def test_runs(self):
        container = self.buildah("from", f"oci-archive:{TO / 'taskdef-image.tar'}")
        self.works("buildah", *self.storage, "run", "--isolation", "chroot", "--volume", f"{ROOT}:{ROOT}:ro",
                   container, "--", "/taskdef")
        about = json.loads(self.buildah("inspect", container))["OCIv1"]
        self.assertEqual(about["config"]["Entrypoint"], ["/taskdef"])
        self.assertEqual(about["config"]["Labels"]["org.opencontainers.image.version"], f"{VERSION}-trial")
        self.assertEqual(about["config"]["Labels"]["org.opencontainers.image.source"], REPOSITORY)
        self.assertEqual(about["architecture"], {"x86_64": "amd64", "aarch64": "arm64"}[MACHINE])
        self.assertEqual(about["os"], "linux")

    def test_trusts_the_authorities_that_mozilla_lists(self):
        container = self.buildah("from", f"oci-archive:{TO / 'taskdef-image.tar'}")
        root = Path(self.buildah("mount", container))
        bundle = (root / "etc/ssl/certs/ca-certificates.crt").read_text()
        self.assertGreater(bundle.count("BEGIN CERTIFICATE"), 100)
        self.assertIn("Amazon Root CA 1", bundle)
        # Nothing but what we put there: no shell, no package manager.
        programs = {p.name for p in root.rglob("*") if p.is_file() and p.stat().st_mode & 0o100 and ".so" not in p.name}
        self.assertEqual(programs, {"taskdef"})


class Page(Packed):
    def test_served(self):
        with zipfile.ZipFile(TO / "taskdef-page.zip") as archive:
            archive.extractall(self.folder)
        handler = partial(Quiet, directory=self.folder)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        address = f"http://127.0.0.1:{server.server_port}/"
        page = fetched(address).decode()
        for name in re.findall(r'(?:src|href)="(?:\./)?([\w./-]+)"', page):
            self.assertEqual(fetched(address + name), (ROOT / "dist" / name).read_bytes(), name)
        self.assertIn("taskdef.js", fetched(address + "boot.js").decode())
        self.assertEqual(fetched(address + "taskdef.html"), (TO / "taskdef.html").read_bytes())
        self.assertFalse((self.folder / "module").exists())

    def test_one_file(self):
        """That of web/build, and after it one comment."""
        made, page = (TO / "taskdef.html").read_text(), (ROOT / "dist/taskdef.html").read_text()
        self.assertTrue(made.startswith(page))
        self.assertRegex(made.removeprefix(page), r"(?s)\A\s*<!--(?:(?!--!?>|<!--).)*-->\s*\Z")

    def test_licences(self):
        """Of taskdef and of all that is in its wasm, in the folder and in the one file."""
        own = ["LICENSE-APACHE", "LICENSE-MIT"]
        with zipfile.ZipFile(TO / "taskdef-page.zip") as archive:
            texts = [archive.read(name).decode() for name in [*own, "THIRD-PARTY-LICENSES.txt"]]
        for name, text in zip(own, texts):
            self.assertEqual(text, (ROOT / name).read_text())
        for name, version in crates.linked(crates.WASM):
            self.assertIn(f"{name} {version} (", texts[2])
        for text in texts:
            self.assertIn(text, (TO / "taskdef.html").read_text())


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def fetched(address):
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(address, timeout=20) as answer:
        return answer.read()


if __name__ == "__main__":
    unittest.main()
