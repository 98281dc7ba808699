"""What `status` shows: thirty services in one screen, the worst first; and what `schedules` says of times."""

import unittest

from story import Story
from world import taskdef

NAMES = [f"svc-{number:02}" for number in range(30)]


class Cluster(Story):
    """Thirty services, of which five are not as they should be."""

    def __init__(self, broken=True):
        super().__init__("one-of-three-fails")
        self.services = {name: {"looks": ["e0/P/1/COMPLETED"]} for name in NAMES}
        if broken:
            self.services |= {
                "svc-03": {"looks": ["new/P/2/FAILED/tasks failed to start, old/A/1/COMPLETED"]},
                "svc-07": {"looks": ["new/P/2/IN_PROGRESS, old/A/1/COMPLETED"]},
                "svc-11": {"looks": ["back/P/1/IN_PROGRESS/ECS deployment circuit breaker: rolling back to "
                                     "deploymentId ecs-svc/1., new/A/2/FAILED"]},
                "svc-19": {"looks": ["DRAINING: old/P/1/COMPLETED"]},
                "svc-23": {"looks": [""], "controller": "EXTERNAL"},
            }
        self.looks = {name: list(service["looks"]) for name, service in self.services.items()}

    def look(self, name, text):
        service = super().look(name, text)
        if name == "svc-07":
            service["deployments"][0] |= {"failedTasks": 4, "pendingCount": 0}
        return service


class Status(unittest.TestCase):
    maxDiff = None

    def status(self, *more, cluster=None):
        with cluster or Cluster() as aws:
            return taskdef("status", "--cluster", "prod", *more, endpoint=aws.url)

    def test_thirty_services_are_a_line_each_and_the_worst_comes_first(self):
        done = self.status()
        self.assertEqual(done.status, 0, done)
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        self.assertEqual(len(lines), 31, done)
        self.assertEqual(lines[:6] + lines[-2:], [
            "failed        svc-03  batch:2  0/1  1 pending; replaces batch:1; tasks failed to start",
            "rolling back  svc-11  batch:1  0/1  1 pending; replaces batch:2; ECS deployment circuit "
            "breaker: rolling back to deploymentId ecs-svc/1.",
            "failing       svc-07  batch:2  0/1  4 tasks failed in a row; replaces batch:1",
            "not shown     svc-23  -        ?/1  another controller deploys it, so ECS shows no deployment",
            "inactive      svc-19  batch:1  1/1  DRAINING",
            "steady        svc-00  batch:1  1/1",
            "steady        svc-29  batch:1  1/1",
            "30 services: 1 failed, 1 rolling back, 1 failing, 1 not shown, 1 inactive, 25 steady",
        ])

    def test_in_japanese(self):
        lines = self.status("--lang", "ja").stdout.splitlines()
        self.assertEqual(lines[2].rstrip(),
                         "タスク失敗中    svc-07  batch:2  0/1  タスクが 4 回連続で失敗、batch:1 から")
        self.assertEqual(lines[-1], "サービス 30 件: 失敗 1、ロールバック中 1、タスク失敗中 1、表示なし 1、無効 1、安定 25")

    def test_a_failing_service_is_an_exit_status(self):
        self.assertEqual(self.status("--exit-code").status, 8)
        self.assertEqual(self.status("--exit-code", "--service", "svc-11").status, 8)
        self.assertEqual(self.status("--exit-code", "--service", "svc-00,svc-23").status, 0)
        self.assertEqual(self.status("--exit-code", cluster=Cluster(broken=False)).status, 0)

    def test_what_is_named_is_told_whole(self):
        lines = self.status("--service", "svc-03").stdout.splitlines()
        self.assertIn("    runs batch:2: 0 of 1 running, 1 pending FAILED", lines)
        self.assertIn("      tasks failed to start", lines)
        self.assertIn("    replaces batch:1: 1 of 1 running, 0 pending COMPLETED", lines)

    def test_what_reasons_mean_is_told(self):
        full = "(service svc-03) was unable to place a task. Reason: You've reached the limit on the number of vCPUs " \
               "you can run concurrently."
        cluster = Cluster()
        cluster.services["svc-03"]["looks"] = [f"new/P/2/FAILED/{full}, old/A/1/COMPLETED"]
        cluster.looks["svc-03"] = cluster.services["svc-03"]["looks"]
        with cluster as aws:
            for words, mark in [([], "what it means: "), (["--lang", "ja"], "意味と対処: ")]:
                done = taskdef("status", "--cluster", "prod", "--service", "svc-03,svc-07", *words, endpoint=aws.url)
                [line] = [line for line in done.stdout.splitlines() if mark in line]
                self.assertTrue(line.startswith(f"    {mark}") and line.endswith("[fargate-quota]"), done)
            done = taskdef("status", "--cluster", "prod", "--service", "svc-03", "--format", "json", endpoint=aws.url)
            [service] = done.json()["services"]
            self.assertEqual([meaning["id"] for meaning in service["meanings"]], ["fargate-quota"], done)

    def test_as_json(self):
        told = self.status("--format", "json").json()
        self.assertEqual(told["summary"]["failing"], 1)
        self.assertEqual(sum(told["summary"].values()), 30)
        second = told["services"][2]
        self.assertEqual((second["service"], second["condition"]), ("svc-07", "failing"))
        self.assertEqual(second["deployments"][0]["failed"], 4)


class Schedules(unittest.TestCase):
    def test_the_next_run_in_utc_and_in_local_time(self):
        story = Story("a-universal-target")
        story.schedules["nightly"] |= {"ScheduleExpression": "cron(0 2 1 1 ? 2099)",
                                       "ScheduleExpressionTimezone": "America/New_York"}
        with story as aws:
            told = taskdef("schedules", "batch", endpoint=aws.url, env={"TZ": "Asia/Tokyo"})
            listed = taskdef("schedules", "batch", "--format", "json", endpoint=aws.url).json()
            japanese = taskdef("schedules", "batch", "--lang", "ja", endpoint=aws.url)
        self.assertIn("cron(0 2 1 1 ? 2099) America/New_York (at 02:00 on day 1 of the month, in January, in "
                      "2099); next run: 2099-01-01 07:00 UTC = 2099-01-01 16:00 JST = 2099-01-01 02:00 EST",
                      told.stdout, told)
        [nightly] = listed["starters"]
        self.assertEqual((nightly["nextRun"], nightly["nextRunUtc"]),
                         ("2099-01-01 02:00 EST", "2099-01-01T07:00:00Z"))
        self.assertIn("batch:1 に固定、クラスター prod", japanese.stdout)


if __name__ == "__main__":
    unittest.main()
