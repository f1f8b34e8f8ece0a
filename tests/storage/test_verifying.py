"""What is not as it was written is noticed: a cell, a row, a report, a line of the journal, a page."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from report import edits
from report.identity import random_id
from report.report import TEXT_FIELD, Report
from storage.errors import Damaged
from storage.location import database
from storage.lock import FolderLock
from storage.records import SourceText, State
from storage.store import Store
from storage.tables import JOURNAL_GUARDS
from storage.verifying import Damage, Harm, verify
from tests.report.strategies import Pieces, edited

DATA = Path(__file__).parent / "data"


@pytest.fixture
def written(folder: Path, report: Report) -> Path:
    """A database with two reports and something in every table."""
    lock = FolderLock.take(folder)
    store = Store(lock)
    store.create(report, "甲", SourceText("原文", "去年.txt"))
    store.duplicate(report.id, "r2", "甲")
    for number in range(3):
        store.save(edits.set_front(report, "title", f"标题{number}"), "甲", "改标题")
    store.submit(report.id, "报送稿", "submission", "", ["成文日期"], "甲")
    store.set_settings({"office": '"某局"', "zoom": "100"})
    store.close()
    lock.release()
    return database(folder)


def harms(path: Path) -> set[tuple[Harm, str]]:
    return {(one.harm, one.report) for one in verify(path).damages}


def spoil(path: Path, *statements: str) -> int:
    """Change a database as no program of ours does; how many rows were changed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        before = connection.total_changes
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for name in ("journal_stays", "journal_lasts"):
            connection.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *JOURNAL_GUARDS):
            connection.execute(statement)
        return connection.total_changes - before


def test_what_was_written_is_sound(written: Path) -> None:
    verdict = verify(written)
    assert verdict.is_sound, verdict.damages
    assert verdict.rows > 60
    assert verdict.sealed


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(data=st.data())
def test_any_edits_leave_all_sound(store: Store, data: st.DataObject) -> None:
    pieces = Pieces()
    report = data.draw(pieces.reports(random_id()))
    store.create(report, "甲")
    for _ in range(data.draw(st.integers(0, 3))):
        report = data.draw(edited(report, pieces))
        store.save(report, "甲", "edit")
    assert verify(store.path).damages == ()
    store.set_state(report.id, State.REVIEWING, "甲")
    store.rename(report.id, "半个\ud83d字", "甲")
    store.trash(report.id, "甲")
    if data.draw(st.booleans()):
        store.purge(report.id, "甲")
    assert verify(store.path).damages == ()


def test_a_report_that_comes_back_after_it_was_purged_is_sound(store: Store, report: Report) -> None:
    for _ in range(2):
        store.create(report, "甲")
        store.purge(report.id, "甲")
    store.create(report, "甲")
    store.save(edits.set_front(report, "title", "新"), "甲", "改标题")
    assert verify(store.path).damages == ()


@pytest.mark.parametrize("released", sorted(DATA.glob("v*.db")), ids=lambda path: path.stem)
def test_a_database_without_seals_gets_them_when_it_is_brought_up_to_date(
    released: Path, folder: Path, lock: FolderLock
) -> None:
    path = database(folder)
    path.write_bytes(released.read_bytes())
    assert (verify(path).is_sound, verify(path).sealed) == (True, False)
    Store(lock).close()
    verdict = verify(path)
    assert (verdict.damages, verdict.sealed) == ((), True)


@pytest.mark.parametrize(
    ("statement", "harm", "where"),
    [
        ("UPDATE block SET text = text || '。' WHERE report = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE block SET position = position + 1 WHERE report = 'r2'", Harm.CHANGED, "r2"),
        ("UPDATE block SET links = '[]' WHERE report = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE front SET text = '' WHERE report = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE figure SET amount = '1' WHERE report = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE report SET year = year - 1 WHERE id = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE report SET changed = '2020-01-01T00:00:00.000000+00:00' WHERE id = 'r1'", Harm.CHANGED, "r1"),
        ("UPDATE version SET content = '{}'", Harm.CHANGED, "r1"),
        ("UPDATE source SET text = ''", Harm.CHANGED, "r1"),
        ("UPDATE setting SET value = '150' WHERE name = 'zoom'", Harm.CHANGED, ""),
        ("UPDATE block SET seal = upper(seal) WHERE report = 'r1'", Harm.CHANGED, "r1"),
        ("DELETE FROM block WHERE report = 'r1' AND rowid = (SELECT min(rowid) FROM block)", Harm.MISSING, "r1"),
        ("DELETE FROM front WHERE report = 'r2'", Harm.MISSING, "r2"),
        ("DELETE FROM setting WHERE name = 'zoom'", Harm.MISSING, ""),
        ("DELETE FROM report WHERE id = 'r2'", Harm.MISSING, "r2"),
        ("UPDATE journal SET new = '{}' WHERE sequence = 3", Harm.JOURNAL, "r1"),
        ("UPDATE journal SET moment = '2020-01-01T00:00:00.000000+00:00' WHERE sequence = 3", Harm.JOURNAL, "r1"),
        ("DELETE FROM journal WHERE sequence = 4", Harm.JOURNAL, "r1"),
        ("DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)", Harm.JOURNAL, "r1"),
        ("DELETE FROM journal WHERE report = 'r2'", Harm.JOURNAL, "r2"),
        ("UPDATE journal SET sequence = 99 WHERE sequence = 3", Harm.JOURNAL, "r1"),
        ("DELETE FROM head", Harm.CHANGED, ""),
        ("UPDATE head SET lines = lines - 1", Harm.CHANGED, ""),
    ],
)
def test_what_was_changed_behind_the_program_is_noticed(written: Path, statement: str, harm: Harm, where: str) -> None:
    assert spoil(written, statement) > 0
    assert (harm, where) in harms(written)


