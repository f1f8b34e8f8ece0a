"""Measurements: make bench. Each prints its own lines; the exit code is 1 when one is over its bar.

`python -m tests.bench save` runs one of them. A new one is a line in RUNS.
"""

import sys
from collections.abc import Callable, Sequence

from tests.bench import checking, journal, recognition, save, searching, start
from tests.bench.page import bench as page
from tests.bench.window import bench as window

RUNS: Sequence[tuple[str, Callable[[], bool]]] = (
    ("save", save.main),
    ("journal", journal.main),
    ("start", start.main),
    ("page", page.main),
    ("window", window.main),
    ("recognition", recognition.main),
    ("search", searching.main),
    ("check", checking.main),
)
"""Name and what to run: it prints its figures and says whether they are within its bar."""


def main(names: Sequence[str]) -> int:
    """Run what is named, or all."""
    results = [run() for name, run in RUNS if not names or name in names]
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
