"""Tables that the page has no room for."""

from collections.abc import Iterator

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage
from report.checking.rulebook import report_rule

_NARROW, _SMALLER = 12, 14
"""Columns from which a cell has room for less than three characters of 小四号, and for less than two (156 mm wide)."""


@report_rule("table-wide")
def table_wide(checked: Checked) -> Iterator[Hit]:
    """More columns than a page is wide."""
    firsts: dict[object, Passage] = {}
    columns: dict[object, int] = {}
    for one in checked.passages:
        if one.spot.row >= 0:
            firsts.setdefault(one.spot.place, one)
            columns[one.spot.place] = max(columns.get(one.spot.place, 0), one.spot.column + 1)
    for place, count in columns.items():
        if count > _NARROW:
            first = firsts[place]
            severity = Severity.SHOULD if count > _SMALLER else None
            yield Hit(first.spot, 0, len(first.text), {"count": str(count)}, severity=severity)
