"""Each change has its line in the journal, in the same transaction, and only what changed is written."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import edits
from report.content import Paragraph
from report.document import Place
from report.identity import random_id
from report.report import TEXT_FIELD, Report
from storage.deed import Deed
from storage.lock import FolderLock
from storage.records import Entry, State
from storage.rows import KEYS
from storage.store import Store
from tests.report.strategies import Pieces, edited

TABLES = (
    *("report", "front", "section", "value", "attachment", "block"),
    *("figure", "own_indicator", "choice", "carried", "ignored"),
)
Rows = dict[tuple[str, tuple[str, ...]], dict[str, Any]]


def rows_of(connection: sqlite3.Connection, report_id: str) -> Rows:
    """All rows of a report as they lie there, without what follows from others."""
    connection.row_factory = sqlite3.Row
    found: Rows = {}
    for table in TABLES:
        owner = "id" if table == "report" else "report"
        for row in connection.execute(f"SELECT * FROM {table} WHERE {owner} = ?", (report_id,)):
            left_out = {owner, *KEYS[table], "empty", "changed", "last", "seal", "rows", "total", "head"}
            cells = {name: row[name] for name in row.keys() if name not in left_out}  # noqa: SIM118
            found[table, tuple(row[name] for name in KEYS[table])] = cells
    return found


def undo(rows: Rows, entries: tuple[Entry, ...]) -> Rows:
    """The rows before the entries, which come newest first."""
    for one in entries:
        key = one.table, one.key
        if one.old is None:
            assert one.new is not None
            assert one.new == rows.pop(key)
        elif one.new is None:
            rows[key] = dict(one.old)
        else:
            assert {name: rows[key][name] for name in one.new} == one.new
            rows[key].update(one.old)
    return rows


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
@given(data=st.data())
def test_going_back_through_the_journal_gives_every_state_there_was(
    store: Store, plain: sqlite3.Connection, data: st.DataObject
) -> None:
    pieces = Pieces()
    report = data.draw(pieces.reports(random_id()))
    last = store.create(report, "甲").sequence
    states = [(last, rows_of(plain, report.id))]
    for _ in range(data.draw(st.integers(1, 4))):
        report = data.draw(edited(report, pieces))
        last = store.save(report, "甲", "edit").sequence
        states.append((last, rows_of(plain, report.id)))
    for sequence, rows in states:
        later = tuple(one for one in store.journal(report.id, 10_000) if one.sequence > sequence)
        assert undo(rows_of(plain, report.id), later) == rows


def with_text(report: Report, text: str) -> Report:
    section = report.sections[0]
    first, *rest = section.text
    return edits.set_field(report, section.id, TEXT_FIELD, (replace(first, text=text), *rest))


def test_an_edit_writes_its_row_its_line_and_the_moment(store: Store, report: Report) -> None:
    store.create(report, "甲")
    before = store._db.conn.total_changes
    saved = store.save(with_text(report, "改了。"), "乙", "改正文")
    assert store._db.conn.total_changes - before == 4
    entry = store.journal(report.id)[0]
    section, block = report.sections[0], report.sections[0].text[0]
    assert entry.place == Place(section.id, TEXT_FIELD, block.id)
    assert (entry.sequence, entry.moment, entry.who, entry.what) == (saved.sequence, saved.moment, "乙", "改正文")
    assert (entry.table, entry.key, entry.old, entry.new) == (
        "block",
        (block.id,),
        {"text": "总起。"},
        {"text": "改了。"},
    )
    assert store.load(report.id).listing.changed == saved.moment


def test_the_statements_of_a_save_are_one_transaction(store: Store, report: Report) -> None:
    store.create(report, "甲")
    seen: list[str] = []
    store.rename(report.id, "新", "乙")
    store._db.conn.set_trace_callback(seen.append)
    store.save(with_text(report, "改了。"), "乙", "改正文")
    store._db.conn.set_trace_callback(None)
    words = [one.split()[0] for one in seen]
    assert words == ["BEGIN", "UPDATE", "INSERT", "UPDATE", "UPDATE", "COMMIT"]


def test_nothing_new_writes_nothing_and_acknowledges_the_last_save(store: Store, report: Report) -> None:
    store.create(report, "甲")
    saved = store.save(with_text(report, "改了。"), "乙", "改正文")
    before = store._db.conn.total_changes
    assert store.save(with_text(report, "改了。"), "丙", "again") == saved
    assert store._db.conn.total_changes == before


def test_a_failure_in_the_middle_leaves_nothing(
    store: Store, report: Report, plain: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.create(report, "甲")
    rows = rows_of(plain, report.id)
    lines = store.journal(report.id)

    def fail(deed: Deed) -> None:
        raise RuntimeError(deed)

    monkeypatch.setattr(Deed, "touch", fail)
    after = edits.set_preface(with_text(report, "改了。"), (Paragraph("new", "新"),))
    with pytest.raises(RuntimeError):
        store.save(after, "乙", "改正文")
    assert rows_of(plain, report.id) == rows
    assert store.journal(report.id) == lines
    monkeypatch.undo()
    assert store.save(after, "乙", "改正文").sequence == lines[0].sequence + 4
    assert store.load(report.id).report == after


def test_order_is_by_number_even_when_the_clock_jumps_back(lock: FolderLock, report: Report) -> None:
    moments = iter(
        [datetime(2026, 1, 2, tzinfo=UTC), datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC)]
    )
    store = Store(lock, clock=lambda: next(moments))
    store.create(report, "甲")
    store.save(with_text(report, "改了。"), "甲", "a")
    store.set_state(report.id, State.REVIEWING, "甲")
    assert [one.moment.year for one in store.journal(report.id)] == [2021, 2020, 2026]
    assert [one.sequence for one in store.journal(report.id, 2)] == [3, 2]
    store.close()


def test_one_deed_of_many_rows_is_known_as_one(store: Store, report: Report) -> None:
    store.create(report, "甲")
    store.save(edits.remove_section(report, report.sections[0].id), "甲", "删一节")
    removed = [one for one in store.journal(report.id) if one.what == "删一节"]
    assert len(removed) > 5
    assert len({one.deed for one in removed}) == 1
    assert all(one.new is None and one.old for one in removed)
