"""What a clerk and the program do, each in a small world that is made anew in a moment and faults are put into."""

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from report import edits
from report.compose import Copy, compose
from report.document import Document
from report.reading.manuscript import Manuscript
from report.report import Report
from storage import engine
from storage.backups import Reason, back_up, backup_folder, backups, tidy
from storage.errors import StorageError
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.reading import read_listings, read_report
from storage.records import SourceText
from storage.restoring import restore
from storage.store import Store
from storage.thread import StoreThread
from storage.verifying import verify
from tests.faults.kill import LONG_AFTER
from tests.storage.reports import full_report
from ui.commands.sample import load_sample_source
from ui.commands.sources import all_types
from ui.exporting import document_work
from ui.library import imported_whole

_NOW: Final = datetime(2026, 3, 1, 9, tzinfo=UTC)
_WHO: Final = "甲"
_FIRST_SCHEMA: Final = Path(__file__).resolve().parents[1] / "storage" / "data" / "v1.db"
_FILE: Final = "年报.pdf"
_OLD_FILE: Final = b"the file that was exported last"
_TEXT: Final = "某局2025年法治政府建设年度报告\n\n一、主要举措\n（一）抓学习。全年学习12次。\n二、存在问题\n人少。\n"

_FINAL: Final = frozenset({"chengbao.db", "chengbao.db-wal", "chengbao.db-shm", "chengbao.lock", "backups", _FILE})
"""Names that may lie in a data folder, and in the folder of exports."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a user would find: the reports, how many versions, the exported file's SHA-256, the schema."""

    reports: tuple[Report, ...] | None
    versions: int
    exported: str
    schema: int | None


class World:
    """A data folder with its lock and store thread, and a folder for exports."""

    def __init__(self, base: Path) -> None:
        self.data, self.out = base / "数据", base / "导出"
        self.thread: StoreThread | None = None
        self._lock: FolderLock | None = None

    @property
    def lock(self) -> FolderLock:
        """The lock; taken when it is first asked for."""
        if self._lock is None:
            self._lock = FolderLock.take(data_folder(self.data))
        return self._lock

    def store(self, job: Callable[[Store], object]) -> None:
        """Have a job done by the store's thread. Raises StorageErrors."""
        if self.thread is None:
            self.thread = StoreThread(self.lock)
        self.thread.submit(job).result()

    def close_store(self) -> None:
        """End the store's thread; the next job begins another."""
        thread, self.thread = self.thread, None
        if thread is not None:
            thread.close()

    def close(self) -> None:
        """End all, as the program does."""
        self.close_store()
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.release()

    def look(self) -> Look:
        """What is there, read as the program reads. Raises StorageErrors."""
        path, file = database(self.data), self.out / _FILE
        exported = hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""
        schema = engine.schema_of(path)
        if schema is None:
            return Look(None, 0, exported, None)
        reports = tuple(read_report(self.data, one.id).report for one in read_listings(self.data))
        return Look(tuple(sorted(reports, key=lambda one: one.id)), _versions(path), exported, schema)

    def start_again(self) -> list[str]:
        """What the next start finds wrong, after it has opened, backed up and tidied; empty when all is well."""
        wrong: list[str] = []
        with FolderLock.take(data_folder(self.data)) as lock:
            Store(lock).close()
        tidy(backup_folder(self.data))
        verdict = verify(database(self.data))
        wrong += [f"not sound: {one}" for one in verdict.damages]
        for one in backups(backup_folder(self.data)):
            with suppress(StorageError):
                if verify(one.path).is_sound:
                    continue
            wrong.append(f"{one.path.name} is not sound")
        names = [path.name for path in self.data.iterdir()]
        # Half an export under its own name stays; the next into that folder takes it away (exports/files.py).
        names += [path.name for path in self.out.iterdir() if path.suffix != ".part"]
        known = {one.path.name for one in backups(backup_folder(self.data))}
        if backup_folder(self.data).is_dir():
            names += [one.name for one in backup_folder(self.data).iterdir() if one.name not in known]
        wrong += [f"{name} is left" for name in names if name not in _FINAL]
        return wrong


