"""What a report is, as plain data for other programs: the object that `show --json` prints.

The shape is a contract; its keys and their meaning are described in docs/command-line.md.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from report.compose import Copy, compose, section_label
from report.document import PREFACE, Grid, Piece
from report.indicators.listing import list_indicators
from report.notes import Note
from report.numbering import ordinal, run_in_length
from report.report import Report
from report.template import ReportType

if TYPE_CHECKING:
    from report.recognition.report_numbers import Recognised


def summarise(
    report_type: ReportType,
    report: Report,
    *,
    notes: Sequence[Note] = (),
    unplaced: Sequence[str] = (),
    type_confidence: float = 1.0,
    recognised: "Sequence[Recognised]" = (),
) -> dict[str, Any]:
    """The report as JSON-able data. `notes` and `unplaced` are the import's; `id` is None for an unstored report.

    `recognised` are the counts found in its text (see `report.recognition.report_numbers.recognise`).
    """
    document = compose(report_type, report, Copy.SUBMISSION)
    front = report.front
    by_section: dict[str, list[Piece]] = {}
    for piece in document.body:
        by_section.setdefault(piece.place.section, []).append(piece)
    present = {section.kind for section in report.sections}
    return {
        "id": report.id or None,
        "type": report.type.id,
        "type_confidence": round(type_confidence, 3),
        "year": report.year,
        "office": front.office or None,
        "title": front.title or None,
        "addressee": front.addressee or None,
        "signatory": front.signatory or None,
        "date": front.date.day.isoformat() if front.date.day else None,
        "date_text": front.date.text or None,
        "document_number": front.document_number or None,
        "numbering": report.numbering.value,
        "preface": _blocks(by_section.get(PREFACE, ())),
        "sections": [
            {
                "id": section.id,
                "kind": section.kind,
                "confidence": round(section.confidence, 3),
                "number": ordinal(report.numbering, 1, index + 1).number,
                "label": section_label(report.numbering, index),
                "source_number": section.source_number,
                "heading": section.heading,
                "blocks": _blocks(by_section.get(section.id, ())[1:]),
            }
            for index, section in enumerate(report.sections)
        ],
        "attachments": [{"title": page.title, "blocks": _blocks(page.pieces)} for page in document.attachments],
        "missing": [kind.id for kind in report_type.sections if kind.id not in present],
        "unplaced": list(unplaced),
        "notes": [{"rule": one.rule, "count": one.count, "line": one.line, "quote": one.quote} for one in notes],
        "indicators": list_indicators(report_type, report, document, recognised),
    }


def _blocks(pieces: Iterable[Piece]) -> list[dict[str, Any]]:
    return [_block(piece) for piece in pieces]


def _block(piece: Piece) -> dict[str, Any]:
    if isinstance(piece, Grid):
        return {"level": 0, "table": [list(row) for row in piece.rows], "text": ""}
    return {
        "level": piece.level,
        "number": piece.number,
        "label": piece.label or None,
        "source_number": piece.source_number,
        "text": piece.text,
        "run_in": run_in_length(piece.text, piece.level),
    }
