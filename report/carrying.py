"""What came over from the year before and has not been looked at since.

A mark of the words as they came is kept beside the report; an entry whose words differ from it was edited and is no
longer carried. So nothing has to be told of an edit, and an undo brings the mark back with the words. Values of
indicators do not count: filling in a number is not reading the sentence.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from types import MappingProxyType
from typing import TypeAlias

from report.content import Item, Pair, Pairs, Paragraph, Table, block_is_empty
from report.document import PREFACE, Place
from report.numbering import heading_length
from report.report import TEXT_FIELD, Report, Value

Entry: TypeAlias = Paragraph | Table | Pair | Item
"""What is carried by itself."""

_CONFIRMED = ""
"""In place of a mark: looked at, whatever it reads."""
_DIGITS = 12
"""Hexadecimal digits of a mark: a report has some hundred entries."""


class CarriedState(Enum):
    """What became of an entry: NEW did not come from the year before, CONFIRMED was looked at and is to stay."""

    NEW = "new"
    CARRIED = "carried"
    EDITED = "edited"
    CONFIRMED = "confirmed"


def carry_all(report: Report) -> Report:
    """The report with everything in it marked as carried, but headings and what is empty."""
    marks = {entry.id: mark_of(entry) for _, entry in entries(report) if _counts(entry)}
    return replace(report, carried=MappingProxyType(marks))


def carried(report: Report) -> Iterator[Place]:
    """The places of what still reads as it came, in the order of the tabs."""
    if report.carried:
        for place, entry in entries(report):
            if is_carried(report, entry):
                yield place


def is_carried(report: Report, entry: Entry) -> bool:
    """Whether an entry reads as it came from the year before and was not confirmed."""
    return state_of(report, entry) is CarriedState.CARRIED


def confirm(report: Report, ids: Iterable[str]) -> Report:
    """The report with these entries looked at: they are no longer carried, whatever they read."""
    gone = {one for one in ids if report.carried.get(one)}
    marks = {key: _CONFIRMED if key in gone else mark for key, mark in report.carried.items()}
    return replace(report, carried=MappingProxyType(marks)) if gone else report


def state_of(report: Report, entry: Entry) -> CarriedState:
    """How an entry came into the report, and what became of it."""
    mark = report.carried.get(entry.id)
    if mark is None:
        return CarriedState.NEW
    if mark == _CONFIRMED:
        return CarriedState.CONFIRMED
    return CarriedState.CARRIED if mark == mark_of(entry) else CarriedState.EDITED


def mark_of(entry: Entry) -> str:
    """A short mark of an entry's words, the same whatever the values of the indicators it quotes."""
    import hashlib  # slow to load, and not needed to show a report

    return hashlib.sha256("\0".join(_words(entry)).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def entries(report: Report) -> Iterator[tuple[Place, Entry]]:
    """Everything that has words of its own, with its place, in the order of the tabs."""
    yield from _entries(PREFACE, {TEXT_FIELD: report.preface})
    for section in report.sections:
        yield from _entries(section.id, section.values)
    for attachment in report.attachments:
        yield from _entries(attachment.id, {TEXT_FIELD: attachment.blocks})


def _entries(section: str, values: Mapping[str, Value]) -> Iterator[tuple[Place, Entry]]:
    for field, value in values.items():
        found: Iterable[Entry] = ()
        if isinstance(value, Pairs):
            found = value.rows
        elif isinstance(value, tuple):
            found = value
        elif isinstance(value, Table):
            found = (value,)
        for entry in found:
            yield Place(section, field, entry.id), entry


def _counts(entry: Entry) -> bool:
    if isinstance(entry, Pair):
        return bool(entry.shortfall.strip() or entry.cause.strip())
    if isinstance(entry, Item):
        return bool(entry.text.strip())
    if isinstance(entry, Paragraph) and entry.level:
        return heading_length(entry.text, entry.level) < len(entry.text.rstrip("。 　"))
    return not block_is_empty(entry)


def _words(entry: Entry) -> Iterator[str]:
    match entry:
        case Paragraph():
            yield _without_values(entry)
        case Item():
            yield entry.text
        case Pair():
            yield entry.shortfall
            yield entry.cause
        case Table():
            yield entry.caption
            for row in entry.rows:
                yield "\t".join(row)


def _without_values(paragraph: Paragraph) -> str:
    """The text with the indicators' ids in place of their values."""
    words, done = "", 0
    for link in paragraph.links:
        words += f"{paragraph.text[done : link.start]}\1{link.indicator}\1"
        done = link.end
    return words + paragraph.text[done:]
