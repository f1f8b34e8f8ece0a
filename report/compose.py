"""From a report to the neutral document: the only road to any output.

The submission copy has all; the public copy leaves out what is between offices (addressee, head, contact, foot); the
draft is the submission copy marked as one.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from report import kinds
from report.content import Block, Blocks, Paragraph, Table, block_is_empty
from report.document import (
    PREFACE,
    AttachmentPage,
    Closing,
    Document,
    Folio,
    Foot,
    Grid,
    Head,
    Piece,
    Place,
    Prose,
    Style,
)
from report.numbering import Scheme, heading_length, number_levels, ordinal
from report.report import TEXT_FIELD, Front, Report, Section
from report.template import Field, ReportType, SectionType


class Copy(StrEnum):
    """Who the copy is for."""

    SUBMISSION = "submission"
    PUBLIC = "public"
    DRAFT = "draft"


UNSEALED = "不盖章"
SYSTEM_FACES = "本机公文字体"
_FOLIOS = {"居中": Folio.CENTRED, "居中，第1页 共8页": Folio.COUNTED, "不印": Folio.NONE}
"""Choices of templates/front.toml that are not what is printed without a choice."""


def compose(report_type: ReportType, report: Report, copy: Copy = Copy.SUBMISSION) -> Document:
    """The document of a report."""
    front = report.front
    public = copy is Copy.PUBLIC
    return Document(
        title=front.title.strip(),
        addressee="" if public else _addressee(front.addressee),
        body=tuple(_body(report_type, report)),
        closing=_closing(front, public=public),
        head=Head() if public else _head(front),
        foot=Foot() if public else Foot(front.copy_to.strip(), front.printer.strip(), kinds.written(front.print_date)),
        attachments=attachment_pages(report),
        office=front.office.strip(),
        year=report.year,
        day=front.date.day,
        draft=copy is Copy.DRAFT,
        style=Style(_FOLIOS.get(front.folio, Folio.OUTER), front.faces == SYSTEM_FACES),
    )


def section_pieces(report_type: ReportType, report: Report, section: Section) -> tuple[Piece, ...]:
    """What a section prints below its heading, numbered."""
    kind = report_type.section(section.kind)
    return tuple(_numbered(report.numbering, section.id, _section_blocks(kind, section)))


def preface_pieces(report: Report) -> tuple[Piece, ...]:
    """What the preface prints."""
    return tuple(_numbered(report.numbering, PREFACE, ((TEXT_FIELD, block) for block in report.preface)))


def attachment_pages(report: Report) -> tuple[AttachmentPage, ...]:
    """The attachments that are printed."""
    return tuple(_attachments(report))


def section_label(scheme: Scheme, index: int) -> str:
    """The printed number of the section at `index`, from 0 (the first is 一、)."""
    return ordinal(scheme, 1, index + 1).label


def fields_of(kind: SectionType | None) -> tuple[Field, ...]:
    """The fields of a section by its kind; a section of the report's own has the prose field only."""
    return kind.fields if kind else (_OWN_TEXT,)


_OWN_TEXT = Field(id=TEXT_FIELD, kind="prose", label="正文")


def _body(report_type: ReportType, report: Report) -> Iterator[Piece]:
    yield from preface_pieces(report)
    for index, section in enumerate(report.sections):
        number = ordinal(report.numbering, 1, index + 1)
        heading = section.heading.strip()
        yield Prose(
            heading,
            Place(section.id),
            level=1,
            number=number.number,
            label=number.label,
            heading=len(heading.rstrip("。")),
            source_number=section.source_number,
        )
        yield from section_pieces(report_type, report, section)


def _section_blocks(kind: SectionType | None, section: Section) -> Iterator[tuple[str, Block]]:
    for field in fields_of(kind):
        value = section.values.get(field.id)
        if value is None:
            continue
        for block in kinds.KINDS[field.kind].blocks(field, value):
            yield field.id, block


def _numbered(scheme: Scheme, section: str, blocks: Iterable[tuple[str, Block]]) -> Iterator[Piece]:
    given = [(field, block) for field, block in blocks if not block_is_empty(block)]
    levels = (block.level if isinstance(block, Paragraph) else 0 for _, block in given)
    for (field, block), number in zip(given, number_levels(scheme, levels), strict=True):
        place = Place(section, field, block.id)
        if isinstance(block, Table):
            yield _grid(block, place)
            continue
        text = block.text.strip()
        yield Prose(
            text,
            place,
            level=block.level,
            number=number.number if number else None,
            label=number.label if number else "",
            heading=heading_length(text, block.level),
            source_number=block.source_number,
        )


def _grid(table: Table, place: Place) -> Grid:
    width = table.columns
    rows = tuple(row + ("",) * (width - len(row)) for row in table.rows)
    return Grid(rows, place, min(table.head_rows, len(rows)), table.caption)


def _attachments(report: Report) -> Iterator[AttachmentPage]:
    given = [one for one in report.attachments if one.title.strip() or one.blocks]
    for number, attachment in enumerate(given, 1):
        label = f"附件{number}" if len(given) > 1 else "附件"
        blocks: Blocks = attachment.blocks
        pieces = _numbered(report.numbering, attachment.id, ((TEXT_FIELD, block) for block in blocks))
        yield AttachmentPage(label, attachment.title.strip(), tuple(pieces), Place(attachment.id))


def _addressee(text: str) -> str:
    """The addressee with its full-width colon (7.3.2), however it was typed."""
    text = text.strip().rstrip("：:").strip()
    return text + "：" if text else ""


def _closing(front: Front, *, public: bool) -> Closing:
    """The contact goes with the submission only; brackets are the layout's (7.3.6)."""
    contact = front.contact.strip()
    if contact and not re.match(r"[（(]?联系", contact):
        contact = f"联系人：{contact}"
    notes = [front.annotation] if public else [front.annotation, contact]
    stripped = (note.strip().removeprefix("（").removesuffix("）") for note in notes)
    return Closing(
        front.signatory.strip(),
        kinds.written(front.date),
        tuple(note for note in stripped if note),
        sealed=not public and front.seal != UNSEALED,
    )


def _head(front: Front) -> Head:
    return Head(
        front.copy_number.strip(),
        front.secrecy.strip(),
        front.urgency.strip(),
        front.issuer_mark.strip(),
        front.document_number.strip(),
        tuple(_names(front.signer)),
    )


def _names(text: str) -> Iterator[str]:
    """Names with marks or spaces between them; a space inside of one of two characters (郗　喆) is the name's own."""
    for part in re.split("[、,，;；]", text):
        words = part.split()
        while words:
            both = len(words) > 1 and len(words[0]) == len(words[1]) == 1
            yield "　".join(words[:2]) if both else words[0]
            words = words[2 if both else 1 :]
