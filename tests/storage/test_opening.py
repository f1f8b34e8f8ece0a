"""What may be opened: a file of ours, whole, of this version or older. Any other stays as it is."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage import engine
from storage.errors import CannotOpen, Damaged, DiskFull, InputOutput, Newer, NotOurs, ReadOnly, StorageError, Vanished
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_listings, read_settings
from storage.store import Store
from tests.storage.failing import Failing


@pytest.fixture
def path(folder: Path) -> Path:
    return database(folder)


@pytest.fixture
def ours(lock: FolderLock, path: Path) -> Path:
    """A database of ours that was closed well."""
    Store(lock).close()
    return path


def refused(lock: FolderLock, kind: type[StorageError]) -> StorageError:
    """Both ways of opening refuse it in the same way and leave it as it is."""
    path = database(lock.folder)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as first:
        Store(lock)
    with pytest.raises(kind) as second:
        read_listings(lock.folder)
    assert first.value.args == second.value.args
    assert (path.read_bytes() if path.is_file() else None) == before
    return first.value


def test_a_new_one_is_made_with_its_marks(ours: Path) -> None:
    connection = sqlite3.connect(ours)
    for pragma, value in (
        ("application_id", engine.APPLICATION_ID),
        ("user_version", engine.SCHEMA),
        ("journal_mode", "wal"),
    ):
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    assert list(ours.parent.glob("*.new*")) == []


def test_the_writing_connection(lock: FolderLock) -> None:
    store = Store(lock)
    values = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 200, "recursive_triggers": 1}
    for pragma, value in values.items():
        assert store._db.conn.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    store.close()


def test_a_half_made_one_is_made_anew(lock: FolderLock, path: Path) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        path.with_name(f"{path.name}.new{end}").write_bytes(b"left over")
    Store(lock).close()
    assert sorted(one.name for one in path.parent.iterdir()) == ["chengbao.db", "chengbao.lock"]


def test_making_it_fails_without_a_trace(lock: FolderLock, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = Failing(monkeypatch)
    failing.at("COMMIT", "SQLITE_FULL")
    with pytest.raises(DiskFull):
        Store(lock)
    assert not path.exists()
    failing.heal()
    Store(lock).close()
    assert path.exists()


def test_none_where_there_was_one(lock: FolderLock, path: Path) -> None:
    with pytest.raises(Vanished):
        Store(lock, must_exist=True)
    assert not path.exists()
    assert read_listings(lock.folder) == ()
    assert read_settings(lock.folder) == {}


@pytest.mark.parametrize("content", [b"", b"\0" * 4096, b"SQLite format 3\0cut"])
def test_an_empty_or_cut_file_is_damage(lock: FolderLock, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(lock, Damaged)


def test_half_a_file_is_damage(lock: FolderLock, ours: Path) -> None:
    content = ours.read_bytes()
    ours.write_bytes(content[: len(content) // 2])
    with pytest.raises(Damaged):
        Store(lock).load("r1")


@pytest.mark.parametrize("content", [b"%PDF-1.7 and more", b"PK\x03\x04" * 100, "一份报告".encode() * 100])
def test_another_kind_of_file_is_not_ours(lock: FolderLock, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refused(lock, NotOurs)


@pytest.mark.parametrize("application", [0, 1])
def test_the_database_of_another_program_is_not_ours(lock: FolderLock, path: Path, application: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id = {application}")
    connection.execute("CREATE TABLE report (id)")
    connection.close()
    refused(lock, NotOurs)


def test_a_newer_schema_is_refused(lock: FolderLock, ours: Path) -> None:
    connection = sqlite3.connect(ours)
    connection.execute("PRAGMA user_version = 7")
    connection.close()
    error = refused(lock, Newer)
    assert isinstance(error, Newer)
    assert (error.found, error.known) == (7, engine.SCHEMA)


def test_a_newer_schema_that_only_the_log_tells_of_is_refused(lock: FolderLock, ours: Path) -> None:
    connection = sqlite3.connect(ours)
    connection.execute("PRAGMA user_version = 7")
    with pytest.raises(Newer):
        Store(lock)
    connection.close()


def test_a_newer_format_of_the_file_is_refused(lock: FolderLock, ours: Path) -> None:
    content = bytearray(ours.read_bytes())
    content[18] = 9
    ours.write_bytes(content)
    refused(lock, Newer)


def test_a_folder_in_its_place(lock: FolderLock, path: Path) -> None:
    path.mkdir()
    error = refused(lock, CannotOpen)
    assert isinstance(error, CannotOpen)
    assert error.reason == "is-folder"


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that any user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_what_an_unprivileged_user_may_not(public_folder: Path) -> None:
    """In a child that has given up root's rights, where this is root."""
    lock = FolderLock.take(public_folder)
    Store(lock).close()
    ours = database(public_folder)
    ours.chmod(0o444)
    public_folder.chmod(0o555)
    answer, child_end = os.pipe()
    child = os.fork()
    if child == 0:
        found = "?"
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            found = f"read {len(read_listings(ours.parent))}"
            Store(lock)
        except StorageError as error:
            found += " " + type(error).__name__
        finally:
            os.write(child_end, found.encode())
            os._exit(0)
    os.waitpid(child, 0)
    os.close(child_end)
    text = os.read(answer, 1000).decode()
    os.close(answer)
    public_folder.chmod(0o755)
    lock.release()
    assert text == "read 0 " + ReadOnly.__name__


def test_a_migration_is_not_asked_for_when_the_file_goes_away(
    lock: FolderLock, ours: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = engine.connect_writer

    def gone(path: Path) -> sqlite3.Connection:
        path.unlink()
        return connect(path)

    monkeypatch.setattr("storage.engine.connect_writer", gone)
    with pytest.raises(CannotOpen):
        Store(lock)
    assert not ours.exists()


def test_a_failing_pragma_closes_the_connection(lock: FolderLock, ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = Failing(monkeypatch)
    failing.at("PRAGMA journal_mode", "SQLITE_READONLY")
    with pytest.raises(ReadOnly):
        Store(lock)
    failing.heal()
    Store(lock).close()


def test_the_library_says_whether_it_has_the_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine.sqlite_version() == sqlite3.sqlite_version
    for version, fault in (((3, 51, 2), True), ((3, 51, 3), False), ((3, 40, 1), True)):
        monkeypatch.setattr(engine.sqlite3, "sqlite_version_info", version)
        assert engine.has_reset_fault() is fault


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_journal_mode_that_sqlite_refuses_without_an_error_is_a_failure(mode: str) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection, pytest.raises(InputOutput) as told:
        engine.use_journal(connection, Path("chengbao.db"), mode)
    assert told.value.detail == "journal_mode stays memory"
