"""Servers of the tests' own: one that listens at the wire, and one that plays a script."""

import http.client
import json
import threading
import time
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        owner, called = self.server.owner, operation(self)
        if called == "GetCallerIdentity":
            status, answer, *headers = owner.identity(self, body)
        else:
            status, answer, *headers = owner.answer(called, self, body)
        self.send_response_only(status)
        usual = {"Content-Type": "application/x-amz-json-1.1", "Content-Length": str(len(answer))}
        for name, value in (usual | dict(*headers)).items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PUT = handle_any

    def handle(self):
        try:
            super().handle()
        except ConnectionError:
            pass  # who was killed hears no answer

    def log_message(self, *_):
        pass


def operation(request):
    """What is called: ECS and EventBridge say it in a header, Scheduler by method and path. STS alone takes
    forms."""
    if target := request.headers.get("X-Amz-Target"):
        return target.rsplit(".", 1)[1]
    if "x-www-form-urlencoded" in request.headers.get("Content-Type", ""):
        return "GetCallerIdentity"
    one = request.path.startswith("/schedules/")
    return {"GET": "GetSchedule" if one else "ListSchedules", "PUT": "UpdateSchedule"}.get(
        request.command, request.command
    )


def error(code, message="", status=400):
    return status, json.dumps({"__type": code, "message": message}).encode()


IDENTITY = b"""<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<GetCallerIdentityResult><Arn>arn:aws:sts::000000000000:assumed-role/Build/run</Arn><UserId>U</UserId>
<Account>000000000000</Account></GetCallerIdentityResult></GetCallerIdentityResponse>"""


class Server:
    """A server on a free port of 127.0.0.1, as a context."""

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.server.owner = self
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def identity(self, _request, _body):
        """Whose credentials these are, which is asked where something is not there."""
        return 200, IDENTITY, {"Content-Type": "text/xml"}


