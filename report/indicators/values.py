"""The values of a report's indicators: given, or computed from those that are.

What is computed is never stored: it follows its parts. A value that was given is kept even where its parts say
otherwise; then a rule is broken, and the clerk decides.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from report.indicators.catalogue import Catalogue, Group, Indicator
from report.indicators.figures import NOT_APPLICABLE, OWN, Amount, Figures
from report.indicators.wording import MISSING, NOTHING
from report.recognition.numerals import as_written

OWN_GROUP = Group(OWN, "自定指标")


class Values:
    """The indicators of one report with their values. Equal arguments give equal answers; nothing is changed."""

    def __init__(self, catalogue: Catalogue, figures: Figures) -> None:
        self.catalogue, self.figures = catalogue, figures
        self._own = {one.id: one for one in figures.own}
        self._computed: dict[str, Decimal | None] = {}

    # Which there are

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups in order, the report's own last."""
        return (*self.catalogue.groups, OWN_GROUP)

    def of_group(self, group: str) -> tuple[Indicator, ...]:
        """The indicators of a group, in order."""
        return self.figures.own if group == OWN else tuple(self.catalogue.of_group(group))

    def __iter__(self) -> Iterator[Indicator]:
        """All indicators, group by group."""
        for group in self.groups:
            yield from self.of_group(group.id)

    def indicator(self, indicator: str) -> Indicator | None:
        """The indicator of that id, None for one that neither the type nor the report has (any more)."""
        return self.catalogue.by_id.get(indicator) or self._own.get(indicator)

    def name(self, indicator: str) -> str:
        """What it is called alone; its id when nobody knows it any more."""
        known = self.indicator(indicator)
        return known.name if known else indicator

    def unit(self, indicator: str) -> str:
        """Its unit in this report."""
        figure = self.figures.of(indicator)
        known = self.indicator(indicator)
        if figure.unit or known is None:
            return figure.unit
        return self.usual_unit(known)

    def usual_unit(self, indicator: Indicator) -> str:
        """The unit that the type, or the office's choice, gives an indicator."""
        if not indicator.unit.startswith("@"):
            return indicator.unit
        choice = next((one for one in self.catalogue.choices if one.id == indicator.unit[1:]), None)
        chosen = self.figures.units.get(indicator.unit[1:], "")
        return chosen or (choice.units[0] if choice else "")

    # What they are

    def amount(self, indicator: str) -> Amount:
        """The value: as given, else computed, else None."""
        given = self.figures.of(indicator).amount
        return given if given is not None else self._compute(indicator)

    def is_computed(self, indicator: str) -> bool:
        """Whether the value comes from others."""
        return self.figures.of(indicator).amount is None and self._compute(indicator) is not None

    def decimals(self, indicator: str) -> int:
        """How many decimals the value is written with."""
        amount = self.amount(indicator)
        return max(0, -int(amount.as_tuple().exponent)) if isinstance(amount, Decimal) else 0

    def formula_value(self, indicator: str) -> Decimal | None:
        """What the parts of an indicator come to, given value or not; None where one is missing or there are none."""
        return self._compute(indicator)

    def at_decimals(self, indicator: str, decimals: int | None) -> Decimal | None:
        """What the parts of an indicator come to, written with so many decimals, None for the usual ones."""
        known = self.indicator(indicator)
        if known is None or not known.formula:
            return None
        from report.indicators.formulas import compute  # the language is not needed to show a report

        return compute(self.catalogue, known, self.amount, decimals)

    def parts(self, indicator: str) -> tuple[str, ...]:
        """The ids from which an indicator is computed."""
        known = self.indicator(indicator)
        if known is None or not known.formula:
            return ()
        from report.indicators.formulas import parts_of

        return parts_of(self.catalogue, known)

    def quoted(self, indicator: str) -> str:
        """What the text says for the value."""
        amount = self.amount(indicator)
        if amount is None:
            return MISSING.format(name=self.name(indicator))
        if amount is NOT_APPLICABLE:
            return NOTHING.format(name=self.name(indicator))
        return as_written(amount)

    def _compute(self, indicator: str) -> Decimal | None:
        if indicator not in self._computed:
            known = self.indicator(indicator)
            self._computed[indicator] = None  # the loader refuses circles; a stored one must not hang the program
            if known is not None and known.formula:
                self._computed[indicator] = self.at_decimals(indicator, self._wanted(indicator))
        return self._computed[indicator]

    def _wanted(self, indicator: str) -> int | None:
        return self.figures.of(indicator).decimals


_RECENT: list[Values] = []
_KEPT = 4


def values_of(catalogue: Catalogue, figures: Figures) -> Values:
    """The values of a report, made once for the same figures: an edit elsewhere leaves them as they are."""
    for values in _RECENT:
        if values.catalogue is catalogue and values.figures is figures:
            return values
    values = Values(catalogue, figures)
    _RECENT[:] = [values, *_RECENT[: _KEPT - 1]]
    return values


def own_indicator(figures: Figures, name: str, unit: str = "", decimals: int = 0) -> Indicator:
    """A new indicator of the report's own, with an id that none had."""
    used = [int(one.id.removeprefix(f"{OWN}-")) for one in figures.own if one.id.removeprefix(f"{OWN}-").isdecimal()]
    return Indicator(f"{OWN}-{max(used, default=0) + 1}", name, OWN, unit, decimals=decimals)


def with_own(figures: Figures, own: Indicator) -> Figures:
    """The figures with an indicator of the report's own added, or changed when they have one of its id."""
    if any(one.id == own.id for one in figures.own):
        return replace(figures, own=tuple(own if one.id == own.id else one for one in figures.own))
    return replace(figures, own=(*figures.own, own))


def without_own(figures: Figures, own: str) -> Figures:
    """The figures without an indicator of the report's own and its value."""
    kept = replace(figures, own=tuple(one for one in figures.own if one.id != own))
    return replace(kept, given={key: value for key, value in kept.given.items() if key != own})
