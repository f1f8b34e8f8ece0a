"""From rows back to a report, with the positions its entries have. Pure; `rows` is the way there.

Raises KeyError, ValueError or TypeError for rows that `rows` did not make: the caller takes them for damage.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from report.content import Attachment, Blocks, Item, Link, Pair, Pairs, Paragraph, Table, WrittenDate
from report.document import PREFACE
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NO_FIGURES, NOT_APPLICABLE, OWN, Figure, Figures
from report.numbering import Scheme
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef, Value
from storage.rows import Entry

Found: TypeAlias = Mapping[str, Any]
"""A row as read, by column."""

Positions: TypeAlias = Mapping[tuple[str, str], tuple[int, ...]]
"""Positions of each list's entries, in order, by owner and field; `SECTIONS` and `ATTACHMENTS` are lists too."""

SECTIONS, ATTACHMENTS = ("", "section"), ("", "attachment")


@dataclass(frozen=True, slots=True)
class Rows:
    """All rows of one report; lists are in the order of their positions."""

    report: Found
    front: Sequence[Found]
    sections: Sequence[Found]
    values: Sequence[Found]
    attachments: Sequence[Found]
    blocks: Sequence[Found]
    figures: Sequence[Found]
    own_indicators: Sequence[Found]
    choices: Sequence[Found]
    carried: Sequence[Found]
    ignored: Sequence[Found]


def assemble(rows: Rows) -> tuple[Report, Positions]:
    """The report of these rows."""
    lists: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in rows.blocks:
        lists[row["owner"], row["field"]].append(_entry(row))
        places[row["owner"], row["field"]].append(row["position"])
    values: dict[str, dict[str, Value]] = defaultdict(dict)
    for row in rows.values:
        values[row["section"]][row["field"]] = _value(row, tuple(lists.get((row["section"], row["field"]), ())))
    head = rows.report
    report = Report(
        id=head["id"],
        type=TypeRef(head["type"], head["edition"], head["hash"]),
        year=head["year"],
        front=_front(rows.front),
        numbering=Scheme(head["numbering"]),
        preface=cast("Blocks", tuple(lists.get((PREFACE, TEXT_FIELD), ()))),
        sections=tuple(_section(row, values.get(row["id"], {})) for row in rows.sections),
        attachments=tuple(_attachment(row, lists.get((row["id"], TEXT_FIELD), ())) for row in rows.attachments),
        figures=_figures(rows),
        follows=head.get("follows", ""),
        carried=MappingProxyType({row["entry"]: row["mark"] for row in rows.carried}),
        ignored=MappingProxyType({row["finding"]: _ignored(row) for row in rows.ignored}),
    )
    positions = {key: tuple(found) for key, found in places.items()}
    positions[SECTIONS] = tuple(row["position"] for row in rows.sections)
    positions[ATTACHMENTS] = tuple(row["position"] for row in rows.attachments)
    return report, positions


def _ignored(row: Found) -> Ignored:
    return Ignored(row["rule"], row["words"], row["reason"], row["who"], row["moment"])


def _front(rows: Iterable[Found]) -> Front:
    empty = Front()
    known = {
        row["field"]: WrittenDate(row["text"], _day(row["day"]))
        if isinstance(getattr(empty, row["field"]), WrittenDate)
        else row["text"]
        for row in rows
    }
    return replace(empty, **known)


def _section(row: Found, values: Mapping[str, Value]) -> Section:
    return Section(
        row["id"],
        row["heading"],
        row["kind"],
        float(row["confidence"]),
        row["source_number"],
        MappingProxyType(dict(values)),
        bool(row["done"]),
    )


def _attachment(row: Found, entries: Iterable[Entry]) -> Attachment:
    return Attachment(row["id"], row["title"], cast("Blocks", tuple(entries)))


def _entry(row: Found) -> Entry:
    kind, id_, text = row["kind"], row["id"], row["text"]
    if kind == "paragraph":
        return Paragraph(id_, text, row["level"], row["source_number"], _links(row.get("links")))
    if kind == "table":
        return Table(id_, _cells(json.loads(row["cells"])), row["head_rows"], text)
    return Pair(id_, text, row["cause"]) if kind == "pair" else Item(id_, text)


def _links(text: str | None) -> tuple[Link, ...]:
    return tuple(Link(*one) for one in json.loads(text)) if text is not None else ()


def _figures(rows: Rows) -> Figures:
    if not (rows.figures or rows.own_indicators or rows.choices):
        return NO_FIGURES
    named = {(row["kind"], row["name"]): row["value"] for row in rows.choices}
    return Figures(
        MappingProxyType({row["indicator"]: _figure(row) for row in rows.figures}),
        tuple(_own(row) for row in rows.own_indicators),
        MappingProxyType({name: value for (kind, name), value in named.items() if kind == "unit"}),
        MappingProxyType({name: value == "1" for (kind, name), value in named.items() if kind == "group"}),
    )


def _figure(row: Found) -> Figure:
    amount = None if row["amount"] is None else Decimal(row["amount"])
    amount = amount if row["applies"] else NOT_APPLICABLE
    return Figure(amount, row["unit"], row["note"], row["source"], row["decimals"])


def _own(row: Found) -> Indicator:
    aliases = tuple(json.loads(row["aliases"]))
    return Indicator(row["id"], row["name"], OWN, row["unit"], decimals=row["decimals"], aliases=aliases)


def _value(row: Found, entries: tuple[Entry, ...]) -> Value:
    kind, text, more = row["kind"], row["text"], row["more"]
    if kind == "list":
        return cast("Value", entries)
    if kind == "pairs":
        return Pairs(text, cast("tuple[Pair, ...]", entries), more is not None)
    if kind == "table":
        data = json.loads(more)
        return Table(data["id"], _cells(data["rows"]), data["head_rows"], text)
    if kind == "date":
        return WrittenDate(text, _day(more))
    if kind == "number":
        return Decimal(text)
    return text if kind == "text" else None


def _cells(rows: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text is not None else None
