"""Columns of a table, the same in each format."""

from collections.abc import Callable, Sequence
from typing import Final

from exports.layout.page import SMALL_FOUR, WIDTH
from report.document import Grid

_CENTRED_UP_TO: Final = 9
"""Characters: a column whose lines are all this short is centred, else set from the left."""


def lines_of(cell: str) -> list[str]:
    """The lines of a cell, at least one."""
    return cell.split("\n")


def centred_columns(grid: Grid) -> list[bool]:
    """Of each column whether what is below the head is centred."""
    body = grid.rows[grid.head_rows :]
    return [
        all(len(line) <= _CENTRED_UP_TO for row in body for line in lines_of(row[column]))
        for column in range(len(grid.rows[0]))
    ]


def column_widths(grid: Grid, width: Callable[[str], float], side: float) -> list[float]:
    """Points of each column, together the type area: as wide as the cells want, the widest giving way.

    `width` measures a line in points; `side` is the room left and right of it.
    """
    wanted = [
        max(2 * SMALL_FOUR, *(width(line) + 1 for row in grid.rows for line in lines_of(row[column]))) + 2 * side
        for column in range(len(grid.rows[0]))
    ]
    if sum(wanted) <= WIDTH:
        return [one * WIDTH / sum(wanted) for one in wanted]
    least = min(2 * SMALL_FOUR + 2 * side, WIDTH / len(wanted))
    limit = _limit(wanted, WIDTH)
    cut = [max(least, min(one, limit)) for one in wanted]
    return [one * WIDTH / sum(cut) for one in cut]


def _limit(wanted: Sequence[float], room: float) -> float:
    """The width to which the widest columns are cut so that all fit."""
    low, high = 0.0, max(wanted)
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(min(width, middle) for width in wanted) <= room else (low, middle)
    return low
