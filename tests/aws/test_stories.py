"""Every story of `stories/` ends as it says. `test_stories.Stories.test_stories NAME` is one of them."""

import unittest
from concurrent.futures import ThreadPoolExecutor

from story import Story, stories


class Stories(unittest.TestCase):
    def test_stories(self):
        names = stories()
        self.assertGreater(len(names), 20)
        # Most of a story's time is waiting.
        with ThreadPoolExecutor(4) as pool:
            for name, (done, differences) in zip(names, pool.map(lambda name: Story(name).run(), names)):
                with self.subTest(name):
                    self.assertEqual(differences, [], done)

    def test_a_run_calls_what_its_dry_run_lists(self):
        tried = 0
        names = [name for name in stories() if "refuses" not in Story(name).story]
        with ThreadPoolExecutor(4) as pool:
            for name, planned, called in pool.map(self.compare, names):
                if planned is not None:
                    tried += 1
                    with self.subTest(name):
                        self.assertLessEqual(called, planned)
        self.assertGreater(tried, 30)

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
