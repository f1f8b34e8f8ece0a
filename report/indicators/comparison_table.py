"""The values of two years as a table that can be printed."""

from collections.abc import Iterable

from report.content import Table
from report.indicators.comparison import NONE, amount_words
from report.indicators.rows import FigureRow, GroupRows, ValueState

_UNSAID = (ValueState.MISSING, ValueState.OPTIONAL, ValueState.UNREAD)


def comparison_table(groups: Iterable[GroupRows], year: int | None, table_id: str) -> Table | None:
    """Every indicator with a value, group by group, beside last year's; None where none has one."""
    heads = ("指标", "单位", f"{year - 1}年" if year else "上年", f"{year}年" if year else "本年", "增减", "同比")
    rows = tuple(_printed(row) for group in groups for row in group.rows if row.state not in _UNSAID)
    return Table(table_id, (heads, *rows)) if rows else None


def _printed(row: FigureRow) -> tuple[str, ...]:
    comparison = row.comparison
    return (
        row.name,
        row.unit,
        amount_words(comparison.last),
        row.text,
        comparison.difference_words or NONE,
        comparison.percent_words or NONE,
    )
