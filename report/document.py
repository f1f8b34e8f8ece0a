"""The neutral document: what is said, in order, with its numbers, and nothing about how it looks.

`compose` makes it; every output is made from it. Labels are computed; text is what the clerk typed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeAlias

PREFACE, CLOSING, FIGURES = "preface", "closing", "figures"
"""Names used as `Place.section` for what stands outside the sections and attachments; the fields of FIGURES are
indicators."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the report a piece of the document comes from: ids of section (or attachment), field and block."""

    section: str
    field: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph or heading: printed as `label` + `text`.

    `level` is 0 for plain text, 1 for a section's heading, 2 to 4 below. `heading` counts the leading characters of
    `text` that are heading: all of it for a heading line, the first sentence for a run-in heading, else 0.
    `source_number` is the number that stood before it at import.
    """

    text: str
    place: Place
    level: int = 0
    number: str | None = None
    label: str = ""
    heading: int = 0
    source_number: str | None = None

    @property
    def is_heading_line(self) -> bool:
        """Whether nothing but heading (and perhaps its 。) stands here."""
        return bool(self.heading) and not self.text[self.heading :].strip("。 　")


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of equal length, the first `head_rows` repeated on each page; at least one row and column."""

    rows: tuple[tuple[str, ...], ...]
    place: Place
    head_rows: int = 1
    caption: str = ""


Piece: TypeAlias = Prose | Grid


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the title: 版头 of GB/T 9704—2012, 7.2. Empty texts are left out."""

    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    issuer_mark: str = ""
    document_number: str = ""
    signers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is a head at all."""
        return self != Head()


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands at the bottom of the last page: 版记, 7.4."""

    copy_to: str = ""
    printer: str = ""
    print_date: str = ""

    def __bool__(self) -> bool:
        """Whether there is a foot at all."""
        return bool(self.copy_to or self.printer or self.print_date)

    @property
    def copies(self) -> str:
        """抄送：the offices, ended by a full stop (7.4.2); "" without any."""
        names = self.copy_to.removeprefix("抄送：").rstrip("。")
        return f"抄送：{names}。" if names else ""

    @property
    def printed(self) -> tuple[str, ...]:
        """Who printed, and the day with 印发 (7.4.3); what is not known is left out."""
        return tuple(one for one in (self.printer, f"{self.print_date}印发" if self.print_date else "") if one)


@dataclass(frozen=True, slots=True)
class Closing:
    """Who signs and when, and notes below in brackets (附注). `sealed` keeps room for a seal."""

    signatory: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()
    sealed: bool = True


class Folio(Enum):
    """How pages are numbered: 7.5 of GB/T 9704—2012 asks for OUTER; some places have rules of their own.

    OUTER: — 1 — at the outer edge; CENTRED: the same in the middle; COUNTED: 第1页 共8页 in the middle.
    """

    OUTER = "outer"
    CENTRED = "centred"
    COUNTED = "counted"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Style:
    """What the office chose about the page: how it is numbered, whether the machine's own official faces are used."""

    folio: Folio = Folio.OUTER
    system_faces: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentPage:
    """An attachment: "附件1" (or "附件" when it is the only one), its title, what stands there."""

    label: str
    title: str
    pieces: tuple[Piece, ...]
    place: Place


def attachment_list(pages: Sequence[AttachmentPage]) -> tuple[tuple[str, str], ...]:
    """The list of attachments below the text (附件说明, 7.3.4): what stands before each name, and the name.

    附件：1.… and 2.… or, of one alone, 附件：….
    """
    marks = [f"{number}." if len(pages) > 1 else "" for number in range(1, len(pages) + 1)]
    return tuple(
        (("附件：" if number == 0 else "") + mark, page.title)
        for number, (mark, page) in enumerate(zip(marks, pages, strict=True))
    )


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report, ready for any output."""

    title: str
    addressee: str
    body: tuple[Piece, ...]
    closing: Closing
    head: Head = Head()
    foot: Foot = Foot()
    attachments: tuple[AttachmentPage, ...] = ()
    office: str = ""
    year: int | None = None
    day: date | None = None
    draft: bool = False
    style: Style = Style()
