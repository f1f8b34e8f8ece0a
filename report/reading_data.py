"""Data → report: the way back from `codec`. Whatever is not exactly a report is refused, with its place in the data."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TypeVar, cast

from report.content import LEVELS, Attachment, Blocks, Item, Link, Pair, Pairs, Paragraph, Table, WrittenDate
from report.errors import ReportError
from report.identity import NewId
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NO_FIGURES, NOT_APPLICABLE, OWN, Amount, Figure, Figures
from report.linked_text import are_sound
from report.numbering import Scheme
from report.report import Front, Report, Section, TypeRef, Value

FORMAT, VERSION = "chengbao-report", 3
"""Version 2 came with links, figures and what was carried over, 3 with findings that are ignored."""
FRONT_FIELDS = tuple(one.name for one in fields(Front))
IGNORED_FIELDS = tuple(one.name for one in fields(Ignored))

_Type = TypeVar("_Type")
_BLOCKS, _ENTRIES = ("paragraph", "table"), ("paragraph", "table", "pair", "item")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(E[+-]?\d+)?", re.ASCII)
_DIGITS = 1000
"""Characters that a number may have; more is an attack, not a figure."""


class NotAReport(ReportError):
    """The data are no report.

    `place` is the path in them ("sections[2].values.text"), `problem` one of missing, unknown-key, wrong-type,
    wrong-value, wrong-format, newer.
    """

    def __init__(self, place: str, problem: str) -> None:
        super().__init__(place, problem)
        self.place, self.problem = place, problem


def from_data(data: object) -> Report:
    """The report that `codec.to_data` made the data of. Raises NotAReport."""
    if not isinstance(data, dict) or cast("dict[str, object]", data).get("format") != FORMAT:
        raise NotAReport("", "wrong-format")
    top = _node(cast("object", data), "")
    if top.get("version", int) > VERSION:
        raise NotAReport("version", "newer")
    kind = top.child("type")
    report = Report(
        id=top.get("id", str),
        type=TypeRef(kind.get("id", str), kind.get("edition", str), kind.get("hash", str)),
        year=top.maybe("year", int),
        numbering=top.convert("numbering", Scheme),
        front=_front(top.child("front")),
        preface=_blocks(top, "preface"),
        sections=tuple(_section(node) for node in top.children("sections")),
        attachments=tuple(_attachment(node) for node in top.children("attachments")),
        figures=_figures(top.child("figures")) if "figures" in top.keys() else NO_FIGURES,  # noqa: SIM118
        follows=top.get("follows", str) if "follows" in top.keys() else "",  # noqa: SIM118
        carried=_texts(top.child("carried")) if "carried" in top.keys() else MappingProxyType({}),  # noqa: SIM118
        ignored=_ignored(top.child("ignored")) if "ignored" in top.keys() else MappingProxyType({}),  # noqa: SIM118
    )
    kind.close()
    top.take("format")
    top.close()
    return report


def blocks_from_data(data: object, new_id: NewId) -> Blocks:
    """The blocks that `codec.blocks_to_data` made the data of, each with a new id. Raises NotAReport."""
    blocks = _blocks(_node({"blocks": data}, ""), "blocks")
    return tuple(replace(block, id=new_id()) for block in blocks)


class _Node:
    """One object in the data; each key is taken once, `close` refuses what is left."""

    def __init__(self, place: str, data: Mapping[str, object]) -> None:
        self._place, self._rest = place, dict(data)

    def at(self, key: str) -> str:
        return f"{self._place}.{key}" if self._place else key

    def take(self, key: str) -> object:
        if key not in self._rest:
            raise NotAReport(self.at(key), "missing")
        return self._rest.pop(key)

    def get(self, key: str, kind: type[_Type]) -> _Type:
        return _checked(self.take(key), kind, self.at(key))

    def maybe(self, key: str, kind: type[_Type]) -> _Type | None:
        value = self.take(key)
        return None if value is None else _checked(value, kind, self.at(key))

    def convert(self, key: str, make: Callable[[str], _Type]) -> _Type:
        """A text that means something else."""
        text = self.get(key, str)
        try:
            return make(text)
        except (ValueError, InvalidOperation) as error:
            raise NotAReport(self.at(key), "wrong-value") from error

    def child(self, key: str) -> "_Node":
        return _node(self.take(key), self.at(key))

    def children(self, key: str) -> list["_Node"]:
        values = cast("list[object]", self.get(key, list))
        return [_node(one, f"{self.at(key)}[{number}]") for number, one in enumerate(values)]

    def keys(self) -> tuple[str, ...]:
        return tuple(self._rest)

    def kind(self, known: tuple[str, ...]) -> str:
        kind = self.get("kind", str)
        if kind not in known:
            raise NotAReport(self.at("kind"), "wrong-value")
        return kind

    def close(self) -> None:
        for key in self._rest:
            raise NotAReport(self.at(key), "unknown-key")


def _node(value: object, place: str) -> _Node:
    return _Node(place, cast("dict[str, object]", _checked(value, dict, place)))


def _checked(value: object, kind: type[_Type], place: str) -> _Type:
    if type(value) is not kind:
        raise NotAReport(place, "wrong-type")
    return value


def _front(node: _Node) -> Front:
    """The fields that are there; those that came to the program after the data was written are empty."""
    empty, given = Front(), node.keys()
    values = {
        name: _date(node.child(name)) if isinstance(getattr(empty, name), WrittenDate) else node.get(name, str)
        for name in FRONT_FIELDS
        if name in given
    }
    node.close()
    return replace(empty, **values)


def _section(node: _Node) -> Section:
    values = node.child("values")
    section = Section(
        id=node.get("id", str),
        heading=node.get("heading", str),
        kind=node.maybe("kind", str),
        confidence=node.convert("confidence", _float),
        source_number=node.maybe("source_number", str),
        values=MappingProxyType({field: _value(values.child(field)) for field in values.keys()}),  # noqa: SIM118
        done=node.get("done", bool),
    )
    node.close()
    return section


def _attachment(node: _Node) -> Attachment:
    attachment = Attachment(node.get("id", str), node.get("title", str), _blocks(node, "blocks"))
    node.close()
    return attachment


def _value(node: _Node) -> Value:
    kind = node.kind(("none", "text", "number", "date", "table", "pairs", "list"))
    if kind == "table":
        return _table(node)
    if kind == "date":
        return _date(node)
    value: Value = None
    if kind == "text":
        value = node.get("text", str)
    elif kind == "number":
        value = node.convert("number", _decimal)
    elif kind == "pairs":
        rows = tuple(_entry(one, ("pair",)) for one in node.children("rows"))
        value = Pairs(node.get("lead", str), cast("tuple[Pair, ...]", rows), node.get("joined", bool))
    elif kind == "list":
        value = cast("Value", tuple(_entry(one, _ENTRIES) for one in node.children("entries")))
    node.close()
    return value


def _blocks(node: _Node, key: str) -> Blocks:
    return cast("Blocks", tuple(_entry(one, _BLOCKS) for one in node.children(key)))


def _entry(node: _Node, known: tuple[str, ...]) -> Paragraph | Table | Pair | Item:
    kind = node.kind(known)
    if kind == "table":
        return _table(node)
    id_ = node.get("id", str)
    if kind == "paragraph":
        entry = _paragraph(node, id_)
    elif kind == "pair":
        entry = Pair(id_, node.get("shortfall", str), node.get("cause", str))
    else:
        entry = Item(id_, node.get("text", str))
    node.close()
    return entry


def _paragraph(node: _Node, id_: str) -> Paragraph:
    links = _links(node) if "links" in node.keys() else ()  # noqa: SIM118
    entry = Paragraph(id_, node.get("text", str), _level(node), node.maybe("source_number", str), links)
    if not are_sound(entry):
        raise NotAReport(node.at("links"), "wrong-value")
    return entry


def _links(node: _Node) -> tuple[Link, ...]:
    place = node.at("links")
    found: list[Link] = []
    for one in cast("list[object]", node.get("links", list)):
        parts = cast("list[object]", _checked(one, list, place))
        if [type(part) for part in parts] != [int, int, str]:
            raise NotAReport(place, "wrong-type")
        found.append(Link(*cast("tuple[int, int, str]", tuple(parts))))
    return tuple(found)


def _figures(node: _Node) -> Figures:
    given = node.child("given")
    figures = Figures(
        MappingProxyType({key: _figure(given.child(key)) for key in given.keys()}),  # noqa: SIM118
        tuple(_own(one) for one in node.children("own")),
        _texts(node.child("units")),
        _flags(node.child("shown")),
    )
    node.close()
    return figures


def _figure(node: _Node) -> Figure:
    amount: Amount = None
    if (text := node.maybe("amount", str)) is not None:
        try:
            amount = _decimal(text)
        except ValueError as error:
            raise NotAReport(node.at("amount"), "wrong-value") from error
    if not node.get("applies", bool):
        amount = NOT_APPLICABLE
    figure = Figure(
        amount, node.get("unit", str), node.get("note", str), node.get("source", str), node.maybe("decimals", int)
    )
    node.close()
    return figure


def _own(node: _Node) -> Indicator:
    aliases = cast("list[object]", node.get("aliases", list))
    own = Indicator(
        node.get("id", str),
        node.get("name", str),
        OWN,
        node.get("unit", str),
        decimals=node.get("decimals", int),
        aliases=tuple(_checked(one, str, node.at("aliases")) for one in aliases),
    )
    node.close()
    return own


def _ignored(node: _Node) -> Mapping[str, Ignored]:
    found: dict[str, Ignored] = {}
    for key in node.keys():  # noqa: SIM118
        one = node.child(key)
        found[key] = Ignored(**{name: one.get(name, str) for name in IGNORED_FIELDS})
        one.close()
    return MappingProxyType(found)


def _texts(node: _Node) -> Mapping[str, str]:
    return MappingProxyType({key: node.get(key, str) for key in node.keys()})  # noqa: SIM118


def _flags(node: _Node) -> Mapping[str, bool]:
    return MappingProxyType({key: node.get(key, bool) for key in node.keys()})  # noqa: SIM118


def _level(node: _Node) -> int:
    level = node.get("level", int)
    if level not in LEVELS:
        raise NotAReport(node.at("level"), "wrong-value")
    return level


def _table(node: _Node) -> Table:
    place = node.at("rows")
    rows = [cast("list[object]", _checked(row, list, place)) for row in cast("list[object]", node.get("rows", list))]
    cells = tuple(tuple(_checked(cell, str, place) for cell in row) for row in rows)
    table = Table(node.get("id", str), cells, node.get("head_rows", int), node.get("caption", str))
    node.close()
    return table


def _date(node: _Node) -> WrittenDate:
    text, day = node.get("text", str), node.maybe("day", str)
    node.close()
    try:
        return WrittenDate(text, None if day is None else date.fromisoformat(day))
    except ValueError as error:
        raise NotAReport(node.at("day"), "wrong-value") from error


def _decimal(text: str) -> Decimal:
    if len(text) > _DIGITS or not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return Decimal(text)


def _float(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError(text)
    return number
