"""A report with a part of it, a field, a paragraph, or all of it as it was before."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from types import MappingProxyType
from typing import TypeVar

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table
from report.differences import FRONT
from report.document import FIGURES, PREFACE, Place
from report.identity import NewId
from report.last_year import ATTACHMENTS
from report.report import Report, Section, Value

_Piece = TypeVar("_Piece", Section, Attachment)
_Entry = TypeVar("_Entry", Paragraph | Table, Pair, Item)


def reverted(now: Report, then: Report, scope: Place, new_id: NewId) -> Report:
    """`now` with what is in `scope` as in `then`; Place("") is everything, see `state_comparison.compare_states`.

    A section or paragraph that is gone comes back where it stood. What was not there yet stays as it is. Equal to `now`
    when nothing in scope was otherwise.
    """
    if not scope.section:
        return replace(then, id=now.id, type=now.type)
    if scope.section == FRONT:
        return _front(now, then, scope.field)
    if scope.section == FIGURES:
        return _figures(now, then, scope.field)
    return _with_own_ids(_text(now, then, scope), scope, new_id)


def _text(now: Report, then: Report, scope: Place) -> Report:
    if scope.section == PREFACE:
        return replace(now, preface=_one_of(now.preface, then.preface, scope.block) if scope.block else then.preface)
    if scope.section == ATTACHMENTS:
        return replace(now, attachments=then.attachments)
    if scope.field:
        return _field(now, then, scope)
    return replace(
        now,
        sections=_with(now.sections, then.sections, scope.section),
        attachments=_with(now.attachments, then.attachments, scope.section),
    )


def _front(now: Report, then: Report, field: str) -> Report:
    if not field:
        return replace(now, front=then.front, year=then.year)
    known = {one.name for one in fields(now.front)}
    return replace(now, front=replace(now.front, **{field: getattr(then.front, field)})) if field in known else now


def _figures(now: Report, then: Report, indicator: str) -> Report:
    if not indicator:
        return replace(now, figures=then.figures)
    return replace(now, figures=now.figures.with_figure(indicator, then.figures.of(indicator)))


def _field(now: Report, then: Report, scope: Place) -> Report:
    for one in now.attachments:
        was = next((each for each in then.attachments if each.id == one.id), None)
        if one.id == scope.section and was is not None:
            blocks = _one_of(one.blocks, was.blocks, scope.block) if scope.block else was.blocks
            new = replace(one, title=was.title) if scope.field == "title" else replace(one, blocks=blocks)
            return replace(now, attachments=tuple(new if each is one else each for each in now.attachments))
    here = next((one for one in now.sections if one.id == scope.section), None)
    before = next((one for one in then.sections if one.id == scope.section), None)
    if here is None or before is None:
        return now
    value = before.values.get(scope.field)
    if scope.block:
        value = _value_with(here.values.get(scope.field), value, scope.block)
    return now.with_section(scope.section, lambda one: one.with_value(scope.field, value))


def _value_with(value: Value, was: Value, block: str) -> Value:
    """A field's value with one of its entries as it was."""
    if isinstance(value, Pairs) and isinstance(was, Pairs):
        return replace(value, rows=_one_of(value.rows, was.rows, block))
    if isinstance(value, tuple) and isinstance(was, tuple):
        return _one_of(value, was, block)  # type: ignore[type-var]
    return value


def _one_of(now: tuple[_Entry, ...], then: tuple[_Entry, ...], block: str) -> tuple[_Entry, ...]:
    """The entries with one as it was; where it is gone, behind what stood before it."""
    old = next((one for one in then if one.id == block), None)
    if old is None:
        return now
    if any(one.id == block for one in now):
        return tuple(old if one.id == block else one for one in now)
    place = _behind([one.id for one in now], [one.id for one in then], block)
    return (*now[:place], old, *now[place:])


def _with(now: tuple[_Piece, ...], then: tuple[_Piece, ...], wanted: str) -> tuple[_Piece, ...]:
    """The pieces with one as it was, in its place, or where it stood when it is gone."""
    old = next((one for one in then if one.id == wanted), None)
    if old is None:
        return now
    if any(one.id == wanted for one in now):
        return tuple(old if one.id == wanted else one for one in now)
    place = _behind([one.id for one in now], [one.id for one in then], wanted)
    return (*now[:place], old, *now[place:])


def _behind(now: Sequence[str], then: Sequence[str], wanted: str) -> int:
    """The index behind the nearest that stood before it and is still there."""
    for one in reversed(then[: then.index(wanted)]):
        if one in now:
            return now.index(one) + 1
    return 0


def _with_own_ids(report: Report, scope: Place, new_id: NewId) -> Report:
    """New ids in the scope for entries that have moved elsewhere since: they stand in both places now."""
    ids = Counter(_ids(report))
    if max(ids.values(), default=1) == 1:
        return report

    def own(entry: _Entry) -> _Entry:
        return replace(entry, id=new_id()) if ids[entry.id] > 1 else entry

    def own_value(value: Value) -> Value:
        if isinstance(value, Pairs):
            return replace(value, rows=tuple(map(own, value.rows)))
        return tuple(map(own, value)) if isinstance(value, tuple) else value  # type: ignore[type-var]

    if scope.section == PREFACE:
        return replace(report, preface=tuple(map(own, report.preface)))
    wanted = {one.id for one in report.attachments} if scope.section == ATTACHMENTS else {scope.section}
    return replace(
        report,
        sections=tuple(
            replace(one, values=MappingProxyType({field: own_value(value) for field, value in one.values.items()}))
            if one.id in wanted
            else one
            for one in report.sections
        ),
        attachments=tuple(
            replace(one, blocks=tuple(map(own, one.blocks))) if one.id in wanted else one for one in report.attachments
        ),
    )


def _ids(report: Report) -> Iterator[str]:
    yield from (one.id for one in report.preface)
    for section in report.sections:
        for value in section.values.values():
            entries = value.rows if isinstance(value, Pairs) else value if isinstance(value, tuple) else ()
            yield from (one.id for one in entries)
    for attachment in report.attachments:
        yield from (one.id for one in attachment.blocks)
