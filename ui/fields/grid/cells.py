"""Cells as immutable rows of equal length, and what can be done to them. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Cells = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; all four edges belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def rows(self) -> int:
        """How many rows it covers."""
        return self.bottom - self.top + 1

    @property
    def columns(self) -> int:
        """How many columns it covers."""
        return self.right - self.left + 1

    @property
    def single(self) -> bool:
        """Whether it is one cell."""
        return self.rows == self.columns == 1


def width_of(rows: Iterable[Sequence[str]]) -> int:
    """Number of cells of the longest row."""
    return max((len(row) for row in rows), default=0)


def squared(rows: Iterable[Sequence[str]], columns: int) -> Cells:
    """The rows filled up with empty cells to at least `columns`."""
    kept = [tuple(row) for row in rows]
    width = max(columns, width_of(kept))
    return tuple((*row, *("",) * (width - len(row))) for row in kept)


def without_empty_end(cells: Cells) -> Cells:
    """The rows without those at the end in which nothing stands."""
    last = len(cells)
    while last and not any(cell.strip() for cell in cells[last - 1]):
        last -= 1
    return cells[:last]


def turned(cells: Cells) -> Cells:
    """Columns as rows."""
    return tuple(zip(*cells, strict=True))


def with_row(cells: Cells, place: int) -> Cells:
    """An empty row put before `place`."""
    return (*cells[:place], ("",) * width_of(cells), *cells[place:])


def without_rows(cells: Cells, first: int, last: int) -> Cells:
    """The rows `first` to `last` taken away; one empty row is left when they were all."""
    kept = (*cells[:first], *cells[last + 1 :])
    return kept or (("",) * width_of(cells),)


def with_rows_moved(cells: Cells, first: int, last: int, step: int) -> Cells:
    """The rows `first` to `last` one place up (-1) or down (1); as they are where they cannot."""
    if first + step < 0 or last + step >= len(cells):
        return cells
    moved, rest = cells[first : last + 1], (*cells[:first], *cells[last + 1 :])
    return (*rest[: first + step], *moved, *rest[first + step :])


def with_column(cells: Cells, place: int) -> Cells:
    """An empty column put before `place`."""
    return tuple((*row[:place], "", *row[place:]) for row in cells)


def without_columns(cells: Cells, first: int, last: int) -> Cells:
    """The columns `first` to `last` taken away; one empty column is left when they were all."""
    return tuple((*row[:first], *row[last + 1 :]) or ("",) for row in cells)


def with_columns_moved(cells: Cells, first: int, last: int, step: int) -> Cells:
    """The columns `first` to `last` one place left (-1) or right (1); as they are where they cannot."""
    return turned(with_rows_moved(turned(cells), first, last, step))


def with_cell(cells: Cells, row: int, column: int, text: str) -> Cells:
    """One cell replaced."""
    return with_block(cells, row, column, ((text,),))


def filled(cells: Cells, area: Area, text: str) -> Cells:
    """Every cell of an area replaced by one text."""
    return with_block(cells, area.top, area.left, ((text,) * area.columns,) * area.rows)


def with_block(cells: Cells, top: int, left: int, block: Cells) -> Cells:
    """A block put at a place; rows and columns are added as needed."""
    wide = squared(cells, left + width_of(block))
    width = max(width_of(wide), left + width_of(block))
    rows = [list(row) for row in wide] + [[""] * width for _row in range(top + len(block) - len(wide))]
    for row, new in zip(rows[top:], block, strict=False):
        row[left : left + len(new)] = new
    return tuple(tuple(row) for row in rows)


def part(cells: Cells, area: Area) -> Cells:
    """The cells of an area."""
    return tuple(row[area.left : area.right + 1] for row in cells[area.top : area.bottom + 1])
