"""The machine's own faces are offered only where there are any."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from report.compose import SYSTEM_FACES
from report.template import Field
from tests.exports.pdf.test_system_faces import make_font
from ui.fields.faces import FacesEditor

FIELD = Field(id="faces", kind="choice", label="字体", hint="随程序的", choices=(SYSTEM_FACES,))


@pytest.mark.parametrize("installed", [False, True])
def test_the_choice_is_open_only_where_a_face_is_installed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    if installed:
        make_font(tmp_path / "fang.ttf", "仿宋_GB2312")
        make_font(tmp_path / "hei.ttf", "黑体", 0x0002)
    monkeypatch.setattr("exports.pdf.system_faces.font_folders", lambda: (tmp_path,))
    editor = FacesEditor(FIELD)
    qtbot.addWidget(editor)
    editor.show_value("")
    editor.show()
    place = editor.box.findData(SYSTEM_FACES)
    flags = editor.box.model().flags(editor.box.model().index(place, 0))
    assert bool(flags & Qt.ItemFlag.ItemIsEnabled) is installed
    assert ("仿宋_GB2312" in editor.box.itemText(place)) is installed
    assert ("黑体不许嵌入" in editor.box.toolTip()) is installed


def test_a_report_keeps_its_choice_on_a_machine_without(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("exports.pdf.system_faces.font_folders", lambda: (tmp_path,))
    editor = FacesEditor(FIELD)
    qtbot.addWidget(editor)
    editor.show_value(SYSTEM_FACES)
    editor.show()
    assert editor.box.currentData() == SYSTEM_FACES
