"""Saving by itself: soon after the last key, at most three seconds, told truly, tried again after a failure."""

from concurrent.futures import Future
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from report.document import Place
from report.edits import set_preface
from report.report import Report
from storage.errors import DiskFull
from tests.report.builders import make_report, make_type
from tests.ui.waiting import until
from ui.autosave import Autosave, SaveState, Saving
from ui.open_report import OpenReport


class Disk:
    """A store that answers when told to."""

    def __init__(self) -> None:
        self.saved: list[tuple[Report, str]] = []
        self.open: list[Future[datetime]] = []

    def save(self, report: Report, what: str) -> "Future[datetime]":
        self.saved.append((report, what))
        self.open.append(Future())
        return self.open[-1]

    def acknowledge(self) -> None:
        self.open.pop(0).set_result(datetime(2025, 1, 6, tzinfo=UTC))

    def fail(self) -> None:
        self.open.pop(0).set_exception(DiskFull(Path("x")))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def opened(qtbot: QtBot) -> OpenReport:
    del qtbot
    return OpenReport(make_type(), make_report())


@pytest.fixture
def autosave(opened: OpenReport, disk: Disk) -> Autosave:
    return Autosave(opened, disk.save, None)


def type_text(opened: OpenReport, text: str) -> None:
    opened.apply("修改“引言”", Place("preface"), set_preface(opened.report, (Paragraph("p", text),)), merge=True)


def test_a_change_is_saved_after_a_pause_and_acknowledged(
    opened: OpenReport, autosave: Autosave, disk: Disk, qtbot: QtBot
) -> None:
    type_text(opened, "甲")
    assert autosave.state.saving is Saving.WAITING
    until(qtbot, lambda: bool(disk.saved))
    assert disk.saved[0] == (opened.report, "修改“引言”")
    assert autosave.state.saving is Saving.WAITING
    disk.acknowledge()
    until(qtbot, lambda: autosave.state.saving is Saving.SAVED)
    assert autosave.state.moment == datetime(2025, 1, 6, tzinfo=UTC)
    assert not autosave.dirty


def test_steady_typing_is_saved_within_three_seconds(
    opened: OpenReport, autosave: Autosave, disk: Disk, qtbot: QtBot
) -> None:
    del autosave
    number = 0
    for number in range(40):
        type_text(opened, "字" * number)
        qtbot.wait(100)
        if disk.saved:
            break
    assert disk.saved
    assert number <= 32


def test_flush_saves_at_once_and_only_once(opened: OpenReport, autosave: Autosave, disk: Disk) -> None:
    type_text(opened, "甲")
    autosave.flush()
    autosave.flush()
    assert len(disk.saved) == 1


def test_what_was_typed_meanwhile_is_saved_next(
    opened: OpenReport, autosave: Autosave, disk: Disk, qtbot: QtBot
) -> None:
    type_text(opened, "甲")
    autosave.flush()
    type_text(opened, "甲乙")
    disk.acknowledge()
    until(qtbot, lambda: len(disk.saved) == 2)
    assert autosave.dirty
    disk.acknowledge()
    until(qtbot, lambda: not autosave.dirty)
    assert autosave.state.saving is Saving.SAVED


def test_a_failure_is_told_and_tried_again(opened: OpenReport, autosave: Autosave, disk: Disk, qtbot: QtBot) -> None:
    type_text(opened, "甲")
    autosave.flush()
    disk.fail()
    until(qtbot, lambda: autosave.state.saving is Saving.FAILED)
    assert isinstance(autosave.state.error, DiskFull)
    type_text(opened, "甲乙")
    assert autosave.state.saving is Saving.FAILED
    assert autosave.state.unsaved >= 2
    until(qtbot, lambda: len(disk.saved) == 2)
    disk.acknowledge()
    until(qtbot, lambda: autosave.state == SaveState(Saving.SAVED, datetime(2025, 1, 6, tzinfo=UTC)))


def test_undo_to_what_is_saved_needs_no_saving(opened: OpenReport, autosave: Autosave, disk: Disk) -> None:
    type_text(opened, "甲")
    opened.undo()
    assert autosave.state.saving is Saving.SAVED
    autosave.flush()
    assert disk.saved == []


def test_settle_waits_for_the_answer(opened: OpenReport, autosave: Autosave, disk: Disk) -> None:
    type_text(opened, "甲")

    def wait() -> None:
        if disk.open:
            disk.acknowledge()
        QApplication.processEvents()

    assert autosave.settle(wait)
    assert not autosave.dirty


def test_settle_gives_up_on_a_failing_disk(opened: OpenReport, autosave: Autosave, disk: Disk) -> None:
    type_text(opened, "甲")

    def wait() -> None:
        if disk.open:
            disk.fail()
        QApplication.processEvents()

    assert not autosave.settle(wait)
    assert autosave.dirty


def test_what_is_held_is_not_saved_until_it_is_released(
    opened: OpenReport, autosave: Autosave, disk: Disk, qtbot: QtBot
) -> None:
    autosave.hold()
    type_text(opened, "甲")
    autosave.flush()
    assert autosave.dirty
    assert not autosave.settle(lambda: None)
    assert disk.saved == []
    autosave.release()
    assert disk.saved == [(opened.report, "修改“引言”")]
    disk.acknowledge()
    until(qtbot, lambda: not autosave.dirty)
