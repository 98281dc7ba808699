"""Two deploys of one family at once: if neither complains, one of them has everything.

`TASKDEF_RACES=200 tests/aws/run test_races` tries more random ones."""

import itertools
import os
import random
import unittest
from concurrent.futures import ThreadPoolExecutor

from bookkeeper import WRITES, file_of
from race import DEPLOY, FIRST, NEW_AND_OLD, OLD_AND_NEW, OTHER, SAME, SECOND, Late, Race
from world import Folder, taskdef

WAIT = ["--wait", "--poll", "5ms"]
RACES = int(os.environ.get("TASKDEF_RACES", "10"))
SEED = int(os.environ.get("TASKDEF_SEED", random.randrange(1_000_000)))


class Races(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("TASKDEF_SEED", SEED)

    def each(self, races):
        with ThreadPoolExecutor(3) as pool:
            ran = list(pool.map(Race.run, races))
        for number, race in enumerate(ran):
            with self.subTest(number=number, seed=SEED, images=race.images, options=race.options):
                self.assertEqual(list(race.faults()), [], (race.done, race.book))
        return ran

    def alone(self):
        """What one deploy calls."""
        race = Race(OTHER, turns=[FIRST] * 100).run()
        return [call.called for call in race.book if call.who == FIRST]

    def variants(self, number):
        """So many pairs of files and options."""
        every = itertools.product((OTHER, SAME, NEW_AND_OLD, OLD_AND_NEW), ([], WAIT))
        return itertools.islice(itertools.cycle(every), number)

    def test_at_once_with_answers_that_take_their_time(self):
        self.each([
            Race(images, options, delays=random.Random(SEED + number))
            for number, (images, options) in enumerate(self.variants(RACES))
        ])

    def test_in_random_turns(self):
        def turns(chance):
            for _ in range(40):
                yield from [chance.choice((FIRST, SECOND))] * chance.randint(1, 6)

        self.each([
            Race(images, options, turns=turns(random.Random(SEED + number)))
            for number, (images, options) in enumerate(self.variants(RACES))
        ])

    def test_one_as_a_whole_between_two_calls_of_the_other(self):
        calls = len(self.alone())
        ran = self.each([
            Race(images, options, turns=[FIRST] * (number // 2) + [SECOND] * 100)
            for number, (images, options) in enumerate(self.variants(2 * calls))
        ])
        self.assertIn(8, [race.done[FIRST].status for race in ran])

    def test_the_old_file_while_the_new_one_is_deployed(self):
        """The old one sees what is registered before the new one is, and moves everything back just
        before the new one looks for the last time."""
        calls = self.alone()
        last = max(number for number, called in enumerate(calls) if called in WRITES)
        turns = [SECOND] + [FIRST] * (last + 1) + [SECOND] * 100
        self.each([Race(NEW_AND_OLD, turns=turns)])

    def test_a_registration_whose_answer_is_lost_while_the_other_one_registers(self):
        register = self.alone().index("RegisterTaskDefinition")
        self.each([
            Race(images, turns=[FIRST] * (register + 1) + [SECOND] * 100,
                 lost=(FIRST, "RegisterTaskDefinition"))
            for images in (OTHER, SAME, NEW_AND_OLD)
        ])

    def test_a_schedule_that_aws_shows_late_is_nobody_s_change(self):
        folder = Folder()
        file = folder.file(file_of(2))
        for looks, status, told in [
            (2, 0, "schedule default/nightly: batch:1 → batch:2\n"),
            (9, 8, "schedule default/nightly: was moved to batch:2, and somebody else changed it "
                   "since\n    it starts batch:1 again, or AWS does not show the move\n"),
        ]:
            with Late(looks) as aws:
                done = taskdef("deploy", file, *DEPLOY, endpoint=aws.url)
            self.assertEqual(done.status, status, done)
            self.assertIn(told, done.stdout)


if __name__ == "__main__":
    unittest.main()
