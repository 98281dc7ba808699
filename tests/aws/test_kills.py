"""`taskdef deploy`, ended between any two of its calls and started again: one new revision in all, and
everything on it.

`TASKDEF_KILLS=200 tests/aws/run test_kills` tries 200 ways, most of them random: several kills one after
the other, and kills some milliseconds after a call."""

import itertools
import json
import os
import random
import shlex
import signal
import subprocess
import threading
import unittest
from collections import namedtuple
from concurrent.futures import Future, ThreadPoolExecutor

from bookkeeper import LOOKS, WRITES, Bookkeeper, file_of, schedules, targets
from world import PLAIN, TASKDEF, Done, Folder, taskdef

DEPLOY = ["--cluster", "prod", "--service", "web", "--all-schedules", "--wait", "--poll", "5ms",
          "--rate", "1000", "--backoff", "1ms"]
KILLS = int(os.environ.get("TASKDEF_KILLS", "20"))
SEED = int(os.environ.get("TASKDEF_SEED", random.randrange(1_000_000)))

# A kill at a call: instead of what was asked for, after it was done but before the answer, or so many
# milliseconds after the call. A polite kill is answered.
Kill = namedtuple("Kill", "call how")
INSTEAD, AFTER, POLITE = "instead", "after", "polite"


class Killer(Bookkeeper):
    """Ends the one that calls it, at a call."""

    def __init__(self):
        super().__init__()
        self.numbers, self.kill, self.caller = itertools.count(), None, Future()

    def answer(self, called, request, body):
        how = self.kill.how if self.kill and next(self.numbers) == self.kill.call else None
        if how == POLITE:
            self.end(signal.SIGTERM)
        elif isinstance(how, float):
            threading.Timer(how / 1000, self.end).start()
        elif how == INSTEAD:
            self.end()
            raise ConnectionAbortedError
        answer = super().answer(called, request, body)
        if how == AFTER:
            self.end()
            raise ConnectionAbortedError
        return answer

    def end(self, with_signal=signal.SIGKILL):
        self.caller.result().send_signal(with_signal)

    def run_and_end(self, kill, file):
        """A deploy that is ended; with all that it has sent being carried out."""
        self.numbers, self.kill, self.caller = itertools.count(), kill, Future()
        with self:
            process = subprocess.Popen(
                [TASKDEF, "deploy", file, *DEPLOY], env=PLAIN | {"AWS_ENDPOINT_URL": self.url},
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            )
            self.caller.set_result(process)
            process.stdout, process.stderr = process.communicate(timeout=60)
        self.kill = None
        return Done(process)

    def run(self, *words):
        with self:
            return taskdef(*words, endpoint=self.url)


class Kills(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        print("TASKDEF_SEED", SEED)
        cls.folder = Folder()
        cls.file = cls.folder.file(file_of(2))
        aws = Killer()
        done = aws.run("deploy", cls.file, *DEPLOY)
        assert done.status == 0, done
        cls.calls = [call.called for call in aws.book]

    def ways(self, number):
        """So many lists of kills: each write in two ways, reads in one or the other, then others."""
        writes = [call for call, called in enumerate(self.calls) if called in WRITES]
        reads = [call for call, called in enumerate(self.calls) if called not in WRITES]
        ways = [[Kill(call, how)] for call in writes for how in (INSTEAD, AFTER)]
        for index in range(min(len(reads), max(0, number - len(ways)))):
            share = len(reads) / min(len(reads), max(1, number - 2 * len(writes)))
            ways.append([Kill(reads[int(index * share)], (INSTEAD, AFTER)[index % 2])])
        chance = random.Random(SEED)
        while len(ways) < number:
            ways.append([
                Kill(chance.randrange(len(self.calls)),
                     chance.choice([INSTEAD, AFTER, chance.uniform(0, 30)]))
                for _ in range(chance.choice([1, 1, 1, 2, 3]))
            ])
        return ways

    def each(self, ways, go_on):
        """Ends deploys in these ways, and goes on from there."""
        with ThreadPoolExecutor(4) as pool:
            for kills, (aws, *done) in zip(ways, pool.map(go_on, ways)):
                with self.subTest(kills=kills, seed=SEED, calls=self.calls):
                    self.assert_deployed_once(aws, done)
                    if kills[0].how in (INSTEAD, AFTER):
                        self.assertEqual(done[0].status, -signal.SIGKILL, done)

    def assert_deployed_once(self, aws, done):
        self.assertEqual(done[-1].status, 0, done)
        self.assertEqual((aws.registered(), aws.latest), (1, 2), done)
        self.assertEqual(aws.deployments, [1, 2], done)
        self.assertGreaterEqual(aws.looks, LOOKS, "it did not wait")
        # As texts, so that `1.0` is not `1`.
        moved, expected = [aws.targets, aws.schedules], [targets(2), schedules(2)]
        self.assertEqual(json.dumps(moved, sort_keys=True), json.dumps(expected, sort_keys=True))

    def test_killed_at_any_call_and_started_again(self):
        def go_on(kills):
            aws = Killer()
            killed = [aws.run_and_end(kill, self.file) for kill in kills]
            return aws, *killed, aws.run("deploy", self.file, *DEPLOY)

        ways = self.ways(KILLS)
        self.assertEqual(len(ways), KILLS)
        self.each(ways, go_on)

    def test_stopped_politely_at_any_call_it_says_how_to_go_on(self):
        told = []

        def go_on(kills):
            aws = Killer()
            stopped = aws.run_and_end(kills[0], self.file)
            left = set(aws.pins().values()) != {2}
            if stopped.status == 0:
                return aws, stopped  # too late: it has done all
            self.assertEqual(stopped.status, 130, stopped)
            _, says, command = stopped.stdout.partition("To go on from here:\n")
            self.assertEqual(bool(says), aws.latest == 2 and left, stopped)
            told.extend(says and kills)
            words = shlex.split(command)[1:] if says else ["deploy", self.file, *DEPLOY]
            return aws, stopped, aws.run(*words)

        self.each([[Kill(call, POLITE)] for call in range(len(self.calls))], go_on)
        # From the registration on, until what is left is on its way.
        self.assertGreater(len(told), 3)


if __name__ == "__main__":
    unittest.main()
