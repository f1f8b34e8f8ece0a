"""Columns of a table, the same in each format."""

from typing import Final

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
