"""Rates and totals computed from their parts."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

from report.indicators.catalogue import Catalogue, Indicator
from report.indicators.figures import Amount

_HUNDRED = Decimal(100)


def parts_of(catalogue: Catalogue, indicator: Indicator) -> tuple[str, ...]:
    """The ids of what an indicator is computed from."""
    return tuple(one.strip() for one in indicator.formula.replace("/", "+").split("+"))


def compute(
    catalogue: Catalogue, indicator: Indicator, amount: Callable[[str], Amount], decimals: int | None
) -> Decimal | None:
    """What the parts come to; None where one is missing."""
    parts = parts_of(catalogue, indicator)
    found = [one for one in map(amount, parts) if isinstance(one, Decimal)]
    if len(found) < len(parts):
        return None
    if "/" not in indicator.formula:
        return sum(found, Decimal(0))
    if not found[1]:
        return None
    share = found[0] * _HUNDRED / found[1]
    places = 1 if decimals is None else decimals
    rounded = share.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return Decimal(int(rounded)) if decimals is None and rounded == rounded.to_integral() else rounded
