"""The journal's noise joined: of old lines each revision keeps one for each row, and what it says stays the same.

A checkpoint tells how many lines went, and the first and last link of those there were; the rest is linked anew from
the last.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from report.document import Place
from storage.changes import FRONT, RowChange
from storage.deed import Deed, moment_text
from storage.errors import Damaged
from storage.history import Line, is_seam
from storage.queries import moment_of
from storage.rewinding import CONTENT
from storage.rows import Row, json_text
from storage.seals import NOTHING, SEAL, seal

_FIRST: Final = ("owner", "field")
"""Columns that stand first, so that a move is found (`tables.MOVES`)."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Whole revisions at the old end of a journal, the oldest line first; `before` is what the first is linked to."""

    lines: list[Row]
    before: str


def compact(deed: Deed, report_id: str, path: Path, before: datetime, most: int) -> int:
    """Join the lines of a report's journal that are older than `before`; how many went.

    Only whole revisions, never the last; about `most` lines at a time, so that nothing waits long for it. Raises
    Damaged when they are not as they were written: what is damaged is not linked anew.
    """
    stretch = _old_stretch(deed, report_id, before, most)
    if not stretch.lines:
        return 0
    _must_be_sound(stretch, path)
    first, last = stretch.lines[0], stretch.lines[-1]
    kept = list(_joined(stretch.lines))
    gone = len(stretch.lines) - len(kept)
    if not gone and len(stretch.lines) < most:
        return 0
    link = deed.replace_lines(stretch.lines, kept, str(last[SEAL]))
    cells: Row = {
        "moment": moment_text(deed.moment),
        "dropped": gone,
        "kept": len(kept),
        "first": first[SEAL],
        "last": last[SEAL],
        "link": link,
    }
    deed.put(RowChange("checkpoint", (str(last["sequence"]),), Place(FRONT), None, cells))
    return gone


def _old_stretch(deed: Deed, report_id: str, before: datetime, most: int) -> _Stretch:
    checkpoint = deed.rows("SELECT * FROM checkpoint WHERE report = ? ORDER BY sequence DESC LIMIT 1", report_id)
    start = checkpoint[0] if checkpoint else {"sequence": 0, "last": NOTHING}
    question = "SELECT * FROM journal WHERE report = ? AND sequence > ? ORDER BY sequence LIMIT ?"
    limit = most + 1
    while True:
        lines = deed.rows(question, report_id, start["sequence"], limit)
        end = _end_of_whole(lines, moment_text(before))
        if end or len(lines) < limit or str(lines[-1]["moment"]) >= moment_text(before):
            return _Stretch(lines[:end], str(start["last"]))
        limit *= 2  # one revision of very many lines


def _end_of_whole(lines: Sequence[Row], before: str) -> int:
    """How many lines are of whole revisions that ended before a moment; what follows is seen to begin another."""
    end = 0
    for index in range(1, len(lines)):
        if str(lines[index - 1]["moment"]) >= before:
            break
        if is_seam(_line(lines[index - 1]), _line(lines[index])):
            end = index
    return end


def _must_be_sound(stretch: _Stretch, path: Path) -> None:
    link = stretch.before
    for row in stretch.lines:
        if row[SEAL] != seal("journal", row, link):
            raise Damaged(path, f"line {row['sequence']} of the journal is not as it was written")
        link = str(row[SEAL])


def _joined(lines: Iterable[Row]) -> Iterator[Row]:
    """What is kept of the lines, in their order."""
    group: list[Row] = []
    for row in lines:
        if group and is_seam(_line(group[-1]), _line(row)):
            yield from _of_one_revision(group)
            group = []
        group.append(row)
    yield from _of_one_revision(group)


def _of_one_revision(group: Sequence[Row]) -> Iterator[Row]:
    latest: dict[tuple[object, ...], Row] = {}
    alone: list[Row] = []
    for row in group:
        if row["subject"] not in CONTENT:
            alone.append(row)
            continue
        named = row["subject"], row["key"]
        older = latest.pop(named, None)
        joined = row if older is None else join(older, row)
        if joined is not None:
            latest[named] = joined
    yield from sorted((*alone, *latest.values()), key=_sequence)


def join(older: Row, newer: Row) -> Row | None:
    """One line that says what two of the same row do; None where they take each other back."""
    was, between = _cells(older["old"]), _cells(older["new"])
    then, now = _cells(newer["old"]), _cells(newer["new"])
    if was is None:  # it came
        new = None if now is None else {**(between or {}), **now}
        return None if new is None else {**newer, "old": None, "new": json_text(new)}
    if now is None:  # it went
        old = was if between is None else {**(then or {}), **was}
        return {**newer, "old": json_text(old), "new": None}
    old, new = {**(then or {}), **was}, {**(between or {}), **now}
    names = [name for name in (*_FIRST, *old) if name in old and old[name] != new.get(name, old[name])]
    if not names:
        return None
    return {**newer, "old": _text(old, names), "new": _text(new, names)}


def _text(cells: dict[str, Any], names: Iterable[str]) -> str:
    return json_text({name: cells[name] for name in dict.fromkeys(names)})


def _cells(text: object) -> dict[str, Any] | None:
    return None if text is None else json.loads(str(text))


def _sequence(row: Row) -> int:
    return int(row["sequence"] or 0)


def _line(row: Row) -> Line:
    version = str(row["key"]) if row["subject"] == "version" else ""
    moment = moment_of(str(row["moment"]))
    return Line(_sequence(row), moment, str(row["who"]), str(row["what"]), Place(""), version)
