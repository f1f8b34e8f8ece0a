"""A report as JSON-able data and back, exactly: for frozen versions and for exchange as a file.

Decimals are text, dates text with their ISO day. `format` and `version` head the object; an unknown key is refused
rather than dropped. `reading_data` has the way back.
"""

from decimal import Decimal
from typing import Any

from report.content import Block, Blocks, Item, Pair, Pairs, Paragraph, Table, WrittenDate
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NOT_APPLICABLE, Figure, Figures
from report.reading_data import FORMAT, FRONT_FIELDS, IGNORED_FIELDS, VERSION, NotAReport, from_data
from report.report import Front, Report, Section, Value

__all__ = ["NotAReport", "from_data", "to_data"]


def to_data(report: Report) -> dict[str, Any]:
    """The report as dicts, lists, texts, integers and truth values."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": report.id,
        "type": {"id": report.type.id, "edition": report.type.edition, "hash": report.type.hash},
        "year": report.year,
        "numbering": report.numbering.value,
        "front": _front(report.front),
        "preface": blocks_to_data(report.preface),
        "sections": [_section(section) for section in report.sections],
        "attachments": [
            {"id": one.id, "title": one.title, "blocks": blocks_to_data(one.blocks)} for one in report.attachments
        ],
        "figures": _figures(report.figures),
        "follows": report.follows,
        "carried": dict(report.carried),
        "ignored": {key: _ignored(one) for key, one in report.ignored.items()},
    }


def blocks_to_data(blocks: Blocks) -> list[dict[str, Any]]:
    """Blocks by themselves, as they stand in a report's data."""
    return [_entry(block) for block in blocks]


def _front(front: Front) -> dict[str, Any]:
    values = {name: getattr(front, name) for name in FRONT_FIELDS}
    return {name: _date(value) if isinstance(value, WrittenDate) else value for name, value in values.items()}


def _ignored(one: Ignored) -> dict[str, Any]:
    return {name: getattr(one, name) for name in IGNORED_FIELDS}


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "given": {indicator: _figure(figure) for indicator, figure in figures.given.items()},
        "own": [_own(one) for one in figures.own],
        "units": dict(figures.units),
        "shown": dict(figures.shown),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    amount = figure.amount
    return {
        "amount": None if amount is None or amount is NOT_APPLICABLE else str(amount),
        "applies": amount is not NOT_APPLICABLE,
        "unit": figure.unit,
        "note": figure.note,
        "source": figure.source,
        "decimals": figure.decimals,
    }


def _own(one: Indicator) -> dict[str, Any]:
    return {"id": one.id, "name": one.name, "unit": one.unit, "decimals": one.decimals, "aliases": list(one.aliases)}


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "heading": section.heading,
        "kind": section.kind,
        "confidence": repr(float(section.confidence)),
        "source_number": section.source_number,
        "done": section.done,
        "values": {field: _value(value) for field, value in section.values.items()},
    }


def _value(value: Value) -> dict[str, Any]:
    match value:
        case None:
            return {"kind": "none"}
        case str():
            return {"kind": "text", "text": value}
        case Decimal():
            return {"kind": "number", "number": str(value)}
        case WrittenDate():
            return {"kind": "date", **_date(value)}
        case Table():
            return _entry(value)
        case Pairs():
            rows = [_entry(row) for row in value.rows]
            return {"kind": "pairs", "lead": value.lead, "joined": value.joined, "rows": rows}
        case _:
            return {"kind": "list", "entries": [_entry(entry) for entry in value]}


def _entry(entry: Block | Pair | Item) -> dict[str, Any]:
    match entry:
        case Paragraph(id_, text, level, number, links):
            links = [[one.start, one.end, one.indicator] for one in links]
            return {
                "kind": "paragraph",
                "id": id_,
                "text": text,
                "level": level,
                "source_number": number,
                "links": links,
            }
        case Table(id_, rows, head_rows, caption):
            cells = [list(row) for row in rows]
            return {"kind": "table", "id": id_, "rows": cells, "head_rows": head_rows, "caption": caption}
        case Pair(id_, shortfall, cause):
            return {"kind": "pair", "id": id_, "shortfall": shortfall, "cause": cause}
        case Item(id_, text):
            return {"kind": "item", "id": id_, "text": text}


def _date(value: WrittenDate) -> dict[str, Any]:
    return {"text": value.text, "day": value.day.isoformat() if value.day else None}
