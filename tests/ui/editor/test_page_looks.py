"""Where things stand on the pages: heads and columns on the same edges, also with a scroll bar and at any zoom."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from report.report import Section
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui.editor.section_head import SectionHead
from ui.icons import Icons
from ui.parts.labels import Label
from ui.parts.scroll import Column
from ui.parts.stack import SnugStack
from ui.theme import Theme


@pytest.mark.parametrize("width", [500, 700, 930, 1134])
def test_a_scroll_bar_moves_nothing(theme: Theme, qtbot: QtBot, width: int) -> None:
    column = Column(theme)
    qtbot.addWidget(column)
    inside = QWidget()
    inside.setFixedHeight(100)
    column.body.addWidget(inside)
    column.resize(width, 300)
    column.show()
    QApplication.processEvents()
    before = inside.mapTo(column, QPoint()).x()
    inside.setFixedHeight(2000)
    until(qtbot, column.verticalScrollBar().isVisible)
    QApplication.processEvents()
    assert inside.mapTo(column, QPoint()).x() == before


def test_a_stack_is_as_large_as_what_it_shows(theme: Theme, qtbot: QtBot) -> None:
    stack = SnugStack()
    qtbot.addWidget(stack)
    short, long = Label(theme, "短"), Label(theme, "长长长长长长长长长")
    stack.addWidget(short)
    stack.addWidget(long)
    assert stack.sizeHint() == short.sizeHint()
    stack.setCurrentWidget(long)
    assert stack.sizeHint() == long.sizeHint()


def _renaming(theme: Theme, icons: Icons, qtbot: QtBot) -> tuple[SectionHead, list[str]]:

    head, told = SectionHead(theme, icons, None), []
    head.renamed.connect(told.append)
    qtbot.addWidget(head)
    head.show_section("一、", Section("s", "旧标题"), 10)
    head.resize(900, 76)
    head.show()
    head.activateWindow()
    QApplication.processEvents()
    head.rename_button.click()
    return head, told


def test_a_title_is_changed_in_its_place(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    head, told = _renaming(theme, icons, qtbot)
    assert head.title.isHidden()
    assert head.title_edit.width() > 400
    head.title_edit.selectAll()
    type_chinese(head.title_edit, "新标题")
    QTest.keyClick(head.title_edit, Qt.Key.Key_Return)
    assert told == ["新标题"]
    assert head.title_edit.isHidden()


def test_escape_leaves_the_title_as_it_was(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    head, told = _renaming(theme, icons, qtbot)
    type_chinese(head.title_edit, "新标题")
    QTest.keyClick(head.title_edit, Qt.Key.Key_Escape)
    assert told == []
    assert not head.title.isHidden()


def test_the_pencil_stands_beside_the_title(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    head, _told = _renaming(theme, icons, qtbot)
    QTest.keyClick(head.title_edit, Qt.Key.Key_Escape)
    QApplication.processEvents()
    gap = head.rename_button.x() - head.title.geometry().right()
    assert 0 < gap < theme.px(16)
