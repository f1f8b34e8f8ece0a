"""What parts come to: rounding, 不适用, and numbers longer than anyone counts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.indicators.catalogue import Catalogue, Group, Indicator
from report.indicators.figures import NOT_APPLICABLE, Amount
from report.indicators.formulas import compute

TOTAL = Indicator("total", "合计", "g", "件", formula="one + two")
RATE = Indicator("rate", "比率", "g", "%", formula="one / two")
CATALOGUE = Catalogue((), (Group("g", "组"),), (Indicator("one", "甲", "g"), Indicator("two", "乙", "g"), TOTAL, RATE))


def computed(indicator: Indicator, one: Amount, two: Amount, decimals: int | None = None) -> Decimal | None:
    return compute(CATALOGUE, indicator, {"one": one, "two": two}.get, decimals)


@pytest.mark.parametrize(
    ("one", "two", "decimals", "wanted"),
    [
        ("120", "121", None, "99.2"),
        ("121", "121", None, "100"),
        ("1", "8", None, "12.5"),
        ("1", "16", None, "6.3"),
        ("1", "16", 2, "6.25"),
        ("1", "800", 2, "0.13"),
        ("1", "2000", None, "0.1"),
        ("1", "2001", None, "0"),
        ("999", "1000", 0, "100"),
        ("121", "121", 1, "100"),
        ("0", "121", 2, "0"),
        ("0", "5", None, "0"),
        ("5", "0", None, None),
        ("0", "0", 1, None),
        ("999999999999999", "1", 13, "99999999999999900.0000000000000"),
    ],
)
def test_a_share_is_rounded_half_up(one: str, two: str, decimals: int | None, wanted: str | None) -> None:
    found = computed(RATE, Decimal(one), Decimal(two), decimals)
    assert (found if found is None else f"{found:f}") == wanted


def test_what_there_is_nothing_of_adds_nothing_to_a_total() -> None:
    assert computed(TOTAL, Decimal(3), NOT_APPLICABLE) == 3
    assert computed(TOTAL, NOT_APPLICABLE, NOT_APPLICABLE) is None
    assert computed(TOTAL, Decimal(3), None) is None
    assert computed(TOTAL, NOT_APPLICABLE, None) is None
    assert computed(RATE, Decimal(3), NOT_APPLICABLE) is None


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 6))
def test_a_share_is_as_near_as_its_decimals_allow(one: int, two: int, decimals: int) -> None:
    found = computed(RATE, Decimal(one), Decimal(two), decimals)
    assert found is not None
    assert -found.as_tuple().exponent == (decimals if found not in (0, 100) or one % two else 0)  # type: ignore[operator]
    # In whole numbers: found = n / 10^decimals is nearest to 100 one / two, the upper of two that are as near.
    n = int(found.scaleb(decimals))
    assert -two < 2 * (100 * one * 10**decimals - n * two) < two or 2 * (n * two - 100 * one * 10**decimals) == two
