"""Reading while a window writes, and without loading what only the writer needs."""

import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage import engine
from storage.errors import UnknownReport
from storage.health import is_damaged
from storage.lock import FolderLock
from storage.reading import read_listings, read_report, read_settings
from storage.thread import StoreThread

FIRST_PAINT = """
import sys
from pathlib import Path
from storage import thread, store, reading, lock, location
print(len(reading.read_listings(Path(sys.argv[1]))), reading.read_settings(Path(sys.argv[1])))
print(sorted(set(sys.modules) & {"sqlite_utils", "PySide6", "babel", "reportlab", "click"}))
"""


def test_the_first_paint_loads_no_more_than_it_needs(filled: StoreThread, folder: Path) -> None:
    filled.submit(lambda store: store.set_settings({"zoom": "125"})).result()
    root = Path(engine.__file__).parent.parent
    answer = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, folder], cwd=root, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "1 {'zoom': '125'}\n[]\n"


def test_what_is_acknowledged_can_be_read_at_once(filled: StoreThread, folder: Path, report: Report) -> None:
    for number in range(20):
        report = edits.set_year(report, 2000 + number)
        filled.submit(lambda store, report=report: store.save(report, "甲", "year")).result()
        assert read_report(folder, report.id).report == report
        assert [one.year for one in read_listings(folder)] == [2000 + number]
    filled.submit(lambda store: store.set_settings({"a": "1"})).result()
    assert read_settings(folder) == {"a": "1"}


def test_reading_writes_nothing_and_holds_nobody_up(filled: StoreThread, folder: Path, report: Report) -> None:
    before = {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith("-shm")}
    read_listings(folder)
    read_report(folder, report.id)
    assert {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.endswith("-shm")} == before


def test_after_a_crash_the_log_is_read(folder: Path, report: Report) -> None:
    """The files as a killed process leaves them."""
    with FolderLock.take(folder) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.create(report, "甲")).result()
        copy = folder.parent / "nach dem Absturz"
        copy.mkdir()
        for file in folder.glob("chengbao.db*"):
            if not file.name.endswith("-shm"):
                (copy / file.name).write_bytes(file.read_bytes())
        thread.close()
    assert read_report(copy, report.id).report == report
    with FolderLock.take(copy) as lock:
        again = StoreThread(lock)
        assert again.submit(lambda store: store.load(report.id)).result().report == report
        other = replace(report, id="r2")
        again.submit(lambda store: store.create(other, "甲")).result()
        again.close()
    assert [one.id for one in read_listings(copy)] == ["r2", "r1"]


def test_no_database_has_no_report(folder: Path) -> None:
    with pytest.raises(UnknownReport):
        read_report(folder, "r1")


def test_damage_that_no_reading_meets_is_seen_too(filled: StoreThread, folder: Path, plain: sqlite3.Connection) -> None:
    root = plain.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal_place'").fetchone()[0]
    plain.close()
    filled.close()
    path = folder / "chengbao.db"
    assert not is_damaged(path)
    content = bytearray(path.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    path.write_bytes(content)
    assert is_damaged(path)
