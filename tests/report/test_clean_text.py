"""A typed text keeps its characters and its breaks; what is no character goes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.clean_text import clean, one_line


@pytest.mark.parametrize(
    ("typed", "kept", "line"),
    [
        ("依\0法\x01行\x1b政\x7f\x9f", "依法行政", "依法行政"),
        ("甲\r\n乙\r丙\n丁", "甲\n乙\n丙\n丁", "甲乙丙丁"),
        ("甲\u2028乙\u2029丙\v丁\f戊\x85己", "甲\n乙\n丙\n丁\n戊\n己", "甲乙丙丁戊己"),
        ("一\t二", "一 二", "一 二"),
        ("图\ufffc文\ud800", "图文", "图文"),
        ("𠮷　公\u200b文\u0301\ufeff\xa0", "𠮷　公\u200b文\u0301\ufeff\xa0", "𠮷　公\u200b文\u0301\ufeff\xa0"),
    ],
)
def test_what_is_kept(typed: str, kept: str, line: str) -> None:
    assert (clean(typed), one_line(typed)) == (kept, line)


@given(st.text(st.characters()))
def test_nothing_but_characters_and_line_feeds_is_left(text: str) -> None:
    kept = clean(text)
    assert all(char == "\n" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in kept)
    assert "\ufffc" not in kept
    assert clean(kept) == kept
    assert one_line(text) == kept.replace("\n", "")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters="\ufffc")))
def test_no_character_is_lost(text: str) -> None:
    assert one_line(text) == text
