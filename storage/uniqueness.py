"""Ids that are keys in the store: a report in which two pieces have the same id can still be saved.

That never happens in a sound report. If it does, no text may be lost for it: the later piece gets "~2" to its id.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar, cast

from report.content import Attachment, Blocks, Pairs
from report.document import PREFACE
from report.report import Report, Section, Value
from storage.rows import Entry, entries_of

_Piece = TypeVar("_Piece", Section, Attachment, Entry)

_RESERVED = ("", PREFACE)


def with_unique_ids(report: Report) -> Report:
    """The same report when its ids can be keys, else one in which they can; equal reports give equal ids."""
    parts = [*_RESERVED, *(one.id for one in report.sections), *(one.id for one in report.attachments)]
    blocks = ["", *(entry.id for entry in _entries(report))]
    if len(set(parts)) == len(parts) and len(set(blocks)) == len(blocks):
        return report
    own_part, own_block = _renamer(set(_RESERVED)), _renamer({""})
    return replace(
        report,
        preface=_blocks(report.preface, own_block),
        sections=tuple(_section(one, own_part, own_block) for one in report.sections),
        attachments=tuple(
            replace(one, id=own_part(one.id), blocks=_blocks(one.blocks, own_block)) for one in report.attachments
        ),
    )


def _entries(report: Report) -> Iterator[Entry]:
    yield from report.preface
    for section in report.sections:
        for value in section.values.values():
            yield from entries_of(value)
    for attachment in report.attachments:
        yield from attachment.blocks


def _renamer(taken: set[str]) -> Callable[[str], str]:
    def rename(id_: str) -> str:
        free, number = id_, 1
        while free in taken:
            number += 1
            free = f"{id_}~{number}"
        taken.add(free)
        return free

    return rename


def _section(section: Section, own_part: Callable[[str], str], own_block: Callable[[str], str]) -> Section:
    values = {field: _value(value, own_block) for field, value in section.values.items()}
    return replace(section, id=own_part(section.id), values=MappingProxyType(values))


def _value(value: Value, own: Callable[[str], str]) -> Value:
    if isinstance(value, Pairs):
        return replace(value, rows=tuple(replace(one, id=own(one.id)) for one in value.rows))
    if isinstance(value, tuple):
        return cast("Value", tuple(replace(one, id=own(one.id)) for one in value))
    return value


def _blocks(blocks: Blocks, own: Callable[[str], str]) -> Blocks:
    return tuple(replace(one, id=own(one.id)) for one in blocks)
