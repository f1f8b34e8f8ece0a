"""A data folder with a Chinese name and spaces, a store in it, a report for it."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from report.report import Report
from storage.location import data_folder, database
from storage.lock import FolderLock
from storage.store import Store
from storage.thread import StoreThread
from tests.storage.clocks import Hands
from tests.storage.reports import full_report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return data_folder(tmp_path / "年度 报告" / "数据（新）")


@pytest.fixture
def lock(folder: Path) -> Iterator[FolderLock]:
    with FolderLock.take(folder) as lock:
        yield lock


@pytest.fixture
def store(lock: FolderLock) -> Iterator[Store]:
    store = Store(lock)
    yield store
    store.close()


@pytest.fixture
def thread(lock: FolderLock) -> Iterator[StoreThread]:
    thread = StoreThread(lock)
    yield thread
    thread.close()


@pytest.fixture
def report() -> Report:
    return full_report()


@pytest.fixture
def filled(thread: StoreThread, report: Report) -> StoreThread:
    """The thread with the report in its store."""
    thread.submit(lambda store: store.create(report, "甲")).result()
    return thread


@pytest.fixture
def plain(folder: Path) -> Iterator[sqlite3.Connection]:
    """Another program's connection to the same file."""
    connection = sqlite3.connect(database(folder), isolation_level=None)
    yield connection
    connection.close()


@pytest.fixture
def clock() -> Hands:
    """A clock that stands until a test moves it."""
    return Hands()


@pytest.fixture
def timed(lock: FolderLock, clock: Hands) -> Iterator[Store]:
    """A store by that clock."""
    store = Store(lock, clock=clock)
    yield store
    store.close()
