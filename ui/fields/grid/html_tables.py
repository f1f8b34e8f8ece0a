"""Tables in copied HTML, read by the standard library; nothing is loaded from anywhere. No Qt."""

import re
from html.parser import HTMLParser

from ui.fields.grid.blocks import cell_line
from ui.fields.grid.cells import Cells, squared

_SPAN_MOST = 100
"""Columns or rows that one cell may cover; more is damage, not a table."""
_SILENT = frozenset({"style", "script", "title", "xml"})
_ENDS_LINE = frozenset({"br", "p", "div", "li"})


def read_tables(html: str) -> Cells:
    """The rows of all tables, of equal length; () where there is none. Places that a span covers are empty."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return squared(reader.finish(), 1) if reader.rows else ()


class _Reader(HTMLParser):
    """Collects rows; a table within a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._silent = 0
        self._words: list[str] | None = None
        self._span = (1, 1)
        self._reserved: set[tuple[int, int]] = set()
        """Places that a cell above reaches down to."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_row()
            self.rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self.rows:
                self.rows.append([])
            given = dict(attrs)
            self._span = (_span(given.get("rowspan")), _span(given.get("colspan")))
            self._words = []
        elif tag in _ENDS_LINE:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "table":
            if self._depth == 1:
                self._end_row()
            self._depth = max(0, self._depth - 1)
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        self._add(data)

    def finish(self) -> list[list[str]]:
        """The rows, those at the end of a span included."""
        self._end_row()
        return [row for row in self.rows if row]

    def _add(self, text: str) -> None:
        if self._words is not None and not self._silent:
            self._words.append(text)

    def _end_cell(self) -> None:
        if self._words is None:
            return
        text, (down, across) = cell_line("".join(self._words)), self._span
        self._words = None
        self._fill()
        row, number = self.rows[-1], len(self.rows) - 1
        places = range(len(row), len(row) + across)
        self._reserved.update((number + below, place) for below in range(1, down) for place in places)
        row += [text, *[""] * (across - 1)]

    def _end_row(self) -> None:
        self._end_cell()
        self._fill()

    def _fill(self) -> None:
        """Leave out the places that are taken from above."""
        while self.rows and (len(self.rows) - 1, len(self.rows[-1])) in self._reserved:
            self.rows[-1].append("")


def _span(text: str | None) -> int:
    digits = (text or "").strip()
    return max(1, min(int(digits), _SPAN_MOST)) if re.fullmatch(r"\d{1,4}", digits, re.ASCII) else 1
