"""Fake AWS servers on free ports of 127.0.0.1, and the environment that makes clients use them."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager

from project import PLAIN, TOOLS

AWS = TOOLS / "judge/bin/aws"
MINISTACK = TOOLS / "ministack/bin/ministack"
START_SECONDS = 60


def credentials(region):
    """Credentials and settings for the AWS CLI and the SDKs, so that they read no file of the user."""
    return {
        "AWS_ACCESS_KEY_ID": "test",
        "AWS_SECRET_ACCESS_KEY": "test",
        "AWS_REGION": region,
        "AWS_DEFAULT_REGION": region,
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
        "AWS_PAGER": "",
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(command, url, env=PLAIN):
    """Runs a server while in the context, which begins once it answers at this URL."""
    with tempfile.TemporaryDirectory() as home, open(f"{home}/log", "w+b") as log:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=home, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
            env=env | {"HOME": home, "TMPDIR": home},
        )
        try:
            if not answers(process, url):
                log.seek(0)
                sys.exit(f"{command[0]} did not start:\n" + log.read().decode(errors="replace"))
            yield url
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def answers(process, url):
    """Waits for a server's answer; returns False if it exits or takes longer than `START_SECONDS`."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            direct.open(url, timeout=5).close()
            return True
        except urllib.error.HTTPError as answer:
            if answer.code < 500:
                return True
        except OSError:
            pass
        time.sleep(0.1)
    return False


@contextmanager
def ministack():
    """Runs ministack; yields its URL."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    env = PLAIN | {"BIND_HOST": "127.0.0.1", "GATEWAY_PORT": str(port)}
    with server([MINISTACK], f"{address}/_ministack/ready", env):
        yield address


@contextmanager
def ministack_for_cli():
    """Runs ministack; yields the environment for the AWS CLI."""
    # The CLI's own model is older than that of the pinned botocore, so it uses the latter.
    models = next((TOOLS / "judge/lib").glob("python*/site-packages/botocore/data"))
    with ministack() as address, tempfile.TemporaryDirectory() as home:
        yield PLAIN | credentials("ap-northeast-1") | {
            "AWS_DATA_PATH": str(models),
            "AWS_ENDPOINT_URL": address,
            "HOME": home,
            "TMPDIR": home,
        }
