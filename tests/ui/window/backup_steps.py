"""What the tests of backups do again and again."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from storage.backups import Backup, Reason, back_up
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import open_sample, saved, section_page, stored_texts
from ui.application import Application
from ui.backups.dialog import BackupsDialog
from ui.main_window import MainWindow
from ui.parts.labels import Link
from ui.settings import Settings

OLD, NEW = "备份里的一句。", "后来写的一句。"


def write(window: MainWindow, words: str, qtbot: QtBot) -> None:
    page = section_page(window, 2)
    assert page.prose is not None
    page.prose.text.setFocus()
    type_chinese(page.prose.text, words)
    saved(window, qtbot)


def made(folder: Path, reason: Reason = Reason.ASKED, target: Path | None = None) -> Backup:
    found = back_up(folder, reason, datetime.now(UTC), target)
    assert found is not None
    return found


def damage(path: Path) -> None:
    """Change one character of a text."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE block SET text = text || 'x' WHERE rowid = 3")


def ruin(path: Path) -> None:
    """Cut a file off."""
    for end in ("-wal", "-shm"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    path.write_bytes(path.read_bytes()[:6000])


def opened(program: Application, qtbot: QtBot, *, seeks_sound: bool = False) -> BackupsDialog:
    """The dialog, filled."""
    program.controller.show_backups(seeks_sound=seeks_sound)
    assert program.controller.backups is not None
    dialog = program.controller.backups.dialog
    assert dialog is not None
    assert dialog.isVisible(), "it is there before anything is read"
    return dialog


def filled(dialog: BackupsDialog, qtbot: QtBot) -> None:
    until(qtbot, lambda: dialog.accept_button.isEnabled())


def words_in(dialog: QDialog) -> str:
    return "\n".join(one.text() for one in dialog.findChildren(QLabel) if one.isVisibleTo(dialog))


def choose(dialog: BackupsDialog, path: Path, qtbot: QtBot) -> None:
    until(qtbot, lambda: dialog.model.place_of(path).isValid())
    dialog.list.choose(dialog.model.place_of(path))


def restore(dialog: BackupsDialog, path: Path, qtbot: QtBot) -> None:
    choose(dialog, path, qtbot)
    filled(dialog, qtbot)
    dialog.accept_button.click()


def bar_of(window: MainWindow, key: str) -> str:
    bar = window.bars.stack.bar(key)
    return f"{bar.sentence.text()}{bar.second.text()}" if bar is not None else ""


def follow(window: MainWindow, key: str, words: str) -> None:
    """Click what a bar offers."""
    bar = window.bars.stack.bar(key)
    assert bar is not None
    next(one for one in bar.findChildren(Link) if one.text() == words).click()


def two_states(program: Application, folder: Path, qtbot: QtBot) -> tuple[MainWindow, Backup, str]:
    """The sample with OLD in a backup, and NEW behind it."""
    window = open_sample(program, qtbot)
    write(window, OLD, qtbot)
    backup = made(folder)
    write(window, NEW, qtbot)
    assert window.report is not None
    return window, backup, window.report.id


def has(folder: Path, report_id: str, words: str) -> bool:
    return any(words in text for text in stored_texts(folder, report_id))


def vars_of(program: Application) -> dict[str, object]:
    return {name: getattr(program.context.settings, name) for name in Settings.__slots__}
