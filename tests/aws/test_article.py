"""The article's flow: fetch, convert, deploy to a service, and what AWS then has."""

import json
import unittest

from relay import Wire
from world import QUICK, ROOT, World, aws, definition, ministack, taskdef

ARTICLE = ROOT / "tests/fixtures/good/article.json"
EDITS = ["--cpu", "512", "--memory", "2048", "--env", "XXX_XXX_TEST_TEST=HIDDEN-value"]
IMAGE = ["--image", "registry.example.com/batch:7"]
# The article's own have x'es for the account.
ROLES = [
    "--task-role", "arn:aws:iam::111122223333:role/task",
    "--execution-role", "arn:aws:iam::111122223333:role/execution",
]


class Article(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.world = World()

    def test_from_the_console_to_a_running_service(self):
        family = f"{self.world.name}-batch"
        named = [*IMAGE, *ROLES, "--family", family]
        first = taskdef("register", ARTICLE, *named)
        self.assertEqual(first.status, 0, first)
        self.world.service("web", f"{family}:1")
        fetched = self.world.file("", "fetched.json")
        # ministack fills in an empty pidMode, which ECS refuses.
        self.world.file('ignore = ["blank-value"]\n', ".taskdef.toml")
        done = taskdef("fetch", family, "--ignore", "blank-value", "-o", fetched)
        self.assertEqual(done.status, 0, done)

        converted = taskdef("convert", fetched, *EDITS).stdout
        wanted = json.loads(converted)
        where = ["--cluster", self.world.name, "--service", "web", "--wait", *QUICK]
        with Wire(ministack()) as wire:
            done = taskdef("deploy", fetched, *EDITS, *where, endpoint=wire.url)
            self.assertEqual(done.status, 0, done)
            self.assertEqual(wire.bodies("RegisterTaskDefinition"), [converted.encode()])
        self.assertIn('cpu: "256" → "512"', done.stdout)
        self.assertNotIn("HIDDEN", done.stdout + done.stderr)

        revisions = self.world.revisions(family)
        self.assertEqual(len(revisions), 2)
        self.assertEqual(self.world.running("web"), revisions[1])
        told = aws("ecs", "describe-task-definition", "--task-definition", revisions[1])
        for key, value in wanted.items():
            self.assertEqual(told["taskDefinition"][key], value, key)

        again = taskdef("deploy", fetched, *EDITS, *where)
        self.assertEqual(again.status, 0, again)
        self.assertIn("nothing to register", again.stdout)
        self.assertIn(f"runs {family}:2 already", again.stdout)
        self.assertEqual(self.world.revisions(family), revisions)
        forced = taskdef("register", fetched, *EDITS, "--always")
        self.assertIn(f"registered as {family}:3", forced.stdout)

    def test_a_field_that_nobody_knows_yet(self):
        family = f"{self.world.name}-future"
        document = definition(family)
        document["containerDefinitions"][0]["warpFactor"] = {"level": 9}
        file = self.world.file(document)
        with Wire(ministack()) as wire:
            for number, level in enumerate([9, 9, 8], 1):
                document["containerDefinitions"][0]["warpFactor"]["level"] = level
                file.write_text(json.dumps(document))
                done = taskdef("register", file, endpoint=wire.url)
                self.assertEqual(done.status, 0, done)
                sent = [json.loads(body) for body in wire.bodies("RegisterTaskDefinition")]
                self.assertEqual(len(sent), 1 if number < 3 else 2)
                self.assertEqual(sent[-1], document)

    def test_what_aws_does_not_take_stops_before_the_service(self):
        family = f"{self.world.name}-ignored"
        self.world.service("web", self.world.register(family))
        # ministack leaves out top-level fields that it does not know, without a word.
        file = self.world.file(definition(family, warpFactor=9))
        where = ["--cluster", self.world.name, "--service", "web"]
        stopped = taskdef("deploy", file, *where)
        self.assertEqual(stopped.status, 4, stopped)
        self.assertIn("AWS ignored warpFactor", stopped.stdout)
        self.assertEqual(self.world.running("web")[-2:], ":1")
        self.assertIn(f"taskdef deploy --revision {family}:2", stopped.stdout)
        done = taskdef("deploy", file, *where, "--allow-ignored")
        self.assertEqual(done.status, 0, done)
        self.assertNotEqual(self.world.running("web")[-2:], ":1")

    def test_a_dry_run_changes_nothing(self):
        family = f"{self.world.name}-dry"
        self.world.service("web", self.world.register(family))
        file = self.world.file(definition(family, cpu="512", memory="1024"))
        with Wire(ministack()) as wire:
            done = taskdef("deploy", file, "--cluster", self.world.name, "--service", "web",
                           "--all-schedules", "--dry-run", endpoint=wire.url)
            self.assertEqual(done.status, 0, done)
            reads = ("Describe", "List", "Get")
            self.assertTrue(all(name.startswith(reads) for name, _ in wire.sent), wire.sent)
        for told in ['memory: "512" → "1024"', f"service web: {family}:1 → the new revision",
                     "ecs:UpdateService on arn:aws:ecs:", "nothing was changed"]:
            self.assertIn(told, done.stdout)
        self.assertEqual(len(self.world.revisions(family)), 1)

    def test_nothing_is_sent_before_all_files_are_ready(self):
        good = self.world.file(definition(f"{self.world.name}-good"), "good.json")
        bad = definition(f"{self.world.name}-bad")
        bad["containerDefinitions"][0]["image"] = "<IMAGE1_NAME>"
        misspelt = definition(f"{self.world.name}-misspelt")
        misspelt["containerDefinitions"][0]["enviroment"] = []
        with Wire(ministack()) as wire:
            for name, document in [("bad.json", bad), ("misspelt.json", misspelt)]:
                done = taskdef("deploy", good, self.world.file(document, name), endpoint=wire.url)
                self.assertEqual(done.status, 4, done)
                self.assertIn(name, done.stderr)
            # Each fault of each file is told, whatever it is.
            files = {"nothing.json": "", "twice.json": definition(f"{self.world.name}-good")}
            files = [self.world.file(document, name) for name, document in files.items()]
            names = ["bad.json", "misspelt.json"]
            files += [good.with_name(name) for name in [*names, "missing.json"]]
            done = taskdef("deploy", good, *files, endpoint=wire.url)
            self.assertEqual(done.status, 4, done)
            for told in ["nothing.json", "two files define family", *names, "missing.json"]:
                self.assertIn(told, done.stderr)
            self.assertEqual(wire.sent, [])

    def test_rollback_puts_the_revision_before_back(self):
        family = f"{self.world.name}-back"
        for cpu in ["256", "512", "1024"]:
            self.world.register(family, cpu=cpu, memory="2048")
        self.world.service("web", f"{family}:3")
        back = ["rollback", family, "--cluster", self.world.name, "--service", "web"]
        # ministack keeps no history, so that it is a guess.
        done = taskdef(*back)
        self.assertEqual(done.status, 2, done)
        self.assertIn(f"{family}:2 would be a guess", done.stderr)
        self.assertTrue(self.world.running("web").endswith(f"{family}:3"))
        done = taskdef(*back, "--yes", "--wait", *QUICK)
        self.assertEqual(done.status, 0, done)
        self.assertTrue(self.world.running("web").endswith(f"{family}:2"))
        self.assertEqual(len(self.world.revisions(family)), 3)
        none = taskdef("rollback", family, "--to", "1", "--cluster", self.world.name,
                       "--service", "web")
        self.assertEqual(none.status, 0, none)
        self.assertTrue(self.world.running("web").endswith(f"{family}:1"))
        last = taskdef("rollback", family, "--cluster", self.world.name, "--service", "web")
        self.assertEqual(last.status, 5, last)
        self.assertIn("no active revision before", last.stderr)

    def test_status_tells_what_runs(self):
        family = f"{self.world.name}-status"
        self.world.service("web", self.world.register(family))
        done = taskdef("status", "--cluster", self.world.name)
        self.assertIn(f"steady  web  {family}:1  1/1\n", done.stdout)


if __name__ == "__main__":
    unittest.main()
