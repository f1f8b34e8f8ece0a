"""The store against its model, very often: `tests/storage/archive_model.py` with other dice each time."""

import sys
import time

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.storage.archive_model import Archive

STEPS = 50
_TOLD = 1_000
"""Examples after which a line is printed."""


def run(examples: int) -> bool:
    """Whether so many runs of fifty steps came out as the model says."""
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    chosen = settings(
        max_examples=examples, stateful_step_count=STEPS, deadline=None, suppress_health_check=quiet, database=None
    )
    try:
        run_state_machine_as_test(Archive, settings=chosen)
    except AssertionError as error:
        print(f"  {error}", file=sys.stderr)
        return False
    return True


def main(examples: int = 20_000) -> bool:
    """Run them, a line for each thousand."""
    started, done = time.monotonic(), 0
    while done < examples:
        if not run(min(_TOLD, examples - done)):
            return False
        done += min(_TOLD, examples - done)
        print(f"model: {done:,} runs of {STEPS} steps, as it says; {time.monotonic() - started:.0f} s", flush=True)
    return True
