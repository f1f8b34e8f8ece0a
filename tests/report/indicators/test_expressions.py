"""The language of relations: read or refused, judged with what is known and no more."""

import itertools
import operator
from collections.abc import Mapping
from decimal import Decimal
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.indicators.expressions import (
    MOST_CHARACTERS,
    BadExpression,
    Range,
    Truth,
    evaluate,
    judge,
    names_in,
    parse_condition,
    parse_term,
)
from report.indicators.figures import NOT_APPLICABLE, Amount

NAMES = {"a": "a", "b": "b", "c": "c", "d": "d", "胜诉": "a"}
HOLDS, BROKEN, UNKNOWN = Truth.HOLDS, Truth.BROKEN, Truth.UNKNOWN


class Known:
    """Values by name; what the text says."""

    def __init__(self, values: dict[str, Amount], said: str = "") -> None:
        self._values, self._said = values, said

    def amount(self, indicator: str, /) -> Amount:
        return self._values.get(indicator)

    def said(self, words: str, /) -> bool:
        return words in self._said


def known(values: Mapping[str, object], said: str = "") -> Known:
    amounts: dict[str, Amount] = {
        name: NOT_APPLICABLE if one is NOT_APPLICABLE else Decimal(str(one)) for name, one in values.items()
    }
    return Known(amounts, said)


@pytest.mark.parametrize(
    ("expression", "values", "truth"),
    [
        ("a <= b", {"a": 3, "b": 5}, HOLDS),
        ("a <= b", {"a": 5, "b": 5}, HOLDS),
        ("a < b", {"a": 5, "b": 5}, BROKEN),
        ("a >= b", {"a": 3, "b": 5}, BROKEN),
        ("a > b", {"a": 6, "b": 5}, HOLDS),
        ("a != b", {"a": 6, "b": 5}, HOLDS),
        ("a = b", {"a": "5.0", "b": 5}, HOLDS),
        ("a <= b", {"a": 3}, UNKNOWN),
        ("a <= b", {"b": 3}, UNKNOWN),
        ("0 <= b", {}, HOLDS),
        ("a <= b <= c", {"a": 9, "c": 5}, BROKEN),
        ("a <= b <= c", {"a": 4, "c": 5}, UNKNOWN),
        ("c >= b >= a", {"a": 9, "c": 5}, BROKEN),
        ("a = b + c", {"a": 27, "b": 10, "c": 17}, HOLDS),
        ("a = b + c", {"a": 27, "b": 10, "c": 16}, BROKEN),
        ("a = b + c", {"a": 27, "b": 10}, UNKNOWN),
        ("a = b + c", {"a": 27, "b": 28}, BROKEN),
        ("a = b + c", {"a": 10, "b": 10, "c": NOT_APPLICABLE}, HOLDS),
        ("a <= b", {"a": 10, "b": NOT_APPLICABLE}, UNKNOWN),
        ("a - b = c", {"a": 9, "b": 4, "c": 5}, HOLDS),
        ("a * 2 = b", {"a": 4, "b": 8}, HOLDS),
        ("a / b = 0.5", {"a": 4, "b": 8}, HOLDS),
        ("a / b = 0.5", {"a": 4, "b": 0}, UNKNOWN),
        ("a > 0 => b > 0", {"a": 5, "b": 0}, BROKEN),
        ("a > 0 => b > 0", {"a": 0, "b": 0}, HOLDS),
        ("a > 0 => b > 0", {"a": 5}, UNKNOWN),
        ("a = 0 => not given(b)", {"a": 0, "b": 1}, BROKEN),
        ("a = 0 => not given(b)", {"a": 0}, HOLDS),
        ("a = 1 or b = 1", {"a": 0, "b": 1}, HOLDS),
        ("a = 1 or b = 1", {"a": 0}, UNKNOWN),
        ("a = 1 and b = 1", {"a": 0}, BROKEN),
        ("a = 1 and b = 1", {"a": 1, "b": 1}, HOLDS),
        ("(a = 1 or b = 1) and c = 1", {"a": 1, "c": 0}, BROKEN),
        ("(a + b) * 2 = c", {"a": 1, "b": 2, "c": 6}, HOLDS),
        ("胜诉 <= b", {"a": 1, "b": 2}, HOLDS),
    ],
)
def test_a_relation_holds_is_broken_or_cannot_be_told(expression: str, values: dict[str, object], truth: Truth) -> None:
    assert judge(parse_condition(expression, NAMES.get), known(values)) is truth


