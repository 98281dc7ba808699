"""`--format json` gives one document on stdout, whatever goes wrong, and nothing on stderr."""

import json
import re
import unittest

from relay import Script, error
from world import Folder, definition, free_port, taskdef

# What each error says of itself, wherever it stands; an input that can't be read has its place too.
MEMBERS = {"status", "file", "code", "operation", "message", "cure", "statement", "findings", "more"}
PLACE = {"line", "column", "columnUtf16"}

# A command of each kind that takes the option; FILE is a good task definition.
ASK_AWS = [
    "register FILE",
    "deploy FILE --cluster prod --service web",
    "deploy --revision batch:1 --cluster prod --all-schedules",
    "rollback batch --cluster prod --service web",
    "status --cluster prod",
    "schedules batch",
    "run batch --cluster prod",
    "wait --cluster prod --service web",
    "continue --cluster prod --service web",
]
ASK_NOBODY = ["check FILE", "diff FILE FILE", "explain null-value", "next FILE --started-by hand"]

NOBODY = "User: arn:aws:iam::000000000000:user/u is not authorized to perform: ecs:X on resource: *"


class Refuses(Script):
    """An AWS that allows nothing."""

    def answer(self, called, request, body):
        return error("AccessDeniedException", NOBODY)


class Errors(unittest.TestCase):
    def setUp(self):
        self.folder = Folder()
        unready = definition("unready", cpu="")
        unready["containerDefinitions"][0]["image"] = "<IMAGE>"
        self.files = {
            "FILE": self.folder.file(definition("batch"), "good.json"),
            "UNREADY": self.folder.file(unready, "unready.json"),
            "BROKEN": self.folder.file('{"family": HIDDEN-token, "a": [}', "broken.json"),
            "SERVICE": self.folder.file({"services": [{"serviceName": "web"}]}, "service.json"),
            "NOWHERE": self.folder.file("", "x.json").with_name("nowhere.json"),
        }

    def run_words(self, words, form=("--format", "json"), **how):
        words = [str(self.files.get(word, word)) for word in words.split()]
        how.setdefault("endpoint", "http://127.0.0.1:1")
        return taskdef(*words, *form, **how)

    def document(self, done, status):
        """The one document that was printed."""
        self.assertEqual((done.status, done.stderr, done.stdout.count("\n")), (status, "", 1), done)
        self.assertNotIn("HIDDEN", done.stdout)
        document = json.loads(done.stdout)
        self.assertEqual((document["version"], document["status"]), (1, status), done)
        return document

    def error(self, done, status):
        """Why a command gave up, in its document."""
        document = self.document(done, status)
        self.assertEqual(set(document), {"version", "status", "error", "others"})
        for one in [document["error"], *document["others"]]:
            self.check(one)
        self.assertEqual(document["error"]["status"], status)
        return document["error"]

    def check(self, one):
        self.assertEqual(set(one) - PLACE, MEMBERS)
        self.assertTrue(one["message"])
        self.assertIsInstance(one["findings"], list)

    def test_no_command_is_forgotten(self):
        listed = taskdef("--help").stdout.partition("Commands:\n")[2].partition("\n\n")[0]
        commands = re.findall(r"^  ([a-z]+) ", listed, re.MULTILINE)
        self.assertGreater(len(commands), 10)
        # That of `generate` is the form of a file.
        option = re.compile(r"^ +--format ", re.MULTILINE)
        takes = {it for it in commands if option.search(taskdef(it, "--help").stdout)} - {"generate"}
        self.assertEqual(takes, {words.split()[0] for words in ASK_AWS + ASK_NOBODY})

    def test_usage(self):
        for words in [
            *(f"{words} --nonsense" for words in ASK_AWS + ASK_NOBODY),
            *(f"{words} --format json" for words in ASK_AWS + ASK_NOBODY),
            "status", "schedules", "rollback", "diff", "diff FILE", "nonsense", "fetch batch",
            "deploy FILE HIDDEN --service web", "rollback batch --to HIDDEN-word",
            "deploy --revision x", "rollback batch", "rollback batch --cluster prod",
            "register FILE --secret HIDDEN-secret", "register FILE --env-file FILE",
            "check FILE --rule nonsense", "check --fix -", "diff - -", "explain nonsense",
            "register FILE FILE", "deploy FILE --timeout soon",
        ]:
            with self.subTest(words):
                if "HIDDEN-word" in words:  # clap repeats what is no number
                    words = words.replace("HIDDEN-", "")
                one = self.error(self.run_words(words), 2)
                self.assertNotIn("error: ", one["message"])
        one = self.error(self.run_words("status", form=["--format=json"]), 2)
        self.assertIn("--cluster", one["message"])
        self.assertNotIn("Usage", one["message"])

    def test_no_other_form_asks_for_it(self):
        for words, status in [("status", 2), ("generate policy NOWHERE --format json", 1),
                              ("status -- --format json", 2), ("register UNREADY", 4)]:
            with self.subTest(words):
                done = self.run_words(words, form=[])
                self.assertEqual((done.status, done.stdout), (status, ""), done)
                self.assertRegex(done.stderr, "error")

    def test_unreadable_inputs(self):
        for command in ["register", "deploy", "check", "diff FILE"]:
            for word, status, code in [("NOWHERE", 1, None), ("BROKEN", 3, "missing-comma"),
                                       ("SERVICE", 3, "service")]:
                with self.subTest(command, word=word):
                    done = self.run_words(f"{command} {word}")
                    if command == "check" and status == 3:
                        # It tells of each input in its own document.
                        self.assertTrue(self.document(done, 3)["files"][0]["error"]["message"])
                        continue
                    one = self.error(done, status)
                    self.assertEqual(one["file"], str(self.files[word]))
                    self.assertEqual(PLACE <= set(one), word == "BROKEN")
                    self.assertEqual(one["code"] is None, code is None, one)
        one = self.error(self.run_words("check FILE --config NOWHERE"), 1)
        self.assertEqual(one["file"], str(self.files["NOWHERE"]))
        config = self.folder.file("ignore = 1\n", "config.toml")
        one = self.error(self.run_words(f"check FILE --config {config}"), 2)
        self.assertEqual(one["file"], str(config))

    def test_findings(self):
        findings = self.document(self.run_words("check UNREADY"), 4)["files"][0]["findings"]
        blockers = [it for it in findings if it["severity"] == "error" or it["rule"] == "placeholder"]
        self.assertGreater(len(blockers), 1)
        for command in ["register", "deploy"]:
            with self.subTest(command):
                one = self.error(self.run_words(f"{command} UNREADY"), 4)
                self.assertEqual(one["findings"], blockers)
                self.assertEqual(one["file"], str(self.files["UNREADY"]))

    def test_every_fault_of_every_input_is_told(self):
        done = self.run_words("deploy NOWHERE FILE UNREADY BROKEN")
        self.assertEqual(self.error(done, 4)["file"], str(self.files["UNREADY"]))
        others = [(one["status"], one["file"]) for one in done.json()["others"]]
        self.assertEqual(others, [(1, str(self.files["NOWHERE"])), (3, str(self.files["BROKEN"]))])
        told = self.run_words("deploy NOWHERE FILE UNREADY BROKEN", form=[])
        self.assertEqual((told.status, told.stdout), (4, ""))
        places = [told.stderr.index(str(self.files[word])) for word in ("NOWHERE", "UNREADY", "BROKEN")]
        self.assertEqual(places, sorted(places))

    def test_no_region(self):
        for words in ASK_AWS:
            with self.subTest(words):
                env = {"AWS_REGION": "", "AWS_DEFAULT_REGION": ""}
                one = self.error(self.run_words(words, env=env), 2)
                self.assertIn("region", one["message"])

    def test_refused(self):
        with Refuses([None]) as aws:
            for words in ASK_AWS:
                with self.subTest(words):
                    one = self.error(self.run_words(words, endpoint=aws.url), 5)
                    self.assertEqual(one["code"], "AccessDeniedException")
                    self.assertRegex(one["operation"], "^(ecs|events|scheduler):[A-Z]")
                    self.assertEqual(one["statement"]["Action"], "ecs:X")
                    self.assertNotIn("{", one["message"] + one["cure"])

    def test_missing(self):
        answers = {
            "ListServices": error("ClusterNotFoundException", "Cluster not found."),
            "DescribeClusters": {"clusters": [], "failures": []},
        }
        with Script([None], **answers) as aws:
            for words, operation in [
                ("deploy --revision batch:1 --cluster prod", "ecs:DescribeTaskDefinition"),
                ("deploy FILE --cluster prod --service web", "ecs:DescribeServices"),
                ("deploy FILE --cluster prod", None),
                ("rollback batch --cluster prod --service web", "ecs:DescribeServices"),
                ("status --cluster prod", "ecs:ListServices"),
                ("status --cluster prod --service web", "ecs:DescribeServices"),
                ("wait --cluster prod --service web", "ecs:DescribeServices"),
                ("run batch --cluster prod", "ecs:DescribeTaskDefinition"),
            ]:
                with self.subTest(words):
                    one = self.error(self.run_words(words, endpoint=aws.url), 5)
                    self.assertEqual(one["operation"], operation)
                    self.assertIsNone(one["statement"])
                    self.assertIn("region eu-west-1 of account 000000000000", one["cure"])

    def test_unreachable(self):
        endpoint = f"http://127.0.0.1:{free_port()}"
        for words in ASK_AWS:
            with self.subTest(words):
                one = self.error(self.run_words(f"{words} --max-attempts 1", endpoint=endpoint), 6)
                self.assertTrue(one["operation"] and one["cure"], one)

    def test_errors_of_parts_have_the_same_members(self):
        refusal = error("AccessDeniedException", f"{NOBODY} since TOKEN is HIDDEN-token")
        look = ("old", "PRIMARY", 1, "COMPLETED")
        target = {"Id": "a", "Arn": "arn:aws:ecs:eu-west-1:000000000000:cluster/prod",
                  "EcsParameters": {"TaskDefinitionArn": "arn:aws:ecs:eu-west-1:000000000000:task-definition/batch:1"}}
        answers = {
            "ListTargetsByRule": {"Targets": [target]}, "PutTargets": refusal,
            "DescribeClusters": {"clusters": [{"status": "ACTIVE"}]},
        }
        for words, refused, part in [
            ("register FILE", "RegisterTaskDefinition", lambda family: family),
            ("deploy FILE --cluster prod --service web", "UpdateService", lambda family: family["services"][0]),
            ("deploy FILE --cluster prod --rule nightly", "PutTargets", lambda family: family["starters"][0]),
        ]:
            with self.subTest(words), Script([None], **answers | {refused: refusal}) as aws:
                aws.looks = [aws.service(look)]
                aws.add(definition("batch", cpu="512", memory="1024"))
                done = self.run_words(words, endpoint=aws.url)
                document = self.document(done, 5)
                one = part(document["families"][0])["error"]
                self.check(one)
                self.assertEqual(one["operation"].partition(":")[2], refused)
                self.assertEqual((one["code"], one["statement"]["Action"]), ("AccessDeniedException", "ecs:X"))
                # People read the same.
                told = self.run_words(words, form=[], endpoint=aws.url).stdout
                self.assertIn(one["cure"], told)
                self.assertIn('{"Action":"ecs:X"', told)

    def test_they_are_told_in_japanese(self):
        with Refuses([None]) as aws:
            for words in ["register UNREADY", "status", "rollback batch", "explain nonsense",
                          "deploy FILE --timeout soon", "status --cluster prod", "register BROKEN"]:
                with self.subTest(words):
                    done = self.run_words(f"{words} --lang ja", endpoint=aws.url)
                    one = self.error(done, done.status)
                    if words != "status":  # clap speaks English
                        self.assertRegex(one["message"], re.compile("[ぁ-ヺ]"))


if __name__ == "__main__":
    unittest.main()
