"""A restore gives exactly the backup, can be undone, and fails into what was there."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage import restoring
from storage.backups import Reason, back_up
from storage.errors import Locked, NoBackup, NotOurs, StorageError, UnsoundBackup
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_report
from storage.restoring import restore
from storage.store import Store
from storage.verifying import verify

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def backup(folder: Path, lock: FolderLock, report: Report) -> Path:
    """A backup, and a database that went on after it."""
    store = Store(lock)
    store.create(report, "甲")
    made = back_up(folder, Reason.START, NOW)
    assert made is not None
    store.save(later(report), "甲", "改标题")
    store.close()
    return made.path


def later(report: Report) -> Report:
    return edits.set_front(report, "title", "后来的标题")


def names(folder: Path) -> set[str]:
    """What lies there, without what a reader of a database makes beside it."""
    return {path.name for path in folder.iterdir() if not path.name.endswith((".lock", "-wal", "-shm"))}


def test_the_backup_is_what_is_there_and_the_way_back_is_open(
    folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    done = restore(lock, backup, NOW)
    assert read_report(folder, report.id).report == report
    assert done.aside is None
    assert done.undo is not None
    assert done.undo.reason is Reason.RESTORE
    assert names(folder) == {"chengbao.db", "backups"}
    restore(lock, done.undo.path, NOW)
    assert read_report(folder, report.id).report == later(report)


def test_a_log_that_lies_beside_the_database_does_not_come_into_the_backup(
    folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    store = Store(lock)
    store.save(edits.set_front(later(report), "office", "另一个局"), "甲", "改机关")
    log = database(folder).with_name("chengbao.db-wal")
    kept = log.read_bytes()
    store.close()
    log.write_bytes(kept)
    assert kept
    restore(lock, backup, NOW)
    assert not log.exists()
    assert read_report(folder, report.id).report == report
    assert verify(database(folder)).is_sound


def test_what_is_too_damaged_for_a_backup_is_kept_as_files(
    folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x'")
    broken = database(folder).read_bytes()
    done = restore(lock, backup, NOW)
    assert done.undo is None
    assert done.aside is not None
    assert (done.aside / "chengbao.db").read_bytes() == broken
    assert read_report(folder, report.id).report == report


@pytest.mark.parametrize("left", [b"", b"no database at all, but some words of another program", None])
def test_it_helps_where_the_database_is_empty_another_or_gone(
    left: bytes | None, folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    database(folder).unlink()
    if left is not None:
        database(folder).write_bytes(left)
    done = restore(lock, backup, NOW)
    assert read_report(folder, report.id).report == report
    assert (done.aside is None) == (not left)


def test_a_backup_that_is_damaged_is_refused_and_nothing_is_touched(
    folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    with closing(sqlite3.connect(backup, isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x'")
    before = database(folder).read_bytes()
    with pytest.raises(UnsoundBackup):
        restore(lock, backup, NOW)
    with pytest.raises(NoBackup):
        restore(lock, backup.with_name("other.db"), NOW)
    backup.write_bytes(b"something else, long enough to be looked at")
    with pytest.raises(NotOurs):
        restore(lock, backup, NOW)
    assert database(folder).read_bytes() == before
    assert names(folder) == {"chengbao.db", "backups"}


def test_at_every_moment_a_whole_database_lies_under_its_name(
    folder: Path, lock: FolderLock, backup: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Report] = []

    def look() -> None:
        """As after a power cut: the one file, without what is not flushed beside it."""
        copy = folder.with_name(f"cut {len(seen)}")
        copy.mkdir()
        database(copy).write_bytes(database(folder).read_bytes())
        assert verify(database(copy)).is_sound
        seen.append(read_report(copy, report.id).report)

    for name in ("sync_folder", "sync_file"):
        right = getattr(restoring, name)
        monkeypatch.setattr(restoring, name, lambda path, right=right: (look(), right(path), look()))
    store = Store(lock)
    store.save(later(report), "甲", "改标题")
    store.close()
    restore(lock, backup, NOW)
    assert seen[0] == later(report)
    assert seen[-1] == report
    assert len(seen) >= 8


def test_what_was_restored_is_opened_without_a_journal_that_a_reader_would_refuse(
    folder: Path, lock: FolderLock, backup: Path
) -> None:
    restore(lock, backup, NOW)
    assert database(folder).read_bytes()[18:20] == b"\2\2", "in WAL mode, as the writer wants it"


@pytest.mark.parametrize("is_older", [False, True])
def test_only_a_reader_of_an_older_state_is_waited_for(
    is_older: bool,
    folder: Path,
    lock: FolderLock,
    backup: Path,
    report: Report,
    plain: sqlite3.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(restoring, "_PATIENCE", 50)
    store = Store(lock)
    now = edits.set_front(later(report), "office", "另一个局")
    if not is_older:
        store.save(now, "甲", "改机关")
    plain.execute("BEGIN")
    plain.execute("SELECT * FROM report").fetchone()
    if is_older:
        store.save(now, "甲", "改机关")
    store.close()
    assert database(folder).with_name("chengbao.db-wal").stat().st_size > 0, "the reader keeps the log there"
    if is_older:
        with pytest.raises(Locked):
            restore(lock, backup, NOW)
        plain.execute("ROLLBACK")
        assert read_report(folder, report.id).report == now
        assert names(folder) == {"chengbao.db", "backups"}
    restore(lock, backup, NOW)
    plain.close()
    assert read_report(folder, report.id).report == report
    assert verify(database(folder)).is_sound


def test_what_a_restore_that_was_cut_off_left_goes_at_the_next_opening(
    folder: Path, lock: FolderLock, backup: Path, report: Report
) -> None:
    assert backup.exists()
    (folder / ".chengbao.db.restored").write_bytes(b"half")
    (folder / ".chengbao.db.restored-journal").write_bytes(b"half")
    (folder / ".chengbao.db.old").mkdir()
    (folder / ".chengbao.db.old" / "chengbao.db").write_bytes(b"half")
    Store(lock).close()
    assert names(folder) == {"chengbao.db", "backups"}
    assert read_report(folder, report.id).report == later(report)


@pytest.mark.parametrize("call", ["copy_database", "sync_folder", "sync_file", "_must_be_sound"])
@pytest.mark.parametrize("time", [1, 2, 3, 4])
def test_a_failure_on_the_way_leaves_what_was_there(
    call: str,
    time: int,
    folder: Path,
    lock: FolderLock,
    backup: Path,
    report: Report,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right, calls = getattr(restoring, call), [0]

    def fail(*arguments: object) -> object:
        calls[0] += 1
        if calls[0] == time:
            raise OSError(28, "No space left on device")
        return right(*arguments)

    monkeypatch.setattr(restoring, call, fail)
    failed = False
    try:
        restore(lock, backup, NOW)
    except (StorageError, OSError):
        failed = True
    assert failed == (calls[0] >= time)
    assert read_report(folder, report.id).report == (later(report) if failed else report)
    assert names(folder) == {"chengbao.db", "backups"}
