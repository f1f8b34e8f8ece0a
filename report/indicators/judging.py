"""Whether a relation holds for what is known, and where the value of a formula may lie.

A value that is not given may be any number from 0 on; a relation that depends on it is UNKNOWN, unless no such number
could make it hold (or break). 不适用 adds nothing to a sum, and by itself compares with nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Context, Decimal
from enum import Enum
from typing import Final, Protocol

from report.indicators.expressions import (
    Arithmetic,
    Comparison,
    Condition,
    Given,
    Joined,
    Name,
    Not,
    Number,
    Said,
    Term,
)
from report.indicators.figures import NOT_APPLICABLE, Amount

EXACT: Final = Context(prec=60)
"""Digits enough that sums and products of what anyone can type are not rounded."""
_UP, _DOWN = frozenset({"<", "<=", "="}), frozenset({">", ">=", "="})


class Truth(Enum):
    """Whether a relation holds."""

    HOLDS = "holds"
    BROKEN = "broken"
    UNKNOWN = "unknown"


class Known(Protocol):
    """What an expression is judged by."""

    def amount(self, indicator: str, /) -> Amount:
        """The value of an indicator."""
        ...

    def said(self, words: str, /) -> bool:
        """Whether the text says so."""
        ...


@dataclass(frozen=True, slots=True)
class Range:
    """Where a value may lie; None is without end."""

    low: Decimal | None
    high: Decimal | None

    @property
    def value(self) -> Decimal | None:
        """The one value that it may be, None for more."""
        return self.low if self.low == self.high else None


_ZERO = Decimal(0)
_NOTHING, _FROM_ZERO, _ANYTHING = Range(_ZERO, _ZERO), Range(_ZERO, None), Range(None, None)


def judge(condition: Condition, known: Known) -> Truth:
    """Whether a relation holds."""
    match condition:
        case Comparison():
            return _compare(condition, known)
        case Given(indicator):
            return _truth(isinstance(known.amount(indicator), Decimal))
        case Said(words):
            return _truth(known.said(words))
        case Not(inner):
            return _NEGATED[judge(inner, known)]
        case Joined(word, left, right):
            first, second = judge(left, known), judge(right, known)
            if word == "=>":
                return _either(_NEGATED[first], second)
            return _either(first, second) if word == "or" else _NEGATED[_either(_NEGATED[first], _NEGATED[second])]


def evaluate(term: Term, known: Known) -> Range | None:
    """Where the value of a term may lie; None where there is nothing of the kind. A division by nothing may be all."""
    match term:
        case Number(value):
            return Range(value, value)
        case Name(indicator):
            amount = known.amount(indicator)
            if amount is NOT_APPLICABLE:
                return None
            return Range(amount, amount) if isinstance(amount, Decimal) else _FROM_ZERO
        case Arithmetic(sign, left, right):
            return _reckoned(sign, evaluate(left, known), evaluate(right, known))


def _compare(comparison: Comparison, known: Known) -> Truth:
    """What stands in a chain is compared over what is between, too: a gap in the middle hides no break at its ends."""
    ranges = [evaluate(one, known) for one in comparison.terms]
    found = [_pair(*each) for each in zip(ranges, comparison.signs, ranges[1:], strict=False)]
    if Truth.BROKEN in found or any(_pair(*each) is Truth.BROKEN for each in _over_gaps(ranges, comparison.signs)):
        return Truth.BROKEN
    return Truth.UNKNOWN if Truth.UNKNOWN in found else Truth.HOLDS


def _over_gaps(ranges: list[Range | None], signs: tuple[str, ...]) -> Iterator[tuple[Range | None, str, Range | None]]:
    """Pairs that do not stand side by side, as far as all signs between point the same way."""
    for start in range(len(signs)):
        for end in range(start + 2, len(signs) + 1):
            between = frozenset(signs[start:end])
            if not (between <= _UP or between <= _DOWN):
                break
            yield ranges[start], _strictest(between), ranges[end]


def _strictest(signs: frozenset[str]) -> str:
    return next(sign for sign in ("<", ">", "<=", ">=", "=") if sign in signs)


def _pair(left: Range | None, sign: str, right: Range | None) -> Truth:
    if left is None or right is None:
        return Truth.UNKNOWN
    match sign:
        case ">=" | ">":
            return _pair(right, {">=": "<=", ">": "<"}[sign], left)
        case "!=":
            return _NEGATED[_pair(left, "=", right)]
        case "=":
            return _equal(left, right)
        case "<=":
            return _NEGATED[_pair(right, "<", left)]
        case _:
            if left.high is not None and right.low is not None and left.high < right.low:
                return Truth.HOLDS
            broken = left.low is not None and right.high is not None and left.low >= right.high
            return Truth.BROKEN if broken else Truth.UNKNOWN


def _equal(left: Range, right: Range) -> Truth:
    if left.value is not None and left.value == right.value:
        return Truth.HOLDS
    apart = Truth.HOLDS in (_pair(left, "<", right), _pair(right, "<", left))
    return Truth.BROKEN if apart else Truth.UNKNOWN


def _reckoned(sign: str, left: Range | None, right: Range | None) -> Range | None:
    if left is None or right is None:
        if sign not in "+-" or left is right:
            return None
        left, right = left or _NOTHING, right or _NOTHING
    match sign:
        case "+":
            return Range(_both(left.low, right.low, EXACT.add), _both(left.high, right.high, EXACT.add))
        case "-":
            return Range(_both(left.low, right.high, EXACT.subtract), _both(left.high, right.low, EXACT.subtract))
        case "*":
            return _spread(left, right, EXACT.multiply)
        case _:
            return _ANYTHING if right.value == 0 else _spread(left, right, EXACT.divide)


def _spread(left: Range, right: Range, reckon: Callable[[Decimal, Decimal], Decimal]) -> Range:
    """A product or quotient; of more than two numbers only told whether it can be below 0."""
    if left.value is not None and right.value is not None:
        value = reckon(left.value, right.value)
        return Range(value, value)
    negative = any(one.low is None or one.low < 0 for one in (left, right))
    return _ANYTHING if negative else _FROM_ZERO


def _both(one: Decimal | None, other: Decimal | None, reckon: Callable[[Decimal, Decimal], Decimal]) -> Decimal | None:
    return None if one is None or other is None else reckon(one, other)


def _truth(value: bool) -> Truth:
    return Truth.HOLDS if value else Truth.BROKEN


def _either(first: Truth, second: Truth) -> Truth:
    if Truth.HOLDS in (first, second):
        return Truth.HOLDS
    return Truth.BROKEN if first is second is Truth.BROKEN else Truth.UNKNOWN


_NEGATED = {Truth.HOLDS: Truth.BROKEN, Truth.BROKEN: Truth.HOLDS, Truth.UNKNOWN: Truth.UNKNOWN}
