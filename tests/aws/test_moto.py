"""A second opinion: moto plays ECS, EventBridge and Scheduler otherwise than ministack does."""

import unittest

from world import (
    ACCOUNT, PLAIN, TOOLS, World, aws, definition, free_port, start, taskdef,
)


class Moto(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        port = free_port()
        cls.url = f"http://127.0.0.1:{port}"
        # Else its services never become stable.
        env = PLAIN | {"MOTO_ECS_SERVICE_RUNNING": "1"}
        server = [TOOLS / "moto/bin/moto_server", "-H", "127.0.0.1", "-p", str(port)]
        start(server, cls.url, env)

    def setUp(self):
        self.world = World(self.url)

    def test_register_deploy_and_move(self):
        family = f"{self.world.name}-batch"
        document = definition(family, tags=[{"key": "team", "value": "core"}])
        file = self.world.file(document)
        # It leaves the tags out of its answer, so AWS is asked again before any alarm.
        first = taskdef("register", file, endpoint=self.url)
        self.assertEqual(first.status, 0, first)
        self.assertIn(f"registered as {family}:1", first.stdout)
        again = taskdef("register", file, endpoint=self.url)
        self.assertIn("nothing to register", again.stdout)

        arn = self.world.revisions(family)[0]
        self.world.ecs.create_service(cluster=self.world.name, serviceName="web",
                                      taskDefinition=arn, desiredCount=1)
        target = {
            "Arn": self.world.cluster, "RoleArn": f"arn:aws:iam::{ACCOUNT}:role/r",
            "EcsParameters": {"TaskDefinitionArn": arn, "TaskCount": 1},
        }
        self.world.events.put_rule(Name="nightly", ScheduleExpression="rate(1 day)")
        self.world.events.put_targets(Rule="nightly", Targets=[target | {"Id": "a"}])
        self.world.scheduler.create_schedule(
            Name="hourly", ScheduleExpression="rate(1 hour)", Target=target,
            FlexibleTimeWindow={"Mode": "OFF"}, ScheduleExpressionTimezone="Asia/Tokyo",
        )
        done = taskdef("deploy", file, "--cpu", "512", "--memory", "1024", "--cluster",
                       self.world.name, "--service", "web", "--all-schedules", endpoint=self.url)
        self.assertEqual(done.status, 0, done)
        new = self.world.revisions(family)[-1]
        self.assertTrue(new.endswith(":2"))
        told = self.world.ecs.describe_services(cluster=self.world.name, services=["web"])
        self.assertTrue(told["services"][0]["taskDefinition"].endswith(f"{family}:2"))
        rule = aws("events", "list-targets-by-rule", "--rule", "nightly", endpoint=self.url)
        self.assertEqual(rule["Targets"][0]["EcsParameters"]["TaskDefinitionArn"], new)
        schedule = aws("scheduler", "get-schedule", "--name", "hourly", endpoint=self.url)
        self.assertEqual(schedule["Target"]["EcsParameters"]["TaskDefinitionArn"], new)
        self.assertEqual(schedule["ScheduleExpressionTimezone"], "Asia/Tokyo")

    def test_unknown_names_are_told(self):
        family = f"{self.world.name}-batch"
        file = self.world.file(definition(family))
        for where, told in [(["--cluster", "nosuch", "--service", "web"], "No such cluster"),
                            (["--cluster", self.world.name, "--service", "x"], "no service x")]:
            done = taskdef("deploy", file, *where, endpoint=self.url)
            self.assertEqual(done.status, 5, done)
            self.assertIn(told, done.stderr)
        self.assertEqual(self.world.revisions(family), [])


if __name__ == "__main__":
    unittest.main()
