"""What a terminal shows while services are waited for: rows that are written over, cut to its width; and a
log, in which only changes are lines."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import threading
import time
import unittest

import pyte

from relay import Script
from world import PLAIN, QUICK, TASKDEF, Folder, definition, taskdef

NAMES = ["web", "api", "storefront"]


class Services(Script):
    """Services that are as far as the test says."""

    def __init__(self):
        super().__init__([None])
        self.add(definition("batch"))
        self.moved = set()
        self.state, self.running, self.looks_since = "IN_PROGRESS", 0, 0

    def on_UpdateService(self, asked):
        self.moved.add(asked["service"])
        return self.json({"service": self.now(asked["service"])})

    def on_DescribeServices(self, asked):
        self.looks_since += 1
        return self.json({"services": [self.now(name) for name in asked["services"]], "failures": []})

    def now(self, name):
        if name in self.moved:
            service = self.service(("new", "PRIMARY", 2, self.state), ("old", "ACTIVE", 1, "COMPLETED"))
            service["deployments"][0] |= {"desiredCount": 10, "runningCount": self.running,
                                          "pendingCount": 10 - self.running}
        else:
            service = self.service(("old", "PRIMARY", 1, "COMPLETED"))
        return service | {"serviceName": name, "serviceArn": f"{self.account}:service/prod/{name}"}


class Terminal:
    """A terminal of a size, in which a command runs."""

    def __init__(self, command, env, columns, lines):
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.lock = threading.Lock()
        self.ours, theirs = pty.openpty()
        self.resize(columns, lines)
        self.process = subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=theirs, text=True)
        os.close(theirs)
        self.reader = threading.Thread(target=self.read)
        self.reader.start()

    def read(self):
        while True:
            try:
                some = os.read(self.ours, 4096)
            except OSError:
                return  # the command ended
            if not some:
                return
            with self.lock:
                self.stream.feed(some)

    def resize(self, columns, lines):
        fcntl.ioctl(self.ours, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        with self.lock:
            self.screen.resize(lines, columns)

    def text(self):
        with self.lock:
            return [line.rstrip() for line in self.screen.display if line.strip()]

    def until(self, is_there):
        """Waits until the screen is as it should be, and gives it."""
        for _ in range(1000):
            if is_there(text := self.text()):
                return text
            time.sleep(0.02)
        raise AssertionError("\n".join(text))

    def end(self):
        out, _ = self.process.communicate(timeout=60)
        self.reader.join()
        os.close(self.ours)
        return out


class Terminals(unittest.TestCase):
    def setUp(self):
        self.folder = Folder()
        self.file = self.folder.file(definition("batch", cpu="512", memory="1024"))

    def command(self, *names):
        services = ["--service", ",".join(names)]
        return ["deploy", self.file, "--cluster", "prod", *services, "--wait", *QUICK]

    def run_in(self, services, columns, *names):
        env = PLAIN | {"AWS_ENDPOINT_URL": services.url, "TERM": "xterm-256color"}
        return Terminal([TASKDEF, *self.command(*names)], env, columns, 24)

    def test_rows_are_written_over_and_follow_the_width(self):
        with Services() as services:
            terminal = self.run_in(services, 100, *NAMES)
            text = terminal.until(lambda text: any("0 of 10 running" in line for line in text))
            services.running = 4
            text = terminal.until(lambda text: sum("4 of 10 running" in line for line in text) == 3)
            self.assertFalse([line for line in text if "0 of 10 running" in line], text)
            for name in NAMES:
                self.assertEqual(sum(line.startswith(f"{name} ") for line in text), 1, text)
            self.assertIn("registered batch:2", text)
            self.assertEqual(sum(line.startswith("3 services: 3 going on") for line in text), 1, text)

            terminal.resize(30, 24)
            services.running = 7
            cut = terminal.until(lambda text: sum("7 of 10" in line for line in text) == 3)
            self.assertTrue(any(line.endswith("…") for line in cut), cut)
            self.assertIn("registered batch:2", cut)

            terminal.resize(100, 24)
            services.running = 9
            terminal.until(lambda text: sum("9 of 10 running, 1 pending, IN_PROGRESS" in line for line in text) == 3)
            services.state, services.running = "COMPLETED", 10
            out = terminal.end()
        self.assertEqual(terminal.process.returncode, 0, out)
        text = terminal.text()
        self.assertEqual(sum("done, 10 of 10 running" in line for line in text), 3, text)

    def test_one_service_is_one_line(self):
        with Services() as services:
            terminal = self.run_in(services, 60, "web")
            terminal.until(lambda text: any("0 of 10 running" in line for line in text))
            services.running = 3
            text = terminal.until(lambda text: any("3 of 10 running" in line for line in text))
            self.assertEqual(sum("of 10" in line for line in text), 1, text)
            services.state, services.running = "COMPLETED", 10
            out = terminal.end()
        self.assertEqual(terminal.process.returncode, 0, out)

    def test_thirty_services_fit(self):
        names = [f"job-{number:02}" for number in range(30)]
        with Services() as services:
            terminal = self.run_in(services, 100, *names)
            services.running = 4
            text = terminal.until(lambda text: sum("4 of 10 running" in line for line in text) == 22)
            self.assertIn("30 services: 30 going on; 8 of them not shown", text[-1])
            services.state, services.running = "COMPLETED", 10
            out = terminal.end()
        self.assertEqual(terminal.process.returncode, 0, out)
        self.assertNotIn("ListTasks", [called for called, _ in services.calls])

    def test_a_log_has_a_line_for_each_change(self):
        with Services() as services:
            def move():
                while services.looks_since < 12:
                    time.sleep(0.01)
                services.state, services.running = "COMPLETED", 10

            mover = threading.Thread(target=move)
            mover.start()
            done = taskdef(*self.command(*NAMES), endpoint=services.url)
            mover.join()
        self.assertEqual(done.status, 0, done)
        for name in NAMES:
            lines = [line for line in done.stderr.splitlines() if line.startswith(f"service {name}: ")]
            self.assertEqual(len(lines), 2, done)
            self.assertIn("0 of 10 running, 10 pending, IN_PROGRESS", lines[0])
            self.assertIn("done, 10 of 10 running", lines[1])


if __name__ == "__main__":
    unittest.main()
