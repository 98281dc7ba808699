"""Where the standard library of a release comes from, on machines that lack some commands."""

import subprocess
import tempfile
import unittest
from pathlib import Path

from trial import ROOT

SCRIPT = """set -euo pipefail
source web/lib.sh
source cli/package/compile.sh
flags=() environment=(env)
add_std
echo "${environment[@]}"
"""


class Std(unittest.TestCase):
    def std(self, target, rustup, **env):
        """`rustup`: what it does. There is nothing else on the PATH, so no `timeout`, as on a Mac."""
        with tempfile.TemporaryDirectory() as folder:
            bin = Path(folder) / "bin"
            (Path(folder) / "lib/rustlib/src/rust/library/std").mkdir(parents=True)
            bin.mkdir()
            for name, does in [("rustc", f"echo {folder}"), ("rustup", rustup.format(f"{folder}/lib/rustlib"))]:
                (bin / name).write_text(f"#!/bin/sh\n{does}\n")
                (bin / name).chmod(0o755)
            return subprocess.run(["/bin/bash", "-c", f"target={target}\n{SCRIPT}"], cwd=ROOT, capture_output=True,
                                  text=True, env={"PATH": str(bin), "HOME": folder} | env)

    def test_that_of_rustup(self):
        for target in ["aarch64-apple-darwin", "x86_64-unknown-linux-musl"]:
            done = self.std(target, f"/bin/mkdir -p {{}}/{target}/lib", CI="true")
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual(done.stdout.splitlines()[-1], "env")

    def test_no_release_has_another(self):
        for target, env in [("aarch64-apple-darwin", {}), ("x86_64-unknown-linux-musl", {"CI": "true"})]:
            done = self.std(target, "exit 1", **env)
            self.assertEqual(done.returncode, 1, done.stdout)
            self.assertIn(f"rustup can't add std for {target}", done.stderr)

    def test_from_its_sources(self):
        done = self.std("x86_64-unknown-linux-musl", "exit 1")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("RUSTC_BOOTSTRAP=1", done.stdout.splitlines()[-1])


if __name__ == "__main__":
    unittest.main()
