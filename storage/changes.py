"""What an edit changes in the rows: two reports and the positions of the first give the rows to write.

Reports share what an edit did not touch, so whatever is the same object costs nothing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as column
from typing import TypeVar

from report.content import Attachment
from report.document import FIGURES, PREFACE, Place
from report.indicators.catalogue import Indicator
from report.indicators.figures import Figures
from report.report import TEXT_FIELD, Report, Section, Value
from storage import positions as placing
from storage.assembling import ATTACHMENTS, SECTIONS, Positions
from storage.records import Cell
from storage.rows import (
    FRONT_FIELDS,
    Entry,
    Row,
    attachment_cells,
    block_cells,
    entries_of,
    figure_cells,
    front_cells,
    ignored_cells,
    own_indicator_cells,
    report_cells,
    section_cells,
    value_cells,
)

FRONT = "front"
"""Name used as `Place.section` for front matter, year, type and numbering."""

DERIVED = frozenset({"empty", "changed", "last"})
"""Columns that follow from others: written, but no change to tell of."""

_Piece = TypeVar("_Piece", Section, Attachment, Entry)
_Any = TypeVar("_Any")


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after, without its key: `old` None for a new one, `new` for one to remove.

    A row that stays has only the columns that differ; `was` and `now` are all of them then, without the key, where that
    is known. `place` is where in the report a reader would look for it.
    """

    table: str
    key: tuple[str, ...]
    place: Place
    old: Mapping[str, Cell] | None
    new: Mapping[str, Cell] | None
    was: Mapping[str, Cell] | None = column(default=None, compare=False, repr=False)
    now: Mapping[str, Cell] | None = column(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows to write, in an order that no reference forbids, and the positions of all entries after that."""

    changes: tuple[RowChange, ...]
    positions: Positions

    @property
    def has_new_rows(self) -> bool:
        """Whether a row comes that was not there."""
        return any(one.old is None for one in self.changes)


def first_rows(report: Report) -> Comparison:
    """All rows of a new report but its own."""
    bare = Report(report.id, report.type, report.year, numbering=report.numbering, follows=report.follows)
    return compare(bare, {}, report)


def compare(before: Report, positions: Positions, after: Report) -> Comparison:
    """What saving `after` must write, when `before` lies in the store with these positions.

    Ids that clash in `after` show as new rows, for those before do not.
    """
    if before is after:
        return Comparison((), positions)
    differ = _Differ(positions)
    differ.run(before, after)
    return Comparison(tuple(sorted(_join_moves(differ.changes), key=_turn)), differ.positions)


class _Differ:
    def __init__(self, positions: Positions) -> None:
        self.changes: list[RowChange] = []
        self.positions = dict(positions)

    def run(self, before: Report, after: Report) -> None:
        self._row("report", (), Place(FRONT), report_cells(before), report_cells(after))
        if before.front is not after.front:
            for field in FRONT_FIELDS:
                old, new = front_cells(before.front, field), front_cells(after.front, field)
                self._row("front", (field,), Place(FRONT, field), old, new)
        self._blocks(PREFACE, TEXT_FIELD, before.preface, after.preface)
        self._sections(before.sections, after.sections)
        self._attachments(before.attachments, after.attachments)
        self._figures(before.figures, after.figures)
        if before.carried is not after.carried:
            self._named("carried", before.carried, after.carried, lambda mark: {"mark": mark}, section=FRONT)
        if before.ignored is not after.ignored:
            self._named("ignored", before.ignored, after.ignored, ignored_cells, section=FRONT)

    def _sections(self, before: Sequence[Section], after: Sequence[Section]) -> None:
        if before is after:
            return
        self._list("section", SECTIONS, before, after, section_cells, lambda one: Place(one.id))
        for old, new in _paired(before, after):
            if old is not new:
                self._values((new or old).id, old.values if old else {}, new.values if new else {})  # pyright: ignore[reportOptionalMemberAccess]

    def _attachments(self, before: Sequence[Attachment], after: Sequence[Attachment]) -> None:
        if before is after:
            return
        self._list("attachment", ATTACHMENTS, before, after, attachment_cells, lambda one: Place(one.id, "title"))
        for old, new in _paired(before, after):
            owner = (new or old).id  # pyright: ignore[reportOptionalMemberAccess]
            self._blocks(owner, TEXT_FIELD, old.blocks if old else (), new.blocks if new else ())

    def _figures(self, before: Figures, after: Figures) -> None:
        if before is after:
            return
        self._named("figure", before.given, after.given, figure_cells)
        self._named("own_indicator", _own(before), _own(after), lambda one: own_indicator_cells(*one))
        self._named("choice", before.units, after.units, lambda unit: {"value": unit}, "unit")
        self._named("choice", before.shown, after.shown, lambda shown: {"value": str(int(shown))}, "group")

    def _named(
        self,
        table: str,
        before: Mapping[str, _Any],
        after: Mapping[str, _Any],
        cells: Callable[[_Any], Row],
        *kind: str,
        section: str = FIGURES,
    ) -> None:
        """The rows of what is found by name."""
        for name in dict.fromkeys((*before, *after)):
            old = cells(before[name]) if name in before else None
            new = cells(after[name]) if name in after else None
            if old != new:
                self._row(table, (*kind, name), Place(section, name), old, new)

    def _values(self, section: str, before: Mapping[str, Value], after: Mapping[str, Value]) -> None:
        for field in dict.fromkeys((*before, *after)):
            old, new = before.get(field), after.get(field)
            if old is new and (field in before) == (field in after):
                continue
            old_cells = value_cells(old) if field in before else None
            new_cells = value_cells(new) if field in after else None
            self._row("value", (section, field), Place(section, field), old_cells, new_cells)
            self._blocks(section, field, entries_of(old), entries_of(new))

    def _blocks(self, owner: str, field: str, before: Sequence[Entry], after: Sequence[Entry]) -> None:
        if before is not after:
            self._list(
                "block",
                (owner, field),
                before,
                after,
                lambda one: block_cells(one, owner, field),
                lambda one: Place(owner, field, one.id),
            )

    def _list(
        self,
        table: str,
        name: tuple[str, str],
        before: Sequence[_Piece],
        after: Sequence[_Piece],
        cells: Callable[[_Piece], Row],
        place: Callable[[_Piece], Place],
    ) -> None:
        """The rows of one ordered list."""
        old_ids, new_ids = [one.id for one in before], [one.id for one in after]
        old_positions = self.positions.get(name, ()) if before else ()
        if old_ids == new_ids:
            for old, new, position in zip(before, after, old_positions, strict=True):
                if old is not new:
                    self._row(table, (new.id,), place(new), _at(position, cells(old)), _at(position, cells(new)))
            return
        old_at = dict(zip(old_ids, old_positions, strict=True))
        new_at = self.positions[name] = placing.place(old_at, new_ids)
        rest = {one.id: one for one in before}
        for new, position in zip(after, new_at, strict=True):
            old = rest.pop(new.id, None)
            if old is not new or old_at[new.id] != position:
                was = _at(old_at[old.id], cells(old)) if old else None
                self._row(table, (new.id,), place(new), was, _at(position, cells(new)))
        for old in rest.values():
            self._row(table, (old.id,), place(old), _at(old_at[old.id], cells(old)), None)

    def _row(self, table: str, key: tuple[str, ...], place: Place, old: Row | None, new: Row | None) -> None:
        was, now = old, new
        if old is not None and new is not None:
            differing = [name for name, cell in new.items() if cell != old[name]]
            old, new = {name: old[name] for name in differing}, {name: new[name] for name in differing}
        if old or new:
            self.changes.append(RowChange(table, key, place, old, new, was, now))


def _own(figures: Figures) -> dict[str, tuple[Indicator, int]]:
    return {one.id: (one, place) for place, one in enumerate(figures.own)}


def _at(position: int, cells: Row) -> Row:
    cells["position"] = position
    return cells


def _paired(before: Sequence[_Piece], after: Sequence[_Piece]) -> list[tuple[_Piece | None, _Piece | None]]:
    rest = {one.id: one for one in before}
    pairs: list[tuple[_Piece | None, _Piece | None]] = [(rest.pop(one.id, None), one) for one in after]
    return [*pairs, *((one, None) for one in rest.values())]


def _join_moves(changes: Sequence[RowChange]) -> list[RowChange]:
    """A row that left one list and came into another has moved: one change, not a removal and a new row."""
    gone = {(one.table, one.key): one for one in changes if one.new is None}
    joined: list[RowChange] = []
    for one in changes:
        left = gone.pop((one.table, one.key), None) if one.old is None else None
        if left is None or left.old is None or one.new is None:
            joined.append(one)
            continue
        names = [name for name, cell in one.new.items() if cell != left.old[name]]
        old, new = {name: left.old[name] for name in names}, {name: one.new[name] for name in names}
        joined.append(RowChange(one.table, one.key, one.place, old, new, left.old, one.new))
    came = {id(one) for one in gone.values()}
    return [one for one in joined if one.new is not None or id(one) in came]


def _turn(change: RowChange) -> int:
    """Values are removed before their section and come after it."""
    if change.new is None:
        return 0 if change.table == "value" else 1
    if change.old is not None:
        return 2
    return 3 if change.table == "section" else 4
