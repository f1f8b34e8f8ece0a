"""The office's own wrong words: a table of three columns (wrong, right, why) as CSV, which spreadsheets open too."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from report.clean_text import one_line

HEAD = ("错词", "正词", "说明")
FILE = "错词表.csv"
"""The name of the file in the data folder."""
_BYTE_ORDER_MARK = "\ufeff"
Rows = tuple[tuple[str, ...], ...]


def read_rows(text: str) -> Rows:
    """The rows of a file's text, without its head and without rows that name no wrong word; each has three cells."""
    found: list[tuple[str, ...]] = []
    for row in csv.reader(io.StringIO(text.removeprefix(_BYTE_ORDER_MARK))):
        cells = [one_line(cell).strip() for cell in row]
        if cells and cells[0] and cells[: len(HEAD)] != list(HEAD[: len(cells)]):
            found.append((*cells, "", "")[: len(HEAD)])
    return tuple(found)


def to_text(rows: Iterable[Sequence[str]]) -> str:
    """The text of a file with these rows; a byte-order mark tells spreadsheets that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    writer.writerows(row for row in rows if row and row[0].strip())
    return _BYTE_ORDER_MARK + out.getvalue()


def words_of(rows: Iterable[Sequence[str]]) -> Mapping[str, str]:
    """The right word for each wrong one; "" for one that is not to be used at all. What changes nothing is left out."""
    return {row[0]: row[1] for row in rows if row[0] != row[1]}
