"""The prose editor: levels and numbers by keys, paste with structure, safe while an input method composes."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Blocks, Paragraph, Table
from report.identity import counting_ids
from report.numbering import Scheme
from report.template import Field
from tests.ui.typing_chinese import compose, type_chinese
from ui.fields.prose.editor import ProseEditor
from ui.fields.prose.menu import make_menu
from ui.fields.prose.text import ProseText
from ui.icons import Icons
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


@pytest.mark.parametrize(("typed", "level"), [("（一）", 2), ("一、", 2), ("1.", 3), ("（1）", 4)])
def test_a_typed_number_sets_the_level_and_is_not_kept(editor: ProseText, typed: str, level: int) -> None:
    told: list[Blocks] = []
    editor.edited.connect(told.append)
    for char in typed:
        type_chinese(editor, char)
    type_chinese(editor, "抓学习")
    assert shown(editor.value) == [(level, "抓学习")]
    assert [(0, typed)] in [shown(one) for one in told]


@pytest.mark.parametrize(
    ("first", "then", "text"),
    [("1.", "5万元", "1.5万元"), ("一、", "二季度", "一、二季度"), ("1、", "2月份", "1、2月份")],
)
def test_a_number_that_turns_out_to_be_none_is_text_again(editor: ProseText, first: str, then: str, text: str) -> None:
    type_chinese(editor, first)
    assert editor.current_level()
    type_chinese(editor, then)
    assert shown(editor.value) == [(0, text)]
    type_chinese(editor, "完成")
    assert shown(editor.value) == [(0, text + "完成")]


def test_marks_and_spaces_behind_a_typed_number_belong_to_it(editor: ProseText) -> None:
    type_chinese(editor, "（一）")
    type_chinese(editor, "、")
    type_chinese(editor, "抓学习")
    assert shown(editor.value) == [(2, "抓学习")]


def test_a_number_is_not_taken_in_the_middle_or_while_composing(editor: ProseText) -> None:
    type_chinese(editor, "见")
    type_chinese(editor, "（一）")
    assert shown(editor.value) == [(0, "见（一）")]
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    compose(editor, "（一）")
    assert shown(editor.value) == [(0, "见（一）")]
    compose(editor, "")


def test_a_paragraph_moves_with_its_children(editor: ProseText, qtbot: QtBot) -> None:
    given = (Paragraph("a", "甲", 2), Paragraph("b", "乙"), Paragraph("c", "丙", 3), Paragraph("d", "丁", 2))
    editor.show_value(given)
    editor.place_cursor("a", 1)
    qtbot.keyClick(editor, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in editor.value] == ["d", "a", "b", "c"]
    assert editor.cursor_place() == ("a", 1)
    assert labels(editor) == ["（一）", "（二）", "", "1."]
    qtbot.keyClick(editor, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.value == given


def test_nothing_typed_beside_a_table_is_lost(editor: ProseText, qtbot: QtBot) -> None:
    table = Table("t", (("甲", "1"),))
    editor.show_value((Paragraph("a", "前"), table, Paragraph("b", "后")))
    row = editor.document().findBlockByNumber(1)
    cursor = QTextCursor(row)
    editor.setTextCursor(cursor)
    type_chinese(editor, "左")
    cursor = QTextCursor(editor.document().findBlockByNumber(2))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    editor.setTextCursor(cursor)
    type_chinese(editor, "右")
    assert shown(editor.value) == [(0, "前"), (0, "左"), (-1, "table"), (0, "右"), (0, "后")]
    del qtbot


def test_backspace_behind_a_table_selects_it_first(editor: ProseText, qtbot: QtBot) -> None:
    table = Table("t", (("甲", "1"),))
    editor.show_value((Paragraph("a", "前"), table, Paragraph("b", "后")))
    editor.place_cursor("b")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert table in editor.value
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert shown(editor.value) == [(0, "前"), (0, ""), (0, "后")]


def test_whole_paragraphs_are_copied_with_levels_inside_and_with_numbers_outside(editor: ProseText) -> None:
    given = (Paragraph("a", "抓学习", 2), Table("t", (("甲", "1"),)), Paragraph("b", "办班3期。", 3))
    editor.show_value(given)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    assert data.text() == "（一）抓学习\n甲\t1\n1.办班3期。"
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(data)
    assert shown(editor.value) == shown(given) * 2
    assert len({one.id for one in editor.value}) == 6


def test_part_of_a_paragraph_is_copied_as_its_words(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "抓学习", 2), Paragraph("b", "办班3期。", 3)))
    editor.place_cursor("a", 1, 2)
    assert editor.createMimeDataFromSelection().text() == "学习"


def test_a_word_documents_clipboard_gives_clean_paragraphs(editor: ProseText) -> None:
    data = QMimeData()
    data.setText("（一）　强化\u200b学习\u00a0培训\v全年办班3期\r\n1.\t严格执法,规范办案。\r\n— 3 —\r\n全年办案31件。")
    editor.insertFromMimeData(data)
    assert shown(editor.value) == [(2, "强化学习 培训 全年办班3期"), (3, "严格执法，规范办案。"), (0, "全年办案31件。")]


def test_text_that_comes_as_a_web_page_only(editor: ProseText) -> None:
    data = QMimeData()
    data.setHtml("<p>（一）抓学习</p><p>全年<b>办班</b>3期。<br>覆盖率100%。</p><script>x()</script>")
    editor.insertFromMimeData(data)
    assert next(one for one in shown(editor.value) if one[1]) == (2, "抓学习")
    assert "x()" not in editor.toPlainText()


def test_the_candidate_window_is_told_where_the_cursor_is_in_the_widget(editor: ProseText) -> None:
    rect = editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    offset = editor.viewport().pos()
    assert rect.topLeft().toPoint() == editor.cursorRect().topLeft() + offset  # type: ignore[attr-defined]
    assert offset.x() > 0


def test_undo_keys_are_left_to_the_window(editor: ProseText) -> None:
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(editor, event)
    assert not event.isAccepted()


def test_the_menu_does_what_the_keys_do(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲"), Paragraph("b", "乙")))
    editor.place_cursor("b")
    actions = {one.text(): one for one in make_menu(editor, editor._shaping).actions()}
    assert not actions["复制"].isEnabled()
    assert actions["正文"].isChecked()
    actions["（一）"].trigger()
    actions["上移"].trigger()
    assert shown(editor.value) == [(2, "乙"), (0, "甲")]
    opened: list[Table] = []
    editor.table_opened.connect(opened.append)
    editor.insert_table(Table("t", (("甲", "1"),)))
    editor.setTextCursor(QTextCursor(editor.document().findBlockByNumber(1)))
    {one.text(): one for one in make_menu(editor, editor._shaping).actions()}["修改表格…"].trigger()
    assert [one.id for one in opened] == ["t"]


def test_over_the_limit_a_sign_stands_by_the_count_and_nothing_is_cut(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    made = ProseEditor(Field(id="text", kind="prose", label="正文", max_chars=5), theme, icons, counting_ids("n"))
    qtbot.addWidget(made)
    type_chinese(made.text, "五个字以内")
    assert made.count.text == "5字，建议不超过5字"
    assert made.count._name == ""
    type_chinese(made.text, "不够")
    assert made.text.toPlainText() == "五个字以内不够"
    assert made.count._name == "should"


def test_a_selection_is_counted(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    made = ProseEditor(Field(id="text", kind="prose", label="正文"), theme, icons, counting_ids("n"))
    qtbot.addWidget(made)
    type_chinese(made.text, "法治😀政府")
    assert made.count.text == "5字"
    made.text.selectAll()
    assert made.count.text == "已选5字，5字"
    to_end(made.text)
    assert made.count.text == "5字"


def test_prose_among_other_fields_grows_with_its_text(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    made = ProseEditor(Field(id="text", kind="prose", label="正文"), theme, icons, counting_ids("n"))
    qtbot.addWidget(made)
    made.resize(700, 100)
    made.show()
    made.grow(168, 480)
    assert made.height() == theme.px(168)
    made.show_value(tuple(Paragraph(f"p{number}", "一段") for number in range(7)))
    QApplication.processEvents()
    assert theme.px(168) < made.height() < theme.px(480)
    made.show_value(tuple(Paragraph(f"p{number}", "一段") for number in range(90)))
    QApplication.processEvents()
    assert made.height() == theme.px(480)


def test_what_is_typed_before_a_table_is_one_paragraph(editor: ProseText) -> None:
    editor.show_value((Table("t", (("甲", "1"),)),))
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    type_chinese(editor, "前面")
    type_chinese(editor, "的话")
    assert shown(editor.value) == [(0, "前面的话"), (-1, "table")]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_chinese(editor, "后面")
    type_chinese(editor, "的话")
    assert shown(editor.value) == [(0, "前面的话"), (-1, "table"), (0, "后面的话")]


def test_a_picture_in_pasted_or_committed_text_leaves_no_trace(editor: ProseText) -> None:
    mime = QMimeData()
    mime.setText("图\ufffc一见附件")
    editor.insertFromMimeData(mime)
    assert shown(editor.value) == [(0, "图一见附件")]
    type_chinese(editor, "二\ufffc三\0")
    assert shown(editor.value) == [(0, "图一见附件二三")]
    assert editor.toPlainText() == "图一见附件二三"


def test_pasting_over_a_selection_is_one_step(editor: ProseText) -> None:
    told: list[Blocks] = []
    editor.edited.connect(told.append)
    editor.show_value((Paragraph("a", "旧的文字在这里"), Paragraph("b", "第二段", 3)))
    editor.place_cursor("a", 0, 2)
    mime = QMimeData()
    mime.setText("新")
    editor.insertFromMimeData(mime)
    assert [shown(one) for one in told] == [[(0, "新文字在这里"), (3, "第二段")]]
    cursor = editor.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(cursor.document().characterCount() - 2, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert len(told) == 2
    assert shown(told[1]) == [(0, "新文字"), (0, "段")]


def test_too_much_text_is_refused_and_nothing_changes(editor: ProseText) -> None:
    told: list[object] = []
    editor.refused.connect(told.append)
    editor.show_value((Paragraph("a", "原来的"),))
    mime = QMimeData()
    mime.setText("一段话。\n" * 200_000)
    editor.insertFromMimeData(mime)
    assert [type(one).__name__ for one in told] == ["TooMuchText"]
    assert shown(editor.value) == [(0, "原来的")]


def test_letters_that_vanish_without_an_event_stop_nothing(editor: ProseText) -> None:
    compose(editor, "fazhi")
    editor.textCursor().block().layout().setPreeditArea(-1, "")
    assert not editor.is_composing
    type_chinese(editor, "法治")
    assert shown(editor.value) == [(0, "法治")]


class _Drop(QDropEvent):
    """A drop of text, from a widget or from elsewhere."""

    def __init__(self, editor: ProseText, place: int, text: str, source: object, action: Qt.DropAction) -> None:
        cursor = QTextCursor(editor.document())
        cursor.setPosition(place)
        self._mime, self._source = QMimeData(), source
        self._mime.setText(text)
        point = QPointF(editor.cursorRect(cursor).center())
        super().__init__(point, action, self._mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        self.setDropAction(action)

    def source(self) -> object:  # type: ignore[override]
        return self._source


MOVE, COPY = Qt.DropAction.MoveAction, Qt.DropAction.CopyAction


def test_text_dragged_within_the_prose_is_moved_as_one_step(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲乙丙丁"), Paragraph("b", "子丑寅卯"), Paragraph("c", "天地玄黄")))
    told: list[Blocks] = []
    editor.edited.connect(told.append)
    cursor = editor.textCursor()
    cursor.setPosition(5)
    cursor.setPosition(14, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.dropEvent(_Drop(editor, 2, "", editor.viewport(), MOVE))
    assert [shown(one) for one in told] == [[(0, "甲乙"), (0, "子丑寅卯"), (0, "天地玄黄"), (0, "丙丁")]]
    assert editor.prose.read() == editor.value


def test_letters_dragged_within_a_paragraph(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲乙丙丁", 2),))
    editor.place_cursor("a", 0, 1)
    editor.dropEvent(_Drop(editor, 3, "", editor.viewport(), MOVE))
    assert shown(editor.value) == [(2, "乙丙甲丁")]
    editor.place_cursor("a", 0, 2)
    editor.dropEvent(_Drop(editor, 1, "", editor.viewport(), MOVE))
    assert shown(editor.value) == [(2, "乙丙甲丁")]


def test_text_dropped_from_elsewhere_is_a_step_of_its_own(editor: ProseText) -> None:
    editor.show_value((Paragraph("a", "甲乙丙丁"),))
    steps: list[str] = []
    editor.edited.connect(lambda _value: steps.append("edit"))
    editor.step_ended.connect(lambda: steps.append("end"))
    editor.dropEvent(_Drop(editor, 2, "戊", None, COPY))
    assert shown(editor.value) == [(0, "甲乙戊丙丁")]
    assert steps == ["end", "edit", "end"]


@pytest.mark.parametrize("width", [260, 330, 900])
def test_the_levels_keep_their_room_before_the_words_of_the_tools(
    width: int, theme: Theme, icons: Icons, qtbot: QtBot
) -> None:
    made = ProseEditor(Field(id="text", kind="prose", label="正文"), theme, icons, counting_ids("n"))
    qtbot.addWidget(made)
    made.resize(width, 300)
    made.show()
    QApplication.processEvents()
    assert made.levels.width() >= made.levels.sizeHint().width()
    last = made.count if made.count.isVisible() else made.table_button
    assert last.geometry().right() <= made.width() or width < 300
    assert (made.quote_button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly) == (width < 500)
