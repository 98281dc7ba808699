"""Git repositories with the commits that the samples are of: fetched, or found in a mirror."""

import os
import subprocess

# So that a repository that is gone is an error, not a question for a password.
GIT = os.environ | {"GIT_TERMINAL_PROMPT": "0"}


def fetch(folder, repository, commits):
    """Fetches these commits alone from GitHub, those that are not there yet."""
    copy = folder / copy_name(repository)
    copy.mkdir(parents=True, exist_ok=True)
    git(copy, "init", "--quiet", "--bare")
    for commit in commits:
        if git(copy, "cat-file", "-e", f"{commit}^{{tree}}") is None:
            url = f"https://github.com/{repository}"
            git(copy, "fetch", "--quiet", "--depth", "1", url, commit, stderr=None)


def find(folder, repository):
    """The git directory of a repository in a folder of copies: OWNER+NAME, or one inside that."""
    copy = folder / copy_name(repository)
    candidates = [copy, *copy.glob("*/"), *copy.glob("*/.git/")]
    return next((path for path in candidates if (path / "HEAD").exists()), None)


def text_of(copy, commit, path):
    """The text of a file at a commit, or nothing if the copy does not hold it."""
    content = git(copy, "cat-file", "blob", f"{commit}:{path}") if copy else None
    return None if content is None else content.decode(errors="replace")


def copy_name(repository):
    return repository.replace("/", "+")


def git(copy, *arguments, stderr=subprocess.DEVNULL):
    """What a git command prints, or nothing if it fails."""
    done = subprocess.run(
        ["git", f"--git-dir={copy}", *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=stderr, env=GIT,
    )
    return None if done.returncode else done.stdout
