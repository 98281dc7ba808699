"""Every story of `stories/` ends as it says. `test_stories.Stories.test_stories NAME` is one of them."""

import re
import unittest
from concurrent.futures import ThreadPoolExecutor

from story import Story, stories

# Kana and kanji.
JAPANESE = re.compile("[ぁ-ヺ一-鿿]")
# What has no words of ours: a difference, a command, an IAM statement, what clap says.
NO_WORDS = re.compile(r"""\s+[-+~] \S+: |  taskdef |\s*\{"Action":|error: the argument '|$|Usage: |For more """)


class Stories(unittest.TestCase):
    def test_stories(self):
        names = stories()
        self.assertGreater(len(names), 20)
        # Most of a story's time is waiting.
        with ThreadPoolExecutor(8) as pool:
            for name, (done, differences) in zip(names, pool.map(lambda name: Story(name).run(), names)):
                with self.subTest(name):
                    self.assertEqual(differences, [], done)

    def test_a_run_calls_what_its_dry_run_lists(self):
        tried = 0
        names = [name for name in stories() if "refuses" not in Story(name).story]
        with ThreadPoolExecutor(8) as pool:
            for name, planned, called in pool.map(self.compare, names):
                if planned is not None:
                    tried += 1
                    with self.subTest(name):
                        self.assertLessEqual(called, planned)
        self.assertGreater(tried, 30)

    def test_every_line_is_told_in_japanese(self):
        tried = 0
        names = [name for name in stories() if not re.search("json|--lang", Story(name).story["run"])]
        with ThreadPoolExecutor(8) as pool:
            for name, (story, done) in zip(names, pool.map(self.in_japanese, names)):
                with self.subTest(name):
                    self.assertEqual(done.status, story.get("status", done.status), done)
                    tried += 1
                    for line in (done.stdout + done.stderr).splitlines():
                        is_theirs = line.strip() in str(story)
                        if not is_theirs and not NO_WORDS.match(line):
                            self.assertRegex(line, JAPANESE, done)
        self.assertGreater(tried, 70)

    @staticmethod
    def in_japanese(name):
        story = Story(name)
        return story.story, story.run("--lang", "ja")[0]

    @staticmethod
    def compare(name):
        """What a dry run lists, if it does, and what the same command calls."""
        dry, real = Story(name), Story(name)
        done, _ = dry.run("--dry-run", "--format", "json") if "--dry-run" not in dry.story["run"] else (None, 0)
        if done is None or done.status or "--format" in dry.story["run"]:
            return name, None, None
        real.run()
        planned = {permission["action"] for permission in done.json()["permissions"]}
        # A dry run calls nothing that it does not list, either.
        return name, planned, real.actions() | dry.actions()


if __name__ == "__main__":
    unittest.main()
