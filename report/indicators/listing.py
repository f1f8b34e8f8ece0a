"""The indicators of a report as plain data for other programs: what its text states, and what its sheet holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from report.content import Paragraph
from report.document import Document, Piece, Place, Prose
from report.indicators.figures import OWN
from report.indicators.quoting import Quotation, quotations, values_in
from report.indicators.values import Values
from report.recognition.numerals import as_written
from report.report import Report
from report.template import ReportType

if TYPE_CHECKING:
    from report.recognition.report_numbers import Recognised


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a paragraph is printed: the name of its part, its index there."""

    section: str
    block: int


def list_indicators(
    report_type: ReportType, report: Report, document: Document, recognised: "Sequence[Recognised]"
) -> list[dict[str, Any]]:
    """The counts that the text states, in order; then what it waits for, then values that it does not quote.

    A count that is linked has the id and the value of its indicator. One that no indicator is known for is numbered
    own-n behind the report's own.
    """
    values = values_in(report_type, report)
    spots = _spots(document)
    links = {(one.place, one.link.start): one for one in quotations(report)}
    names = {page.place.section: f"attachment-{number}" for number, page in enumerate(document.attachments, 1)}
    rows: list[dict[str, Any]] = []
    numbers, indents = _free_numbers(values), _indents(report)
    for one in recognised:
        link = links.pop((one.place, one.start + indents.get(one.place.block, 0)), None) if one.row < 0 else None
        row = _stated(one, names)
        if link is not None:
            row |= {"id": link.link.indicator, "name": values.name(link.link.indicator), "linked": True}
        row["id"] = row["id"] or f"{OWN}-{next(numbers)}"
        rows.append(row)
    rows += [_waited_for(values, one, spots, indents.get(one.place.block, 0)) for one in links.values()]
    told = {row["id"] for row in rows}
    rows += [_unquoted(values, one) for one in values.figures.given if one not in told]
    return rows


def _stated(one: "Recognised", names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": one.indicator,
        "name": one.name,
        "value": one.value,
        "unit": one.unit,
        "qualifier": one.qualifier,
        "implied": one.implied,
        "section": names.get(one.place.section, one.place.section),
        "block": one.index,
        "start": one.start,
        "quote": one.quote,
        "linked": False,
    }


def _waited_for(values: Values, one: Quotation, spots: Mapping[Place, _Spot], shift: int) -> dict[str, Any]:
    """A link that recognition does not see: its value is not given, or is a sentence."""
    row = _unquoted(values, one.link.indicator)
    spot = spots.get(one.place)
    if spot is not None:
        row |= {"section": spot.section, "block": spot.block, "start": one.link.start - shift}
    return row | {"quote": one.words, "linked": True}


def _unquoted(values: Values, indicator: str) -> dict[str, Any]:
    amount = values.amount(indicator)
    return {
        "id": indicator,
        "name": values.name(indicator),
        "value": as_written(amount) if isinstance(amount, Decimal) else None,
        "unit": values.unit(indicator),
        "qualifier": None,
        "implied": False,
        "section": None,
        "block": None,
        "start": None,
        "quote": "",
        "linked": False,
    }


def _spots(document: Document) -> dict[Place, _Spot]:
    found: dict[Place, _Spot] = {}
    sections: dict[str, list[Piece]] = {}
    for piece in document.body:
        if not (isinstance(piece, Prose) and piece.level == 1):
            sections.setdefault(piece.place.section, []).append(piece)
    parts = list(sections.items())
    parts += [(f"attachment-{number}", list(page.pieces)) for number, page in enumerate(document.attachments, 1)]
    for section, pieces in parts:
        for index, piece in enumerate(pieces):
            found[piece.place] = _Spot(section, index)
    return found


def _indents(report: Report) -> dict[str, int]:
    """By paragraphs' ids: how many characters are not printed because they are spaces at the start."""
    found: dict[str, int] = {}
    for blocks in report.blocks():
        for one in blocks:
            if isinstance(one, Paragraph) and one.text[:1].isspace():
                found[one.id] = len(one.text) - len(one.text.lstrip())
    return found


def _free_numbers(values: Values) -> Iterator[int]:
    used = {one.id for one in values.figures.own}
    number = 1
    while True:
        if f"{OWN}-{number}" not in used:
            yield number
        number += 1
