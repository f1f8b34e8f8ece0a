"""What the rows of a report hold: from the pieces of the model to columns. Pure; `assembling` is the way back.

A column is text, an integer or null: numbers are kept as the decimal's own text, confidence as the shortest text that
gives the same float.
"""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table, WrittenDate, block_is_empty
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NOT_APPLICABLE, Figure
from report.report import Front, Report, Section, Value
from storage.records import Cell

Row: TypeAlias = dict[str, Cell]
Entry: TypeAlias = Paragraph | Table | Pair | Item
"""What has a row in the table of blocks."""

KEYS: Mapping[str, tuple[str, ...]] = {
    "report": (),
    "front": ("field",),
    "section": ("id",),
    "value": ("section", "field"),
    "attachment": ("id",),
    "block": ("id",),
    "figure": ("indicator",),
    "own_indicator": ("id",),
    "choice": ("kind", "name"),
    "carried": ("entry",),
    "ignored": ("finding",),
    "source": (),
    "version": ("sequence",),
    "confirmation": ("sequence",),
    "checkpoint": ("sequence",),
}
"""The key of each table within a report; the report itself is keyed by its id alone."""

FRONT_FIELDS = tuple(one.name for one in fields(Front))


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def json_text(data: object) -> str:
    """Data as JSON in its shortest form; Chinese stays readable."""
    return _JSON.encode(data)


def report_cells(report: Report) -> Row:
    """What the report's own row holds of the model."""
    kind = report.type
    return {
        "type": kind.id,
        "edition": kind.edition,
        "hash": kind.hash,
        "year": report.year,
        "numbering": report.numbering.value,
        "follows": report.follows,
    }


def front_cells(front: Front, field: str) -> Row | None:
    """One field of the front matter, None when it was never filled in."""
    value: str | WrittenDate = getattr(front, field)
    if isinstance(value, WrittenDate):
        return {"text": value.text, "day": _day(value.day)} if value != WrittenDate() else None
    return {"text": value, "day": None} if value else None


def section_cells(section: Section) -> Row:
    """A section's own row, without its position."""
    return {
        "heading": section.heading,
        "kind": section.kind,
        "confidence": repr(float(section.confidence)),
        "source_number": section.source_number,
        "done": int(section.done),
        "empty": int(all(map(value_is_empty, section.values.values()))),
    }


def attachment_cells(attachment: Attachment) -> Row:
    """An attachment's own row, without its position."""
    return {"title": attachment.title}


def ignored_cells(one: Ignored) -> Row:
    """The row of a finding that is ignored."""
    return {"rule": one.rule, "words": one.words, "reason": one.reason, "who": one.who, "moment": one.moment}


def value_cells(value: Value) -> Row:
    """A field's own row: scalars, and what holds for a list as a whole."""
    match value:
        case None:
            return {"kind": "none", "text": "", "more": None}
        case str():
            return {"kind": "text", "text": value, "more": None}
        case Decimal():
            return {"kind": "number", "text": str(value), "more": None}
        case WrittenDate():
            return {"kind": "date", "text": value.text, "more": _day(value.day)}
        case Table():
            more = {"id": value.id, "head_rows": value.head_rows, "rows": value.rows}
            return {"kind": "table", "text": value.caption, "more": json_text(more)}
        case Pairs():
            return {"kind": "pairs", "text": value.lead, "more": "joined" if value.joined else None}
        case _:
            return {"kind": "list", "text": "", "more": None}


def entries_of(value: Value) -> tuple[Entry, ...]:
    """What a field's value holds in rows of its own."""
    if isinstance(value, Pairs):
        return value.rows
    return value if isinstance(value, tuple) else ()


def block_cells(entry: Entry, owner: str, field: str) -> Row:
    """The row of an entry of `owner`'s field, without its position."""
    row: Row = {
        "owner": owner,
        "field": field,
        "kind": "paragraph",
        "level": 0,
        "text": "",
        "source_number": None,
        "cause": None,
        "cells": None,
        "head_rows": None,
        "links": None,
    }
    match entry:
        case Paragraph():
            links = json_text([(one.start, one.end, one.indicator) for one in entry.links]) if entry.links else None
            row.update(level=entry.level, text=entry.text, source_number=entry.source_number, links=links)
        case Table():
            row.update(kind="table", text=entry.caption, cells=json_text(entry.rows), head_rows=entry.head_rows)
        case Pair():
            row.update(kind="pair", text=entry.shortfall, cause=entry.cause)
        case Item():
            row.update(kind="item", text=entry.text)
    return row


def figure_cells(figure: Figure) -> Row:
    """What is known of one indicator."""
    amount = figure.amount
    return {
        "amount": str(amount) if isinstance(amount, Decimal) else None,
        "applies": int(amount is not NOT_APPLICABLE),
        "unit": figure.unit,
        "note": figure.note,
        "source": figure.source,
        "decimals": figure.decimals,
    }


def own_indicator_cells(own: Indicator, position: int) -> Row:
    """An indicator that the report adds."""
    return {
        "position": position,
        "name": own.name,
        "unit": own.unit,
        "decimals": own.decimals,
        "aliases": json_text(own.aliases),
    }


def value_is_empty(value: Value) -> bool:
    """Whether nothing was filled in, as far as that can be said without the field's kind; zero is something."""
    match value:
        case None:
            return True
        case str():
            return not value.strip()
        case WrittenDate():
            return not value.text.strip()
        case Decimal():
            return False
        case Table():
            return block_is_empty(value)
        case Pairs():
            return not value.lead.strip() and all(map(_entry_is_empty, value.rows))
        case _:
            return all(map(_entry_is_empty, value))


def _entry_is_empty(entry: Entry) -> bool:
    if isinstance(entry, Pair):
        return not entry.shortfall.strip() and not entry.cause.strip()
    return not entry.text.strip() if isinstance(entry, Item) else block_is_empty(entry)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
