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


if __name__ == "__main__":
    unittest.main()
