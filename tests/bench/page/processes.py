"""Whole processes timed in turn: wall time and the most memory each had."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_ROOT = Path(__file__).parents[3]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""As a clerk's: with compiled modules kept, which some build machines forbid."""

_LAUNCH = """
import os, sys, time
silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=silent)
status, usage = os.wait4(child, 0)[1:]
print(time.perf_counter() - start, usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
"""A small process between: what a child had most is counted from before it became another program."""


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds and MiB of one process."""

    seconds: float
    memory: float


def paired(commands: Mapping[str, Sequence[str]], rounds: int) -> dict[str, list[Run]]:
    """Run each command once in each round, after one round that does not count."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            run = _run(command)
            if number:
                found[name].append(run)
    return found


def ratio(runs: dict[str, list[Run]], name: str, against: str) -> float:
    """The median of the paired ratios of seconds."""
    return median(one.seconds / other.seconds for one, other in zip(runs[name], runs[against], strict=True))


def memory(runs: Sequence[Run]) -> float:
    """The median of the most MiB."""
    return median(run.memory for run in runs)


def _run(command: Sequence[str]) -> Run:
    launched = [sys.executable, "-S", "-c", _LAUNCH, sys.executable, *command]
    done = subprocess.run(launched, capture_output=True, text=True, cwd=_ROOT, env=ENVIRONMENT, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    seconds, kibibytes = done.stdout.split()[-2:]
    return Run(float(seconds), int(kibibytes) / 1024)
