"""What an expression means, and whether it holds: for values that are given, missing, or of what there is none."""

import operator
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from report.indicators.expressions import (
    MOST_CHARACTERS,
    MOST_DEPTH,
    MOST_PARTS,
    BadExpression,
    Term,
    names_in,
    parse_condition,
    parse_term,
)
from report.indicators.figures import NOT_APPLICABLE, Amount
from report.indicators.judging import Range, Truth, evaluate, judge

NAMES = {"a": "a", "b": "b", "c": "c", "d": "d", "own-1": "own-1", "甲": "a", "乙数": "b"}
HOLDS, BROKEN, UNKNOWN = Truth.HOLDS, Truth.BROKEN, Truth.UNKNOWN


@dataclass(frozen=True)
class Said:
    """Values by name: "a=1 b=/" gives one, and says 不适用 of the other. And what the text says."""

    amounts: Mapping[str, Amount] = field(default_factory=dict[str, Amount])
    text: str = ""

    def amount(self, indicator: str) -> Amount:
        return self.amounts.get(indicator)

    def said(self, words: str) -> bool:
        return words in self.text


def known(values: str, text: str = "") -> Said:
    pairs = (one.split("=") for one in values.split())
    return Said({name: NOT_APPLICABLE if value == "/" else Decimal(value) for name, value in pairs}, text)


def truth(expression: str, values: str = "", text: str = "") -> Truth:
    return judge(parse_condition(expression, NAMES.get), known(values, text))


@pytest.mark.parametrize(
    ("expression", "values", "wanted"),
    [
        ("a <= b", "a=1 b=1", HOLDS),
        ("a <= b", "a=2 b=1", BROKEN),
        ("a < b", "a=1 b=1", BROKEN),
        ("a = b", "a=1.0 b=1", HOLDS),
        ("a != b", "a=1.0 b=1", BROKEN),
        ("a >= b > c", "a=3 b=3 c=2", HOLDS),
        ("a >= b > c", "a=3 b=3 c=3", BROKEN),
        ("a = b + c", "a=5 b=2 c=3", HOLDS),
        ("a = b - c", "a=5 b=2 c=3", BROKEN),
        ("a - b - c = 1", "a=6 b=2 c=3", HOLDS),
        ("a - (b - c) = 7", "a=6 b=2 c=3", HOLDS),
        ("a + b * c = 12", "a=6 b=2 c=3", HOLDS),
        ("(a + b) * c = 24", "a=6 b=2 c=3", HOLDS),
        ("a / b / c = 1", "a=6 b=2 c=3", HOLDS),
        ("0.1 + 0.2 = 0.3", "", HOLDS),
        ("甲 <= 乙数", "a=2 b=1", BROKEN),
        ("own-1 > 0", "own-1=1", HOLDS),
        ("a-b > 0", "", None),
        ("a=1and b=2", "a=1 b=2", HOLDS),
    ],
)
def test_values_that_are_given(expression: str, values: str, wanted: Truth | None) -> None:
    if wanted is None:
        with pytest.raises(BadExpression, match="a-b"):
            truth(expression, values)
    else:
        assert truth(expression, values) is wanted


@pytest.mark.parametrize(
    ("expression", "values", "wanted"),
    [
        ("a <= b", "a=1", UNKNOWN),
        ("a <= b", "a=0", HOLDS),
        ("a <= b", "b=0", UNKNOWN),
        ("a >= 0", "", HOLDS),
        ("a < 0", "", BROKEN),
        ("a > 0", "", UNKNOWN),
        ("a = b", "a=1", UNKNOWN),
        ("a = b + c", "a=5 b=7", BROKEN),
        ("a = b + c", "a=7 b=5", UNKNOWN),
        ("a = b + c", "a=5 b=5", UNKNOWN),
        ("a = b + c", "b=5", UNKNOWN),
        ("a + b > c", "a=5 c=4", HOLDS),
        ("a != b + c", "a=5 b=7", HOLDS),
        # Less what is missing, a value may be below 0, but is never above itself.
        ("a - b < 0", "a=5", UNKNOWN),
        ("a - b <= 5", "a=5", HOLDS),
        ("a - b > 5", "a=5", BROKEN),
        ("a - b >= 0", "b=5", UNKNOWN),
        ("a - b < 0", "", UNKNOWN),
        ("a * b >= 0", "a=5", HOLDS),
        ("a * b < 0", "a=5", BROKEN),
        ("a * (b - c) < 0", "a=5", UNKNOWN),
        ("a / b >= 0", "a=5", HOLDS),
        ("a / b = 1", "a=5", UNKNOWN),
        ("a = a", "", UNKNOWN),
    ],
)
def test_a_missing_value_may_be_any_number_from_0_on(expression: str, values: str, wanted: Truth) -> None:
    assert truth(expression, values) is wanted


