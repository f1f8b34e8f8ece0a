"""All faults at length: make faults. One line of figures each; the exit code is 1 when one of them failed.

`python -m tests.faults kill 500` runs one of them, so often.
"""

import sys
from collections.abc import Callable, Sequence

from tests.exports import same_words
from tests.faults import damage, failing_calls, kill, kill_deeds, model, power_cut

RUNS: Sequence[tuple[str, Callable[..., bool]]] = (
    ("kill", kill.main),
    ("deeds", kill_deeds.main),
    ("damage", damage.main),
    ("model", model.main),
    ("power-cut", power_cut.main),
    ("failing-calls", failing_calls.main),
    ("formats", same_words.main),
)
"""Name and what to run: it prints its figures and says whether they are as they must be."""


def main(arguments: Sequence[str]) -> int:
    """Run what is named, or all."""
    chosen = [run for name, run in RUNS if not arguments or name == arguments[0]]
    results = [run(*map(int, arguments[1:2])) for run in chosen]
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
