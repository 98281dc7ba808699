#!/usr/bin/env python3
"""How time and memory grow with a text, for each shape of shapes.txt: `tests/bench/growth` runs it.

    growth.py FOLDER [--limit SECONDS] [--section texts|.taskdef.toml] [NAME...]

FOLDER has the binaries `taskdef` and `examples/annotate`. Prints a row for each shape: the seconds of
CPU at 160 and 320 KB and the largest growth from one size to its double, for `convert`, `check`,
`diff` and for what the page computes; then the bytes of memory that `convert --report none` takes
for each byte of the text. The worst stand at the end. NAME is a part of a shape's name.
"""

import argparse
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

import shapes

SIZES = [20, 40, 80, 160, 320]
# Sizes that are measured once their half is.
MARKED = 160
LARGE = 1024
# Growth is told only of times above this: the rest is noise.
MEASURABLE = 0.02
# What is quicker than this is repeated, and the least counts.
REPEATED, RUNS = 0.25, 3
MARKS = {"growth": 2.5, "seconds": 1.5, "memory": 12.0}

# A definition in which much is found, beside each `.taskdef.toml`. A pattern meets its name.
FAULTY = shapes.read(shapes.TEXTS)["compatibilities and containers"]
FAULTY_SIZE, FAULTY_NAME = 20_000, "a" * 200 + ".json"


class Cut(Exception):
    """A run that took too long."""


class Crash(Exception):
    """A run that was ended by a signal."""


def seconds(command, limit):
    """The seconds of CPU that a process takes."""

    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    null = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=null, stdout=null, stderr=null, preexec_fn=limited)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode in (-signal.SIGXCPU, -signal.SIGKILL):
        raise Cut
    if process.returncode < 0 or process.returncode == 101:
        raise Crash(signal.Signals(-process.returncode).name if process.returncode < 0 else "panic")
    return usage.ru_utime + usage.ru_stime


def least(command, limit):
    """The same, of several runs if they are quick but not so quick that they don't count."""
    taken = seconds(command, limit)
    runs = RUNS - 1 if MEASURABLE < taken < REPEATED else 0
    return min([taken] + [seconds(command, limit) for _ in range(runs)])


def memory(command):
    """The peak memory of a process in bytes. GNU time begins it, which is small: a process starts
    with the peak of the one that it was forked from."""
    with tempfile.NamedTemporaryFile("r") as out:
        null = subprocess.DEVNULL
        command = ["env", "time", "--quiet", "-f", "%M", "-o", out.name, *command]
        subprocess.run(command, stdin=null, stdout=null, stderr=null, check=False)
        return int(out.read().split()[-1]) * 1024


class Growth:
    """What was measured of a shape under one command."""

    def __init__(self):
        self.taken = {}
        self.end = ""

    def measure(self, run, limit):
        """Measures each size; `run` gives the command for it. A size that needs too long is the last."""
        for size in SIZES:
            try:
                self.taken[size] = least(run(size), limit)
            except (Cut, Crash) as end:
                self.end = f">{limit} s at {size} KB" if isinstance(end, Cut) else f"{end} at {size} KB"
                return

    def growth(self):
        """The largest growth from a size to its double, beyond what is noise."""
        sizes = [size for size in self.taken if 2 * size in self.taken]
        ratios = [self.taken[2 * size] / self.taken[size] for size in sizes if self.taken[size] > MEASURABLE]
        return max(ratios, default=1.0)

    def is_met(self):
        """Whether it keeps the marks."""
        marked = self.taken.get(MARKED, float("inf"))
        return not self.end and self.growth() <= MARKS["growth"] and marked < MARKS["seconds"]

    def badness(self):
        """What to sort by."""
        return (bool(self.end), not self.is_met(), self.taken.get(MARKED, float("inf")), self.growth())

    def cells(self):
        """Seconds at two sizes and growth, for a row."""
        times = [self.taken.get(size) for size in SIZES[-2:]]
        times = " ".join("   cut" if time is None else f"{time:6.3f}" for time in times)
        return f"{times} ×{self.growth():<4.1f}{' ' if self.is_met() else '!'}"


def of_texts(folder, work, shape):
    """The commands that are measured for a shape of a text, by name: functions of the size."""
    taskdef = folder / "taskdef"

    def file(size, other=False):
        path = work / f"{size}{'-other' if other else ''}.json"
        path.write_bytes(shapes.text(shape, size * 1000, other).encode())
        return path

    return {
        "convert": lambda size: [taskdef, "convert", file(size)],
        "check": lambda size: [taskdef, "check", "--no-config", file(size)],
        "diff": lambda size: [taskdef, "diff", file(size), file(size, True)],
        "lesson": lambda size: [folder / "examples/annotate", file(size)],
    }, lambda size: [taskdef, "convert", "--report", "none", file(size)]


