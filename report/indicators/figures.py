"""What a report says of its indicators: values as data, and nothing computed. `values` computes."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Final, TypeAlias

from report.indicators.catalogue import Indicator

OWN: Final = "own"
"""The group of the indicators that a report adds, and what their ids begin with: own-1, own-2 …"""


class NotApplicable(Enum):
    """The office has nothing of the kind, which is not the same as zero."""

    NOT_APPLICABLE = "不适用"


NOT_APPLICABLE: Final = NotApplicable.NOT_APPLICABLE
Amount: TypeAlias = Decimal | NotApplicable | None
"""A value: exact, with its decimals as written; NOT_APPLICABLE; None when it is not yet given."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What is known of one indicator.

    `unit` is that of this report where it differs from the type's; `note` what else was typed with the value
    ("含1起未结"); `source` who gave it and when; `decimals` those of a computed value, None for the usual ones.
    """

    amount: Amount = None
    unit: str = ""
    note: str = ""
    source: str = ""
    decimals: int | None = None


_NONE: Mapping[str, Figure] = MappingProxyType({})
_NO_UNITS: Mapping[str, str] = MappingProxyType({})
_NO_GROUPS: Mapping[str, bool] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a report.

    `given` has those of which anything is known, by indicator; `own` the indicators that this report adds; `units` the
    unit chosen for each unit choice; `shown` which groups the clerk shows or hides against the type's own view.
    """

    given: Mapping[str, Figure] = field(default_factory=lambda: _NONE)
    own: tuple[Indicator, ...] = ()
    units: Mapping[str, str] = field(default_factory=lambda: _NO_UNITS)
    shown: Mapping[str, bool] = field(default_factory=lambda: _NO_GROUPS)

    def of(self, indicator: str) -> Figure:
        """What is known of an indicator."""
        return self.given.get(indicator, _NOTHING)

    def with_figure(self, indicator: str, figure: Figure) -> "Figures":
        """These figures with one changed; one of which nothing is known any more goes."""
        given = {key: value for key, value in self.given.items() if key != indicator}
        if figure != _NOTHING:
            given = {**self.given, indicator: figure}
        return replace(self, given=MappingProxyType(given))


_NOTHING = Figure()
NO_FIGURES = Figures()
