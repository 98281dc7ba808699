"""Two deploys of one family at once, what each of them says, and what is true of it.

A deploy that ended before the other one wrote can't know of it. What counts is the order in which AWS was
called: what a deploy says of a place is what it saw there last. In `Turns` the two take turns, so that any
order can be tried, and tried again."""

import re
import subprocess
import threading
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from bookkeeper import PLACES, Bookkeeper, caller, file_of
from world import PLAIN, TASKDEF, Done, Folder

DEPLOY = ["--cluster", "prod", "--service", "web", "--all-schedules", "--rate", "1000",
          "--backoff", "1ms"]

FIRST, SECOND = "FIRST", "SECOND"
# The images in the files of the two: what is registered before has image 1.
OTHER, SAME, NEW_AND_OLD, OLD_AND_NEW = (2, 3), (2, 2), (2, 1), (1, 2)

# What a report says of a place, where it says that the place is on the revision, or no longer is.
ON = re.compile(r"(?:\S+ → batch:(\d+)(?:; not waited for|, done in .*)?|(?:runs|starts) batch:(\d+) already)")
LOST = re.compile(r"it is to run batch:\d+ now, not batch:(\d+);.*"
                  r"|(?:was moved to|started) batch:(\d+)(?: already)?, and somebody else changed it since")


class Turns:
    """Who may call next; once this list is over, anybody."""

    def __init__(self, names):
        self.left, self.changed = deque(names), threading.Condition()

    @contextmanager
    def turn(self, who):
        with self.changed:
            self.changed.wait_for(lambda: not self.left or self.left[0] == who)
            yield
            if self.left:
                self.left.popleft()
            self.changed.notify_all()

    def ended(self, who):
        with self.changed:
            self.left = deque(name for name in self.left if name != who)
            self.changed.notify_all()


class Race(Bookkeeper):
    """Two deploys at once, and what came of it."""

    def __init__(self, images, options=(), turns=(), delays=None, lost=None):
        super().__init__()
        self.images, self.options = dict(zip((FIRST, SECOND), images)), options
        # Who is not answered the first time that something is called.
        self.turns, self.delays, self.lost = Turns(turns), delays, lost
        self.done = {}

    def answer(self, called, request, body):
        self.pause()
        with self.turns.turn(caller(request)):
            answer = super().answer(called, request, body)
        self.pause()
        if self.lost == (caller(request), called):
            self.lost = None
            raise ConnectionAbortedError
        return answer

    def pause(self):
        if self.delays:
            time.sleep(self.delays.uniform(0, 0.01))

    def run(self):
        with self, ThreadPoolExecutor(2) as pool:
            self.done = dict(zip(self.images, pool.map(self.deploy, self.images)))
        return self

    def deploy(self, who):
        folder = Folder()
        command = [TASKDEF, "deploy", folder.file(file_of(self.images[who])), *DEPLOY, *self.options]
        self.pause()
        try:
            return Done(subprocess.run(
                command, env=PLAIN | {"AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": who},
                stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
            ))
        finally:
            self.turns.ended(who)

    def says(self, who, pattern):
        """The places of which somebody says this, with the revision that they were to be on."""
        found = {}
        for line in self.done[who].stdout.splitlines():
            place, _, what = line.strip().partition(": ")
            if place in PLACES and (said := pattern.fullmatch(what)):
                found[place] = int(next(filter(None, said.groups())))
        return found

    def saw(self, who, place):
        """The revision of a place when somebody last read or wrote it."""
        return [call.revision for call in self.book if (call.who, call.place) == (who, place)][-1]

    def faults(self):
        """What is not as it must be."""
        ended = [done.status for done in self.done.values()]
        for who, done in self.done.items():
            on, lost = self.says(who, ON), self.says(who, LOST)
            if done.status != (8 if lost else 0):
                yield f"{who} ended with {done.status}"
            for place, revision in on.items():
                if self.saw(who, place) != revision:
                    yield f"{who}: {place} is on {self.saw(who, place)}, and it says {revision}"
            for place, revision in lost.items():
                if self.saw(who, place) == revision:
                    yield f"{who}: {place} is on {revision}, and it says that it is not"
            for revision in {*on.values(), *lost.values()}:
                definition = self.definitions[revision]["taskDefinition"]
                if definition["containerDefinitions"] != file_of(self.images[who])["containerDefinitions"]:
                    yield f"{who}: revision {revision} is not what its file says"
            if self.registered(who) > 1:
                yield f"{who} registered twice"
            if done.status == 0 and on.keys() != set(PLACES):
                yield f"{who} does not tell of {set(PLACES) - on.keys()}"
        if ended == [0, 0] and (
            len(set(self.pins().values())) > 1
            or self.pins() not in [self.says(who, ON) for who in self.done]
        ):
            yield f"nobody complains, and in the end it is {self.pins()}"
        if self.images == dict(zip((FIRST, SECOND), OTHER)) and self.latest != 3:
            yield f"two files made {self.latest - 1} revisions"


class Late(Bookkeeper):
    """An AWS that shows schedules as they were for so many looks after a write."""

    def __init__(self, looks):
        super().__init__()
        self.late, self.before = looks, {}

    def on_UpdateSchedule(self, asked):
        self.before[asked["Name"]] = [self.schedules[asked["Name"]]] * self.late
        return super().on_UpdateSchedule(asked)

    def on_GetSchedule(self, asked):
        if before := self.before.get(asked["Name"]):
            return self.json(before.pop())
        return super().on_GetSchedule(asked)