def of_config(folder, work, shape):
    """The same for a `.taskdef.toml`."""
    taskdef, faulty = folder / "taskdef", work / FAULTY_NAME
    faulty.write_bytes(shapes.text(FAULTY, FAULTY_SIZE).encode())

    def beside(size):
        (work / ".taskdef.toml").write_bytes(shapes.text(shape, size * 1000).encode())
        return faulty

    return {
        "convert": lambda size: [taskdef, "convert", beside(size)],
        "check": lambda size: [taskdef, "check", beside(size)],
    }, lambda size: [taskdef, "convert", "--report", "none", beside(size)]


def per_byte(run):
    """The bytes of memory that a text takes for each of its bytes, at two sizes."""
    tiny = memory(run(0))
    return [(memory(run(size)) - tiny) / (size * 1000) for size in (SIZES[-1], LARGE)]


def measure(folder, section, names, limit):
    """Measures the shapes of a section and prints them, the worst last. Returns what each mark is of."""
    rows = []
    chosen = {name: shape for name, shape in shapes.read(section).items() if any(part in name for part in names)}
    for name, shape in chosen.items():
        print(f"\r{name:<50}", end="", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as work:
            # What is looked for above a file ends here.
            (pathlib.Path(work) / ".git").mkdir()
            commands, converts = (of_texts if section == shapes.TEXTS else of_config)(
                folder, pathlib.Path(work), shape
            )
            growths = {command: Growth() for command in commands}
            for command, run in commands.items():
                growths[command].measure(run, limit)
            cut = any(growth.end for growth in growths.values())
            rows.append((name, growths, None if cut else per_byte(converts)))
    print("\r" + " " * 50 + "\r", end="", file=sys.stderr)
    rows.sort(key=lambda row: max(growth.badness() for growth in row[1].values()))
    table(section, rows)
    return rows


def table(section, rows):
    """Prints a table of shapes."""
    if not rows:
        return
    commands = list(rows[0][1])
    print(f"\n{section}: seconds of CPU at {SIZES[-2]} and {SIZES[-1]} KB, ×growth; memory for each byte at "
          f"{SIZES[-1]} KB and {LARGE} KB")
    print(f"{'':<36}" + "".join(f"{command:<22}" for command in commands) + "memory")
    for name, growths, used in rows:
        cells = "".join(f"{growth.cells():<22}" for growth in growths.values())
        print(f"{name[:35]:<36}{cells}{'' if used is None else '{:5.1f} {:5.1f}'.format(*used)}")
        for command, growth in growths.items():
            if growth.end:
                taken = " ".join(f"{time:.2f}" for time in growth.taken.values())
                print(f"{'':<8}{command}: {growth.end}, before it {taken or 'nothing'}")


def marks(rows):
    """Prints the marks, and what misses each."""
    growths = [(name, command, growth) for name, all_, _ in rows for command, growth in all_.items()]
    missed = {
        f"growth at most 2, {MARKS['growth']} with noise": [
            f"{name} ({command})" for name, command, growth in growths
            if growth.growth() > MARKS["growth"] or growth.end
        ],
        f"under {MARKS['seconds']} s at {MARKED} KB": [
            f"{name} ({command})" for name, command, growth in growths
            if growth.taken.get(MARKED, float("inf")) >= MARKS["seconds"]
        ],
        f"at most {MARKS['memory']:.0f} bytes of memory a byte": [
            name for name, _, used in rows if used is None or max(used) > MARKS["memory"]
        ],
    }
    print()
    for mark, names in missed.items():
        print(f"mark: {mark}, {'MISSED by ' + str(len(names)) + ': ' + ', '.join(names) if names else 'met'}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--limit", type=int, default=20)
    parser.add_argument("--section", choices=[shapes.TEXTS, shapes.CONFIG])
    parser.add_argument("names", nargs="*", default=[""])
    given = parser.parse_intermixed_args()
    sections = [given.section] if given.section else [shapes.TEXTS, shapes.CONFIG]
    rows = []
    for section in sections:
        rows += measure(given.folder.resolve(), section, given.names, given.limit)
    marks(rows)


if __name__ == "__main__":
    main()