def test_a_row_that_is_sound_by_itself_but_of_an_earlier_day_is_noticed(
    folder: Path, lock: FolderLock, report: Report
) -> None:
    store = Store(lock)
    store.create(report, "甲")
    title = "SELECT text, seal FROM front WHERE report = 'r1' AND field = 'title'"
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        before = connection.execute(title).fetchone()
        store.save(edits.set_front(report, "title", "新"), "甲", "改标题")
        store.close()
        connection.execute("UPDATE front SET text = ?, seal = ? WHERE report = 'r1' AND field = 'title'", before)
    assert harms(database(folder)) == {(Harm.MISSING, "r1")}


def test_the_journal_takes_no_change_and_loses_no_line(written: Path) -> None:
    with closing(sqlite3.connect(written, isolation_level=None)) as connection:
        for statement in ("UPDATE journal SET who = '乙'", "DELETE FROM journal WHERE sequence = 1"):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)


def test_damage_is_not_sealed_anew_by_the_next_save(folder: Path, lock: FolderLock, report: Report) -> None:
    store = Store(lock)
    store.create(report, "甲")
    block = report.sections[0].text[0]
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET level = 4 WHERE report = 'r1' AND id = ?", (block.id,))
    rest = report.sections[0].text[1:]
    section = report.sections[0].id
    store.save(edits.set_field(report, section, TEXT_FIELD, (replace(block, text="改了。"), *rest)), "甲", "改正文")
    store.close()
    assert harms(database(folder)) == {(Harm.CHANGED, "r1")}


def test_a_damaged_row_of_the_report_itself_is_told_when_it_is_written(
    folder: Path, lock: FolderLock, report: Report
) -> None:
    store = Store(lock)
    store.create(report, "甲")
    store.close()
    spoil(database(folder), "UPDATE report SET year = 1999")
    store = Store(lock)
    with pytest.raises(Damaged):
        store.rename("r1", "新", "甲")
    store.close()
    assert harms(database(folder)) == {(Harm.CHANGED, "r1")}


def test_a_broken_page_is_told_as_such(written: Path) -> None:
    data = bytearray(written.read_bytes())
    size = int.from_bytes(data[16:18], "big")
    data[size * 3 : size * 4] = bytes(size)
    written.write_bytes(data)
    assert Harm.STRUCTURE in {one.harm for one in verify(written).damages}


def test_a_bit_in_the_statement_of_a_table_is_noticed(written: Path) -> None:
    """A connection that only reads takes such a table for sound; one that writes does not."""
    data = bytearray(written.read_bytes())
    at = data.find(b"confidence) = 'text'),\n  source_number")
    assert at > 0
    data[at + 1] ^= 2
    written.write_bytes(data)
    assert Harm.STRUCTURE in {one.harm for one in verify(written).damages}


def test_a_bit_that_makes_it_an_older_schema_hides_nothing(written: Path) -> None:
    spoil(written, "PRAGMA user_version = 0")
    assert [one.harm for one in verify(written).damages] == [Harm.STRUCTURE]
    with closing(sqlite3.connect(written, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 3")
    assert [one.harm for one in verify(written).damages] == [Harm.STRUCTURE]


def test_of_very_many_damages_the_first_are_told(written: Path) -> None:
    spoil(written, "UPDATE block SET seal = ''", "UPDATE journal SET seal = ''", "UPDATE front SET seal = ''")
    found = verify(written).damages
    assert 3 < len(found) <= 100
    assert all(isinstance(one, Damage) for one in found)
