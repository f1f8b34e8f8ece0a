"""Blocks of cells as sheets put them on the clipboard: lines of tab-separated cells, quoted where need be. No Qt."""

import re
from html import escape

from report.clean_text import clean
from ui.fields.grid.cells import Cells, squared, width_of

_HAN = "\u2e80-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—"
_BREAK = re.compile(r"[ \xa0]*\n\s*")
_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])[ \xa0]*\n\s*(?=[{_HAN}])")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r|\n|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')


def cell_line(text: str) -> str:
    """A cell's text in one line, trimmed: a break between Han characters is nothing, any other a space.

    Unlike `report.clean_text.one_line`, for words in the cells of sheets are wrapped: a break stands for their space.
    """
    return _BREAK.sub(" ", _BETWEEN_HAN.sub("", clean(text).strip().strip("\ufeff"))).strip()


def read_block(text: str) -> Cells:
    """The rows of a copied block, of equal length. A cell in quotes may hold tabs and breaks; "" in it is one quote."""
    rows: list[list[str]] = [[]]
    place = 0
    while True:
        cell, place = _read_cell(text, place)
        rows[-1].append(cell_line(cell))
        if text.startswith("\t", place):
            place += 1
            continue
        end = _LINE_END.match(text, place)
        if end is None or end.end() == len(text):
            return squared(rows, 1)
        place = end.end()
        rows.append([])


def _read_cell(text: str, place: int) -> tuple[str, int]:
    """One cell as it stands, and where it ends.

    Sheets quote a cell for its breaks, tabs or quotes only; quotes around anything else were typed, and stay.
    """
    quoted = _QUOTED.match(text, place)
    if quoted and _NEEDS_QUOTES.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, place)
    return (plain[0], plain.end()) if plain else ("", place)


def write_block(block: Cells) -> str:
    """The rows as sheets read them."""
    return "\n".join("\t".join(_quoted(cell) for cell in row) for row in block)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if _NEEDS_QUOTES.search(cell) else cell


def write_html(block: Cells) -> str:
    """The rows as a table that word processors take over."""
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def is_single(block: Cells) -> bool:
    """Whether it is one value and not a table."""
    return len(block) == 1 and width_of(block) == 1
