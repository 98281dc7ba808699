"""Plays an ECS and a Scheduler by a story: a small file that says what AWS answers, and what is to
come of it.

A story is TOML:

    about = "one sentence"
    run = "deploy FILE --cluster prod --service web --wait"   # FILE is a task definition of `batch`
    revisions = 1          # how many revisions of `batch` are registered before; FILE differs from each,
    same = false           # or is the same as the last one
    clusters = ["prod"]    # what there is
    inactive = [2]         # revisions that were deregistered
    missing = [3]          # and that were deleted
    status = 0             # the exit status
    tells = ["…"]          # texts of stdout or stderr
    never = ["…"]          # texts that are in neither
    registers = 1          # how many revisions are made
    updates = ["web 2"]    # what UpdateService was asked for, in this order for each
    stops = ["web"]        # the services whose deployment StopServiceDeployment rolled back
    starts = {nightly = "batch:2"}   # what schedules start in the end, or their whole input
    fires = {nightly = "batch:2"}    # what rules start
    runs = ["batch:2"]     # what RunTask was asked for; each task ends with 0,
    exits = [1, 0]         # or with these, in the order in which they were started; one may be "RUNNING" for ever,
                           # or "LOST" after a look,
    unseen = 2             # how many looks at tasks have no answer
    places = 1             # or only so many are started by a request
    stopped = "text"       # why they stopped, by AWS
    sends = [{ count = 1 }]          # members of the RunTask requests, in the order in which they came,
    lacks = ["launchType"]           # and members that none has
    definition = { cpu = "512" }     # members of `batch`, in the file too
    target = { TaskCount = 1 }       # ECS parameters of every rule and schedule
    strategy = ["FARGATE_SPOT"]      # the default strategy of the clusters
    env = { TOKEN = "x" }            # variables of taskdef's environment
    files = { "a.env" = "A=1" }      # files beside FILE, named so in `run`
    continues = ["hook-1 CONTINUE"]  # what ContinueServiceDeployment was asked for,
    continued = "<html>"             # and its answer, if it is not AWS's; an error is "CODE: words"
    calls = {ListTasks = 1}          # how often these were called

    [services.web]
    controller = "CODE_DEPLOY"
    update = "new"         # the id that UpdateService answers, else that of the revision
    looks = [              # the answers of DescribeServices in turn, the last one again and again
        "old/P/1/COMPLETED",
        "new/P/2/IN_PROGRESS, old/A/1/COMPLETED",
    ]
    history = ["SUCCESSFUL 1"]       # its service deployments, the newest first; with AWS's reason behind
    strategy = "BLUE_GREEN"          # of its deployments, else ROLLING
    pauses = true                    # it has a pause hook
    bake = 10                        # the minutes of its bake time
    current = true                   # a deployment is under way before the command, else from its update on
    late = 1                         # how many looks after the update do not name it yet
    stages = [                       # that deployment, at each DescribeServiceDeployments
        "IN_PROGRESS SCALE_UP 0%",
        "IN_PROGRESS POST_TEST_TRAFFIC_SHIFT 0% wait:hook-1:ROLLBACK",   # it waits at this hook
        "ROLLBACK_FAILED - because of this",                             # AWS's reason behind a dash
    ]
    brings = 2                       # the revision that it brings, else the latest
    stopped = ["2 137 OutOfMemory"]  # the tasks that stopped: revision, exit code, reason
    unhealthy = 1                    # how many tasks run that are unhealthy

    [rules]
    nightly = "prod batch:1"         # the cluster and the task definition of its target
    [schedules]
    nightly = "prod batch:1"         # the same,
    weekly = '{"Cluster": "prod", "TaskDefinition": "batch:1"}'   # or the input of a universal target
    [refuses]
    ListServiceDeployments = "AccessDeniedException"

A deployment in a look is `id/P or A/revision/rolloutState`, and may end with `/reason`. Its revision is
one of `batch`, or has a family of its own: `web:3`. Behind its state may stand `*3`, tasks that failed, and
`=6of10`, tasks that run of those that are to. Behind a look, ` | ` and an event. A look may be `gone`, or begin with `INACTIVE: ` or
`DRAINING: `. An answer that is no answer at all is a status: `503`.
"""