@pytest.mark.parametrize(
    ("expression", "values", "wanted"),
    [
        ("a <= b <= c", "a=5 c=3", BROKEN),
        ("a <= b <= c", "a=3 c=5", UNKNOWN),
        ("a <= b <= c <= d", "a=5 d=3", BROKEN),
        ("a < b < c", "a=3 c=3", BROKEN),
        ("a <= b < c", "a=3 c=3", BROKEN),
        ("a <= b <= c", "a=3 c=3", UNKNOWN),
        ("a = b = c", "a=3 c=4", BROKEN),
        ("a = b <= c", "a=5 c=4", BROKEN),
        ("a >= b = c", "a=3 c=4", BROKEN),
        # Signs that point both ways say nothing of the ends.
        ("a <= b >= c", "a=5 c=3", UNKNOWN),
        ("a != b = c", "a=3 c=3", UNKNOWN),
        ("a <= b <= c", "a=5 b=/ c=3", BROKEN),
        ("a <= b <= c", "a=3 b=/ c=5", UNKNOWN),
        ("a <= b <= c", "a=/ b=5 c=3", BROKEN),
    ],
)
def test_a_chain_is_compared_over_its_gaps(expression: str, values: str, wanted: Truth) -> None:
    assert truth(expression, values) is wanted


@pytest.mark.parametrize(
    ("expression", "values", "wanted"),
    [
        ("a = b + c", "a=5 b=5 c=/", HOLDS),
        ("a = b + c", "a=5 b=/ c=4", BROKEN),
        ("a = b + c", "a=5 b=/", UNKNOWN),
        ("a = b + c", "a=5 b=/ c=/", UNKNOWN),
        ("a - b = 5", "a=5 b=/", HOLDS),
        ("a - b + c = 0", "a=/ b=5 c=5", HOLDS),
        ("a - b < 0", "a=/ b=5", HOLDS),
        ("a <= b", "a=/ b=5", UNKNOWN),
        ("a != b", "a=/ b=/", UNKNOWN),
        ("a * b = 0", "a=/ b=5", UNKNOWN),
        ("a / b = 0", "a=5 b=/", UNKNOWN),
        ("a / b + c = 5", "a=5 b=/ c=5", HOLDS),
        ("given(a)", "a=/", BROKEN),
    ],
)
def test_what_there_is_nothing_of_adds_nothing_and_compares_with_nothing(
    expression: str, values: str, wanted: Truth
) -> None:
    assert truth(expression, values) is wanted


@pytest.mark.parametrize("expression", ["a / b = 0", "a / b != 0", "a / b < 0", "a / b >= 0", "1 / (b - b) <= 1"])
@pytest.mark.parametrize("values", ["a=5 b=0", "a=0 b=0", "b=0.00"])
def test_a_division_by_nothing_may_be_all(expression: str, values: str) -> None:
    assert truth(expression, values) is UNKNOWN
    assert evaluate(term("a / b"), known(values)) == Range(None, None)


VALUES = {"1 = 1": HOLDS, "1 = 2": BROKEN, "d > 0": UNKNOWN}


@pytest.mark.parametrize(("first", "one"), VALUES.items())
@pytest.mark.parametrize(("second", "other"), VALUES.items())
def test_joined_conditions(first: str, one: Truth, second: str, other: Truth) -> None:
    both = {one, other}
    assert truth(f"{first} and {second}") is (BROKEN if BROKEN in both else UNKNOWN if UNKNOWN in both else HOLDS)
    assert truth(f"{first} or {second}") is (HOLDS if HOLDS in both else UNKNOWN if UNKNOWN in both else BROKEN)
    assert truth(f"{first} => {second}") is truth(f"not {first} or {second}")
    assert truth(f"not ({first})") is {HOLDS: BROKEN, BROKEN: HOLDS, UNKNOWN: UNKNOWN}[one]


