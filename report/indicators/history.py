"""The values of an indicator over years, as far as other reports of the office tell."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from report.indicators.comparison import counterpart, factor_between
from report.indicators.values import Values

YEARS: Final = 5
"""This year and the four before."""


@dataclass(frozen=True, slots=True)
class Point:
    """One year: its value in this year's unit, None where it is not known."""

    year: int
    amount: Decimal | None


def series(values: Values, year: int, others: Mapping[int, Values], indicator: str) -> tuple[Point, ...]:
    """The five years up to `year`, this one last."""
    amount = values.amount(indicator)
    before = tuple(
        Point(one, _before(values, others[one], indicator) if one in others else None)
        for one in range(year - YEARS + 1, year)
    )
    return (*before, Point(year, amount if isinstance(amount, Decimal) else None))


def _before(values: Values, other: Values, indicator: str) -> Decimal | None:
    there, factor = counterpart(values, indicator, other), factor_between(values, indicator, other)
    amount = other.amount(there) if there is not None else None
    return amount * factor if isinstance(amount, Decimal) and factor is not None else None
