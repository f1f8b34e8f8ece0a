"""Tables of a page: rows with their cells in place; tables that only lay out the page are none."""

from collections.abc import Callable, Iterator
from typing import Final

from report.sources.html.tree import is_seen
from report.sources.markup import Element, name_of

_MOST_SPAN: Final = 100
_LONGEST_CELL: Final = 400
"""Characters from which a cell with paragraphs in it is a piece of the page."""
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def rows_of(table: Element) -> Iterator[Element]:
    """Its rows, without those of tables inside of it."""
    for one in table:
        if not is_seen(one):
            continue
        if name_of(one) == "tr":
            yield one
        elif name_of(one) in ("thead", "tbody", "tfoot"):
            yield from rows_of(one)


def cells_of(row: Element) -> list[Element]:
    """The cells of a row that are seen."""
    return [one for one in row if name_of(one) in ("td", "th") and is_seen(one)]


def is_layout(table: Element) -> bool:
    """Whether a table only places text: one column, one row, tables or headings inside, or pages of text in a cell."""
    rows = [cells_of(row) for row in rows_of(table)]
    if len(rows) < 2 or max((len(cells) for cells in rows), default=0) < 2:
        return True
    for one in table.iter():
        if one is not table and name_of(one) in (_HEADINGS | {"table"}):
            return True
    return any(
        len("".join(cell.itertext())) > _LONGEST_CELL and len(list(cell.iter("p"))) > 2 for row in rows for cell in row
    )


def grid(table: Element, text_of: Callable[[Element], str]) -> list[tuple[list[str], bool]]:
    """The rows: texts of the cells, empty where one reaches over others, and whether the row is a head."""
    made: list[tuple[list[str], bool]] = []
    covered: dict[int, int] = {}
    for row in rows_of(table):
        texts: list[str] = []
        cells = cells_of(row)
        waiting = iter(cells)
        while True:
            place = len(texts)
            if covered.get(place, 0) > 0:
                covered[place] -= 1
                texts.append("")
                continue
            cell = next(waiting, None)
            if cell is None:
                break
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            texts += [text_of(cell)] + [""] * (wide - 1)
            covered.update(dict.fromkeys(range(place, place + wide), high - 1))
        in_head = name_of(row.getparent()) == "thead"
        made.append((texts, in_head or (bool(cells) and all(name_of(one) == "th" for one in cells))))
    return made


def _span(cell: Element, name: str) -> int:
    text = cell.get(name, "1").strip()
    return max(1, min(_MOST_SPAN, int(text))) if text.isascii() and text.isdigit() else 1
