"""What an import found is shown, corrected by keys, and stored only then."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from report.content import Paragraph
from storage.reading import read_listings
from tests.ui.waiting import until
from tests.ui.window.steps import import_preview
from ui.application import Application
from ui.import_preview.dialog import ImportPreview
from ui.import_preview.row_list import row_of
from ui.import_preview.rows import Role, Row

TITLE = "某局2024年法治政府建设年度报告"
TEXT = """索引号：440000/2025-001
某局2024年法治政府建设年度报告
2024年，某局推进法治政府建设,现将有关情况报告如下。
一、主要举措和成效
（一）加强学习
全年学习12次。
总的来看还有差距
力量不足。
二、2025年度安排
抓好落实。
某局
2025年1月6日
"""


@pytest.fixture
def preview(program: Application, tmp_path: Path, qtbot: QtBot) -> ImportPreview:
    path = tmp_path / "年报.txt"
    path.write_text(TEXT, "utf-8")
    program.window.start_page.paths_dropped.emit([path])
    return import_preview(program, qtbot)


def rows(preview: ImportPreview) -> list[Row]:
    found = [row_of(preview.rows.item(at)) for at in range(preview.rows.count())]
    return [row for row in found if row is not None]


def choose(preview: ImportPreview, words: str) -> None:
    at = next(at for at, row in enumerate(rows(preview)) if words in row.words)
    preview.rows.setCurrentRow(at)


def test_everything_found_is_listed(preview: ImportPreview) -> None:
    shown = [(row.role, row.label + row.words, row.name) for row in rows(preview)]
    assert shown[:4] == [
        (Role.FRONT, "某局2024年法治政府建设年度报告", "标题"),
        (Role.TEXT, "2024年，某局推进法治政府建设，现将有关情况报告如下。", ""),
        (Role.SECTION, "一、主要举措和成效", "举措和成效"),
        (Role.HEADING, "（一）加强学习", ""),
    ]
    assert shown[-3:] == [
        (Role.FRONT, "某局", "署名"),
        (Role.FRONT, "2025年1月6日", "日期"),
        (Role.UNPLACED, "索引号：440000/2025-001", "没有归处"),
    ]
    assert "半角标点" in preview.told.toPlainText()
    assert preview.note.text() == "认出2个部分、6段。1处没有归处，列在最后。"


def test_keys_correct_a_line_and_take_it_back(preview: ImportPreview, qtbot: QtBot) -> None:
    choose(preview, "总的来看")
    qtbot.keyClick(preview.rows, Qt.Key.Key_1)
    found = [row for row in rows(preview) if row.role is Role.SECTION]
    assert [row.label + row.words for row in found] == [
        "一、主要举措和成效",
        "二、总的来看还有差距",
        "三、2025年度安排",
    ]
    current = row_of(preview.rows.currentItem())
    assert current is not None
    assert current.words == "总的来看还有差距"
    at = preview.section.findText("不足和原因")
    preview.section.setCurrentIndex(at)
    preview.section.activated.emit(at)
    assert [one.kind for one in preview.reading.report.sections] == ["measures", "shortfalls", "plans"]
    qtbot.keyClick(preview.rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    preview.take_back()
    assert len([row for row in rows(preview) if row.role is Role.SECTION]) == 2
    assert not preview.undo_button.isEnabled()


def test_a_heading_becomes_text_and_a_text_a_heading(preview: ImportPreview, qtbot: QtBot) -> None:
    choose(preview, "加强学习")
    qtbot.keyClick(preview.rows, Qt.Key.Key_0)
    choose(preview, "全年学习")
    preview.levels.button(3).click()
    section = preview.reading.report.sections[0]
    assert [(one.level, one.text) for one in section.text[:2] if isinstance(one, Paragraph)] == [
        (0, "（一）加强学习"),
        (3, "全年学习12次。"),
    ]


def test_rows_that_cannot_be_corrected_say_so(preview: ImportPreview, qtbot: QtBot) -> None:
    choose(preview, "某局2024年")
    assert not preview.levels.isEnabled()
    before = rows(preview)
    qtbot.keyClick(preview.rows, Qt.Key.Key_2)
    assert rows(preview) == before


def test_another_outline_is_chosen(preview: ImportPreview) -> None:
    at = preview.kinds_of_report.findData("guangdong")
    preview.kinds_of_report.setCurrentIndex(at)
    preview.kinds_of_report.activated.emit(at)
    assert preview.reading.report.type.id == "guangdong"


def test_what_was_corrected_is_stored_with_the_text_as_it_was(
    program: Application, preview: ImportPreview, folder: Path, qtbot: QtBot
) -> None:
    assert all(one.title != TITLE for one in read_listings(folder))
    choose(preview, "总的来看")
    qtbot.keyClick(preview.rows, Qt.Key.Key_1)
    qtbot.mouseClick(preview.accept_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: program.window.session is not None)
    assert program.window.report is not None
    assert [one.heading for one in program.window.report.sections][1] == "总的来看还有差距"


def test_cancel_stores_nothing(program: Application, preview: ImportPreview, folder: Path, qtbot: QtBot) -> None:
    preview.reject()
    qtbot.wait(100)
    assert program.window.session is None
    assert all(one.title != TITLE for one in read_listings(folder))
