"""Bad days: each failure has its type, the database is untouched, the same thread works again afterwards."""

import errno
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from report import edits
from report.content import Paragraph
from report.report import Report
from storage import faults
from storage.errors import (
    CannotOpen,
    Damaged,
    DiskFull,
    InputOutput,
    Locked,
    NotOurs,
    ReadOnly,
    StorageError,
    Unexpected,
    Vanished,
)
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.reading import read_listings, read_report
from storage.thread import StoreThread
from tests.storage.failing import Failing, failure

LONG = "法治" * 20_000


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    return Failing(monkeypatch)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_READONLY", ReadOnly),
        ("SQLITE_READONLY_DIRECTORY", ReadOnly),
        ("SQLITE_READONLY_DBMOVED", Vanished),
        ("SQLITE_BUSY", Locked),
        ("SQLITE_BUSY_SNAPSHOT", Locked),
        ("SQLITE_PROTOCOL", Locked),
        ("SQLITE_CORRUPT", Damaged),
        ("SQLITE_CORRUPT_INDEX", Damaged),
        ("SQLITE_NOTADB", NotOurs),
        ("SQLITE_CANTOPEN", CannotOpen),
        ("SQLITE_PERM", CannotOpen),
        ("SQLITE_IOERR_FSYNC", InputOutput),
        ("SQLITE_ERROR", Unexpected),
        ("SQLITE_CONSTRAINT_CHECK", Unexpected),
    ],
)
def test_each_error_of_sqlite_has_its_type(tmp_path: Path, name: str, kind: type[StorageError]) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"")
    found = faults.of_sqlite(path, failure(name))
    assert type(found) is kind
    assert found.path == path


def test_an_error_without_a_name(tmp_path: Path) -> None:
    assert type(faults.of_sqlite(tmp_path / "a.db", sqlite3.ProgrammingError("thread"))) is Unexpected


@pytest.mark.parametrize(
    ("number", "kind", "reason"),
    [
        (errno.ENOSPC, DiskFull, ""),
        (errno.EDQUOT, DiskFull, ""),
        (errno.EROFS, ReadOnly, ""),
        (errno.ENOENT, Vanished, ""),
        (errno.EACCES, CannotOpen, "no-right"),
        (errno.EISDIR, CannotOpen, "is-folder"),
        (errno.ENOTDIR, CannotOpen, "no-folder"),
        (errno.EIO, InputOutput, "EIO"),
        (None, InputOutput, "None"),
    ],
)
def test_each_error_of_the_system_has_its_type(
    tmp_path: Path, number: int | None, kind: type[StorageError], reason: str
) -> None:
    found = faults.of_system(tmp_path, OSError(number, "") if number else OSError(None))
    assert type(found) is kind
    if reason:
        assert found.args[1] == reason


def test_what_cannot_be_opened_is_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def reason(path: Path) -> str:
        found = faults.of_sqlite(path, failure("SQLITE_CANTOPEN"))
        return found.reason if isinstance(found, CannotOpen) else type(found).__name__

    file = tmp_path / "a.db"
    assert reason(tmp_path / "none" / "a.db") == "no-folder"
    assert reason(tmp_path) == "is-folder"
    assert reason(file) == "other"
    monkeypatch.setattr(faults, "_is_full", lambda _: True)
    assert reason(file) == "DiskFull"
    assert type(faults.of_sqlite(tmp_path, failure("SQLITE_IOERR_SHMSIZE"))) is DiskFull
    monkeypatch.setattr(faults.os, "access", lambda path, _: path == file)
    assert reason(file) == "ReadOnly"
    file.write_bytes(b"")
    monkeypatch.setattr(faults.os, "access", lambda path, _: path != file)
    assert reason(file) == "no-right"


def test_a_vanished_file_and_an_unknown_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SQLITE_IOERR_WRITE", "SQLITE_READONLY"):
        assert type(faults.of_sqlite(tmp_path / "gone.db", failure(name))) is Vanished

    def lost(_: Path) -> None:
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(faults.shutil, "disk_usage", lost)
    assert type(faults.of_sqlite(tmp_path, failure("SQLITE_IOERR_WRITE"))) is InputOutput


# -- through the thread