import json
import re
import shlex
import tomllib
from pathlib import Path

import botocore.session
from botocore.validate import ParamValidator
from relay import Script, error
from world import QUICK, Folder, definition, taskdef

FOLDER = Path(__file__).resolve().parent / "stories"
DEPLOYMENT = re.compile(r"(.+?)/([PA])/([^/]+)/([A-Z_]*)(?:\*(\d+))?(?:=(\d+)of(\d+))?(?:/(.*))?")
RUN_TASK = botocore.session.get_session().get_service_model("ecs").operation_model("RunTask").input_shape
STATUSES = {"P": "PRIMARY", "A": "ACTIVE"}
EXPECTED = {"status", "tells", "never", "registers", "updates", "stops", "starts", "fires", "runs",
            "continues", "calls", "sends", "lacks"}
GIVEN = {"about", "run", "revisions", "same", "clusters", "inactive", "missing", "services", "rules", "schedules", "refuses",
         "continued", "unseen", "exits", "places", "stopped", "definition", "target", "strategy", "env", "files"}


def stories():
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


class Story(Script):
    def __init__(self, name):
        super().__init__([None])
        self.story = tomllib.loads((FOLDER / f"{name}.toml").read_text())
        if unknown := set(self.story) - EXPECTED - GIVEN:
            raise ValueError(f"{name}: {unknown}")
        self.services = self.story.get("services", {})
        self.looks = {name: list(service["looks"]) for name, service in self.services.items()}
        self.stages = {name: list(service.get("stages", [])) for name, service in self.services.items()}
        # One more, for the answer of the update.
        self.late = {name: 1 + service["late"] for name, service in self.services.items() if "late" in service}
        self.asked, self.stopped, self.ran, self.continued, self.told = [], [], [], [], {}
        self.sent, self.tasks, self.seen = [], {}, set()
        self.unseen = self.story.get("unseen", 0)
        self.rules = {name: self.target(text) for name, text in self.story.get("rules", {}).items()}
        self.schedules = {
            name: self.schedule(name, text) for name, text in self.story.get("schedules", {}).items()
        }
        for number in range(self.story.get("revisions", 1)):
            self.add(self.definition(number))

    def definition(self, number):
        written = definition("batch", taskRoleArn="arn:aws:iam::000000000000:role/task")
        written |= self.story.get("definition", {})
        written["containerDefinitions"][0]["image"] = f"registry.example.com/app:{number}"
        return json.loads(json.dumps(written))

    def run(self, *more):
        """Runs the story's command, and others with it. Returns the process, and what is not as the story
        says."""
        registered = self.story.get("revisions", 1)
        folder = Folder()
        same = self.story.get("same", False)
        file = folder.file(self.definition(registered - 1 if same else registered + 3))
        files = {"FILE": file} | {name: folder.file(text, name) for name, text in self.story.get("files", {}).items()}
        words = [str(files.get(word, word)) for word in shlex.split(self.story["run"])]
        follows = words[0] in ("run", "wait") or {"--wait", "--run", "--run-first"} & set(words)
        more = [*more, *(QUICK if follows and "--poll" not in words else [])]
        # What is behind `--` is a command.
        at = words.index("--") if "--" in words else len(words)
        with self:
            done = taskdef(*words[:at], *more, *words[at:], endpoint=self.url, env=self.story.get("env"))
        return done, list(self.differences(done, registered))

    def actions(self):
        """The IAM actions of what was called."""
        services = {"Schedule": "scheduler", "Rule": "events", "EventBus": "events", "Targets": "events",
                    "LogEvents": "logs"}
        return {
            f"{next((services[part] for part in services if part in name), 'ecs')}:{name}"
            for name, _ in self.calls
        }

    def differences(self, done, registered):
        found = {
            "status": done.status,
            "registers": self.latest - registered,
            # Services are updated at the same time.
            "updates": sorted(self.asked, key=lambda asked: asked.split()[0]),
            "stops": self.stopped,
            "fires": {name: self.definition_of(self.rules[name]) for name in self.story.get("fires", {})},
            "runs": self.ran,
            "continues": self.continued,
            "calls": {name: [called for called, _ in self.calls].count(name) for name in self.story.get("calls", {})},
            "starts": {name: self.started(name) for name in self.story.get("starts", {})},
        }
        for name, value in found.items():
            if name in self.story and self.story[name] != value:
                yield f"{name}: {value}, not {self.story[name]}"
        for index, members in enumerate(self.story.get("sends", [])):
            sent = self.sent[index] if index < len(self.sent) else {}
            for name, value in members.items():
                if sent.get(name) != value:
                    yield f"sends {name}: {sent.get(name)}, not {value}"
        yield from (f"sends {name}" for name in self.story.get("lacks", []) if any(name in sent for sent in self.sent))
        printed = done.stdout + done.stderr
        yield from (f"does not tell {text!r}" for text in self.story.get("tells", []) if text not in printed)
        yield from (f"tells {text!r}" for text in self.story.get("never", []) if text in printed)

    def arn(self, revision):
        family, _, number = str(revision).rpartition(":")
        return f"{self.account}:task-definition/{family or 'batch'}:{number}"

    # Services.

    def look(self, name, text):
        text, _, event = text.partition(" | ")
        events = self.told.setdefault(name, [])
        if event and event not in events:
            events.append(event)
        status, deployments = re.fullmatch(r"(?:(INACTIVE|DRAINING): )?(.*)", text).groups()
        parsed = [DEPLOYMENT.fullmatch(part).groups() for part in deployments.split(", ") if part]
        service = self.service(
            *((id_, STATUSES[kind], revision, state) for id_, kind, revision, state, *_ in parsed),
            status=status or "ACTIVE", events=events,
        )
        for deployment, (*_, failed, running, desired, reason) in zip(service["deployments"], parsed):
            deployment |= {"rolloutStateReason": reason or "", "failedTasks": int(failed or 0)}
            if deployment["rolloutState"] == "COMPLETED":
                deployment |= {"runningCount": 1, "pendingCount": 0}
            if running:
                deployment |= {"runningCount": int(running), "desiredCount": int(desired)}
        service |= {"serviceName": name, "serviceArn": f"{self.account}:service/prod/{name}"}
        told = self.services[name]
        if strategy := told.get("strategy"):
            hooks = [{"targetType": "PAUSE"}] if told.get("pauses") else []
            service["deploymentConfiguration"] = {"strategy": strategy, "lifecycleHooks": hooks}
        is_under_way = told.get("current") or any(it.split()[0] == name for it in self.asked)
        if is_under_way and self.late.get(name, 0) > 0:
            self.late[name] -= 1
        elif is_under_way and self.stages[name]:
            service["currentServiceDeployment"] = f"{self.account}:service-deployment/prod/{name}/now"
        if controller := told.get("controller"):
            service["deploymentController"] = {"type": controller}
            if controller == "EXTERNAL":
                del service["taskDefinition"], service["deployments"]
        return service

    def on_DescribeServices(self, asked):
        found, missing = [], []
        for name in (name.rsplit("/", 1)[-1] for name in asked["services"]):
            looks = self.looks.get(name, ["gone"])
            text = looks.pop(0) if len(looks) > 1 else looks[0]
            if text.isdigit():
                return error("InternalError", status=int(text))
            if text == "gone":
                missing.append({"arn": f"{self.account}:service/prod/{name}", "reason": "MISSING"})
            else:
                found.append(self.look(name, text))
        return self.json({"services": found, "failures": missing})

    def on_ListServices(self, _asked):
        arns = [f"{self.account}:service/prod/{name}" for name in self.services]
        return self.json({"serviceArns": arns})

    def on_UpdateService(self, asked):
        revision = asked["taskDefinition"].rpartition("/")[2]
        name, number = asked["service"], revision.rpartition(":")[2]
        self.asked.append(f"{name} {number}")
        controller = self.services[name].get("controller")
        if controller:
            return error("InvalidParameterException", f"Unable to update task definition on services with a "
                                                      f"{controller} deployment controller.")
        updates = self.services[name].get("update", f"ecs-svc/{number}")
        id_ = updates if isinstance(updates, str) else updates[len(self.asked) - 1]
        return self.json({"service": self.look(name, f"{id_}/P/{revision}/IN_PROGRESS")})

    def on_ListServiceDeployments(self, asked):
        name = asked["service"]
        history = self.services[name].get("history", [])
        return self.json({"serviceDeployments": [
            {
                "serviceDeploymentArn": f"{self.account}:service-deployment/prod/{name}/{len(history) - index}",
                "targetServiceRevisionArn": f"{self.account}:service-revision/prod/{name}/{text.split()[1]}",
                "status": text.split()[0], "statusReason": " ".join(text.split()[2:]), "createdAt": 1_700_000_000.5 + 3600 * (len(history) - index),
            }
            for index, text in enumerate(history)
        ]})

    def on_DescribeServiceRevisions(self, asked):
        arns = asked["serviceRevisionArns"]
        return self.json({"serviceRevisions": [
            {"serviceRevisionArn": arn, "taskDefinition": self.arn(arn.rpartition("/")[2])} for arn in arns
        ], "failures": []})

    def on_DescribeServiceDeployments(self, asked):
        return self.json({"failures": [], "serviceDeployments": [
            self.deployment(arn, name) for arn in asked["serviceDeploymentArns"]
            if self.stages[name := arn.split("/")[-2]]
        ]})

    def deployment(self, arn, name):
        stages = self.stages[name]
        text = stages.pop(0) if len(stages) > 1 else stages[0]
        text, _, reason = text.partition(" - ")
        status, *words = text.split()
        service = self.services[name]
        deployment = {
            "serviceDeploymentArn": arn, "status": status, "statusReason": reason,
            "deploymentConfiguration": {"strategy": service.get("strategy", "ROLLING"),
                                        "bakeTimeInMinutes": service.get("bake", 0)},
            "lifecycleHookDetails": [],
            "targetServiceRevision": {"arn": f"{self.account}:service-revision/prod/{name}/{service.get('brings', self.latest)}"},
        }
        for word in words:
            if word.endswith("%"):
                deployment["targetServiceRevision"]["requestedProductionTrafficWeight"] = float(word[:-1])
            elif word.startswith("wait:"):
                _, hook, then = word.split(":")
                deployment["lifecycleHookDetails"].append({
                    "hookId": hook, "targetType": "PAUSE", "status": "AWAITING_ACTION",
                    "expiresAt": 1_800_000_000, "timeoutAction": then,
                })
            elif word.startswith("to:"):
                deployment["rollback"] = {"serviceRevisionArn": f"{self.account}:service-revision/prod/{name}/{word[3:]}"}
            else:
                deployment["lifecycleStage"] = word
        return deployment

    def on_ContinueServiceDeployment(self, asked):
        self.continued.append(f"{asked['hookId']} {asked['action']}")
        if answer := self.story.get("continued"):
            code, colon, words = answer.partition(": ")
            return error(code, words) if colon else (200, answer.encode())
        return self.json({"serviceDeploymentArn": asked["serviceDeploymentArn"]})

    def on_StopServiceDeployment(self, asked):
        self.stopped.append(asked["serviceDeploymentArn"].split("/")[-2])
        return self.json({"serviceDeploymentArn": asked["serviceDeploymentArn"]})

    def on_DescribeTaskDefinition(self, asked):
        if any(asked["taskDefinition"].endswith(f":{number}") for number in self.story.get("missing", [])):
            return error("ClientException", "Unable to describe task definition.")
        status, answer = super().on_DescribeTaskDefinition(asked)
        if status == 200:
            answer = json.loads(answer)
            if answer["taskDefinition"]["revision"] in self.story.get("inactive", []):
                answer["taskDefinition"]["status"] = "INACTIVE"
            answer = json.dumps(answer).encode()
        return status, answer

    def on_ListTaskDefinitions(self, _asked):
        inactive = self.story.get("inactive", [])
        active = [number for number in self.definitions if number not in inactive]
        return self.json({"taskDefinitionArns": [self.arn(number) for number in sorted(active)[::-1]]})

    def on_ListTasks(self, asked):
        name, is_stopped = asked["serviceName"], asked["desiredStatus"] == "STOPPED"
        service = self.services[name]
        number = len(service.get("stopped", [])) if is_stopped else service.get("unhealthy", 0)
        kind = "stopped" if is_stopped else "unhealthy"
        return self.json({"taskArns": [f"{self.account}:task/prod/{name}/{kind}/{index}" for index in range(number)]})

    # Clusters and schedules.

    def on_DescribeClusters(self, asked):
        known = self.story.get("clusters", ["prod"])
        found = [name for name in asked["clusters"] if name.rsplit("/", 1)[-1] in known]
        missing = [{"arn": name, "reason": "MISSING"} for name in asked["clusters"] if name not in found]
        strategy = [{"capacityProvider": name, "weight": 1} for name in self.story.get("strategy", [])]
        described = {"status": "ACTIVE", "defaultCapacityProviderStrategy": strategy}
        return self.json({"clusters": [{"clusterName": name} | described for name in found],
                          "failures": missing})

    def on_ListClusters(self, _asked):
        known = self.story.get("clusters", ["prod"])
        return self.json({"clusterArns": [f"{self.account}:cluster/{name}" for name in known]})

    def on_ListEventBuses(self, _asked):
        return self.json({"EventBuses": [{"Name": "default"}]})

    def on_ListRuleNamesByTarget(self, asked):
        named = [name for name, target in self.rules.items() if target["Arn"] == asked["TargetArn"]]
        return self.json({"RuleNames": named})

    def on_ListTargetsByRule(self, asked):
        if asked["Rule"] not in self.rules:
            return error("ResourceNotFoundException", f"Rule {asked['Rule']} does not exist.")
        return self.json({"Targets": [{"Id": "a"} | self.rules[asked["Rule"]]]})

    def on_PutTargets(self, asked):
        self.rules[asked["Rule"]] = asked["Targets"][0]
        return self.json({"FailedEntryCount": 0, "FailedEntries": []})

    def on_RunTask(self, asked):
        self.ran.append(asked["taskDefinition"].rpartition("/")[2])
        self.sent.append(asked)
        # As the aws CLI judges it before it sends.
        if (report := ParamValidator().validate(asked, RUN_TASK)).has_errors():
            return error("SerializationException", report.generate_report())
        asked_for, exits = asked["count"], self.story.get("exits", [])
        placed = min(asked_for, self.story.get("places", asked_for))
        arns = [f"{self.account}:task/prod/t{len(self.tasks) + number + 1}" for number in range(placed)]
        for arn in arns:
            self.tasks[arn] = exits[len(self.tasks)] if len(self.tasks) < len(exits) else 0
        return self.json({
            "tasks": [{"taskArn": arn, "overrides": asked.get("overrides")} for arn in arns],
            "failures": [{"reason": "RESOURCE:MEMORY"}] * (asked_for - placed),
        })

    def on_DescribeTasks(self, asked):
        if self.unseen:
            self.unseen -= 1
            return error("InternalError", status=503)
        if "/unhealthy/" in asked["tasks"][0]:
            return self.json({"failures": [], "tasks": [
                {"taskArn": arn, "taskDefinitionArn": self.arn(self.latest), "lastStatus": "RUNNING",
                 "healthStatus": "UNHEALTHY"} for arn in asked["tasks"]
            ]})
        if "/stopped/" in asked["tasks"][0]:
            return self.json({"failures": [], "tasks": [self.stopped_task(arn) for arn in asked["tasks"]]})
        lost = [arn for arn in asked["tasks"] if self.tasks.get(arn) == "LOST" and arn in self.seen]
        self.seen.update(asked["tasks"])
        return self.json({"failures": [{"arn": arn, "reason": "MISSING"} for arn in lost],
                          "tasks": [self.task(arn) for arn in asked["tasks"] if arn not in lost]})

    def task(self, arn):
        code = self.tasks.get(arn, 0)
        task = {"taskArn": arn, "taskDefinitionArn": self.arn(self.latest)}
        if code in ("RUNNING", "LOST"):
            return task | {"lastStatus": "RUNNING", "containers": [{"name": "app"}]}
        return task | {"lastStatus": "STOPPED", "stoppedReason": self.story.get("stopped", ""),
                       "containers": [{"name": "app", "exitCode": code}]}

    def stopped_task(self, arn):
        *_, name, _, index = arn.split("/")
        revision, code, reason = self.services[name]["stopped"][int(index)].split(" ", 2)
        return {"taskArn": arn, "taskDefinitionArn": self.arn(revision), "lastStatus": "STOPPED",
                "stoppedReason": "Essential container in task exited",
                "containers": [{"name": "app", "exitCode": int(code), "reason": reason}]}

    def target(self, text):
        cluster, revision = text.split()
        network = {"awsvpcConfiguration": {"Subnets": ["subnet-1"]}}
        return {
            "Arn": f"{self.account}:cluster/{cluster}", "RoleArn": "arn:aws:iam::000000000000:role/starter",
            "EcsParameters": {"TaskDefinitionArn": f"{self.account}:task-definition/{revision}",
                              "NetworkConfiguration": network} | self.story.get("target", {}),
        }

    @staticmethod
    def definition_of(target):
        return target["EcsParameters"]["TaskDefinitionArn"].rpartition("/")[2]

    def schedule(self, name, text):
        target = {"RoleArn": "r"}
        if text.startswith("{"):
            target |= {"Arn": "arn:aws:scheduler:::aws-sdk:ecs:runTask", "Input": text}
        else:
            target = self.target(text)
        return {"Name": name, "GroupName": "default", "ScheduleExpression": "rate(1 day)",
                "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": target}

    def started(self, name):
        target = self.schedules[name]["Target"]
        if "Input" in target:
            return target["Input"]
        return self.definition_of(target)

    def answer(self, called, request, body):
        self.calls.append((called, body))
        if code := self.story.get("refuses", {}).get(called):
            return error(code, f"User: u is not authorized to perform: ecs:{called} on resource: *")
        if called in ("GetSchedule", "UpdateSchedule"):
            name = request.path.partition("?")[0].rpartition("/")[2]
            if name not in self.schedules:
                return error("ResourceNotFoundException", f"Schedule {name} does not exist.", 404)
            if called == "GetSchedule":
                return self.json(self.schedules[name])
            self.schedules[name] = json.loads(body) | {"Name": name}
            return self.json({"ScheduleArn": name})
        if called == "ListSchedules":
            return self.json({"Schedules": [
                {"GroupName": "default", "Name": name, "Target": {"Arn": whole["Target"]["Arn"]}}
                for name, whole in self.schedules.items()
            ]})
        asked = json.loads(body or b"{}")
        with self.lock:
            return getattr(self, f"on_{called}", self.unknown)(asked)
