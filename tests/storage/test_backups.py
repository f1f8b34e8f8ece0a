"""A backup counts only when it was read again; the right ones are kept; whatever is half-made goes."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import edits
from report.report import Report
from storage import backups as storing
from storage.backups import (
    DAILY,
    MONTHLY,
    NEWEST,
    WEEKLY,
    Backup,
    Reason,
    back_up,
    backup_folder,
    backup_of,
    backups,
    contents,
    tidy,
    to_keep,
)
from storage.errors import Damaged
from storage.location import database
from storage.reading import read_report
from storage.store import Store
from storage.verifying import verify

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def test_nothing_is_backed_up_where_there_is_nothing(folder: Path) -> None:
    assert back_up(folder, Reason.START, NOW) is None
    assert backups(backup_folder(folder)) == ()


def test_a_backup_holds_all_while_the_store_is_open(store: Store, folder: Path, report: Report) -> None:
    store.create(report, "甲")
    made = back_up(folder, Reason.ASKED, NOW)
    assert made is not None
    assert (made.number, made.moment, made.reason) == (1, NOW, Reason.ASKED)
    assert backups(backup_folder(folder)) == (made,)
    assert verify(made.path).is_sound
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]
    assert [one.id for one in contents(made.path).reports] == [report.id]
    assert contents(made.path).size == made.path.stat().st_size


def test_the_folder_of_the_backups_lasts_like_the_first_of_them(
    store: Store, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(storing, "sync_folder", flushed.append)
    store.create(report, "甲")
    back_up(folder, Reason.ASKED, NOW)
    assert flushed == [folder, backup_folder(folder)]


def test_the_same_is_not_backed_up_twice(store: Store, folder: Path, report: Report) -> None:
    store.create(report, "甲")
    first = back_up(folder, Reason.START, NOW)
    assert back_up(folder, Reason.CLOSE, NOW) is None
    store.save(edits.set_front(report, "title", "新"), "甲", "改标题")
    second = back_up(folder, Reason.CLOSE, NOW - timedelta(days=400))
    assert first is not None
    assert second is not None
    assert [one.number for one in backups(backup_folder(folder))] == [2, 1], "by number, whatever the clock says"


def test_a_damaged_database_makes_no_backup(store: Store, folder: Path, report: Report) -> None:
    store.create(report, "甲")
    with closing(sqlite3.connect(database(folder), isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = 'x'")
    with pytest.raises(Damaged):
        back_up(folder, Reason.START, NOW)
    assert list(backup_folder(folder).iterdir()) == []


def test_a_copy_that_was_written_badly_is_no_backup(
    store: Store, folder: Path, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.create(report, "甲")
    copy = storing.copy_database

    def badly(source: Path, target: Path) -> None:
        copy(source, target)
        data = bytearray(target.read_bytes())
        at = data.find("总起。".encode())
        assert at > 0
        data[at] ^= 1
        target.write_bytes(data)

    monkeypatch.setattr(storing, "copy_database", badly)
    with pytest.raises(Damaged):
        back_up(folder, Reason.START, NOW)
    assert backups(backup_folder(folder)) == ()


def test_another_folder_has_its_own(store: Store, folder: Path, report: Report, tmp_path: Path) -> None:
    store.create(report, "甲")
    assert back_up(folder, Reason.START, NOW) is not None
    other = back_up(folder, Reason.START, NOW, tmp_path / "另一块盘")
    assert other is not None
    assert other.number == 1
    assert read_report_of(other.path, report.id) == report


def read_report_of(path: Path, report_id: str) -> Report:
    folder = path.parent / "copy"
    folder.mkdir()
    database(folder).write_bytes(path.read_bytes())
    return read_report(folder, report_id).report


def test_what_is_left_of_a_backup_that_was_cut_off_goes(folder: Path) -> None:
    into = backup_folder(folder)
    into.mkdir()
    (into / ".chengbao-000001-20260301T090000Z-start.db.tmp").write_bytes(b"x")
    (into / ".chengbao-000001-20260301T090000Z-start.db.tmp-journal").write_bytes(b"x")
    (into / "别的.txt").write_text("x")
    assert tidy(into) == ()
    assert [path.name for path in into.iterdir()] == ["别的.txt"]


@pytest.mark.parametrize(
    "name",
    ["chengbao.db", "chengbao-000001-20260230T090000Z-start.db", "chengbao-000001-20260301T090000Z-other.db", "x"],
)
def test_other_files_are_no_backups(name: str) -> None:
    assert backup_of(Path(name)) is None


def made(number: int, moment: datetime, reason: Reason = Reason.START) -> Backup:
    return Backup(Path(f"{number}"), number, moment, reason)


def test_a_year_of_three_backups_a_day_keeps_days_weeks_and_months() -> None:
    known = [made(3 * day + turn, NOW + timedelta(days=day, hours=turn)) for day in range(365) for turn in range(3)]
    kept = to_keep(known)
    days = {one.moment.date() for one in kept}
    assert kept[0] is known[-1]
    assert all(NOW.date() + timedelta(days=364 - back) in days for back in range(DAILY))
    assert len({one.moment.isocalendar()[:2] for one in kept}) >= WEEKLY
    assert len({(one.moment.year, one.moment.month) for one in kept}) >= MONTHLY
    assert len(kept) <= DAILY + WEEKLY + MONTHLY + NEWEST


@given(
    st.lists(st.tuples(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), st.sampled_from(Reason)), max_size=60)
)
def test_whatever_the_clock_did_the_newest_stay_and_keeping_is_settled(times: list[tuple[datetime, Reason]]) -> None:
    known = [made(number, moment.replace(tzinfo=UTC), reason) for number, (moment, reason) in enumerate(times, 1)]
    kept = to_keep(known)
    assert set(known[-NEWEST:]) <= set(kept)
    assert set([one for one in known if one.is_of_danger][-NEWEST:]) <= set(kept)
    assert to_keep(kept) == kept
    assert len(kept) <= DAILY + WEEKLY + MONTHLY + 2 * NEWEST
