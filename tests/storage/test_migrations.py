"""Every released schema opens and keeps what it holds; a failing step leaves the database as it was."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from report.report import Report
from storage import engine, migrations, opening
from storage.backups import Reason, backup_folder, backups
from storage.errors import DiskFull, Newer, Unexpected
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_report
from storage.records import State
from storage.rows import KEYS
from storage.store import Store
from tests.storage.build_fixture import edited
from tests.storage.reports import full_report, plain_report, report_of_schema_2

DATA = Path(__file__).parent / "data"
NEXT = engine.SCHEMA + 1


@pytest.fixture(params=sorted(DATA.glob("v*.db")), ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, folder: Path) -> Path:
    database(folder).write_bytes(request.param.read_bytes())
    return folder


def in_schema(folder: Path) -> Report:
    """The report that the fixture was made of."""
    return in_schema_of(engine.schema_of(database(folder)))


def in_schema_of(schema: int | None) -> Report:
    return {1: plain_report, 2: report_of_schema_2}.get(schema or 0, full_report)()


def test_a_released_database_is_read_without_being_changed(released: Path) -> None:
    before = database(released).read_bytes()
    assert read_report(released, "r1").report == edited(in_schema(released))
    assert database(released).read_bytes() == before


def test_a_released_database_opens_with_all_it_holds(released: Path, lock: FolderLock) -> None:
    report = in_schema(released)
    store = Store(lock, must_exist=True)
    found = store.load(report.id)
    assert found.report == edited(report)
    assert found.listing.state is State.PUBLISHED
    assert found.source is not None
    assert (found.source.text, found.source.unplaced) == ("原文", ("页眉",))
    (version,) = store.versions(report.id)
    assert store.version(report.id, version.sequence).report == edited(report)
    assert [one.holes for one in store.confirmations(report.id)] == [("成文日期",)]
    assert [one.sequence for one in store.journal(report.id)] == [6, 5, 4, 3, 2, 1][-len(store.journal(report.id)) :]
    assert store.settings() == {"office": '"某局"'}
    store.save(report, "王五", "back")
    store.close()
    assert read_report(released, report.id).report == report
    assert engine.schema_of(database(released)) == engine.SCHEMA


def test_a_database_of_an_older_schema_is_backed_up_before_it_is_changed(released: Path, lock: FolderLock) -> None:
    before = engine.schema_of(database(released))
    Store(lock).close()
    (backup,) = backups(backup_folder(released))
    assert backup.reason is Reason.MIGRATION
    assert engine.schema_of(backup.path) == before
    assert read_report_in(backup.path, released / "copy") == edited(in_schema_of(before))


def test_where_the_backup_fails_nothing_is_changed(
    released: Path, lock: FolderLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(released)

    before = engine.schema_of(database(released))
    monkeypatch.setattr(opening, "back_up", full)
    with pytest.raises(DiskFull):
        Store(lock)
    assert engine.schema_of(database(released)) == before != engine.SCHEMA
    assert read_report(released, "r1").report == edited(in_schema(released))


def read_report_in(path: Path, folder: Path) -> Report:
    folder.mkdir()
    database(folder).write_bytes(path.read_bytes())
    return read_report(folder, "r1").report


def next_step(extra: Callable[[Database], object]) -> Migrations:
    steps = migrations.all_steps()

    @steps(name="next")
    def second(db: Database) -> None:
        db.execute("ALTER TABLE report ADD COLUMN colour TEXT")
        db.execute(f"PRAGMA user_version = {NEXT}")
        extra(db)

    return steps


def test_a_next_step_is_made_once(released: Path, lock: FolderLock, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Database] = []
    steps = next_step(made.append)
    monkeypatch.setattr(migrations, "all_steps", lambda: steps)
    monkeypatch.setattr(engine, "SCHEMA", NEXT)
    for _ in range(2):
        store = Store(lock)
        assert len(store.reports()) == 1
        store.close()
    assert len(made) == 1
    assert engine.schema_of(database(released)) == NEXT
    monkeypatch.undo()
    before = database(released).read_bytes()
    with pytest.raises(Newer) as newer:
        Store(lock)
    assert (newer.value.found, newer.value.known) == (NEXT, engine.SCHEMA)
    assert database(released).read_bytes() == before


def test_a_step_that_fails_changes_nothing(released: Path, lock: FolderLock, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(db: Database) -> None:
        db.execute("INSERT INTO nothing VALUES (1)")

    wanted = edited(in_schema(released))
    steps = next_step(fail)
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "all_steps", lambda: steps)
        patched.setattr(engine, "SCHEMA", NEXT)
        with pytest.raises(Unexpected):
            Store(lock)
    store = Store(lock)
    assert store.load("r1").report == wanted
    assert "colour" not in {column.name for column in store._db["report"].columns}  # type: ignore[union-attr]
    store.close()


def test_every_column_takes_only_its_type(store: Store, plain: sqlite3.Connection) -> None:
    store.create(full_report(), "甲")
    wrong = {"TEXT": b"\x00", "INTEGER": 1.5}
    checked = 0
    for (table,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for _, column, kind, *_ in plain.execute(f"PRAGMA table_info({table})").fetchall():
            if table.startswith("_"):
                continue
            statement = plain.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()[0]
            assert f"typeof({column})" in statement, (table, column)
            assert kind in wrong
            count = plain.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            if count:
                with pytest.raises(sqlite3.IntegrityError):
                    plain.execute(f"UPDATE {table} SET {column} = ?", (wrong[kind],))
                checked += 1
    assert checked > 40


def test_the_tables_work_without_strict(lock: FolderLock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations.sqlite3, "sqlite_version_info", (3, 34, 0))
    store = Store(lock)
    assert not any(table.strict for table in store._db.tables)
    store.create(full_report(), "甲")
    assert store.load("r1").report == full_report()
    with pytest.raises(sqlite3.IntegrityError):
        store._db.execute("UPDATE section SET position = 'x'")
    store.close()


def test_each_table_has_the_key_that_rows_are_found_by(store: Store) -> None:
    for table, key in KEYS.items():
        assert store._db[table].pks == (["id"] if table == "report" else ["report", *key])  # type: ignore[union-attr]


def test_a_lock_that_was_given_back_opens_nothing(folder: Path) -> None:
    lock = FolderLock.take(folder)
    lock.release()
    with pytest.raises(ValueError, match="FolderLock"):
        opening.open_database(lock)
