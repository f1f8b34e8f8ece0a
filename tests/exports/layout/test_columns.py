"""Columns fill the type area; each has room for what stands in it as far as there is room at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.layout.columns import centred_columns, column_widths
from exports.layout.page import SMALL_FOUR, WIDTH
from report.document import Grid, Place

SIDE = 3.0
CELLS = st.text("甲乙8\n", max_size=80)


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(rows, Place("s"))


def widths(table: Grid) -> list[float]:
    return column_widths(table, lambda line: SMALL_FOUR * len(line), SIDE)


@given(st.integers(1, 30).flatmap(lambda count: st.lists(st.tuples(*[CELLS] * count), min_size=1, max_size=5)))
def test_any_columns_fill_the_type_area(rows: list[tuple[str, ...]]) -> None:
    found = widths(grid(*rows))
    assert sum(found) == pytest.approx(WIDTH)
    assert min(found) > 0


def test_short_columns_keep_their_words_on_a_line() -> None:
    found = widths(grid(("项目", "说明"), ("行政检查", "字" * 200)))
    assert found[0] >= SMALL_FOUR * 4 + 2 * SIDE


def test_a_cell_is_as_wide_as_its_longest_line() -> None:
    broken, whole = widths(grid(("甲乙\n丙丁", "甲乙"))), widths(grid(("甲乙", "甲乙")))
    assert broken == whole


def test_a_column_of_short_lines_is_centred() -> None:
    table = grid(("一个很长很长很长的表头", "说明"), ("九个字的一行话呀\n又一行", "十个字以上的一行不居中了"))
    assert centred_columns(table) == [True, False]
