"""What the store hands out: plain immutable records. Moments are aware datetimes in UTC."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from report.document import Place
from report.notes import Note
from report.report import Report, TypeRef

Cell: TypeAlias = str | int | None
"""What one column of one row holds."""


class State(StrEnum):
    """The life of a report: 编写中 → 已送审 → 已报送 → 已公开."""

    DRAFTING = "drafting"
    REVIEWING = "reviewing"
    SUBMITTED = "submitted"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """How far a section is: `done` is the clerk's mark, `empty` whether nothing is filled in."""

    id: str
    kind: str | None
    heading: str
    done: bool
    empty: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """A report as lists show it, without its text.

    `name` is "" until the clerk gives one: the title is shown then. `trashed` is when it went to the trash.
    """

    id: str
    name: str
    title: str
    office: str
    year: int | None
    type: TypeRef
    state: State
    archived: bool
    created: datetime
    changed: datetime
    trashed: datetime | None
    sections: tuple[SectionProgress, ...]


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text that a report was imported from, unchanged, with what the import noticed and could not place.

    `original` are the bytes of a file that is more than its text; they are stored and not read again with the rest.
    """

    text: str
    file: str = ""
    notes: tuple[Note, ...] = ()
    unplaced: tuple[str, ...] = ()
    confidence: float = 1.0
    original: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Stored:
    """A report as it lies in the store."""

    report: Report
    listing: Listing
    source: SourceText | None


@dataclass(frozen=True, slots=True)
class Saved:
    """The acknowledgement of a write: it is on the disk. `sequence` is its last journal row's number."""

    sequence: int
    moment: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """A named frozen version: `copy` is a `report.compose.Copy`, `sha256` that of the PDF handed in ("" none)."""

    sequence: int
    name: str
    moment: datetime
    who: str
    copy: str
    sha256: str


@dataclass(frozen=True, slots=True)
class FrozenVersion:
    """A version with the report as it was."""

    version: Version
    report: Report


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Who confirmed `what`, knowing of which holes."""

    sequence: int
    moment: datetime
    who: str
    what: str
    holes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal: one row of one table before and after.

    `deed` is the first sequence of the transaction it belongs to. `old` is None for a new row, `new` for a removed one;
    a change has only the columns that differ. `key` is the row's key within the report.
    """

    sequence: int
    deed: int
    report: str
    moment: datetime
    who: str
    what: str
    place: Place
    table: str
    key: tuple[str, ...]
    old: Mapping[str, Cell] | None
    new: Mapping[str, Cell] | None


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of a report that it can go back to: what it was after a stretch of work, see `history`.

    `sequence` is the number of its last line in the journal, `name` that of the version frozen then ("" none). `deeds`
    are what was done, each once, `places` the sections and fields that it touched; both in the order they came. `grown`
    is by how many characters the text is longer after it.
    """

    sequence: int
    began: datetime
    moment: datetime
    who: str
    name: str
    deeds: tuple[str, ...]
    grown: int
    places: tuple[Place, ...]
