"""The prose editor: levels and numbers by keys, paste with structure, safe while an input method composes."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Blocks, Paragraph, Table
from report.identity import counting_ids
from report.numbering import Scheme
from tests.ui.typing_chinese import compose, type_chinese
from ui.fields.prose_text import ProseText
from ui.theme import Theme

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def editor(theme: Theme, qtbot: QtBot) -> ProseText:
    made = ProseText(theme, counting_ids("n"))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.setFocus()
    QApplication.processEvents()
    return made


def shown(blocks: Blocks) -> list[tuple[int, str]]:
    return [(one.level, one.text) if isinstance(one, Paragraph) else (-1, "table") for one in blocks]


def labels(editor: ProseText) -> list[str]:
    return [editor.number_at(place) for place in range(editor.document().blockCount())]


def to_end(editor: ProseText) -> None:
    cursor = editor.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    editor.setTextCursor(cursor)


def test_chinese_is_told_when_it_is_committed_and_not_before(editor: ProseText, qtbot: QtBot) -> None:
    told: list[Blocks] = []
    editor.edited.connect(told.append)
    compose(editor, "fazhi")
    compose(editor, "fazhizhengfu")
    assert told == []
    assert editor.value == ()
    compose(editor, "", "法治政府")
    assert [shown(one) for one in told] == [[(0, "法治政府")]]
    del qtbot


def test_showing_a_value_commits_what_is_composed_and_tells_nothing(editor: ProseText) -> None:
    told: list[Blocks] = []
    editor.show_value((Paragraph("a", "甲"),))
    editor.edited.connect(told.append)
    editor.show_value((Paragraph("a", "甲乙"), Paragraph("b", "丙", 2)))
    assert told == []
    assert editor.toPlainText() == "甲乙\n丙"
    assert labels(editor) == ["", "（一）"]


def test_tab_at_the_start_changes_the_level_and_elsewhere_leaves(editor: ProseText, qtbot: QtBot) -> None:
    editor.show_value((Paragraph("a", "抓学习"),))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    for level in (2, 3, 4, 4):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
        assert shown(editor.value) == [(level, "抓学习")]
    qtbot.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert shown(editor.value) == [(3, "抓学习")]
    to_end(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert shown(editor.value) == [(3, "抓学习")]
    assert "\t" not in editor.toPlainText()


def test_alt_shift_arrows_change_the_level_anywhere(editor: ProseText, qtbot: QtBot) -> None:
    editor.show_value((Paragraph("a", "抓学习"),))
    to_end(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Right, ALT_SHIFT)
    assert editor.current_level() == 2
    qtbot.keyClick(editor, Qt.Key.Key_Left, ALT_SHIFT)
    assert editor.current_level() == 0
    qtbot.keyClick(editor, Qt.Key.Key_Left, ALT_SHIFT)
    assert editor.current_level() == 0


def test_enter_after_a_heading_gives_plain_text_and_after_a_run_in_one_the_next_number(
    editor: ProseText, qtbot: QtBot
) -> None:
    editor.show_value((Paragraph("a", "抓学习", 2),))
    to_end(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_chinese(editor, "组织学习。")
    assert shown(editor.value) == [(2, "抓学习"), (0, "组织学习。")]
    editor.show_value((Paragraph("a", "抓学习。全年学习12次。", 3),))
    to_end(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    type_chinese(editor, "抓执法。")
    assert shown(editor.value) == [(3, "抓学习。全年学习12次。"), (3, "抓执法。")]
    assert labels(editor) == ["1.", "2."]


def test_enter_in_an_empty_numbered_paragraph_and_backspace_at_a_start_take_the_level(
    editor: ProseText, qtbot: QtBot
) -> None:
    editor.show_value((Paragraph("a", "抓学习。全年学习。", 3),))
    to_end(editor)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert shown(editor.value)[-1] == (0, "")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert shown(editor.value)[0] == (0, "抓学习。全年学习。")


def test_ids_stay_when_text_changes(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲"), Paragraph("b", "乙")))
    to_end(editor)
    type_chinese(editor, "丙")
    assert [one.id for one in editor.value] == ["a", "b"]
    assert editor.value[0] == Paragraph("a", "甲")


def test_pasted_paragraphs_get_their_levels_and_full_width_marks(editor: ProseText) -> None:
    data = QMimeData()
    data.setText("(一)抓学习,强能力\r\n组织学习12次,覆盖率100%。\r\n1.抓培训。办班3期。")
    notes: list[object] = []
    editor.pasted.connect(notes.append)
    editor.insertFromMimeData(data)
    assert shown(editor.value) == [(2, "抓学习，强能力"), (0, "组织学习12次，覆盖率100%。"), (3, "抓培训。办班3期。")]
    assert notes
    assert labels(editor)[:3] == ["（一）", "", "1."]


def test_what_stood_behind_the_cursor_follows_what_is_pasted(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "前文后文", 2), Paragraph("b", "末段")))
    cursor = editor.textCursor()
    cursor.setPosition(2)
    editor.setTextCursor(cursor)
    data = QMimeData()
    data.setText("组织学法。\n类别\t件数\n处罚\t31\n1.抓培训。办班3期。")
    editor.insertFromMimeData(data)
    assert shown(editor.value) == [
        (2, "前文"),
        (0, "组织学法。"),
        (-1, "table"),
        (3, "抓培训。办班3期。"),
        (2, "后文"),
        (0, "末段"),
    ]


def test_a_pasted_phrase_joins_the_paragraph(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "开展普法", 2),))
    to_end(editor)
    data = QMimeData()
    data.setText("活动9场次")
    editor.insertFromMimeData(data)
    assert shown(editor.value) == [(2, "开展普法活动9场次")]


def test_a_table_is_one_block_that_can_be_changed_and_removed(editor: ProseText, qtbot: QtBot) -> None:
    editor.show_value((Paragraph("a", "如下："),))
    to_end(editor)
    editor.insert_table(Table("t", (("类别", "件数"), ("处罚", "3"))))
    assert [one.id for one in editor.value][:2] == ["a", "t"]
    editor.change_table(Table("t", (("类别", "件数"), ("处罚", "4"))))
    assert editor.value[1] == Table("t", (("类别", "件数"), ("处罚", "4")))
    editor.grab()
    cursor = editor.textCursor()
    cursor.setPosition(editor.document().findBlockByNumber(1).position())
    editor.setTextCursor(cursor)
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert all(isinstance(one, Paragraph) for one in editor.value)


def test_the_other_scheme_renumbers(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲", 2), Paragraph("b", "乙", 3)))
    editor.set_scheme(Scheme.THREE)
    assert labels(editor) == ["1.", "（1）"]


def test_focus_goes_to_a_block(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲"), Paragraph("b", "乙")))
    editor.focus_block("b")
    assert editor.textCursor().blockNumber() == 1


def test_characters_beyond_the_first_plane_keep_their_places(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "𠮷𠮷甲"),))
    editor.show_value((Paragraph("a", "𠮷𠮷乙甲"),))
    assert editor.toPlainText() == "𠮷𠮷乙甲"
    assert editor.textCursor().position() == 5