@pytest.mark.parametrize("statement", ["BEGIN", "UPDATE block", "INSERT INTO journal", "COMMIT"])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_IOERR_FSYNC", InputOutput),
        ("SQLITE_BUSY", Locked),
        ("SQLITE_READONLY", ReadOnly),
    ],
)
def test_a_failing_save_leaves_all_and_the_next_try_works(
    failing: Failing,
    thread: StoreThread,
    folder: Path,
    report: Report,
    statement: str,
    name: str,
    kind: type[StorageError],
) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    after = edits.set_preface(report, (replace(report.preface[0], text="改了"),))
    failing.at(statement, name)
    for _ in range(2):
        assert type(thread.submit(lambda store: store.save(after, "甲", "edit")).exception()) is kind
    failing.heal()
    assert read_report(folder, report.id).report == report
    thread.submit(lambda store: store.save(after, "甲", "edit")).result()
    assert thread.submit(lambda store: store.load(report.id)).result().report == after


def test_every_statement_failing_once_loses_nothing(
    failing: Failing, thread: StoreThread, folder: Path, report: Report
) -> None:
    """The n-th statement of opening and saving fails, for every n, until none is left to fail."""
    thread.submit(lambda store: store.create(report, "甲")).result()
    number, saved, healthy = 0, report, 0
    while healthy < 2:
        thread._pool.submit(thread._drop).result()
        after = edits.set_preface(saved, (Paragraph("n", f"第{number}次"),))
        failing.nth(number, "SQLITE_IOERR_WRITE")
        error = thread.submit(lambda store, after=after: store.save(after, "甲", "edit")).exception()
        failing.heal()
        if error is None:
            saved, healthy = after, healthy + 1
        assert read_report(folder, report.id).report in ((saved,) if error is None else (saved, after))
        number += 1
    assert number > 15


def test_after_a_fault_of_the_disk_the_connection_is_another(
    failing: Failing, thread: StoreThread, report: Report
) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    first = thread.submit(lambda store: id(store._db.conn)).result()
    opened = failing.opened
    assert thread.submit(lambda store: id(store._db.conn)).result() == first
    assert failing.opened == opened
    failing.at("COMMIT", "SQLITE_IOERR_FSYNC", times=1)
    assert thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()
    thread.submit(lambda store: store.rename(report.id, "新", "甲")).result()
    assert failing.opened > opened


