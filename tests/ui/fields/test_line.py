"""One-line editors take what clerks type and paste; nothing is cut or refused without a word; no wheel."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from report.content import WrittenDate
from report.template import Field
from tests.ui.typing_chinese import type_chinese
from ui.fields.choice import ChoiceEditor
from ui.fields.line import DateEditor, NumberEditor, TextEditor
from ui.theme import Theme

NUMBER = Field(id="n", kind="number", label="罚没金额", unit="万元", decimals=4)
DATE = Field(id="d", kind="date", label="成文日期")
TEXT = Field(id="t", kind="text", label="主送机关")


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("１２３，４５６．７", "123456.7"),
        ("1,234.56", "1234.56"),
        ("12 万元", "12"),
        (" 0 ", "0"),
        ("三十一", "31"),
        ("二百零五万元", "205"),
    ],
)
def test_numbers_as_clerks_type_them(theme: Theme, qtbot: QtBot, typed: str, value: str) -> None:
    editor = NumberEditor(NUMBER, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    type_chinese(editor.line, typed)
    assert told[-1] == Decimal(value)
    editor.line.editingFinished.emit()
    assert editor.line.text() == value


@pytest.mark.parametrize("typed", ["约40", "二二", "十一月", "12.34567", "--3"])
def test_a_number_that_cannot_be_read_stays_and_is_said_to_be_unsaved(theme: Theme, qtbot: QtBot, typed: str) -> None:
    editor = NumberEditor(NUMBER, theme)
    qtbot.addWidget(editor)
    problems: list[str] = []
    editor.problem_changed.connect(problems.append)
    type_chinese(editor.line, typed)
    editor.line.editingFinished.emit()
    assert editor.line.text() == typed
    assert "还没有存" in problems[-1]


@pytest.mark.parametrize("typed", ["2025.1.6", "20250106", "二〇二五年一月六日", "2025-01-06", "２０２５年１月６日"])
def test_dates_as_clerks_type_them(theme: Theme, qtbot: QtBot, typed: str) -> None:
    editor = DateEditor(DATE, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    type_chinese(editor.line, typed)
    assert isinstance(told[-1], WrittenDate)
    assert str(told[-1].day) == "2025-01-06"
    assert editor.printed.text() == ("印作 2025年1月6日")


def test_a_long_text_with_rare_characters_is_kept_whole(theme: Theme, qtbot: QtBot) -> None:
    editor = TextEditor(TEXT, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    long = "𠮷县" * 20_000
    QApplication.clipboard().setText(long)
    editor.line.paste()
    assert told[-1] == long


def test_breaks_of_a_pasted_text_go_and_the_cursor_stays_behind_it(theme: Theme, qtbot: QtBot) -> None:
    editor = TextEditor(TEXT, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    editor.show_value("县政府")
    editor.line.setCursorPosition(0)
    QApplication.clipboard().setText("𠮷县委、\r\n")
    editor.line.paste()
    assert editor.line.text() == "𠮷县委、县政府"
    assert editor.line.cursorPosition() == len("𠮷县委、") + 1
    assert told[-1] == "𠮷县委、县政府"


def test_what_no_report_holds_does_not_come_into_a_line(theme: Theme, qtbot: QtBot) -> None:
    editor = TextEditor(TEXT, theme)
    qtbot.addWidget(editor)
    told: list[object] = []
    editor.edited.connect(told.append)
    type_chinese(editor.line, "县\0委\ufffc")
    QApplication.clipboard().setText("、县\x7f\v政\t府")
    editor.line.paste()
    assert told == ["县委", "县委、县政 府"]
    assert editor.line.text() == told[-1]


def test_enter_goes_on(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second = TextEditor(TEXT, theme), NumberEditor(NUMBER, theme)
    layout = QVBoxLayout(page)
    layout.addWidget(first)
    layout.addWidget(second)
    page.show()
    first.line.setFocus()
    qtbot.keyClick(first.line, Qt.Key.Key_Return)
    assert page.focusWidget() is second.line


def test_the_wheel_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    choice = ChoiceEditor(Field(id="c", kind="choice", label="紧急程度", choices=("特急", "加急")))
    number = NumberEditor(NUMBER, theme)
    number.show_value(Decimal(5))
    for editor, target in ((choice, choice.box), (number, number.line)):
        qtbot.addWidget(editor)
        told: list[object] = []
        editor.edited.connect(told.append)
        editor.show()
        target.setFocus()
        center = QPointF(target.rect().center())
        down = QWheelEvent(
            center,
            center,
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(target, down)
        assert told == []