@pytest.mark.parametrize(
    ("expression", "wanted"),
    [
        ("1 = 1 or 1 = 2 and 1 = 2", HOLDS),
        ("(1 = 1 or 1 = 2) and 1 = 2", BROKEN),
        ("1 = 2 and 1 = 2 or 1 = 1", HOLDS),
        ("not 1 = 1 or 1 = 1", HOLDS),
        ("not (1 = 1 or 1 = 1)", BROKEN),
        ("not not 1 = 1", HOLDS),
        ("1 = 2 => 1 = 2 and 1 = 1", HOLDS),
        ("(1 = 2 => 1 = 2) => 1 = 2", BROKEN),
        ("((1) = (1)) and ((1 + 1) * 2 = 4)", HOLDS),
    ],
)
def test_not_binds_closest_then_and_then_or_then_if(expression: str, wanted: Truth) -> None:
    assert truth(expression) is wanted


@pytest.mark.parametrize(
    ("expression", "values", "text", "wanted"),
    [
        ("given(a)", "a=0", "", HOLDS),
        ("given(a)", "", "", BROKEN),
        ("not given(a)", "", "", HOLDS),
        ("said(“没有败诉”)", "", "全年没有败诉。", HOLDS),
        ("said(“没有败诉”)", "", "败诉2件。", BROKEN),
        ('said("没有败诉") => a = 0', "a=2", "全年没有败诉。", BROKEN),
        ("said( “a = 1) or (” )", "", "a = 1) or (", HOLDS),
        ("said(“没有败诉”) => a = 0", "", "全年没有败诉。", UNKNOWN),
    ],
)
def test_what_is_given_and_what_the_text_says(expression: str, values: str, text: str, wanted: Truth) -> None:
    assert truth(expression, values, text) is wanted


def term(text: str) -> Term:
    return parse_term(text, NAMES.get)


def test_the_names_are_told_in_their_order() -> None:
    condition = parse_condition("not given(c) and 乙数 + a <= 2 => said(“b”) or b = 1", NAMES.get)
    assert list(names_in(condition)) == ["c", "b", "a", "b"]
    assert list(names_in(term("a / (甲 + 1)"))) == ["a", "a"]


@pytest.mark.parametrize(
    ("expression", "column", "problem"),
    [
        ("", 1, "这里应是一个指标或数"),
        ("   ", 4, "这里应是一个指标或数"),
        ("a", 2, "这里应有 <=、>=、=、!=、< 或 >"),
        ("a <=", 5, "这里应是一个指标或数"),
        ("a <= 丁", 6, "没有叫“丁”的指标，或不止一个"),
        ("a <= and", 6, "这里应是一个指标或数"),
        ("a <= b c", 8, "多出来的内容"),
        ("a <= b！", 7, "多出来的内容"),
        ("a == b", 4, "这里应是一个指标或数"),
        ("a => b = 1", 3, "这里应有 <="),
        ("a = １", 5, "这里应是一个指标或数"),
        ("a = -1", 5, "这里应是一个指标或数"),
        ("a = 1.", 6, "多出来的内容"),
        ("a = 1234567890123456", 5, "数太长"),
        ("a = 1 => b = 1 => c = 1", 16, "多出来的内容"),
        ("(a = 1", 7, "这里应有 )"),
        ("(a = 1 and b = )", 16, "这里应是一个指标或数"),
        ("(a + b = 1", 11, "这里应有 )"),
        ("a = 1)", 6, "多出来的内容"),
        ("()", 2, "这里应是一个指标或数"),
        ("given a", 7, "这里应有 ("),
        ("given(丁)", 7, "没有叫“丁”的指标"),
        ("given(a", 8, "这里应有 )"),
        ("given(1)", 7, "这里应是一个指标"),
        ("said(a)", 6, "这里应是引号里的文字"),
        ("said(“”)", 6, "这里应是引号里的文字"),
        ("said(“甲", 6, "这里应是引号里的文字"),
        ('said("甲”)', 6, "这里应是引号里的文字"),
        ("not", 4, "这里应是一个指标或数"),
    ],
)
def test_an_error_names_its_column(expression: str, column: int, problem: str) -> None:
    with pytest.raises(BadExpression) as refused:
        parse_condition(expression, NAMES.get)
    assert (refused.value.column, refused.value.problem[: len(problem)]) == (column, problem)
    assert str(refused.value).startswith(f"第{column}个字符：")


@pytest.mark.parametrize("formula", ["a = b", "", "a +", "(a", "a b", "given(a)"])
def test_a_formula_is_no_condition(formula: str) -> None:
    with pytest.raises(BadExpression):
        parse_term(formula, NAMES.get)