class Wire(Server):
    """Passes everything on and keeps what was sent. With a limit, no more than so many requests
    get through in any second; the others are throttled, as AWS does it.

    ministack gives the first page of schedules for all there are, and rules in one page: here the
    lists are cut into pages, which have to be asked for one by one."""

    pages = {"ListSchedules": ("Schedules", 100), "ListRuleNamesByTarget": ("RuleNames", 3)}

    def __init__(self, upstream, limit=None):
        self.upstream = urlsplit(upstream)
        self.limit = limit
        self.sent = []
        self.paths = []
        self.throttled = 0
        self.times = deque()
        self.lock = threading.Lock()

    def answer(self, called, request, body):
        with self.lock:
            self.sent.append((called, body))
            self.paths.append(request.path)
            if self.limit and not self.gets_through(time.monotonic()):
                self.throttled += 1
                return error("ThrottlingException", "Rate exceeded")
        if called in self.pages:
            return self.page(called, request, body)
        return self.forward(request, request.path, body)

    def forward(self, request, path, body):
        connection = http.client.HTTPConnection(self.upstream.hostname, self.upstream.port)
        headers = {k: v for k, v in request.headers.items()
                   if k.lower() not in ("connection", "content-length")}
        connection.request(request.command, path, body, headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        return response.status, answer

    def identity(self, request, body):
        return self.forward(request, request.path, body)

    def page(self, called, request, body):
        """One page of a list; its token is where it begins."""
        list_, size = self.pages[called]
        url = urlsplit(request.path)
        asked = json.loads(body) if body else {}
        tokens = parse_qs(url.query).get("NextToken", []) + [asked.pop("NextToken", "0")]
        first = int(tokens[0])
        path = f"{url.path}?MaxResults=100000" if request.command == "GET" else request.path
        status, answer = self.forward(request, path, json.dumps(asked) if body else body)
        whole = json.loads(answer)
        if len(whole[list_]) > first + size:
            whole["NextToken"] = str(first + size)
        whole[list_] = whole[list_][first:first + size]
        return status, json.dumps(whole).encode()

    def gets_through(self, now):
        while self.times and now - self.times[0] >= 1:
            self.times.popleft()
        if len(self.times) >= self.limit:
            return False
        self.times.append(now)
        return True

    def bodies(self, called):
        return [body for name, body in self.sent if name == called]


class Script(Server):
    """An ECS with one family, whose services go through the states that a test writes down.

    `services` are the answers of DescribeServices for each look, the last one again and again; a
    look may be an exception's answer or a function. `answers` are for other operations. An answer is
    JSON, or a status with the body and, where they are not the usual ones, its headers."""

    account = "arn:aws:ecs:eu-west-1:000000000000"

    def __init__(self, looks, **answers):
        self.looks = looks
        self.answers = answers
        self.calls = []
        self.definitions = {}
        self.latest = 0
        self.updated = []
        self.lock = threading.Lock()

    def arn(self, revision):
        return f"{self.account}:task-definition/batch:{revision}"

    def service(self, *deployments, status="ACTIVE", events=()):
        """A service; a deployment is (id, PRIMARY or ACTIVE, revision, rollout state)."""
        return {
            "serviceName": "web", "serviceArn": f"{self.account}:service/prod/web",
            "clusterArn": f"{self.account}:cluster/prod", "status": status, "desiredCount": 1,
            "taskDefinition": self.arn(deployments[0][2]) if deployments else "",
            "deployments": [
                {"id": id_, "status": kind, "taskDefinition": self.arn(revision),
                 "rolloutState": state, "rolloutStateReason": f"reason of {id_}",
                 "desiredCount": 1, "runningCount": 0, "pendingCount": 1}
                for id_, kind, revision, state in deployments
            ],
            "events": [{"id": text, "message": text} for text in reversed(events)],
        }

    def add(self, definition):
        self.latest += 1
        definition = dict(definition)
        tags = definition.pop("tags", [])
        definition |= {
            "taskDefinitionArn": self.arn(self.latest), "revision": self.latest, "status": "ACTIVE",
        }
        self.definitions[self.latest] = {"taskDefinition": definition, "tags": tags}
        return self.definitions[self.latest]

    def answer(self, called, _request, body):
        with self.lock:
            asked = json.loads(body or b"{}")
            self.calls.append((called, asked))
            if called in self.answers:
                answer = self.answers[called]
                answer = answer(asked) if callable(answer) else answer
                if answer is not None:
                    return answer if isinstance(answer, tuple) else self.json(answer)
            return getattr(self, f"on_{called}", self.unknown)(asked)

    @staticmethod
    def json(value):
        return 200, json.dumps(value).encode()

    @staticmethod
    def unknown(_asked):
        return error("UnknownOperationException")

    def on_RegisterTaskDefinition(self, asked):
        return self.json(self.add(asked))

    def on_DescribeTaskDefinition(self, asked):
        revision = asked["taskDefinition"].rsplit("/", 1)[-1].partition(":")[2]
        found = self.definitions.get(int(revision or self.latest))
        if found is None:
            return error("ClientException", "Unable to describe task definition.")
        return self.json(found)

    def on_UpdateService(self, asked):
        self.updated.append(asked["taskDefinition"])
        revision = int(asked["taskDefinition"].rsplit(":", 1)[1])
        return self.json({"service": self.service(
            (f"ecs-svc/{revision}", "PRIMARY", revision, "IN_PROGRESS"),
            ("ecs-svc/0", "ACTIVE", 1, "COMPLETED"),
        )})

    def on_DescribeServices(self, _asked):
        look = self.looks.pop(0) if len(self.looks) > 1 else self.looks[0]
        look = look(self) if callable(look) else look
        if isinstance(look, tuple):
            return look
        if look is None:
            missing = {"arn": f"{self.account}:service/prod/web", "reason": "MISSING"}
            return self.json({"services": [], "failures": [missing]})
        return self.json({"services": [look], "failures": []})
