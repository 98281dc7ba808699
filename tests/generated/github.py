"""A GitHub Actions without GitHub: runs the steps of a workflow's job in a shell of this machine.

As on GitHub, each step has a shell of its own that ends at the first command that fails, what a step
writes to `GITHUB_ENV` is there for the next ones, and after a failure only steps run whose `if` says
so. Actions of others are not run: they are noted, the one that takes a role on brings the credentials,
and the one that uploads reads its file.
"""

import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from codebuild import COMMIT, Build, calls_of, tools

# By the shells of the buildspecs: the one that the workflow names, and a plainer one.
SHELLS = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"], "sh -eu": ["sh", "-e"]}
CREDENTIALS = "aws-actions/configure-aws-credentials"
UPLOAD = "github/codeql-action/upload-sarif"
# The one condition that is generated.
UNLESS_SKIPPED = "${{ !cancelled() && steps.check.outcome != 'skipped' }}"


def run(workflow, source, shell, environment, variables, secrets=None, fail=""):
    """Runs the job on a copy of a source folder; `fail` names the fakes that fail."""
    job = workflow["jobs"]["deploy"]
    build = Build()
    build.used, build.uploaded, build.artifacts = [], [], {}
    known = {"vars": variables, "secrets": secrets or {}}
    # Only the action that takes the role on brings them.
    keys = {name: value for name, value in environment.items() if name.startswith("AWS_")}
    with tempfile.TemporaryDirectory() as home:
        home = Path(home)
        folder = home / "src"
        shutil.copytree(source, folder)
        handed_over = home / "environment"
        handed_over.touch()
        current = {name: value for name, value in environment.items() if name not in keys} | tools(home) | {
            "FAKES_FAIL": fail, "FAKES_LOG": str(home / "log"), "TMPDIR": str(home),
            "GITHUB_ENV": str(handed_over), "GITHUB_SHA": COMMIT, "GITHUB_WORKSPACE": str(folder),
        }
        current |= filled(job["env"], known)
        outcomes = {}
        for step in job["steps"]:
            name = step.get("name", step.get("uses"))
            if not goes_on(step, build, outcomes):
                continue
            if "uses" in step:
                problem = use(step, known, folder, build)
                current |= keys if step["uses"].startswith(CREDENTIALS) and not problem else {}
            else:
                problem = script(step, known, folder, shell, current, build)
                current |= dict(line.split("=", 1) for line in handed_over.read_text().splitlines())
            outcomes[step.get("id")] = "failure" if problem else "success"
            if problem and not step.get("continue-on-error"):
                build.output += f"[{name}: {problem}]\n"
                build.failed.append(name)
        build.calls = calls_of(home / "log")
        build.files = sorted(str(file.relative_to(folder)) for file in folder.rglob("*"))
    return build


def goes_on(step, build, outcomes):
    """Whether a step runs after what was before."""
    if "if" not in step:
        return not build.failed
    assert step["if"] == UNLESS_SKIPPED, step["if"]
    return "check" in outcomes


def filled(values, known):
    """Values with the expressions of GitHub in them evaluated."""

    def evaluated(found):
        expression = found[1]
        if expression.startswith("'"):
            return expression.strip("'")
        context, name = expression.split(".")
        return known[context].get(name, "")

    pattern = r"\$\{\{ ('[^']*'|[a-z]+\.\w+) \}\}"
    return {name: re.sub(pattern, evaluated, str(value)) for name, value in values.items()}


def use(step, known, folder, build):
    """Notes an action; says what is wrong with what it was given."""
    given = filled(step.get("with", {}), known)
    build.used.append((step["uses"].split("@")[0], given))
    if step["uses"].startswith(CREDENTIALS) and not (given["role-to-assume"] and given["aws-region"]):
        return f"given {given}"
    if step["uses"].startswith(UPLOAD):
        build.uploaded.append(json.loads((folder / given["sarif_file"]).read_text()))
    return None


def script(step, known, folder, shell, environment, build):
    """Runs a step's script; says how it ended, if not well."""
    text = filled({"run": step["run"]}, known)["run"]
    done = subprocess.run(
        [*SHELLS[shell], "-c", text], cwd=folder, env=environment | filled(step.get("env", {}), known),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120,
    )
    build.output += done.stdout.decode(errors="replace")
    return f"exit {done.returncode}" if done.returncode else None
