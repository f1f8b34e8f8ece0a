"""Blocks from sheets find their indicators; nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from report.indicators.figures import NO_FIGURES
from report.indicators.pasting import PastedValue, Unmatched, match_block
from report.indicators.values import Values
from tests.report.indicators.counting import CATALOGUE, IDS

VALUES = Values(CATALOGUE, NO_FIGURES)


def pairs(found: tuple[PastedValue, ...]) -> list[tuple[str, str]]:
    return [(one.indicator, one.text) for one in found]


def test_a_column_goes_down_and_keeps_gaps() -> None:
    found = match_block(VALUES, (("1",), ("",), ("3",)), 2025, IDS)
    assert pairs(found.values) == [("due", "1"), ("taken", ""), ("rate", "3")]


def test_what_is_over_at_the_end_is_told() -> None:
    found = match_block(VALUES, (("1",), ("2",), ("3",)), 2025, IDS[-2:])
    assert found.unmatched == (Unmatched("", "3"),)


def test_names_are_found_with_numbers_brackets_and_parts() -> None:
    block = (("1. 应考人数（人）", "121"), ("其中：实考人数", "120"), ("（二）胜 诉", "五"))
    assert pairs(match_block(VALUES, block, 2025, ()).values) == [("due", "121"), ("taken", "120"), ("won", "五")]


def test_the_column_of_the_year_is_taken() -> None:
    block = (("指标", "单位", "2024年", "2025年"), ("胜诉", "件", "1", "2"))
    assert pairs(match_block(VALUES, block, 2025, ()).values) == [("won", "2")]
    assert pairs(match_block(VALUES, block, 2024, ()).values) == [("won", "1")]
    assert pairs(match_block(VALUES, block, None, ()).values) == [("won", "1")]


def test_a_name_twice_and_one_unknown_are_told() -> None:
    block = (("胜诉", "1"), ("胜诉", "2"), ("夜间检查", "3"))
    found = match_block(VALUES, block, 2025, ())
    assert pairs(found.values) == [("won", "1")]
    assert found.unmatched == (Unmatched("胜诉", "2"), Unmatched("夜间检查", "3"))


cells = st.sampled_from(["", "胜诉", "败诉", "应考人数", "别的", "12", "0", "/", "3-5", "2025年", "三十一起", "件"])


@given(st.lists(st.tuples(cells, cells, cells), min_size=1, max_size=8), st.sampled_from([2025, None]))
def test_any_block_is_read_and_no_indicator_gets_two_values(
    block: list[tuple[str, str, str]], year: int | None
) -> None:
    found = match_block(VALUES, block, year, IDS)
    named = [one.indicator for one in found.values]
    assert len(named) == len(set(named))
    assert set(named) <= set(IDS)