def test_brackets_end_somewhere() -> None:
    deepest = MOST_DEPTH - 1
    assert truth("(" * deepest + "1" + ")" * deepest + " = 1") is HOLDS
    assert truth("(" * deepest + "1 = 1" + ")" * deepest) is HOLDS
    assert truth("not " * (deepest - deepest % 2) + "1 = 1") is HOLDS
    for text in ("(" * 31 + "1 = 1", "not " * 31 + "1 = 1", "(" * MOST_CHARACTERS, "1 = " + "(" * 900):
        with pytest.raises(BadExpression, match="套得太深"):
            parse_condition(text, NAMES.get)


def test_brackets_side_by_side_are_not_deep() -> None:
    assert truth(" and ".join(["(1 = 1 or a = 1)"] * 50)) is HOLDS
    assert truth(" and ".join(["((1) + 1 = 2)"] * 50)) is HOLDS


def test_an_expression_has_its_most_characters_and_parts() -> None:
    assert truth("1 = 1".ljust(MOST_CHARACTERS)) is HOLDS
    with pytest.raises(BadExpression, match=f"第{MOST_CHARACTERS + 1}个字符：超过"):
        parse_condition("1 = 1".ljust(MOST_CHARACTERS + 1), NAMES.get)
    longest = "+".join("1" * MOST_PARTS)
    assert evaluate(term(longest), known("")) == Range(Decimal(MOST_PARTS), Decimal(MOST_PARTS))
    assert list(names_in(term("+".join("a" * MOST_PARTS)))) == ["a"] * MOST_PARTS
    with pytest.raises(BadExpression, match="超过"):
        term(longest + "+1")


PIECES = [
    "a",
    "甲",
    "b",
    "丁",
    "1",
    "2.5",
    "(",
    ")",
    "given(",
    "said(",
    "“不”",
    '"',
    "not ",
    " and ",
    " or ",
    " => ",
    " ",
]
PIECES += ["<=", "<", "=", "!=", ">=", "+", "-", "*", "/", "!", "０", "\n"]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
@example("\ud800")
@example("+".join(["a"] * 1000))
@example("a=1 or " * 280 + "a=1")
@example("(a=1)and" * 240 + "a=1")
@example("1/0=1")
def test_any_text_is_read_or_refused(text: str) -> None:
    for read, tell in ((parse_condition, judge), (parse_term, evaluate)):
        try:
            found = read(text, NAMES.get)
        except BadExpression as error:
            refused = error
        else:
            assert set(names_in(found)) <= set(NAMES.values())
            for values in ("", "a=0 b=0", "a=1 b=/"):
                assert isinstance(tell(found, known(values)), Truth | Range | None)  # type: ignore[arg-type]
            continue
        assert 1 <= refused.column <= len(text) + 1
        assert refused.problem


SIGNS = {"<=": operator.le, "<": operator.lt, "=": operator.eq, ">=": operator.ge, ">": operator.gt, "!=": operator.ne}
numbers = st.decimals(0, 20, places=1)


@given(st.lists(numbers, min_size=2, max_size=5), st.data())
def test_a_chain_of_given_numbers_is_compared_as_python_does(values: list[Decimal], data: st.DataObject) -> None:
    signs = [data.draw(st.sampled_from(sorted(SIGNS))) for _pair in values[1:]]
    text = "".join(f"{value:f} {sign} " for value, sign in zip(values, signs, strict=False)) + f"{values[-1]:f}"
    wanted = all(SIGNS[sign](one, other) for sign, (one, other) in zip(signs, pairwise(values), strict=True))
    assert truth(text) is (HOLDS if wanted else BROKEN)


@given(st.lists(st.none() | numbers, min_size=2, max_size=5), st.lists(numbers, min_size=5, max_size=5), st.data())
def test_what_is_judged_over_gaps_is_so_whatever_fills_them(
    values: list[Decimal | None], fillings: list[Decimal], data: st.DataObject
) -> None:
    names = ["a", "b", "c", "d", "own-1"][: len(values)]
    signs = [data.draw(st.sampled_from(["<=", "<", "=", ">=", ">", "!=", "+", "-", "*", "/"])) for _one in names[1:]]
    text = "".join(f"{name} {sign} " for name, sign in zip(names, signs, strict=False)) + f"{names[-1]} >= 3"
    condition = parse_condition(text, NAMES.get)
    amounts = dict(zip(names, values, strict=True))
    filled = dict(zip(names, (fillings[at] if one is None else one for at, one in enumerate(values)), strict=True))
    before, after = judge(condition, Said(amounts)), judge(condition, Said(filled))
    assert before in (UNKNOWN, after) or after is UNKNOWN
