"""The columns of the sheet: how wide they are, and which give way where there is little room."""

from collections.abc import Sequence
from enum import IntEnum
from types import MappingProxyType
from typing import Final


class Columns(IntEnum):
    """The columns from left to right."""

    NAME = 0
    VALUE = 1
    UNIT = 2
    LAST = 3
    DIFFERENCE = 4
    PERCENT = 5
    TREND = 6
    QUOTES = 7


NUMBERS: Final = frozenset({Columns.VALUE, Columns.LAST, Columns.DIFFERENCE, Columns.PERCENT})
"""Columns whose words stand at the right."""
WIDTHS: Final = MappingProxyType(
    {
        Columns.VALUE: 124,
        Columns.UNIT: 56,
        Columns.LAST: 80,
        Columns.DIFFERENCE: 80,
        Columns.PERCENT: 104,
        Columns.TREND: 108,
        Columns.QUOTES: 52,
    }
)
"""Pixels at 100 %; the name has the rest."""
LEAST_NAME: Final = 148
_GIVE_WAY = (Columns.TREND, Columns.DIFFERENCE, Columns.QUOTES, Columns.PERCENT, Columns.LAST)
"""The order in which columns go where there is no room."""


def columns_for(width: int, wanted: Sequence[Columns]) -> frozenset[Columns]:
    """The columns that are shown in a width, in pixels at 100 %."""
    shown = {one for one in wanted if one is not Columns.NAME}
    for one in _GIVE_WAY:
        if LEAST_NAME + sum(WIDTHS[each] for each in shown) <= width:
            break
        shown.discard(one)
    return frozenset((Columns.NAME, *shown))