def test_one_malformed_that_passes_is_not_told(failing: Failing, thread: StoreThread, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    failing.at("UPDATE report", "SQLITE_CORRUPT", times=1)
    thread.submit(lambda store: store.rename(report.id, "新", "甲")).result()
    assert thread.submit(lambda store: store.load(report.id)).result().listing.name == "新"


def test_malformed_each_time_is_damage(failing: Failing, thread: StoreThread, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    failing.at("SELECT", "SQLITE_CORRUPT")
    assert type(thread.submit(lambda store: store.load(report.id)).exception()) is Damaged
    failing.heal()
    assert thread.submit(lambda store: store.load(report.id)).result().report == report


def test_an_unreadable_disk_is_not_called_damage(failing: Failing, thread: StoreThread, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    seen: list[str] = []

    def plan(statement: str) -> str | None:
        seen.append(statement)
        return "SQLITE_CORRUPT" if len(seen) == 1 else "SQLITE_IOERR_READ"

    failing.plan = plan
    assert type(thread.submit(lambda store: store.load(report.id)).exception()) is InputOutput


def test_a_damaged_page_is_found(thread: StoreThread, folder: Path, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    thread.close()
    path = database(folder)
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 200] = os.urandom(200)
    path.write_bytes(content)
    lock = FolderLock(folder, os.open(folder, os.O_RDONLY))
    again = StoreThread(lock)
    assert type(again.submit(lambda store: store.load(report.id)).exception()) is Damaged
    again.close()
    lock.release()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE section SET confidence = 'x'",
        "UPDATE block SET cells = '[' WHERE kind = 'table'",
        "UPDATE report SET created = 'x'",
        "UPDATE front SET field = 'none' WHERE field = 'title'",
        "UPDATE report SET numbering = '1.1'",
        "UPDATE value SET kind = 'number', text = 'x'",
    ],
)
def test_rows_that_we_never_write_are_damage(
    filled: StoreThread, report: Report, plain: sqlite3.Connection, statement: str
) -> None:
    plain.execute(statement)
    assert type(filled.submit(lambda store: store.load(report.id)).exception()) is Damaged


# -- for real


def test_the_file_deleted_under_the_program(thread: StoreThread, folder: Path, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    path = database(folder)
    aside = folder / "aside"
    aside.mkdir()
    for file in folder.glob("chengbao.db*"):
        file.rename(aside / file.name)
    for _ in range(2):
        assert type(thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()) is Vanished
    assert not path.exists()
    for file in aside.iterdir():
        file.rename(folder / file.name)
    thread.submit(lambda store: store.rename(report.id, "新", "甲")).result()
    assert read_report(folder, report.id).report == report


def test_another_file_in_its_place(thread: StoreThread, folder: Path, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    path = database(folder)
    path.rename(folder / "aside.db")
    shutil.copy(folder / "aside.db", path)
    assert type(thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()) is Vanished


def test_the_log_deleted_under_the_program_loses_nothing(thread: StoreThread, folder: Path, report: Report) -> None:
    thread.submit(lambda store: store.create(report, "甲")).result()
    after = edits.set_preface(report, (Paragraph("n", "新"),))
    thread.submit(lambda store: store.save(after, "甲", "edit")).result()
    database(folder).with_name("chengbao.db-wal").unlink()
    assert type(thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()) is Vanished
    assert thread.submit(lambda store: store.load(report.id)).result().report == after
    thread.submit(lambda store: store.rename(report.id, "新", "甲")).result()
    assert read_report(folder, report.id).listing.name == "新"


def test_another_program_writing_for_long(filled: StoreThread, report: Report, plain: sqlite3.Connection) -> None:
    plain.execute("BEGIN IMMEDIATE")
    error = filled.submit(lambda store: store.rename(report.id, "新", "甲")).exception()
    assert isinstance(error, Locked)
    assert error.holder is not None
    assert error.holder.pid == os.getpid()
    plain.execute("ROLLBACK")
    filled.submit(lambda store: store.rename(report.id, "新", "甲")).result()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 700 KB, where this user may mount one."""
    where = tmp_path / "U盘"
    where.mkdir()
    mount = shutil.which("mount")
    options = ["-t", "tmpfs", "-o", "size=700k", "tmpfs"]
    if mount is None or os.geteuid() != 0 or subprocess.run([mount, *options, where], check=False).returncode:
        pytest.skip("only root can mount a small disk")
    yield where
    subprocess.run(["umount", "-l", where], check=True)


def fill(disk: Path) -> Path:
    """Fill a disk to its last block; the file that does it."""
    pad = disk / "pad"
    with pad.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"0" * 4096)
        except OSError as full:
            if full.errno != errno.ENOSPC:
                raise
    return pad


def test_a_full_disk(small_disk: Path, report: Report) -> None:
    folder = data_folder(small_disk / "数据")
    with FolderLock.take(folder) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.create(report, "甲")).result()
        pad = fill(small_disk)
        saved = report
        long = edits.set_preface(report, (Paragraph("n", LONG),))
        for _ in range(3):
            assert type(thread.submit(lambda store: store.save(long, "甲", "edit")).exception()) is DiskFull
            assert thread.submit(lambda store: store.load(report.id)).result().report == saved
        pad.unlink()
        thread.submit(lambda store: store.save(long, "甲", "edit")).result()
        assert thread.submit(lambda store: store.load(report.id)).result().report == long
        thread.close()


def test_a_full_disk_at_the_first_start(small_disk: Path, report: Report) -> None:
    folder = data_folder(small_disk / "数据")
    with FolderLock.take(folder) as lock:
        pad = fill(small_disk)
        thread = StoreThread(lock)
        assert type(thread.submit(lambda store: store.create(report, "甲")).exception()) is DiskFull
        pad.unlink()
        thread.submit(lambda store: store.create(report, "甲")).result()
        thread.close()
    assert read_report(folder, report.id).report == report


def test_a_disk_that_becomes_read_only(small_disk: Path, report: Report) -> None:
    folder = data_folder(small_disk / "数据")
    with FolderLock.take(folder) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.create(report, "甲")).result()
        thread.close()
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    with pytest.raises(ReadOnly):
        FolderLock.take(folder)
    assert read_report(folder, report.id).report == report
    assert len(read_listings(folder)) == 1
    with FolderLock(folder, os.open(folder, os.O_RDONLY)) as lock:
        thread = StoreThread(lock)
        for _ in range(2):
            assert type(thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()) is ReadOnly
        subprocess.run(["mount", "-o", "remount,rw", small_disk], check=True)
        thread.submit(lambda store: store.rename(report.id, "新", "甲")).result()
        thread.close()


def test_a_stick_pulled_out(small_disk: Path, report: Report) -> None:
    folder = data_folder(small_disk / "数据")
    with FolderLock.take(folder) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.create(report, "甲")).result()
        subprocess.run(["umount", "-l", small_disk], check=True)
        assert type(thread.submit(lambda store: store.rename(report.id, "新", "甲")).exception()) is Vanished
        thread.close()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", small_disk], check=True)