@pytest.mark.parametrize("quotes", ["“未被撤销”", '"未被撤销"'])
def test_what_the_text_says_counts(quotes: str) -> None:
    condition = parse_condition(f"said({quotes}) => a = 0", NAMES.get)
    assert judge(condition, known({"a": 1}, "行政行为未被撤销")) is BROKEN
    assert judge(condition, known({"a": 1})) is HOLDS
    assert list(names_in(condition)) == ["a"]


@pytest.mark.parametrize(
    ("expression", "column", "words"),
    [
        ("a <", 4, "指标或数"),
        ("a", 2, "<="),
        ("a <= x", 6, "没有叫“x”的指标"),
        ("a <= b c", 8, "多出来"),
        ("given a", 7, "应有 ("),
        ("said(a) => a = 0", 6, "引号"),
        ("(a <= b", 8, "应有 )"),
        ("a <= not", 6, "指标或数"),
        ("", 1, "指标或数"),
        ("a <= b; import os", 7, "多出来"),
    ],
)
def test_what_is_no_relation_says_where_and_why(expression: str, column: int, words: str) -> None:
    with pytest.raises(BadExpression) as bad:
        parse_condition(expression, NAMES.get)
    assert (bad.value.column, words in bad.value.problem) == (column, True), str(bad.value)


def test_nothing_is_read_too_deeply_or_at_too_great_a_length() -> None:
    with pytest.raises(BadExpression, match="太深"):
        parse_term("(" * 40 + "a" + ")" * 40, NAMES.get)
    with pytest.raises(BadExpression, match="太深"):
        parse_condition("not " * 40 + "a = 1", NAMES.get)
    with pytest.raises(BadExpression, match="超过"):
        parse_condition("a" * (MOST_CHARACTERS + 1), NAMES.get)


@given(st.text('ab<=>!+-*/() 0123.，given said not and or“”"', max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        condition = parse_condition(text, NAMES.get)
    except BadExpression:
        return
    assert judge(condition, known({"a": 1})) in Truth


@given(st.lists(st.integers(0, 9), min_size=2, max_size=4), st.sampled_from(["<=", ">=", "=", "<", ">"]))
def test_given_chains_are_judged_as_arithmetic_does(values: list[int], sign: str) -> None:
    compare = {"<=": operator.le, ">=": operator.ge, "=": operator.eq, "<": operator.lt, ">": operator.gt}[sign]
    names = "abcd"[: len(values)]
    condition = parse_condition(f" {sign} ".join(names), NAMES.get)
    expected = all(compare(one, other) for one, other in itertools.pairwise(values))
    assert judge(condition, known(dict(zip(names, values, strict=True)))) is (HOLDS if expected else BROKEN)


@given(st.lists(st.none() | st.integers(0, 20), min_size=4, max_size=4), st.integers(0, 60))
def test_what_is_missing_may_be_anything_from_nothing_on(parts: list[int | None], total: int) -> None:
    """Whatever the missing values turn out to be, a relation that was told to hold or to be broken is."""
    condition = parse_condition(f"a + b + c + d <= {total}", NAMES.get)
    given_now = {name: one for name, one in zip("abcd", parts, strict=True) if one is not None}
    told = judge(condition, known(given_now))
    for filling in (0, 1, 100):
        filled = reduce(operator.add, (filling if one is None else one for one in parts))
        if told is not UNKNOWN:
            assert (filled <= total) is (told is HOLDS)


def test_a_term_of_nothing_of_the_kind_is_none() -> None:
    term = parse_term("a + b", NAMES.get)
    assert evaluate(term, known({"a": NOT_APPLICABLE, "b": NOT_APPLICABLE})) is None
    assert evaluate(parse_term("a * b", NAMES.get), known({"a": NOT_APPLICABLE, "b": 2})) is None
    assert evaluate(parse_term("a - b", NAMES.get), known({"a": 5})) == Range(Decimal(0), Decimal(5))
