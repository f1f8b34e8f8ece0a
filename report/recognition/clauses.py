"""Where a clause begins and ends."""

import re
from functools import cache

REACH = 80
"""Characters in which the ends of a clause are looked for."""


def clause_start(text: str, at: int) -> int:
    """Where the clause that holds `at` begins: behind a comma, a stop, a colon or a bracket."""
    low = max(0, at - REACH)
    last = low
    for match in _marks().finditer(text, low, at):
        last = match.end()
    return last


def clause_end(text: str, at: int) -> int:
    """Where the clause ends that goes on at `at`, its mark left out."""
    match = _marks().search(text, at, at + REACH)
    return match.start() if match else min(len(text), at + REACH)


@cache
def _marks() -> re.Pattern[str]:
    # A mark between two digits is part of a number.
    return re.compile(r"[。；;！!？?（）()\n\t]|(?<![0-9０-９])[，,：:]|[，,：:](?![0-9０-９]{3}(?![0-9０-９]))")
