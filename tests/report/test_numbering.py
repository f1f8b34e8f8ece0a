"""Ordinals are computed from depth; a heading is told from a paragraph by its first sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.numbering import Scheme, han, heading_length, number_levels, ordinal, parse_han, run_in_length


@given(st.integers(1, 9999))
def test_chinese_numerals_read_back(number: int) -> None:
    assert parse_han(han(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2020, "二千零二十"),
    ],
)
def test_numerals_as_written(number: int, text: str) -> None:
    assert han(number) == text


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numerals_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        han(number)


@pytest.mark.parametrize("text", ["", "零", "廿一", "abc"])
def test_no_numeral(text: str) -> None:
    assert parse_han(text) is None


@pytest.mark.parametrize(
    ("scheme", "labels"),
    [(Scheme.FOUR, ["一、", "（一）", "1.", "（1）"]), (Scheme.THREE, ["一、", "1.", "（1）", "①"])],
)
def test_labels_of_the_levels(scheme: Scheme, labels: list[str]) -> None:
    assert [ordinal(scheme, level, 1).label for level in (1, 2, 3, 4)] == labels


def test_ring_numbers_end_at_twenty() -> None:
    assert ordinal(Scheme.THREE, 4, 20).label == "⑳"
    assert ordinal(Scheme.THREE, 4, 21).label == "（21）"


def test_a_shallower_level_restarts_the_deeper_ones() -> None:
    levels = [2, 3, 3, 0, 4, 2, 3]
    labels = [one.label if one else "" for one in number_levels(Scheme.FOUR, levels)]
    assert labels == ["（一）", "1.", "2.", "", "（1）", "（二）", "1."]


@given(st.lists(st.sampled_from([0, 2, 3, 4])))
def test_siblings_count_without_gaps(levels: list[int]) -> None:
    counts = [0, 0, 0, 0, 0]
    for level, found in zip(levels, number_levels(Scheme.FOUR, levels), strict=True):
        if level == 0:
            assert found is None
            continue
        counts[level] += 1
        counts[level + 1 :] = [0] * (4 - level)
        assert found == ordinal(Scheme.FOUR, level, counts[level])


@pytest.mark.parametrize(
    ("text", "heading", "run_in"),
    [
        ("严格执行重大行政决策的法定程序。", 15, 0),
        ("严格遵守执法程序，维护司法权威", 15, 0),
        ("深入推进“放管服”改革。持续开展行动。", 11, 11),
        ("推进“放管服。管”改革。持续", 11, 11),
        ("2024年，我局认真落实各项任务，" + "组织学习" * 12 + "。全年开展活动9次。", 0, 0),
        ("", 0, 0),
    ],
)
def test_what_is_heading(text: str, heading: int, run_in: int) -> None:
    assert heading_length(text, 2) == heading
    assert run_in_length(text, 2) == run_in
    assert heading_length(text, 0) == run_in_length(text, 0) == 0
