"""Sums of a table's columns: exact, over cells as clerks write them, and nothing is left out in silence."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.template import Column
from report.totals import (
    TOTAL,
    NumberColumn,
    Totals,
    Unread,
    add_up,
    declared_columns,
    free_columns,
    is_total_row,
    read_number,
    with_total_row,
)

_DECLARED = declared_columns((Column("a", "类别"), Column("b", "件数", "件", True), Column("c", "金额", "万元", True)))
_FREE = (
    ("序号", "类别", "件数", "金额（万元）", "办结率"),
    ("1", "行政处罚", "31", "100.5000", "98.5%"),
    ("2", "行政许可", "15", "211.9860", "100%"),
)
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**17), max_value=10**17)
cells = st.one_of(st.sampled_from(("", "—", "约40", "合计", "12件", "甲")), numbers.map(str), st.text(max_size=6))
tables = st.lists(st.lists(cells, min_size=3, max_size=3).map(tuple), max_size=8).map(tuple)


def shown(totals: Totals) -> list[str]:
    return [f"{one.value:f}" for one in totals.sums if one.value is not None]


def test_declared_numeric_columns_are_added_up_exactly() -> None:
    rows = (("处罚", "31件", "100.5000"), ("许可", "１５", "２１１．9860万元"), ("检查", "1,200", ""))
    assert shown(add_up(rows, _DECLARED)) == ["1246", "312.4860"]


def test_a_cell_that_cannot_be_read_is_named_and_left_out() -> None:
    rows = (("处罚", "31", "0.10"), ("许可", " 约40 ", "0.20"), ("检查", "—", "不适用"))
    totals = add_up(rows, _DECLARED)
    assert shown(totals) == ["31", "0.30"]
    assert totals.unread == (Unread(1, 1, "约40"),)


def test_rows_of_sums_are_not_added_again() -> None:
    rows = (("处罚", "1", ""), ("小 计", "1", ""), ("许可", "2", ""), ("合　计", "3", ""))
    assert shown(add_up(rows, _DECLARED)) == ["3"]
    assert is_total_row(("", " 总计 ", "3"))
    assert not is_total_row(("合计数核对", "3"))


def test_sums_of_the_longest_numbers_are_exact() -> None:
    rows = (("", "999999999999999999.999999999999", ""),) * 11
    assert shown(add_up(rows, _DECLARED)) == ["10999999999999999999.999999999989"]


def test_columns_of_a_free_table_are_found_with_their_units() -> None:
    found = free_columns(_FREE, 1)
    assert [(one.index, one.label, one.unit, one.summed) for one in found] == [
        (0, "序号", "", False),
        (2, "件数", "", True),
        (3, "金额", "万元", True),
        (4, "办结率", "%", False),
    ]


@pytest.mark.parametrize(
    ("body", "unit", "in_cells"),
    [
        (("12件", "3件", "约4件"), "件", True),
        (("12", "3", "甲"), "", False),
        (("12 万元", "3"), "万元", True),
    ],
)
def test_a_column_is_numeric_where_most_cells_are(body: tuple[str, ...], unit: str, in_cells: bool) -> None:
    (column,) = free_columns((("数",), *((cell,) for cell in body)), 1)
    assert (column.unit, column.unit_in_cells, column.summed) == (unit, in_cells, True)


@pytest.mark.parametrize("body", [("12", "甲"), ("12件", "3起"), ("", "—"), ()])
def test_a_column_is_not_numeric_where_half_the_cells_are_words(body: tuple[str, ...]) -> None:
    assert free_columns((("数",), *((cell,) for cell in body)), 1) == ()


def test_the_row_of_sums_is_appended_then_kept_up_to_date() -> None:
    once = with_total_row(_FREE, free_columns(_FREE, 1), 1)
    assert once[-1] == ("", TOTAL, "46", "312.4860", "")
    more = (*once[:2], ("2", "行政许可", "16", "211.9860", "100%"), once[-1])
    assert with_total_row(more, free_columns(more, 1), 1)[-1] == ("", TOTAL, "47", "312.4860", "")


def test_the_unit_of_the_cells_is_written_in_the_sum() -> None:
    rows = (("甲", "12件"), ("乙", "3件"))
    assert with_total_row(rows, free_columns(rows, 0))[-1] == (TOTAL, "15件")


@pytest.mark.parametrize("rows", [(), (("甲", "乙"),), (("1", "2"), ("3", "4"))])
def test_there_is_no_row_of_sums_without_numbers_or_without_a_cell_for_the_word(
    rows: tuple[tuple[str, ...], ...],
) -> None:
    assert with_total_row(rows, free_columns(rows, 0)) == rows


@given(st.lists(numbers, min_size=1, max_size=20))
def test_a_sum_is_that_of_fractions(values: list[Decimal]) -> None:
    (one,) = add_up([[f"{value:f}"] for value in values], [NumberColumn(0)]).sums
    assert one.value is not None
    assert Fraction(one.value) == sum((Fraction(value) for value in values), Fraction(0))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=0, max_value=10**12))
def test_separators_full_width_digits_and_units_change_no_number(value: Decimal) -> None:
    written = f"{value:,.2f}"
    wide = written.translate({ord(char): ord(char) + 0xFEE0 for char in "0123456789,."})
    assert read_number(f" {written}万元", "万元") == read_number(wide) == value


@given(tables, st.integers(0, 2))
def test_every_filled_cell_of_a_summed_column_is_in_the_sum_or_named(
    rows: tuple[tuple[str, ...], ...], head_rows: int
) -> None:
    columns = free_columns(rows, head_rows)
    totals = add_up(rows, columns, head_rows)
    named = {(one.row, one.column) for one in totals.unread}
    for one in totals.sums:
        body = [
            (place, row[one.column.index])
            for place, row in enumerate(rows)
            if place >= head_rows and not is_total_row(row) and (place, one.column.index) not in named
        ]
        read = [read_number(cell, one.column.unit) for _, cell in body]
        assert sum((Fraction(value) for value in read if value is not None), Fraction(0)) == Fraction(one.value or 0)


@given(tables, st.integers(0, 2))
def test_writing_the_sums_twice_changes_nothing_more(rows: tuple[tuple[str, ...], ...], head_rows: int) -> None:
    once = with_total_row(rows, free_columns(rows, head_rows), head_rows)
    assert once[: len(rows) - 1] == rows[:-1] if rows else once == rows
    assert with_total_row(once, free_columns(once, head_rows), head_rows) == once
