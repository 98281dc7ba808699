"""The work of tests/bench/install."""

import hashlib
import http.server
import json
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

RUNS = int(os.environ.get("RUNS", "5"))
MARK = 2.0  # seconds
MACHINE = platform.machine()
DEFINITION = {
    "family": "bench", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc", "cpu": "256", "memory": "512",
    "containerDefinitions": [{"name": "app", "image": "app:1", "essential": True}],
}
AWS = {
    "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_REGION": "eu-west-1",
    "AWS_CONFIG_FILE": os.devnull, "AWS_SHARED_CREDENTIALS_FILE": os.devnull, "AWS_EC2_METADATA_DISABLED": "true",
}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the packed files, the image as a registry does, and refuses every request to AWS."""

    protocol_version = "HTTP/1.1"
    first_request = None

    def do_POST(self):
        Handler.first_request = Handler.first_request or time.monotonic()
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.answer(b'{"__type":"AccessDeniedException","message":"not here"}', "application/x-amz-json-1.1", 400)

    def do_GET(self):
        parts = self.path.strip("/").split("/")
        if parts[0] != "v2":
            super().do_GET()
        elif parts == ["v2"]:
            self.answer(b"{}", "application/json")
        else:
            self.of_image(parts[-1])

    do_HEAD = do_GET

    def of_image(self, name):
        """A manifest or a blob by its sum, or the index by a tag."""
        blobs = self.server.image / "blobs/sha256"
        if not name.startswith("sha256:"):
            name = json.loads((self.server.image / "index.json").read_text())["manifests"][0]["digest"]
        content = (blobs / name.removeprefix("sha256:")).read_bytes()
        kind = json.loads(content).get("mediaType") if content[:1] == b"{" else None
        self.answer(content, kind or "application/vnd.oci.image.manifest.v1+json", digest=name)

    def answer(self, content, kind, status=200, digest=None):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if digest:
            self.send_header("Docker-Content-Digest", digest)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_):
        pass


def main():
    packed = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "taskdef.json").write_text(json.dumps(DEFINITION))
        with tarfile.open(packed / "taskdef-image.tar") as archive:
            archive.extractall(work / "image", filter="data")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *a: Handler(*a, directory=str(packed)))
        server.image = work / "image"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"127.0.0.1:{server.server_port}"
        ways = {"wheel": by_wheel, "archive": by_archive, "image": by_image}
        times = {name: [] for name in ways}
        for _ in range(RUNS):
            for name, way in ways.items():
                times[name].append(measure(way(packed, work, address), work, address))
        server.shutdown()
    tell(packed, {name: median(each) for name, each in times.items()})


def measure(script, work, address):
    """Seconds from the start of a script to the first request that AWS gets."""
    Handler.first_request = None
    env = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    began = time.monotonic()
    done = subprocess.run(["bash", "-euc", script], cwd=work, env=env | AWS | {"AWS_ENDPOINT_URL": f"http://{address}"},
                          capture_output=True, text=True)
    if Handler.first_request is None:
        sys.exit(f"no request was sent:\n{script}\n{done.stdout}\n{done.stderr}")
    return Handler.first_request - began


DEPLOY = "deploy taskdef.json --cluster c --service s"


def by_wheel(packed, work, address):
    """As the generated buildspec does, with its checksum; the environment was made before."""
    [wheel] = packed.glob(f"*_{MACHINE}*.whl")
    shutil.rmtree(work / "venv", ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", work / "venv"], check=True)
    url = f"http://{address}/{wheel.name.replace('+', '%2B')}"
    return f"""
venv/bin/pip install --quiet --no-deps --no-cache-dir --disable-pip-version-check '{url}#sha256={summed(wheel)}'
venv/bin/taskdef {DEPLOY}
"""


def by_archive(packed, work, address):
    archive = archive_of(packed)
    for path in work.glob("taskdef-*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return f"""
curl --fail --silent --show-error --output {archive.name} http://{address}/{archive.name}
echo '{summed(archive)}  {archive.name}' | sha256sum --check --quiet --strict -
tar -xzf {archive.name}
{archive.name.removesuffix('.tar.gz')}/taskdef {DEPLOY}
"""


def by_image(packed, work, address):
    shutil.rmtree(work / "store", ignore_errors=True)
    buildah = f"buildah --root {work}/store --runroot {work}/run --storage-driver vfs"
    variables = " ".join(f'--env {name}="${name}"' for name in [*AWS, "AWS_ENDPOINT_URL"])
    return f"""
container=$({buildah} from --quiet --tls-verify=false docker://{address}/taskdef:bench)
{buildah} run --isolation chroot {variables} --volume {work}:/work $container -- /taskdef {DEPLOY}
"""


def archive_of(packed):
    both = [packed / f"taskdef-{MACHINE}-unknown-linux-{libc}.tar.gz" for libc in ["musl", "gnu"]]
    return next(path for path in both if path.exists())


def summed(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def tell(packed, medians):
    sizes = {
        "wheel": next(packed.glob(f"*_{MACHINE}*.whl")).stat().st_size,
        "archive": archive_of(packed).stat().st_size,
        "image": (packed / "taskdef-image.tar").stat().st_size,
    }
    least = min(medians.values())
    print(f"From nothing installed to the first request of taskdef deploy, median of {RUNS}")
    for name, seconds in medians.items():
        mark = "met" if seconds <= MARK else "MISSED"
        print(f"  {name:<10}{seconds * 1000:>7.0f} ms   {seconds / least:.1f} times the quickest   "
              f"{sizes[name] / 1e6:>5.1f} MB   mark: at most {MARK:.0f} s, {mark}")
    if [*packed.glob("*+trial-*.whl")]:
        print("  of a trial: its binary is larger than that of a release")


if __name__ == "__main__":
    main()
