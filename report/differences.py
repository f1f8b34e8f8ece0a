"""Where two states of a report differ: by section, field and block, in the order of the tabs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeAlias, TypeVar

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table
from report.document import FIGURES, PREFACE, Place
from report.report import TEXT_FIELD, Front, Report, Section, Value
from report.rising import longest_rising

FRONT = "front"
"""Name used as `Place.section` for front matter; year, numbering and type are fields of it here."""

_Entry: TypeAlias = Paragraph | Table | Pair | Item
_Piece = TypeVar("_Piece", Section, Attachment, _Entry)


class Change(StrEnum):
    """What happened to a place."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. A section or block that is edited and moved gives two; one that is added or removed just one."""

    change: Change
    place: Place


def changed_places(before: Report, after: Report) -> tuple[Difference, ...]:
    """All differences; what was removed stands behind what its list still has. Ids are compared, not texts."""
    return tuple(_differences(before, after))


def _differences(before: Report, after: Report) -> Iterator[Difference]:
    if before == after:
        return
    yield from _front(before, after)
    yield from _blocks(PREFACE, TEXT_FIELD, before.preface, after.preface)
    for change, old, new in _aligned(before.sections, after.sections):
        yield from _section(change, old, new)
    for change, old, new in _aligned(before.attachments, after.attachments):
        yield from _attachment(change, old, new)
    for indicator in dict.fromkeys((*before.figures.given, *after.figures.given)):
        if before.figures.of(indicator) != after.figures.of(indicator):
            yield Difference(Change.EDITED, Place(FIGURES, indicator))


def _front(before: Report, after: Report) -> Iterator[Difference]:
    for name in ("type", "year", "numbering"):
        if getattr(before, name) != getattr(after, name):
            yield Difference(Change.EDITED, Place(FRONT, name))
    for field in fields(Front):
        if getattr(before.front, field.name) != getattr(after.front, field.name):
            yield Difference(Change.EDITED, Place(FRONT, field.name))


def _section(change: Change | None, old: Section | None, new: Section | None) -> Iterator[Difference]:
    if change is not None and (one := new or old):
        yield Difference(change, Place(one.id))
    if old is None or new is None or old is new:
        return
    if (old.heading, old.kind, old.done) != (new.heading, new.kind, new.done):
        yield Difference(Change.EDITED, Place(new.id))
    for field in dict.fromkeys((*new.values, *old.values)):
        yield from _field(Place(new.id, field), old.values.get(field), new.values.get(field))


def _field(place: Place, old: Value, new: Value) -> Iterator[Difference]:
    if old is new or old == new:
        return
    if isinstance(old, Pairs) and isinstance(new, Pairs):
        if (old.lead, old.joined) != (new.lead, new.joined):
            yield Difference(Change.EDITED, place)
        yield from _blocks(place.section, place.field, old.rows, new.rows)
    elif isinstance(old, tuple | None) and isinstance(new, tuple | None):
        yield from _blocks(place.section, place.field, old or (), new or ())
    else:
        yield Difference(Change.EDITED, place)


def _attachment(change: Change | None, old: Attachment | None, new: Attachment | None) -> Iterator[Difference]:
    if change is not None and (one := new or old):
        yield Difference(change, Place(one.id))
    if old is None or new is None:
        return
    if old.title != new.title:
        yield Difference(Change.EDITED, Place(new.id, "title"))
    yield from _blocks(new.id, TEXT_FIELD, old.blocks, new.blocks)


def _blocks(section: str, field: str, before: Sequence[_Entry], after: Sequence[_Entry]) -> Iterator[Difference]:
    for change, old, new in _aligned(before, after):
        if change is not None and (one := new or old):
            yield Difference(change, Place(section, field, one.id))
        if old is not None and new is not None and old != new:
            yield Difference(Change.EDITED, Place(section, field, new.id))


def _aligned(
    before: Sequence[_Piece], after: Sequence[_Piece]
) -> Iterator[tuple[Change | None, _Piece | None, _Piece | None]]:
    """Each piece of `after` with what it was and what became of its place, then the pieces that are gone."""
    if before is after:
        return
    rest = {one.id: one for one in before}
    stays = _unmoved([one.id for one in before], [one.id for one in after])
    for one in after:
        old = rest.pop(one.id, None)
        change = Change.ADDED if old is None else None if one.id in stays else Change.MOVED
        yield change, old, one
    for old in rest.values():
        yield Change.REMOVED, old, None


def _unmoved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Ids that need not be called moved: one longest row that has the same order in both."""
    at = {id_: index for index, id_ in enumerate(before)}
    return {after[index] for index in longest_rising([at.get(id_) for id_ in after])}
