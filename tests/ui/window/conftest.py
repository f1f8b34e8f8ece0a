"""A program on a data folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from storage.location import data_folder
from storage.lock import FolderLock
from tests.ui.window.steps import Start
from ui.application import Application
from ui.theme import Theme


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return data_folder(str(tmp_path / "数 据"))


@pytest.fixture
def start(folder: Path, theme: Theme, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program on the folder; the run before is stopped first."""
    running: list[Application] = []

    def stop() -> None:
        while running:
            one = running.pop()
            one.window.may_close = lambda: True
            one.window.close()
            one.stop()
            one.window.deleteLater()
            QApplication.processEvents()

    def start_one() -> Application:
        stop()
        one = Application(folder, FolderLock.take(folder), theme)
        running.append(one)
        one.start()
        qtbot.waitExposed(one.window)
        qtbot.wait(50)
        return one

    yield start_one
    stop()


@pytest.fixture
def program(start: Start) -> Application:
    return start()
