"""What a restore would change is told per report, from what both databases have of the journal."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage.backups import Reason, back_up
from storage.differing import Difference, Fate, differences
from storage.errors import NoBackup, StorageError
from storage.location import database
from storage.lock import FolderLock
from storage.outlines import inside
from storage.restoring import restore
from storage.store import Store

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def change(store: Store, report: Report, times: int, word: str) -> None:
    for number in range(times):
        store.save(edits.set_front(report, "title", f"{word}{number}"), "甲", "改标题")


def told(folder: Path, backup: Path) -> dict[str, tuple[Fate, int, int]]:
    found = differences(inside(database(folder)).reports, inside(backup).reports)
    return {one.listing.id: (one.fate, one.lost, one.regained) for one in found}


def backup_of(folder: Path) -> Path:
    made = back_up(folder, Reason.ASKED, NOW)
    assert made is not None
    return made.path


def test_each_report_is_gone_back_older_or_the_same(folder: Path, store: Store, report: Report) -> None:
    for name in ("same", "older", "back"):
        store.create(replace(report, id=name), "甲")
    backup = backup_of(folder)
    change(store, replace(report, id="older"), 3, "后来")
    store.purge("back", "甲")
    store.create(replace(report, id="new"), "甲")
    assert told(folder, backup) == {
        "same": (Fate.SAME, 0, 0),
        "older": (Fate.OLDER, 3, 0),
        "back": (Fate.BACK, 0, 1),
        "new": (Fate.GONE, 1, 0),
    }


def test_a_backup_of_what_was_undone_is_newer_and_after_other_changes_another_one(
    folder: Path, lock: FolderLock, report: Report
) -> None:
    store = Store(lock)
    store.create(report, "甲")
    first = backup_of(folder)
    change(store, report, 2, "一")
    store.close()
    undo = restore(lock, first, NOW).undo
    assert undo is not None
    assert told(folder, undo.path) == {report.id: (Fate.NEWER, 0, 2)}
    store = Store(lock)
    change(store, report, 5, "二")
    store.close()
    assert told(folder, undo.path) == {report.id: (Fate.OTHER, 5, 2)}
    assert told(folder, first) == {report.id: (Fate.OLDER, 5, 0)}


def test_what_goes_to_the_trash_is_a_change(folder: Path, store: Store, report: Report) -> None:
    store.create(report, "甲")
    backup = backup_of(folder)
    store.trash(report.id, "甲")
    (one,) = differences(inside(database(folder)).reports, inside(backup).reports)
    assert isinstance(one, Difference)
    assert (one.fate, one.lost) == (Fate.OLDER, 1)
    assert one.now is not None
    assert one.then is not None
    assert (one.now.trashed is None, one.then.trashed is None) == (False, True)


def test_nothing_beside_nothing_is_nothing() -> None:
    assert differences((), ()) == ()


def test_what_cannot_be_read_is_said_and_what_is_not_there(folder: Path, store: Store, report: Report) -> None:
    store.create(report, "甲")
    backup = backup_of(folder)
    found = inside(backup)
    assert found.size == backup.stat().st_size
    assert [one.listing.id for one in found.reports] == [report.id]
    backup.write_bytes(backup.read_bytes()[:5000])
    with pytest.raises(StorageError):
        inside(backup)
    with pytest.raises(NoBackup):
        inside(folder / "none.db")
