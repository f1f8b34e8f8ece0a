"""Each kind of field: what is empty, what can be read, what is printed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import kinds
from report.content import Item, Pair, Pairs, Paragraph, Table, WrittenDate
from report.kinds import CHOICE, DATE, ITEMS, NUMBER, PAIRS, PROSE, TABLE, Unreadable
from report.report import Value
from report.template import Column, Field

COUNT = Field(id="count", kind="number", label="件数", unit="件", print="共{value}件。")


@pytest.mark.parametrize("name", list(kinds.KINDS))
def test_the_empty_value_is_empty_and_prints_nothing(name: str) -> None:
    kind = kinds.KINDS[name]
    field = Field(id="f", kind=name, label="栏", print="{value}", columns=(Column("a", "甲"),))
    assert kind.is_empty(kind.empty())
    assert kind.blocks(field, kind.empty()) == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("１２３，４５６．７", "123456.7"),
        ("12 件", "12"),
        ("1,234.56", "1234.56"),
        ("0", "0"),
        ("-3", "-3"),
        ("007", "7"),
        ("12.50", "12.50"),
    ],
)
def test_numbers_as_clerks_type_them(text: str, number: str) -> None:
    found = NUMBER.read(COUNT, text)
    assert found is not None
    assert str(found) == number


def test_no_number_is_not_zero() -> None:
    assert NUMBER.read(COUNT, " ") is None
    assert not NUMBER.is_empty(Decimal(0))
    assert NUMBER.blocks(COUNT, Decimal(0)) == (Paragraph("count", "共0件。"),)


@pytest.mark.parametrize("text", ["三一", "31起", "1e400", "NaN", "inf", "１２..3", "9" * 30, "1 2 a"])
def test_what_is_no_number_is_said(text: str) -> None:
    with pytest.raises(Unreadable) as caught:
        NUMBER.read(COUNT, text)
    assert (caught.value.reason, caught.value.text) == ("number", text)


def test_decimals_and_range_are_checked() -> None:
    rate = Field(id="rate", kind="number", label="率", unit="%", decimals=1, minimum=0, maximum=100)
    assert NUMBER.read(rate, "99.5％") == Decimal("99.5")
    for text, reason in (("99.55", "decimals"), ("100.1", "range"), ("-1", "range")):
        with pytest.raises(Unreadable) as caught:
            NUMBER.read(rate, text)
        assert caught.value.reason == reason


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**12))
def test_no_digit_is_lost(number: Decimal) -> None:
    field = Field(id="n", kind="number", label="数", print="{value}")
    read = NUMBER.read(field, f"{number:f}")
    assert read == number
    assert NUMBER.blocks(field, read) == (Paragraph("n", f"{number:f}"),)


def test_a_choice_must_be_one() -> None:
    field = Field(id="c", kind="choice", label="选", choices=("甲", "乙"))
    assert CHOICE.read(field, "甲") == "甲"
    assert CHOICE.read(field, "") == ""
    with pytest.raises(Unreadable):
        CHOICE.read(field, "丙")


def test_a_date_prints_as_the_standard_says() -> None:
    field = Field(id="d", kind="date", label="日期", print="{value}止")
    assert DATE.blocks(field, DATE.read(field, "2025-01-06")) == (Paragraph("d", "2025年1月6日止"),)
    assert DATE.blocks(field, WrittenDate("年底", None)) == (Paragraph("d", "年底止"),)
    assert DATE.read(field, "2025.1.6").day == date(2025, 1, 6)


def test_one_pair_needs_no_ordinal_and_a_cause_gets_its_opening() -> None:
    field = Field(id="p", kind="pairs", label="不足")
    assert PAIRS.blocks(field, Pairs("", (Pair("a", "人少", "编制不足"),))) == (
        Paragraph("p", "人少。主要原因是编制不足。"),
    )
    apart = Pairs("主要有：", (Pair("a", "人少", ""), Pair("b", "", "由于经费紧")), joined=False)
    assert PAIRS.blocks(field, apart) == (
        Paragraph("p", "主要有："),
        Paragraph("a", "一是人少。"),
        Paragraph("b", "二是由于经费紧。"),
    )


def test_items_as_blocks_or_in_one_paragraph() -> None:
    items = (Item("a", "抓学习"), Item("b", ""), Item("c", "抓执法；"))
    assert ITEMS.blocks(Field(id="i", kind="items", label="", level=3), items) == (
        Paragraph("a", "抓学习", 3),
        Paragraph("c", "抓执法；", 3),
    )
    assert ITEMS.blocks(Field(id="i", kind="items", label="", level=0), items) == (
        Paragraph("i", "一是抓学习。二是抓执法；"),
    )
    assert ITEMS.blocks(Field(id="i", kind="items", label="", level=0), items[:1]) == (Paragraph("i", "抓学习。"),)


def test_a_table_gets_its_head_from_the_type() -> None:
    field = Field(id="t", kind="table", label="统计表", columns=(Column("a", "类别"), Column("b", "件数", unit="件")))
    value = Table("t", (("处罚", "3"), ("", " ")))
    assert TABLE.blocks(field, value) == (Table("t", (("类别", "件数（件）"), ("处罚", "3")), 1, "统计表"),)


@pytest.mark.parametrize("value", [None, "", (), Pairs(), Table("x"), WrittenDate()])
def test_a_value_of_another_kind_is_empty_prose(value: Value) -> None:
    assert PROSE.is_empty(value)
