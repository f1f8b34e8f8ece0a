"""The lines of a report as they were understood, one row each."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from report.compose import Copy, compose
from report.document import Document, Grid, Piece
from report.template import ReportType
from resources.i18n import N_, _

if TYPE_CHECKING:
    from report.reading.recognise import Reading

_LONGEST: Final = 120
"""Characters of a line that are shown."""


class Role(Enum):
    """What a row is."""

    FRONT = auto()
    SECTION = auto()
    HEADING = auto()
    TEXT = auto()
    TABLE = auto()
    ATTACHMENT = auto()
    UNPLACED = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its role, depth (1 a section, 0 plain), printed number, words; `name` is the name of what it is.

    `line` is the source line, 0 where the row has none that could be corrected; `kind` the type's section, None for a
    section of the report's own.
    """

    role: Role
    words: str
    level: int = 0
    label: str = ""
    name: str = ""
    line: int = 0
    kind: str | None = None


def rows_of(reading: "Reading", report_type: ReportType) -> tuple[Row, ...]:
    """All rows in order; what found no place stands last."""
    return tuple(_rows(reading, compose(report_type, reading.report, Copy.SUBMISSION), report_type))


def _rows(reading: "Reading", document: Document, report_type: ReportType) -> Iterator[Row]:
    yield from _front(document)
    kinds = {section.id: section.kind for section in reading.report.sections}
    for piece in document.body:
        yield _piece(piece, reading, report_type, kinds.get(piece.place.section))
    for name, words in ((N_("署名"), document.closing.signatory), (N_("日期"), document.closing.date)):
        if words:
            yield Row(Role.FRONT, words, name=_(name))
    for note in document.closing.notes:
        yield Row(Role.FRONT, note, name=_("附注"))
    for page in document.attachments:
        yield Row(Role.ATTACHMENT, page.title, name=page.label)
        for piece in page.pieces:
            # Which lines are an attachment's is not for the clerk to say here.
            yield _piece(piece, None, report_type, None)
    if document.foot:
        yield Row(Role.FRONT, "　".join(filter(None, (document.foot.copies, *document.foot.printed))), name=_("版记"))
    for words in reading.unplaced:
        yield Row(Role.UNPLACED, _short(words), name=_("没有归处"))


def _front(document: Document) -> Iterator[Row]:
    head = document.head
    named = (
        (N_("版头"), "　".join(filter(None, (head.copy_number, head.secrecy, head.urgency, head.issuer_mark)))),
        (N_("文号"), head.document_number),
        (N_("签发人"), "、".join(head.signers)),
        (N_("标题"), document.title),
        (N_("主送"), document.addressee),
    )
    for name, words in named:
        if words:
            yield Row(Role.FRONT, words, name=_(name))


def _piece(piece: Piece, reading: "Reading | None", report_type: ReportType, kind: str | None) -> Row:
    place = piece.place
    line = reading.lines.get(place.block or place.section, 0) if reading is not None else 0
    if isinstance(piece, Grid):
        size = _("{rows}行{columns}列").format(rows=len(piece.rows), columns=len(piece.rows[0]) if piece.rows else 0)
        words = "　".join(cell for cell in (piece.caption, *(piece.rows[0] if piece.rows else ())) if cell)
        return Row(Role.TABLE, _short(words), name=_("表格"), label=size, line=0)
    if piece.level == 1:
        section = report_type.section(kind)
        name = section.short if section is not None else _("自设部分")
        return Row(Role.SECTION, _short(piece.text), 1, piece.label, name, line, kind)
    role = Role.HEADING if piece.level else Role.TEXT
    return Row(role, _short(piece.text), piece.level, piece.label, line=line)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "……"
