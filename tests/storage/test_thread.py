"""One worker, in order; it closes so that the one file is whole."""

import threading
from concurrent.futures import wait
from datetime import UTC, datetime
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage.backups import Reason, back_up
from storage.errors import DiskFull, NoBackup, Unexpected, UnknownReport
from storage.location import database
from storage.lock import FolderLock
from storage.reading import read_report
from storage.restoring import restore
from storage.store import Store
from storage.thread import StoreThread


def test_nothing_is_opened_before_the_first_job(thread: StoreThread, folder: Path) -> None:
    assert [one.name for one in folder.iterdir()] == ["chengbao.lock"]
    assert thread.submit(lambda store: store.reports()).result() == ()
    assert (folder / "chengbao.db").exists()


def test_jobs_are_done_in_the_order_they_are_sent_by_one_thread(filled: StoreThread, report: Report) -> None:
    done: list[tuple[int, int]] = []

    def job(store: Store, year: int) -> None:
        store.save(edits.set_year(report, year), "甲", "year")
        done.append((year, threading.get_ident()))

    futures = [filled.submit(lambda store, year=year: job(store, year)) for year in range(2000, 2050)]
    assert not wait(futures, timeout=30).not_done
    assert [year for year, _ in done] == list(range(2000, 2050))
    assert len({ident for _, ident in done}) == 1
    assert done[0][1] != threading.get_ident()


def test_close_does_what_was_sent_and_leaves_one_whole_file(lock: FolderLock, folder: Path, report: Report) -> None:
    thread = StoreThread(lock)
    thread.submit(lambda store: store.create(report, "甲"))
    for year in range(2000, 2020):
        thread.submit(lambda store, year=year: store.save(edits.set_year(report, year), "甲", "year"))
    thread.close()
    thread.close()
    assert sorted(one.name for one in folder.iterdir()) == ["chengbao.db", "chengbao.lock"]
    assert read_report(folder, report.id).report.year == 2019
    with pytest.raises(RuntimeError):
        thread.submit(lambda store: store.reports())


def test_close_without_a_job(lock: FolderLock, folder: Path) -> None:
    StoreThread(lock).close()
    assert lock.held
    assert not (folder / "chengbao.db").exists()


def test_a_close_that_fails_is_quiet_and_loses_nothing(
    filled: StoreThread, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.storage.failing import failure

    def fail(_: object) -> None:
        raise failure("SQLITE_IOERR_WRITE")

    monkeypatch.setattr("storage.engine.close_writer", fail)
    filled.close()
    assert read_report(folder, report.id).report == report


def test_a_question_that_has_no_answer_keeps_the_connection(filled: StoreThread) -> None:
    first = filled.submit(lambda store: store).result()
    assert isinstance(filled.submit(lambda store: store.load("none")).exception(), UnknownReport)
    assert filled.submit(lambda store: store).result() is first


def test_a_fault_of_the_program_is_named_and_the_thread_goes_on(filled: StoreThread, report: Report) -> None:
    error = filled.submit(lambda store: store.nothing()).exception()  # type: ignore[attr-defined]
    assert isinstance(error, Unexpected)
    assert "nothing" in error.detail
    assert filled.submit(lambda store: store.load(report.id)).result().report == report


def test_the_log_is_written_into_the_database_between_jobs(
    filled: StoreThread, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.ledger._UNTIDY", 30)
    file = folder / "chengbao.db"
    before = file.stat().st_mtime_ns
    for year in range(1950, 1960):
        filled.submit(lambda store, year=year: store.save(edits.set_year(report, year), "甲", "year")).result()
    assert not filled.submit(lambda store: store.is_untidy).result()
    assert file.stat().st_mtime_ns > before


def test_a_failure_to_do_so_is_quiet(filled: StoreThread, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(store: Store) -> None:
        raise DiskFull(store.path)

    monkeypatch.setattr("storage.ledger._UNTIDY", 0)
    monkeypatch.setattr(Store, "tidy", fail)
    for year in range(1950, 1960):
        filled.submit(lambda store, year=year: store.save(edits.set_year(report, year), "甲", "year")).result()
    filled._pool.submit(filled._drop).result()
    filled._pool.submit(filled._tidy).result()
    assert filled.submit(lambda store: store.load(report.id)).result().report.year == 1959


def test_a_job_while_the_database_is_closed_keeps_its_turn(filled: StoreThread, folder: Path, report: Report) -> None:
    later = edits.set_front(report, "title", "后来的标题")
    filled.submit(lambda store: store.save(later, "甲", "改标题"))
    log = database(folder).with_name(database(folder).name + "-wal")

    def job(lock: FolderLock) -> tuple[bool, str, bool]:
        return lock.held, read_report(folder, report.id).report.front.title, log.exists() and log.stat().st_size > 0

    closed = filled.submit_closed(job)
    after = filled.submit(lambda store: store.load(report.id).report)
    assert closed.result() == (True, "后来的标题", False)
    assert after.result() == later


def test_after_a_job_while_closed_the_other_database_is_opened(
    filled: StoreThread, folder: Path, report: Report
) -> None:
    made = filled.submit(lambda _store: back_up(folder, Reason.ASKED, datetime(2026, 3, 1, tzinfo=UTC))).result()
    assert made is not None
    filled.submit(lambda store: store.purge(report.id, "甲")).result()
    filled.submit_closed(lambda lock: restore(lock, made.path, datetime(2026, 3, 1, tzinfo=UTC))).result()
    assert filled.submit(lambda store: store.load(report.id).report).result() == report


def test_a_job_that_fails_while_closed_says_so_and_the_thread_goes_on(filled: StoreThread, folder: Path) -> None:
    def unforeseen(_lock: FolderLock) -> None:
        raise ZeroDivisionError

    def known(_lock: FolderLock) -> None:
        raise NoBackup(folder)

    with pytest.raises(Unexpected):
        filled.submit_closed(unforeseen).result()
    with pytest.raises(NoBackup):
        filled.submit_closed(known).result()
    assert len(filled.submit(lambda store: store.reports()).result()) == 1