def _versions(path: Path) -> int:
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        return int(connection.execute("SELECT count(*) FROM version").fetchone()[0])
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that is done. `prepare` makes the world of it once; `opened` has the store open before it is done."""

    name: str
    prepare: Callable[[World], object]
    act: Callable[[World], object]
    opened: bool = True


def _nothing(world: World) -> None:
    world.out.mkdir(parents=True, exist_ok=True)


def _with_reports(world: World) -> None:
    """Two reports, one with a version, and a backup of the first."""
    _nothing(world)
    world.store(lambda store: store.create(full_report(), _WHO))
    back_up(world.data, Reason.START, _NOW)
    world.store(lambda store: store.duplicate("r1", "r2", _WHO))
    world.store(lambda store: store.freeze("r2", "报送稿", "submission", "", _WHO))
    (world.out / _FILE).write_bytes(_OLD_FILE)


def _with_what_is_imported(world: World) -> None:
    """Read here, so that all children import the same: each reading gives its own ids."""
    _with_reports(world)
    _imported()


def _with_what_is_exported(world: World) -> None:
    _with_reports(world)
    _document()


def _with_many_backups(world: World) -> None:
    """So many of one day that some are removed."""
    _with_reports(world)
    (first,) = backups(backup_folder(world.data))
    for number in range(2, 9):
        name = first.path.name.replace("000001", f"{number:06d}").replace("T090000", f"T{9 + number:02d}0000")
        shutil.copyfile(first.path, first.path.with_name(name))


def _of_first_schema(world: World) -> None:
    _nothing(world)
    shutil.copyfile(_FIRST_SCHEMA, database(data_folder(world.data)))


def _begin(world: World) -> None:
    world.store(lambda store: store.create(full_report(), _WHO))


def _edited() -> Report:
    return edits.set_front(full_report(), "title", "改过的标题" * 200)


def _save(world: World) -> None:
    world.store(lambda store: store.save(_edited(), _WHO, "改标题"))


def _save_and_write_log(world: World) -> None:
    _save(world)
    world.store(lambda store: store.tidy())


def _with_old_lines(world: World) -> None:
    """Three versions with some saves before each."""
    _with_reports(world)
    for number in range(9):
        report = edits.set_front(full_report(), "title", f"第{number}个标题")
        world.store(lambda store, report=report: store.save(report, _WHO, "改标题"))
        if number % 3 == 2:
            world.store(lambda store: store.freeze("r1", "稿", "draft", "", _WHO))


def _back_up(world: World) -> None:
    back_up(world.data, Reason.ASKED, _NOW + timedelta(days=1))
    tidy(backup_folder(world.data))
    newest = backups(backup_folder(world.data))[0]
    if not verify(newest.path).is_sound:
        raise AssertionError(newest)


def _restore(world: World) -> None:
    """The report of before: once it is there, restoring it again changes nothing."""
    world.close_store()
    first = backups(backup_folder(world.data))[-1]
    restore(world.lock, first.path, _NOW + timedelta(days=1))


def _import(world: World) -> None:
    def job(store: Store) -> None:
        store.back_up_before_import()
        store.create(_imported()[0], _WHO, _imported()[1])

    world.store(job)


@cache
def _imported() -> tuple[Report, SourceText]:
    report, source = imported_whole(Manuscript(_TEXT), "年报.txt", all_types())
    return replace(report, id="imported"), source


def _export(world: World) -> None:
    document, moment = _document()
    document_work(document, world.out / _FILE, moment)()


def export_in_place(world: World) -> None:
    """What an export must not be: written into the file that is there."""
    _export(world)
    whole = (world.out / _FILE).read_bytes()
    with (world.out / _FILE).open("wb") as file:
        for start in range(0, len(whole), len(whole) // 20 + 1):
            file.write(whole[start : start + len(whole) // 20 + 1])
            file.flush()
            time.sleep(0.002)


@cache
def _document() -> tuple[Document, datetime]:
    source = load_sample_source()
    document = compose(source.type, source.report, Copy.SUBMISSION)
    return replace(document, body=document.body[:12], attachments=()), source.moment


OPERATIONS: Final[Sequence[Operation]] = (
    Operation("begin", _nothing, _begin, opened=False),
    Operation("create", _with_reports, lambda world: world.store(lambda s: s.duplicate("r1", "r3", _WHO))),
    Operation("open and save", _with_reports, _save, opened=False),
    Operation("save", _with_reports, _save),
    Operation("save and write the log", _with_reports, _save_and_write_log),
    Operation("freeze", _with_reports, lambda world: world.store(lambda s: s.freeze("r1", "稿", "draft", "", _WHO))),
    Operation("purge", _with_reports, lambda world: world.store(lambda s: s.purge("r2", _WHO))),
    Operation("compact", _with_old_lines, lambda world: world.store(lambda s: s.compact("r1", LONG_AFTER))),
    Operation("close", _with_reports, lambda world: (_save(world), world.close_store())),
    Operation("back up", _with_many_backups, _back_up),
    Operation("restore", _with_reports, _restore),
    Operation("migrate", _of_first_schema, lambda world: world.store(lambda s: s.reports()), opened=False),
    Operation("import", _with_what_is_imported, _import),
    Operation("export", _with_what_is_exported, _export),
)
"""Names and worlds; each changes the same whenever it is done."""
