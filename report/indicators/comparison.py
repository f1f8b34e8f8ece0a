"""This year's values beside those of the year before: difference and percentage where both can be compared.

Nothing is invented: without last year's value, in another unit, or from a zero there is no percentage.
"""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from report.indicators.amounts import PERCENT
from report.indicators.figures import NOT_APPLICABLE, OWN, Amount
from report.indicators.values import Values
from report.recognition.numerals import as_written

UNUSUAL: Final = Decimal(50)
"""Percent beyond which a change makes one look twice."""
NONE: Final = "—"
SAME: Final = "持平"
_HUNDRED = Decimal(100)
_TENTH = Decimal("0.1")
_SCALES: Final = (("万亿", Decimal(10**12)), ("亿", Decimal(10**8)), ("万", Decimal(10**4)))


@dataclass(frozen=True, slots=True)
class Comparison:
    """An indicator against the year before.

    `last` is last year's value as it was written then, `last_unit` its unit where that was another; `difference` is in
    this year's unit, None where the two cannot be compared; `percent` has one decimal, None from zero and for shares,
    which differ in percentage points.
    """

    last: Amount = None
    difference: Decimal | None = None
    percent: Decimal | None = None
    is_share: bool = False
    last_unit: str = ""
    from_zero: bool = False
    to_zero: bool = False

    @property
    def is_unusual(self) -> bool:
        """Whether the change is one to look at twice: beyond ±50 %, to or from zero."""
        return self.from_zero or self.to_zero or (self.percent is not None and abs(self.percent) > UNUSUAL)

    @property
    def last_words(self) -> str:
        """Last year's value in its column; a share with its sign, another unit than this year's with the value."""
        words = amount_words(self.last)
        return words + ("%" if self.is_share else self.last_unit) if isinstance(self.last, Decimal) else words

    @property
    def difference_words(self) -> str:
        """The difference in its column, with its sign; for shares it stands in the next one."""
        if self.difference is None or self.is_share:
            return NONE if self.last is not None else ""
        return signed(self.difference)

    @property
    def percent_words(self) -> str:
        """The change in percent, for shares in percentage points; "" where there was nothing last year."""
        if self.last is None:
            return ""
        if self.difference == 0:
            return SAME
        if self.is_share and self.difference is not None:
            return f"{signed(self.difference)}个百分点"
        return NONE if self.percent is None else f"{signed(self.percent)}%"


NOTHING_TO_COMPARE: Final = Comparison()


def compare(values: Values, indicator: str, last: Values | None) -> Comparison:
    """How an indicator differs from the year before."""
    there = counterpart(values, indicator, last) if last is not None else None
    before = last.amount(there) if last is not None and there is not None else None
    if last is None or there is None or before is None:
        return NOTHING_TO_COMPARE
    unit = last.unit(there)
    plain = Comparison(
        before,
        is_share=unit == PERCENT,
        last_unit="" if unit in (values.unit(indicator), PERCENT) else unit,
    )
    now, factor = values.amount(indicator), factor_between(values, indicator, last)
    if factor is None or not isinstance(now, Decimal) or not isinstance(before, Decimal):
        return plain
    old = before if factor == 1 else (before * factor).normalize()
    difference = now - old
    if plain.is_share:
        return replace(plain, difference=difference)
    if not old:
        return replace(plain, difference=difference, from_zero=bool(now))
    percent = (difference * _HUNDRED / old).quantize(_TENTH, ROUND_HALF_UP)
    return replace(plain, difference=difference, percent=percent, to_zero=not now)


def counterpart(values: Values, indicator: str, last: Values) -> str | None:
    """The id under which another year's report has the indicator: its own ones are known by their names."""
    if not indicator.startswith(f"{OWN}-"):
        return indicator if last.indicator(indicator) is not None else None
    name = values.name(indicator)
    return next((one.id for one in last.figures.own if one.name == name), None)


def factor_between(values: Values, indicator: str, last: Values) -> Decimal | None:
    """What last year's value is to be multiplied by to be in this year's unit; None where the units differ in kind."""
    there = counterpart(values, indicator, last)
    if there is None:
        return None
    new, new_scale = _scaled(values.unit(indicator))
    old, old_scale = _scaled(last.unit(there))
    if new == old or _of_one_choice(values, indicator, new, old):
        return old_scale / new_scale
    return None


def amount_words(amount: Amount) -> str:
    """A value in a column: digits as written, 不适用, — for none."""
    if amount is None:
        return NONE
    return NOT_APPLICABLE.value if amount is NOT_APPLICABLE else as_written(amount)


def signed(number: Decimal) -> str:
    """A difference with its sign."""
    return ("+" if number > 0 else "-") + as_written(abs(number)) if number else "0"


def _scaled(unit: str) -> tuple[str, Decimal]:
    """The unit without 万 or 亿 before it, and how many of it that is."""
    for word, scale in _SCALES:
        if unit.startswith(word):
            return unit.removeprefix(word), scale
    return unit, Decimal(1)


def _of_one_choice(values: Values, indicator: str, new: str, old: str) -> bool:
    """Whether both are words for the same, such as 件 and 宗 of cases."""
    known = values.indicator(indicator)
    if known is None or not known.unit.startswith("@"):
        return False
    choice = next((one for one in values.catalogue.choices if one.id == known.unit[1:]), None)
    return choice is not None and {new, old} <= set(choice.units)
