"""This year beside last year: only what can be compared, exactly."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.indicators.comparison import Comparison, compare, counterpart
from report.indicators.figures import NO_FIGURES, NOT_APPLICABLE, Figure, Figures
from report.indicators.history import Point, series
from report.indicators.values import Values, own_indicator, with_own
from tests.report.indicators.counting import CATALOGUE


def of(figures: dict[str, Figure]) -> Values:
    found = NO_FIGURES
    for key, figure in figures.items():
        found = found.with_figure(key, figure)
    return Values(CATALOGUE, found)


def number(text: str, unit: str = "") -> Figure:
    return Figure(Decimal(text), unit)


def words(now: Figure, last: Figure | None, indicator: str = "due") -> tuple[str, str, str, bool]:
    before = of({indicator: last} if last is not None else {})
    found = compare(of({indicator: now}), indicator, before)
    return found.last_words, found.difference_words, found.percent_words, found.is_unusual


@pytest.mark.parametrize(
    ("now", "last", "told"),
    [
        (number("46"), number("31"), ("31", "+15", "+48.4%", False)),
        (number("31"), number("46"), ("46", "-15", "-32.6%", False)),
        (number("46"), number("46"), ("46", "0", "持平", False)),
        (number("46"), number("20"), ("20", "+26", "+130.0%", True)),
        (number("30"), number("20"), ("20", "+10", "+50.0%", False)),
        (number("2"), number("0"), ("0", "+2", "—", True)),
        (number("0"), number("2"), ("2", "-2", "-100.0%", True)),
        (number("0"), number("0"), ("0", "0", "持平", False)),
        (number("312.4860"), number("260.5529"), ("260.5529", "+51.9331", "+19.9%", False)),
        (number("260.5529"), number("260.5529"), ("260.5529", "0", "持平", False)),
        (number("46"), None, ("—", "", "", False)),
        (number("46"), Figure(NOT_APPLICABLE), ("不适用", "—", "—", False)),
        (Figure(NOT_APPLICABLE), number("46"), ("46", "—", "—", False)),
        (number("1.2", "万人"), number("9000"), ("9000人", "+0.3", "+33.3%", False)),
        (number("46", "场"), number("31"), ("31人", "—", "—", False)),
    ],
)
def test_what_is_compared_and_what_is_not(now: Figure, last: Figure | None, told: tuple[str, str, str, bool]) -> None:
    assert words(now, last) == told


def test_shares_differ_in_points() -> None:
    assert words(number("99.2"), number("98"), "rate") == ("98%", "—", "+1.2个百分点", False)


def test_words_for_the_same_are_one_unit() -> None:
    assert words(number("5", "宗"), number("4", "起"), "won")[1] == "+1"


def test_without_last_year_there_is_nothing() -> None:
    assert compare(of({"due": number("1")}), "due", None) == Comparison()


def test_own_indicators_are_known_by_their_names() -> None:
    def figures(*names: str) -> Figures:
        found = NO_FIGURES
        for name in names:
            found = with_own(found, own_indicator(found, name, "次"))
        return replace(found, given={f"own-{at}": number(str(at * 10)) for at in range(1, len(names) + 1)})

    now, last = Values(CATALOGUE, figures("夜查", "培训")), Values(CATALOGUE, figures("培训"))
    assert counterpart(now, "own-1", last) is None
    assert compare(now, "own-1", last) == Comparison()
    assert compare(now, "own-2", last).difference == Decimal(10)


amounts = st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=4)


@given(amounts, amounts)
def test_the_difference_is_exact(now: Decimal, last: Decimal) -> None:
    found = compare(of({"due": Figure(now)}), "due", of({"due": Figure(last)}))
    assert found.difference == now - last
    assert (found.percent is None) == (last == 0)


def test_five_years_in_this_years_unit() -> None:
    now = of({"due": number("2", "万人")})
    others = {2023: of({"due": number("15000")}), 2021: of({"due": number("3", "场")})}
    assert series(now, 2025, others, "due") == (
        Point(2021, None),
        Point(2022, None),
        Point(2023, Decimal("1.5")),
        Point(2024, None),
        Point(2025, Decimal(2)),
    )
