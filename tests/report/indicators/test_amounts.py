"""What a clerk types becomes a value with a note, or a reason why not; never a silent zero, never a lost digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.indicators.amounts import TypedAmount, UnreadableAmount, read_amount, reads_as
from report.indicators.figures import NOT_APPLICABLE


@pytest.mark.parametrize(
    ("typed", "unit", "value", "typed_unit", "note"),
    [
        ("31", "件", "31", "", ""),
        ("0", "件", "0", "", ""),
        ("零", "件", "0", "", ""),
        (" ３１ ", "件", "31", "", ""),
        ("31件", "件", "31", "", ""),
        ("31 起（含1起未结）", "起", "31", "", "（含1起未结）"),
        ("31起（含1起未结）", "件", "31", "起", "（含1起未结）"),
        ("三十一起", "起", "31", "", ""),
        ("六位", "人", "6", "位", ""),
        ("1,126件", "件", "1126", "", ""),
        ("1，126", "件", "1126", "", ""),
        ("260.5529", "万元", "260.5529", "", ""),
        ("90.0%", "%", "90.0", "", ""),
        ("９９％", "%", "99", "", ""),
        ("百分之九十五", "%", "95", "", ""),
        ("100%", "%", "100", "", ""),
        ("约30", "件", "30", "", "约"),
        ("超过174人次", "人次", "174", "", "超过"),
        ("1.86万", "人次", "1.86", "万人次", ""),
        ("1.86万人次", "人次", "1.86", "万人次", ""),
        ("5余万元", "万元", "5", "", "余"),
        ("16辆(个)", "辆", "16", "", "辆(个)"),
        ("16 辆（个）", "件", "16", "", "辆（个）"),
        ("007", "件", "7", "", ""),
    ],
)
def test_a_value_and_what_is_left(typed: str, unit: str, value: str, typed_unit: str, note: str) -> None:
    found = read_amount(typed, unit)
    assert str(found.amount) == value
    assert (found.unit, found.note) == (typed_unit, note)


@pytest.mark.parametrize("typed", ["", "  ", "　"])
def test_nothing_typed_is_not_given(typed: str) -> None:
    assert read_amount(typed, "件") == TypedAmount(None)


@pytest.mark.parametrize("typed", ["/", "／", "不适用"])
def test_a_stroke_says_that_there_is_nothing_of_the_kind(typed: str) -> None:
    assert read_amount(typed, "件").amount is NOT_APPLICABLE


@pytest.mark.parametrize(
    ("typed", "unit", "reason"),
    [
        ("1e400", "件", "exponent"),
        ("1 E+3", "件", "exponent"),
        ("-3", "件", "negative"),
        ("−3", "件", "negative"),
        ("－３", "件", "negative"),
        ("100.5%", "%", "over-hundred"),
        ("100.5", "%", "over-hundred"),
        ("12、13", "件", "two-numbers"),
        ("3-5", "件", "range"),
        ("3至5件", "件", "range"),
        ("若干", "件", "nothing"),
        ("—", "件", "nothing"),
        ("nan", "件", "nothing"),
        ("inf", "件", "nothing"),
        ("二二", "件", "nothing"),
        ("1" * 16, "件", "too-long"),
        ("1" * 5000, "件", "too-long"),
        ("31..5", "件", "two-numbers"),
        ("1.2.3", "件", "two-numbers"),
    ],
)
def test_what_cannot_be_read_says_why(typed: str, unit: str, reason: str) -> None:
    with pytest.raises(UnreadableAmount) as refused:
        read_amount(typed, unit)
    assert (refused.value.reason, refused.value.text) == (reason, typed)


@given(st.text(max_size=20), st.sampled_from(["件", "%", "万元", ""]))
def test_any_text_is_read_or_refused(typed: str, unit: str) -> None:
    try:
        found = read_amount(typed, unit)
    except UnreadableAmount:
        return
    if isinstance(found.amount, Decimal):
        assert found.amount >= 0
        assert any(char.isnumeric() for char in typed)
    else:
        assert found.note == found.unit == ""


@given(
    st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=4), st.sampled_from(["", "件", "（含1起未结）"])
)
def test_no_digit_is_lost(number: Decimal, behind: str) -> None:
    found = read_amount(f"{number:f}{behind}", "件")
    assert str(found.amount) == f"{number:f}"
    assert found.note == behind.removeprefix("件")


@pytest.mark.parametrize(
    ("text", "value"),
    [("46", "46"), ("六", "6"), ("两", "2"), ("1,126", "1126"), ("46件", None), ("", None), ("一是", None)],
)
def test_the_words_of_a_link_read_as_a_number(text: str, value: str | None) -> None:
    assert reads_as(text) == (None if value is None else Decimal(value))
