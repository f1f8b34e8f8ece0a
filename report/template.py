"""What a report type declares: sections, fields, patterns, deadlines. Made by `loader` from resources/templates.

The vocabulary of fields (label, hint, required, choices, constraint) is XLSForm's.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from types import MappingProxyType

from report.indicators.catalogue import NO_CATALOGUE, Catalogue


class Statutory(IntEnum):
    """The five contents that a report must have: 法治政府建设与责任落实督察工作规定（厅字〔2019〕28号）."""

    MEASURES = 1
    SHORTFALLS = 2
    LEADER = 3
    PLANS = 4
    OTHER = 5


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table field."""

    id: str
    label: str
    unit: str = ""
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in.

    `kind` names a class of `kinds`. `print` is how a value reads in the report ("全年受理{value}件。"); without it a
    number, text, date or choice is data that is not printed. `level` is the depth at which items are set.
    """

    id: str
    kind: str
    label: str
    hint: str = ""
    guidance: str = ""
    required: bool = False
    unit: str = ""
    decimals: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    max_chars: int | None = None
    choices: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    level: int = 2
    print: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A level-2 part that a section usually has: suggested as a heading, shown as a sub-tab."""

    heading: str
    short: str = ""
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class SectionType:
    """One section of a report type.

    `heading` may hold {year} and {next_year}. `aliases` are headings and `words` weighed words by which an imported
    heading is recognised. `statutory` lists the contents it covers.
    """

    id: str
    heading: str
    short: str
    required: bool
    statutory: tuple[Statutory, ...] = ()
    guidance: str = ""
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day of the year after the report's by which something must be done."""

    id: str
    label: str
    month: int
    day: int
    source: str = ""

    def of(self, year: int) -> date:
        """The day for the report of `year`: in the year after."""
        return date(year + 1, self.month, self.day)


@dataclass(frozen=True, slots=True)
class ReportType:
    """A kind of report: everything that differs from one kind to another is in here.

    `title`, `addressee`, `signatory` are patterns over {office}, {year}; `title_words` mark a line as a title.
    `declaration` is all that was declared, in one form whatever the order in the file. `catalogue` is what it counts.
    """

    id: str
    name: str
    edition: str
    declaration: str
    description: str
    title: str
    addressee: str
    signatory: str
    title_words: tuple[str, ...]
    preface: str
    preface_guidance: str
    deadlines: tuple[Deadline, ...]
    sections: tuple[SectionType, ...]
    max_chars: int | None = None
    catalogue: Catalogue = NO_CATALOGUE

    @property
    def hash(self) -> str:
        """Sixteen digits that differ when the declaration does."""
        import hashlib  # slow to load, and not needed to show a report

        return hashlib.sha256(self.declaration.encode()).hexdigest()[:16]

    def section(self, section_id: str | None) -> SectionType | None:
        """The section of that id, or None."""
        return next((one for one in self.sections if one.id == section_id), None)


@dataclass(frozen=True, slots=True)
class FrontGroup:
    """A group of basic data fields under one heading; `folded` groups are rarely needed."""

    label: str
    fields: tuple[Field, ...]
    folded: bool = False


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """`pattern` with {name} replaced from `values`; anything else in braces stays as it is."""
    for name, value in values.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern


def year_words(year: int | None) -> Mapping[str, str]:
    """What {year} and {next_year} mean for a report of `year`; for an unknown year they read ×××× (to be seen)."""
    if year is None:
        return MappingProxyType({"year": "××××", "next_year": "××××"})
    return MappingProxyType({"year": str(year), "next_year": str(year + 1)})
