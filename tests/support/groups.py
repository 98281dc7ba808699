"""Groups of checks: each prints a line and returns the number of its failures."""

import contextlib
import io
import multiprocessing
import os
import textwrap
from concurrent.futures import ProcessPoolExecutor

SHOWN = 20  # the most failures printed for a group


def report(group, count, what, failures):
    """Prints a group's line and its failures; returns the number of failures."""
    shown = [textwrap.shorten(failure, 300) for failure in failures[:SHOWN]]
    print(f"{group + ':':<12}{count - min(len(failures), count):>5} of {count} {what}")
    print(*[f"    {failure}" for failure in shown], sep="\n", end="\n" if shown else "")
    if len(failures) > len(shown):
        print(f"    and {len(failures) - len(shown)} more")
    return len(failures)


def side_by_side(groups):
    """Runs groups in as many processes as there are cores; returns the number of failures.

    A group is a function of a module, or a `partial` of one. They start in this order. Their output is printed
    in this order too, each as soon as it and the ones before it have ended.
    """
    failed = 0
    with ProcessPoolExecutor(os.cpu_count(), multiprocessing.get_context("fork")) as pool:
        try:
            for running in [pool.submit(captured, group) for group in groups]:
                failures, printed = running.result()
                print(printed, end="", flush=True)
                failed += failures
        except BaseException:
            # On SIGTERM each stops its servers.
            pool.shutdown(wait=False, cancel_futures=True)
            for child in multiprocessing.active_children():
                child.terminate()
            raise
    return failed


def captured(group):
    """Runs a group; returns its number of failures and its output."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        failures = group()
    return failures, printed.getvalue()
