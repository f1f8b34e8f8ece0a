"""Every piece of text that a clerk can type in a report: where each stands, and a way to put others in their place.

Not text: numbers, choices, the year, how the levels are numbered, and what an import noted of the numbers it found.
"""

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias, TypeVar, cast

from report.compose import fields_of
from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table, WrittenDate
from report.dates import read_date
from report.differences import FRONT
from report.document import PREFACE, Place
from report.linked_text import with_text
from report.report import TEXT_FIELD, Front, Report, Section, Value
from report.template import ReportType

FRONT_TEXTS = (
    "office",
    "title",
    "addressee",
    "signatory",
    "date",
    "issuer_mark",
    "document_number",
    "signer",
    "secrecy",
    "copy_number",
    "copy_to",
    "printer",
    "print_date",
    "contact",
    "annotation",
)
"""The fields of `Front` that hold text or a date, in the order of templates/front.toml; the others are choices."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one piece of text stands.

    `place` names section ("front", "preface", id of a section or an attachment), field, and block, pair or item.
    `part` says which text of it: "" the text itself or a cell, else heading, title, lead, shortfall, cause or caption.
    `row` and `column` count a table's cells from 0, its head rows included; -1 for what is no cell.
    """

    place: Place
    part: str = ""
    row: int = -1
    column: int = -1


Change: TypeAlias = Callable[[Spot, str], str]
"""What a piece of text becomes: the text it is given, or another."""


def texts(report: Report, report_type: ReportType | None = None) -> Iterator[tuple[Spot, str]]:
    """Each piece of text with its spot, empty ones too, in the order of the tabs and from top to bottom in each.

    Only the type knows the order of a section's fields, and which are choices. Given it, just the fields that a
    section's tab shows are told, without choices; else all values there are, in the order in which they were set.
    """
    found: list[tuple[Spot, str]] = []

    def note(spot: Spot, text: str) -> str:
        found.append((spot, text))
        return text

    _Walk(note, report_type).report(report)
    return iter(found)


def with_texts(report: Report, changed: Mapping[Spot, str]) -> Report:
    """The report with these texts at these spots. Raises KeyError for a spot that it does not have.

    Whatever stays equal is the same object as before. A date whose words change is read anew (see `read_date`).
    """
    missing = dict.fromkeys(changed)

    def change(spot: Spot, text: str) -> str:
        missing.pop(spot, None)
        return changed.get(spot, text)

    after = change_texts(report, change)
    if missing:
        raise KeyError(next(iter(missing)))
    return after


def change_texts(report: Report, change: Change) -> Report:
    """The report with each text as `change` gives it, asked once a piece in the order of `texts(report)`.

    Shares and reads dates as `with_texts` does.
    """
    return _Walk(change).report(report)


_Entry = TypeVar("_Entry", bound=Paragraph | Table | Pair | Item)
_Member = TypeVar("_Member")
_Made = TypeVar("_Made", Report, Front, Section, Attachment, Pairs, Paragraph, Table, Pair, Item)


class _Walk:
    """The one way through a report: each text goes through `change`, and what stays equal stays the same object."""

    def __init__(self, change: Change, report_type: ReportType | None = None) -> None:
        self._change, self._type = change, report_type

    def report(self, report: Report) -> Report:
        return _with(
            report,
            front=_with(report.front, **{name: self._front(name, report.front) for name in FRONT_TEXTS}),
            preface=self._value(Place(PREFACE, TEXT_FIELD), report.preface),
            sections=_same(report.sections, map(self._section, report.sections)),
            attachments=_same(report.attachments, map(self._attachment, report.attachments)),
        )

    def _front(self, name: str, front: Front) -> Value:
        return self._value(Place(FRONT, name), getattr(front, name))

    def _section(self, section: Section) -> Section:
        heading = self._text(Spot(Place(section.id), "heading"), section.heading)
        values = {name: self._value(Place(section.id, name), section.values[name]) for name in self._fields(section)}
        if all(value is section.values[name] for name, value in values.items()):
            return _with(section, heading=heading)
        return replace(section, heading=heading, values=MappingProxyType({**section.values, **values}))

    def _fields(self, section: Section) -> Iterable[str]:
        """Ids of the values to look at, in order."""
        if self._type is None:
            return section.values
        fields = fields_of(self._type.section(section.kind))
        return [field.id for field in fields if field.kind != "choice" and field.id in section.values]

    def _attachment(self, attachment: Attachment) -> Attachment:
        title = self._text(Spot(Place(attachment.id, "title"), "title"), attachment.title)
        blocks = self._value(Place(attachment.id, TEXT_FIELD), attachment.blocks)
        return _with(attachment, title=title, blocks=blocks)

    def _value(self, place: Place, value: Value) -> Value:
        match value:
            case str():
                return self._text(Spot(place), value)
            case WrittenDate(words):
                text = self._text(Spot(place), words)
                return value if text is words else read_date(text)
            case Pairs():
                lead = self._text(Spot(place, "lead"), value.lead)
                return _with(value, lead=lead, rows=self._entries(place, value.rows))
            case Table():
                # The caption of a declared table is its label: there is none to type.
                return _with(value, rows=self._rows(place, value))
            case tuple():
                return cast("Value", self._entries(place, value))
            case _:
                return value

    def _entries(self, place: Place, entries: tuple[_Entry, ...]) -> tuple[_Entry, ...]:
        return _same(entries, (self._entry(place, entry) for entry in entries))

    def _entry(self, field: Place, entry: _Entry) -> _Entry:
        place = Place(field.section, field.field, entry.id)
        if isinstance(entry, Table):
            caption = self._text(Spot(place, "caption"), entry.caption)
            return _with(entry, caption=caption, rows=self._rows(place, entry))
        if isinstance(entry, Pair):
            shortfall = self._text(Spot(place, "shortfall"), entry.shortfall)
            return _with(entry, shortfall=shortfall, cause=self._text(Spot(place, "cause"), entry.cause))
        text = self._text(Spot(place), entry.text)
        return with_text(entry, text) if isinstance(entry, Paragraph) else _with(entry, text=text)

    def _rows(self, place: Place, table: Table) -> tuple[tuple[str, ...], ...]:
        return _same(table.rows, (self._row(place, number, row) for number, row in enumerate(table.rows)))

    def _row(self, place: Place, row: int, cells: tuple[str, ...]) -> tuple[str, ...]:
        return _same(cells, (self._text(Spot(place, "", row, at), cell) for at, cell in enumerate(cells)))

    def _text(self, spot: Spot, text: str) -> str:
        changed = self._change(spot, text)
        return text if changed == text else changed


def _same(old: tuple[_Member, ...], new: Iterable[_Member]) -> tuple[_Member, ...]:
    """The new members; `old` itself when they are the same objects."""
    members = tuple(new)
    return old if all(map(operator.is_, old, members)) else members


def _with(old: _Made, **values: object) -> _Made:
    """`old` with these values; `old` itself when it has these very objects."""
    if all(getattr(old, name) is value for name, value in values.items()):
        return old
    return replace(old, **values)
