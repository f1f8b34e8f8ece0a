"""Years move on with the report; spans, numbers of documents and other years stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.year_rolling import roll_years, years


@pytest.mark.parametrize(
    ("text", "rolled"),
    [
        ("2024年，我局坚持", "2025年，我局坚持"),
        ("2024年度推进法治政府建设", "2025年度推进法治政府建设"),
        ("2025年度主要安排", "2026年度主要安排"),
        ("《党委理论学习中心组2024年学习计划》", "《党委理论学习中心组2025年学习计划》"),
        ("《法治政府建设实施纲要（2021—2025年）》", "《法治政府建设实施纲要（2021—2025年）》"),
        ("2021-2025年", "2021-2025年"),
        ("2024年至2026年", "2024年至2026年"),
        ("瑄水规〔2024〕6号", "瑄水规〔2024〕6号"),
        ("2023年的69件", "2023年的69件"),
        ("2024年6月底前", "2025年6月底前"),
        ("截至2024年12月31日", "截至2025年12月31日"),
        ("2024.12.31", "2025.12.31"),
        ("2024/12/31", "2025/12/31"),
        ("立案2024件", "立案2024件"),
        ("12024年", "12024年"),
        ("要点（2024年）", "要点（2025年）"),
        ("2024 年", "2025 年"),
    ],
)
def test_each_year_moves_or_stays(text: str, rolled: str) -> None:
    assert roll_years(text, 2024, 2025) == rolled


@given(st.text("2024年5度—〔〕（）件，", max_size=20))
def test_rolling_there_and_back_changes_nothing(text: str) -> None:
    rolled = roll_years(text, 2024, 2034)
    assert len(rolled) == len(text)
    if "203" not in text:
        assert roll_years(rolled, 2034, 2024) == text


def test_years_are_told_with_their_places() -> None:
    assert years("2024年比2023年多，2021—2025年") == [(0, 4, 2024), (6, 10, 2023)]
