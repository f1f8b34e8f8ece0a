"""Which entries of a list kept their order: the others have moved."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(numbers: Sequence[int | None]) -> tuple[int, ...]:
    """Indices of one longest strictly rising row among the numbers, None left out (patience sorting, n log n)."""
    tails: list[int] = []
    at: list[int] = []
    back = [-1] * len(numbers)
    for index, number in enumerate(numbers):
        if number is None:
            continue
        pile = bisect_left(tails, number)
        if pile:
            back[index] = at[pile - 1]
        if pile == len(tails):
            tails.append(number)
            at.append(index)
        else:
            tails[pile], at[pile] = number, index
    row: list[int] = []
    index = at[-1] if at else -1
    while index >= 0:
        row.append(index)
        index = back[index]
    return tuple(reversed(row))
