"""Dates are read as offices write them; an impossible one keeps its words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.content import WrittenDate
from report.dates import looks_like_date, read_date
from report.kinds import written


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月6日",
        "2025年01月06日",
        "二〇二五年一月六日",
        "二○二五年一月六日",
        "2025.1.6",
        "2025-01-06",
        "2025/1/6",
        "20250106",
        "２０２５年１月６日",
        " 2025 年 1 月 6 日 ",
        "2025年1月6号",
    ],
)
def test_ways_of_writing_one_day(text: str) -> None:
    assert read_date(text) == WrittenDate(text.strip(), date(2025, 1, 6))
    assert written(read_date(text)) == "2025年1月6日"


@pytest.mark.parametrize("text", ["2025年2月30日", "2025年13月1日", "待定", "", "2025.1-6", "20251301"])
def test_no_day_keeps_the_words(text: str) -> None:
    found = read_date(text)
    assert found == WrittenDate(text, None)
    assert written(found) == text


def test_impossible_date_still_looks_like_one() -> None:
    assert looks_like_date("2025年2月30日")
    assert not looks_like_date("2025年度")
    assert not looks_like_date("20250106")


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)))
def test_written_dates_read_back(day: date) -> None:
    assert read_date(f"{day.year}年{day.month}月{day.day}日").day == day
