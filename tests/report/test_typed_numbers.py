"""A number typed at a paragraph's start is its level; what only looks like one stays text."""

import pytest

from report.numbering import Scheme
from report.typed_numbers import belongs, typed_level


@pytest.mark.parametrize(
    ("text", "four", "three"),
    [
        ("（一）", 2, 2),
        ("(二)", 2, 2),
        ("一、", 2, 2),
        ("十二、", 2, 2),
        ("1.", 3, 2),
        ("１．", 3, 2),
        ("3、", 3, 2),
        ("（1）", 4, 3),
        ("(12)", 4, 3),
        ("1)", 4, 3),
        ("①", None, 4),
        ("（一", None, None),
        ("1", None, None),
        ("一", None, None),
        ("（一）抓", None, None),
        ("第一部分", None, None),
        ("2025.", None, None),
        ("一是", None, None),
        ("", None, None),
    ],
)
def test_a_number_alone_means_a_level(text: str, four: int | None, three: int | None) -> None:
    assert typed_level(text, Scheme.FOUR) == four
    assert typed_level(text, Scheme.THREE) == three


@pytest.mark.parametrize(
    ("marker", "text", "characters"),
    [
        ("1.", "抓学习", 0),
        ("1.", " 抓学习", 1),
        ("1.", "5万元", None),
        ("一、", "二季度", None),
        ("一、", "抓学习", 0),
        ("1、", "2月份", None),
        ("（一）", "至（三）项", None),
        ("（一）", "、抓学习", 1),
        ("（一）", "", 0),
    ],
)
def test_what_follows_belongs_to_the_number_or_shows_that_it_was_none(
    marker: str, text: str, characters: int | None
) -> None:
    assert belongs(marker, text) == characters
