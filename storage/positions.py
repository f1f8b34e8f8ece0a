"""Positions of the entries of a list: integers with gaps, so that an insertion writes one row and not all behind it."""

from collections.abc import Mapping, Sequence

from report.rising import longest_rising

GAP = 1 << 32
"""Distance of neighbours at first: 32 insertions at one spot before the list is spread anew."""


def spread(count: int) -> tuple[int, ...]:
    """Positions of a new list."""
    return tuple(GAP * number for number in range(1, count + 1))


def place(before: Mapping[str, int], ids: Sequence[str]) -> tuple[int, ...]:
    """Positions of `ids` in this order, given the positions that some of them had; strictly rising.

    As many as possible keep theirs. Where a gap is used up, the whole list is spread anew.
    """
    known = [before.get(one) for one in ids]
    kept = {index: known[index] for index in longest_rising(known)}
    placed: list[int] = []
    while len(placed) < len(ids):
        index = len(placed)
        held = kept.get(index)
        if held is not None:
            placed.append(held)
            continue
        end = next((later for later in range(index, len(ids)) if later in kept), len(ids))
        between = _between(placed[-1] if placed else None, kept.get(end), end - index)
        if between is None:
            return spread(len(ids))
        placed.extend(between)
    return tuple(placed)


def _between(low: int | None, high: int | None, count: int) -> tuple[int, ...] | None:
    """`count` rising integers above `low` and below `high` (None: no bound); None when there is no room."""
    if high is None:
        start = low or 0
        return tuple(start + GAP * number for number in range(1, count + 1))
    if low is None:
        return tuple(high - GAP * number for number in range(count, 0, -1))
    step = (high - low) // (count + 1)
    return tuple(low + step * number for number in range(1, count + 1)) if step else None
