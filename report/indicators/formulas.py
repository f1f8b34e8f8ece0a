"""Rates and totals computed from their parts: a share of two in percent, else the sum that the formula writes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from report.indicators.catalogue import Catalogue, Indicator
from report.indicators.expressions import Resolve, Term, names_in, parse_term
from report.indicators.figures import Amount
from report.indicators.judging import EXACT, evaluate

_HUNDRED = Decimal(100)
USUAL_DECIMALS = 1
"""Decimals of a share that nobody asked otherwise for."""


def parts_of(catalogue: Catalogue, indicator: Indicator) -> tuple[str, ...]:
    """The ids of what an indicator is computed from. Raises BadExpression."""
    return tuple(dict.fromkeys(names_in(_parsed(catalogue, indicator.formula))))


def term_of(catalogue: Catalogue, indicator: Indicator) -> Term:
    """The formula of an indicator that has one. Raises BadExpression."""
    return _parsed(catalogue, indicator.formula)


def compute(
    catalogue: Catalogue, indicator: Indicator, amount: Callable[[str], Amount], decimals: int | None
) -> Decimal | None:
    """What the parts come to; None where one is missing or a share would be one of nothing. 不适用 adds nothing.

    A share is rounded half up to `decimals`; without them to one, and none when it is a whole number. Nothing and all,
    0 and 100, are written without decimals.
    """
    term = _parsed(catalogue, indicator.formula)
    if any(amount(one) is None for one in names_in(term)):
        return None
    found = evaluate(term, _Amounts(amount))
    if found is None or found.value is None:
        return None
    if not indicator.is_share:
        return found.value
    share = EXACT.multiply(found.value, _HUNDRED)
    if share in (0, _HUNDRED):
        return Decimal(int(share))
    places = USUAL_DECIMALS if decimals is None else decimals
    rounded = share.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT)
    return Decimal(int(rounded)) if decimals is None and rounded == rounded.to_integral_value() else rounded


def resolver(catalogue: Catalogue) -> Resolve:
    """Names to ids: ids themselves, and names that only one indicator has."""
    return _resolver(catalogue)


@dataclass(frozen=True, slots=True)
class _Amounts:
    ask: Callable[[str], Amount]

    def amount(self, indicator: str) -> Amount:
        return self.ask(indicator)

    def said(self, words: str) -> bool:
        del words
        return False


@lru_cache(maxsize=16)
def _resolver(catalogue: Catalogue) -> Resolve:
    known: dict[str, str | None] = {}
    for one in catalogue.indicators:
        for name in dict.fromkeys((one.name, one.short.removeprefix("其中："))):
            if name:
                known[name] = None if name in known else one.id
    known |= {one.id: one.id for one in catalogue.indicators}
    found: Mapping[str, str | None] = known
    return found.get


@lru_cache(maxsize=512)
def _parsed(catalogue: Catalogue, formula: str) -> Term:
    return parse_term(formula, _resolver(catalogue))
