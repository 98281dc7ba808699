"""Forty jobs that share one image, in one command."""

import unittest

from relay import Script, Wire, error
from world import ACCOUNT, World, Folder, definition, ministack, taskdef

JOBS = 40
SCHEDULES = 200


class Many(unittest.TestCase):
    def test_forty_jobs_under_a_throttle_of_ten_requests_a_second(self):
        # microburst limits how often a fault strikes, not how often it is spared, so the throttle
        # is our own: whatever goes beyond ten requests in any one second is refused.
        world = World()
        families = [f"{world.name}-job{number:02}" for number in range(JOBS)]
        files = []
        for family in families:
            arn = world.register(family)
            world.service(family, arn)
            files.append(world.file(definition(family), f"{family}.json"))
            for number in range(SCHEDULES // JOBS):
                world.scheduler.create_schedule(
                    Name=f"{family}-{number}", ScheduleExpression="rate(1 hour)",
                    FlexibleTimeWindow={"Mode": "OFF"},
                    Target={"Arn": world.cluster, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/r",
                            "EcsParameters": {"TaskDefinitionArn": arn}},
                )
        with Wire(ministack(), limit=10) as wire:
            done = taskdef("deploy", *files, "--image", "app=registry.example.com/app:2",
                           "--cluster", world.name, "--all-services", "--all-schedules",
                           "--format", "json", endpoint=wire.url)
        self.assertEqual(done.status, 0, done)
        # Requests that start apart may arrive together on a busy machine, but not many: 3 of 100 at a load of 12.
        self.assertLess(wire.throttled, len(wire.sent) / 20)
        outcome = done.json()
        self.assertEqual([job["family"] for job in outcome["families"]], families)
        for job in outcome["families"]:
            self.assertEqual(job["registration"], "registered")
            self.assertEqual([service["state"] for service in job["services"]], ["updated"])
            states = [start["state"] for start in job["starters"]]
            self.assertEqual(states, ["moved"] * (SCHEDULES // JOBS))
        services = world.ecs.get_paginator("list_services").paginate(cluster=world.name)
        arns = [arn for page in services for arn in page["serviceArns"]]
        for some in range(0, JOBS, 10):
            told = world.ecs.describe_services(cluster=world.name, services=arns[some:some + 10])
            for service in told["services"]:
                self.assertTrue(service["taskDefinition"].endswith(":2"), service)

    def test_when_some_fail_each_has_its_state(self):
        folder = Folder()
        files = [folder.file(definition(name), f"{name}.json") for name in ["a", "b", "c"]]

        def refuse(asked):
            if asked["family"] == "b":
                return error("ClientException", "Too many containers.")
            return None

        with Script([None], RegisterTaskDefinition=refuse) as script:
            done = taskdef("register", *files, "--format", "json", endpoint=script.url)
        self.assertEqual(done.status, 5, done)
        jobs = done.json()["families"]
        self.assertEqual([job["registration"] for job in jobs], ["registered", "none", "registered"])
        self.assertIn("Too many containers.", jobs[1]["error"]["message"])

    def test_what_was_not_registered_is_not_forgotten(self):
        folder = Folder()
        files = [folder.file(definition(name, cpu="512", memory="1024"), f"{name}.json")
                 for name in ["batch", "other"]]

        def refuse(asked):
            return error("ClientException", "No.") if asked["family"] == "other" else None

        script = Script([], RegisterTaskDefinition=refuse, UpdateService=error("ServerException", status=500))
        script.add(definition("batch"))
        script.looks = [script.service(("e0", "PRIMARY", 1, "COMPLETED"))]
        with script:
            done = taskdef("deploy", *files, "--cluster", "prod", "--service", "web", "--max-attempts", "1",
                           endpoint=script.url)
        self.assertIn("To go on from here:\n  taskdef deploy --revision batch:2 ", done.stdout, done)
        self.assertIn(f"with what was not registered: {files[1]}\n", done.stdout)

    def test_a_service_of_another_family_is_a_slip(self):
        world = World()
        family, other = f"{world.name}-a", f"{world.name}-other"
        files = [world.file(definition(f"{world.name}-{name}"), f"{name}.json") for name in "ab"]
        world.service("web", world.register(other))
        done = taskdef("deploy", *files, "--cluster", world.name, "--service", "web")
        self.assertEqual(done.status, 2, done)
        self.assertIn(f"service web runs {other}", done.stderr)
        self.assertEqual(world.revisions(family), [])

    def test_one_file_a_family(self):
        folder = Folder()
        files = [folder.file(definition("batch"), name) for name in ["a.json", "b.json"]]
        done = taskdef("register", *files, endpoint="http://127.0.0.1:9")
        self.assertEqual(done.status, 2, done)
        self.assertIn("two files define family batch", done.stderr)


if __name__ == "__main__":
    unittest.main()
