"""What a report type can count: groups, indicators and the rules that must hold between them.

Made by `report.indicators.loading` from resources/templates/indicators.toml. The groups and most of the relations are
those of the yearly statistics on 行政执法 and of the questions that offices are asked for this report.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class UnitChoice:
    """Units between which an office chooses once for all indicators that name it, such as 件, 宗 or 起 of cases."""

    id: str
    label: str
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Indicators that belong together.

    `sections` are ids of section types in whose tab the group is shown, the first that the report has; `part` the short
    name of the level-2 part there ("" for all of it). A group that is not `shown` is one that the clerk must ask for,
    unless the office's name holds one of `offices`.
    """

    id: str
    name: str
    sections: tuple[str, ...] = ()
    part: str = ""
    shown: bool = True
    offices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is counted.

    `name` names it alone ("行政复议维持"); `short` stands in the sheet below what it is a part of (`parent`, an id).
    `unit` is a unit or, as "@case", the id of a unit choice. `formula` computes it from others (see `expressions`), as
    a share for a unit of %. `zero` says a zero in words.

    Recognition reads `aliases`, the words that name it in prose; `context`, words of which one must stand before the
    alias, in its clause or an earlier one; `context_end`, words that end it when they stand between the two; `without`,
    words that may not stand in its clause.
    """

    id: str
    name: str
    group: str
    unit: str = ""
    short: str = ""
    parent: str = ""
    decimals: int = 0
    formula: str = ""
    zero: str = ""
    aliases: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    context_end: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    hint: str = ""

    @property
    def label(self) -> str:
        """The name in the sheet."""
        return self.short or self.name

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation between indicators.

    `expression` is text of the language of `expressions`; when it does not hold, `sentence` says so, with {id} for an
    indicator's name, value and unit. A `hard` rule cannot be broken in a right report, a soft one hardly ever.
    """

    id: str
    expression: str
    sentence: str
    hard: bool = True
    source: str = ""


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All that a report type can count. Compared by identity, so that what is worked out of one can be kept."""

    choices: tuple[UnitChoice, ...] = ()
    groups: tuple[Group, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def problem(self) -> Exception | None:
        """What was wrong with the file from which it was to be read, None when nothing."""
        return None

    @cached_property
    def by_id(self) -> Mapping[str, Indicator]:
        """The indicators by id."""
        return {one.id: one for one in self.indicators}

    def group(self, group_id: str) -> Group | None:
        """The group of that id, or None."""
        return next((one for one in self.groups if one.id == group_id), None)

    def of_group(self, group_id: str) -> Iterator[Indicator]:
        """A group's indicators in order."""
        return (one for one in self.indicators if one.group == group_id)


NO_CATALOGUE = Catalogue()
