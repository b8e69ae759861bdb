"""Whole processes timed from outside: wall, processor time and memory, as medians.

Knows nothing of what is run.
"""

import os
import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Timed:
    """Medians over the runs of one command: seconds, seconds of processor, peak megabytes of one process."""

    wall: float
    processor: float
    memory: float
    least: float
    most: float
    runs: int


class Failed(Exception):
    """A timed command that did not end well; its words are the message."""


def once(command: Sequence[str], folder: Path, accept: Sequence[int] = (0,)) -> tuple[float, float, float]:
    """Run a command; its wall seconds, processor seconds and peak megabytes."""
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        words = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in accept:
        raise Failed(f"{command[0]} ended with {process.returncode}:\n{words.decode(errors='replace')[-2000:]}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def timed(command: Sequence[str], folder: Path, runs: int, before: Callable[[int], None] = lambda _run: None) -> Timed:
    """Run a command several times, each after `before(number of the run)`, which is not timed."""
    rows = []
    for run in range(runs):
        before(run)
        rows.append(once(command, folder))
    walls = [wall for wall, _, _ in rows]
    return Timed(
        statistics.median(walls),
        statistics.median(processor for _, processor, _ in rows),
        max(memory for _, _, memory in rows),
        min(walls),
        max(walls),
        runs,
    )


def machine() -> str:
    """The machine in words, without its name or any path."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} {platform.machine()}, CPython {python}"
