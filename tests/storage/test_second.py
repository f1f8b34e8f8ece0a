"""A second folder gets each backup; where it is not there nothing is lost and nothing is made in its place."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from report import edits
from report.report import Report
from storage import second as storing
from storage.backups import Backup, Reason, backup_folder, backups
from storage.errors import DiskFull, Holder, ReadOnly
from storage.second import back_up_twice, is_same_disk, own_folder
from storage.store import Store
from storage.verifying import verify

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "U 盘"
    made.mkdir()
    return made


def test_both_folders_get_a_sound_backup_and_both_are_tidied(
    folder: Path, store: Store, report: Report, stick: Path
) -> None:
    store.create(report, "甲")
    for hour in range(8):
        store.save(edits.set_front(report, "title", f"第{hour}稿"), "甲", "改标题")
        made = back_up_twice(folder, Reason.ASKED, NOW + timedelta(minutes=hour), stick)
        assert made.first is not None
        assert made.second is not None
        assert made.second.path.parent == stick
        assert verify(made.second.path).is_sound
    assert len(backups(stick)) == len(backups(backup_folder(folder))) < 8


def test_a_stick_that_comes_later_gets_what_it_lacks(folder: Path, store: Store, report: Report, stick: Path) -> None:
    store.create(report, "甲")
    stick.rmdir()
    made = back_up_twice(folder, Reason.START, NOW, stick)
    assert made.first is not None
    assert made.is_missing
    assert not stick.exists()
    stick.mkdir()
    again = back_up_twice(folder, Reason.START, NOW, stick)
    assert again.first is None
    assert again.second is not None
    assert back_up_twice(folder, Reason.START, NOW, stick).second is None


def test_a_full_stick_costs_only_the_second_backup(
    folder: Path, store: Store, report: Report, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.create(report, "甲")
    real = storing.back_up

    def full(data: Path, reason: Reason, now: datetime, target: Path | None = None) -> Backup | None:
        if target is not None:
            raise DiskFull(target)
        return real(data, reason, now)

    monkeypatch.setattr(storing, "back_up", full)
    made = back_up_twice(folder, Reason.START, NOW, stick)
    assert made.first is not None
    assert isinstance(made.failure, DiskFull)


def test_without_a_second_folder_there_is_one(folder: Path, store: Store, report: Report) -> None:
    store.create(report, "甲")
    made = back_up_twice(folder, Reason.START, NOW, None)
    assert (made.first is not None, made.second, made.is_missing) == (True, None, False)


def test_folders_of_one_disk(folder: Path, stick: Path) -> None:
    assert is_same_disk(folder, stick)
    assert not is_same_disk(folder, stick / "none")


def test_each_machine_has_a_folder_of_its_own_on_a_stick(
    folder: Path, store: Store, report: Report, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = own_folder(stick)
    assert mine == own_folder(stick)
    assert mine.parent == stick
    monkeypatch.setattr(storing, "this_process", lambda: Holder(1, "别的/机器", "乙", None))
    assert own_folder(stick).parent == stick
    assert own_folder(stick) != mine
    store.create(report, "甲")
    back_up_twice(folder, Reason.ASKED, NOW, mine)
    assert own_folder(mine) == mine, "a folder of backups is taken as it is"


def test_a_stick_that_cannot_be_written_is_said(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_a: object, **_k: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(ReadOnly):
        own_folder(stick)
