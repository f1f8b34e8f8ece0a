"""生成诊断包 from the menu: gathered, shown, written, with the way to its folder."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.waiting import until
from tests.ui.window.steps import open_sample
from ui.application import Application
from ui.dialogs.diagnosis import DiagnosisDialog


def test_it_is_shown_and_written(
    program: Application, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_sample(program, qtbot)
    shown: list[DiagnosisDialog] = []
    monkeypatch.setattr(DiagnosisDialog, "exec", lambda dialog: shown.append(dialog) or 1)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(tmp_path / "诊断"), ""))
    program.window.header.actions_by_id["diagnosis"].trigger()
    until(qtbot, (tmp_path / "诊断.zip").exists)
    assert shown[0].list.count() == 5
    bar = program.window.bars.stack.bar("message")
    assert bar is not None
    assert "诊断.zip" in bar.sentence.text()
