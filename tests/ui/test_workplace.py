"""What a clerk does in the workplace: type, mark, rename, move, organise, undo across tabs."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from report.content import Pairs, Paragraph
from report.document import FIGURES, Place
from report.filling import new_report
from report.identity import counting_ids
from report.loader import load_front, load_type
from report.report import Report
from resources import resource
from tests.ui.stray_windows import no_stray_windows
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui import library
from ui.application import declared
from ui.editor.front_page import FrontPage
from ui.editor.page import Desk
from ui.editor.section_page import SectionPage
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE, State
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.fields.line import LineEdit, NumberEditor
from ui.fields.pairs import PairsEditor
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.regions import first_stop
from ui.theme import Theme

Open = Callable[[Report], Workplace]


@pytest.fixture
def open_report(theme: Theme, icons: Icons, qtbot: QtBot) -> Open:
    types, _groups = declared()

    def open_one(report: Report) -> Workplace:
        opened = OpenReport(library.type_of(types, report.type.id), report)
        new_id = counting_ids("n")
        desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id)
        workplace = Workplace(desk, load_front(resource("templates")), lambda: None)
        opened.setParent(workplace)
        qtbot.addWidget(workplace)
        workplace.resize(1366, 620)
        workplace.show()
        workplace.show_part(FRONT)
        return workplace

    return open_one


@pytest.fixture
def empty(open_report: Open) -> Workplace:
    types, _groups = declared()
    return open_report(library.begin_report(library.type_of(types, "guangdong"), 2024, "青溪县水利局", "县政府"))


@pytest.fixture
def sample(open_report: Open) -> Workplace:
    types, _groups = declared()
    return open_report(library.sample_report(types))


def page(workplace: Workplace, kind: str) -> SectionPage:
    section = next(one for one in workplace.desk.opened.report.sections if one.kind == kind)
    workplace.show_part(section.id)
    found = workplace.page_of(section.id)
    assert isinstance(found, SectionPage)
    return found


def states(workplace: Workplace) -> list[State]:
    return [part.state for part in workplace.column.parts.parts]


def test_the_tabs_are_the_parts_of_the_report(empty: Workplace) -> None:
    parts = empty.column.parts.parts
    assert [part.id for part in parts][:2] == [FRONT, PREFACE]
    assert [part.id for part in parts][-2:] == [FIGURES, ATTACHMENTS]
    assert [part.number for part in parts[2:-2]] == ["一、", "二、", "三、", "四、", "五、", "六、", "七、"]
    assert states(empty)[2:] == [State.EMPTY] * 6 + [State.OPTIONAL] * 3


def test_another_type_needs_no_code(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    report_type = load_type(Path(__file__).parents[1] / "report" / "data" / "openness.toml")
    new_id = counting_ids("n")
    opened = OpenReport(report_type, new_report(report_type, 2024, "青溪县水利局", new_id))
    desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id)
    workplace = Workplace(desk, load_front(resource("templates")), lambda: None)
    qtbot.addWidget(workplace)
    for part in workplace.column.parts.parts:
        workplace.show_part(part.id)
    numbers = [one for page in workplace.findChildren(SectionPage) for one in page.findChildren(NumberEditor)]
    type_chinese(numbers[0].line, "１９件")
    assert any(Decimal(19) in section.values.values() for section in opened.report.sections)


def test_typing_makes_a_part_begun_and_the_mark_makes_it_done(empty: Workplace, qtbot: QtBot) -> None:
    shown = page(empty, "leader")
    assert shown.prose is not None
    shown.prose.text.setFocus()
    type_chinese(shown.prose.text, "主要负责人带头学法4次。")
    report = empty.desk.opened.report
    assert [block.text for block in report.sections[2].text if isinstance(block, Paragraph)] == [
        "主要负责人带头学法4次。"
    ]
    until(qtbot, lambda: states(empty)[4] is State.BEGUN)
    qtbot.mouseClick(shown.head.done_button, Qt.MouseButton.LeftButton)
    until(qtbot, lambda: states(empty)[4] is State.DONE)
    assert empty.desk.opened.undo_name == "标为完成"


def test_undo_goes_back_to_the_tab_where_it_happened(empty: Workplace) -> None:
    shown = page(empty, "leader")
    assert shown.prose is not None
    type_chinese(shown.prose.text, "学法4次。")
    other = page(empty, "thought")
    assert other.prose is not None
    type_chinese(other.prose.text, "学习思想。")
    empty.show_part(FRONT)
    opened = empty.desk.opened
    opened.undo()
    assert empty.current_part == other.section_id
    assert other.prose.text.toPlainText() == ""
    opened.undo()
    assert empty.current_part == shown.section_id
    assert shown.prose.text.toPlainText() == ""
    opened.redo()
    opened.redo()
    assert other.prose.text.toPlainText() == "学习思想。"
    assert shown.prose.text.toPlainText() == "学法4次。"


def test_basic_data_are_typed_and_undone(empty: Workplace) -> None:
    front = empty.page_of(FRONT)
    assert isinstance(front, FrontPage)
    titles = [line for line in front.findChildren(QLineEdit) if line.accessibleName() == "标题"]
    titles[0].selectAll()
    type_chinese(titles[0], "关于法治政府建设情况的报告")
    assert empty.desk.opened.report.front.title == "关于法治政府建设情况的报告"
    empty.desk.opened.undo()
    assert titles[0].text() == "青溪县水利局2024年法治政府建设年度报告"


def test_no_part_of_a_page_flashes_up_as_a_window(sample: Workplace, qapp: QApplication) -> None:
    with no_stray_windows(qapp):
        for part in sample.column.parts.parts:
            sample.show_part(part.id)


def test_every_editor_has_a_name_for_screen_readers(sample: Workplace) -> None:
    for part in sample.column.parts.parts:
        sample.show_part(part.id)
        shown = sample.page_of(part.id)
        for line in shown.findChildren(QLineEdit):
            if line.isVisibleTo(shown) and line.objectName() != "qt_spinbox_lineedit":
                assert line.accessibleName(), part.title


def test_a_section_is_renamed_moved_and_brought_back(sample: Workplace, qtbot: QtBot) -> None:
    shown = page(sample, "thought")
    shown.head.start_renaming()
    shown.head.title_edit.setText("深入学习贯彻习近平法治思想")
    qtbot.keyClick(shown.head.title_edit, Qt.Key.Key_Return)
    assert sample.desk.opened.report.sections[1].heading == "深入学习贯彻习近平法治思想"
    sample.column.parts.request_move(shown.section_id, 2)
    assert sample.desk.opened.report.sections[0].id == shown.section_id
    assert sample.column.parts.parts[2].number == "一、"
    sample.desk.opened.undo()
    sample.desk.opened.undo()
    assert sample.desk.opened.report.sections[1].heading != "深入学习贯彻习近平法治思想"


@pytest.mark.parametrize(("row", "place"), [(0, 0), (2, 0), (4, 2), (99, 6), (-1, 6)])
def test_a_dragged_section_stays_among_the_sections(sample: Workplace, row: int, place: int) -> None:
    section = sample.desk.opened.report.sections[1].id
    sample.column.parts.request_move(section, row)
    found = [one.id for one in sample.desk.opened.report.sections].index(section)
    assert found == (place if place != 2 else 1) or row == 4


def test_pairs_are_added_typed_and_printed(empty: Workplace, qtbot: QtBot) -> None:
    shown = page(empty, "shortfalls")
    editor = shown.findChild(PairsEditor)
    assert isinstance(editor, PairsEditor)
    boxes = editor.rows.rows[0].boxes
    type_chinese(boxes[0], "执法力量不足")
    type_chinese(boxes[1], "编制少")
    qtbot.mouseClick(editor.rows.add_button, Qt.MouseButton.LeftButton)
    type_chinese(editor.rows.rows[1].boxes[0], "普法针对性不强")
    value = empty.desk.opened.report.sections[4].values["pairs"]
    assert isinstance(value, Pairs)
    assert [(one.shortfall, one.cause) for one in value.rows] == [("执法力量不足", "编制少"), ("普法针对性不强", "")]
    assert [row.number.text() for row in editor.rows.rows] == ["一是", "二是"]


def test_items_move_and_go(empty: Workplace, qtbot: QtBot) -> None:
    shown = page(empty, "plans")
    rows = next(one for one in shown.bindings if one.place.field == "plans").editor.rows  # type: ignore[attr-defined]
    type_chinese(rows.rows[0].boxes[0], "抓学习")
    qtbot.keyClick(rows.rows[0].boxes[0], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    type_chinese(rows.rows[1].boxes[0], "抓执法")
    qtbot.keyClick(rows.rows[1].boxes[0], Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    def texts() -> list[str]:
        value = empty.desk.opened.report.sections[5].values["plans"]
        return [one.text for one in value]  # type: ignore[union-attr]

    assert texts() == ["抓执法", "抓学习"]
    qtbot.mouseClick(rows.rows[0].remove, Qt.MouseButton.LeftButton)
    assert texts() == ["抓学习"]


def test_sub_tabs_follow_the_headings_and_a_heading_can_be_added(empty: Workplace) -> None:
    shown = page(empty, "measures")
    assert shown.subtabs.bar.count() == 0
    menu = shown.subtabs.add_button.menu()
    assert menu is not None
    menu.actions()[0].trigger()
    assert shown.subtabs.bar.count() == 1
    assert shown.subtabs.bar.tabText(0).startswith("（一）")
    menu.actions()[1].trigger()
    assert shown.subtabs.bar.count() == 2
    assert [block.level for block in empty.desk.opened.report.sections[3].text if isinstance(block, Paragraph)] == [
        2,
        0,
        2,
        0,
    ]


def test_attachments_come_and_go(empty: Workplace, qtbot: QtBot) -> None:
    from ui.editor.attachments_page import AttachmentsPage

    empty.show_part(ATTACHMENTS)
    shown = empty.page_of(ATTACHMENTS)
    assert isinstance(shown, AttachmentsPage)
    assert shown.empty.isVisibleTo(shown)
    qtbot.mouseClick(shown.add_button, Qt.MouseButton.LeftButton)
    title = next(line for line in shown.findChildren(QLineEdit) if line.accessibleName() == "附件标题")
    type_chinese(title, "统计表")
    assert [one.title for one in empty.desk.opened.report.attachments] == ["统计表"]
    empty.desk.opened.undo()
    empty.desk.opened.undo()
    assert empty.desk.opened.report.attachments == ()
    assert shown.empty.isVisibleTo(shown)


def test_a_place_is_shown_with_the_cursor_in_it(sample: Workplace) -> None:
    section = sample.desk.opened.report.sections[3]
    block = section.text[5]
    sample.show_place(Place(section.id, "text", block.id))
    shown = sample.page_of(section.id)
    assert isinstance(shown, SectionPage)
    assert shown.prose is not None
    assert shown.prose.text.prose.block_id(shown.prose.text.textCursor().block()) == block.id


def test_a_field_of_a_folded_group_is_unfolded_and_scrolled_to(sample: Workplace, qtbot: QtBot) -> None:
    sample.resize(1000, 500)
    sample.show()
    sample.show_place(Place(FRONT, "folio"))
    front = sample.page_of(FRONT)
    folio = next(box for box in front.findChildren(QComboBox) if box.accessibleName() == "页码")
    qtbot.waitUntil(lambda: folio.visibleRegion().boundingRect().height() == folio.height())


def test_going_round_the_parts(sample: Workplace) -> None:
    count = len(sample.column.parts.parts)
    for _step in range(count):
        sample.step_part(1)
    assert sample.current_part == FRONT
    sample.step_part(-1)
    assert sample.current_part == ATTACHMENTS
    QApplication.processEvents()


def test_each_heading_of_a_section_with_usual_parts_has_its_tab(sample: Workplace, qtbot: QtBot) -> None:
    shown = page(sample, "measures")
    bar = shown.subtabs.bar
    assert bar.isVisibleTo(sample)
    headings = [
        one for one in sample.desk.opened.report.section(shown.section_id).text if getattr(one, "level", 0) == 2
    ]
    assert bar.count() == len(headings) > 3
    assert shown.prose is not None
    shown.prose.text.focus_block(headings[2].id)
    assert bar.currentIndex() == 2
    type_chinese(shown.prose.text, "新")
    until(qtbot, lambda: bar.tabToolTip(2).startswith("（三）新"))


def leave_panel(workplace: Workplace, qtbot: QtBot) -> QWidget | None:
    """Go into the help with the focus and leave it with Esc; what has the focus then."""
    workplace.activateWindow()
    workplace.panel.show_page("help")
    reader = first_stop(workplace.panel.page("help"))
    assert reader is not None
    reader.setFocus()
    QApplication.processEvents()
    assert workplace.panel.isAncestorOf(QApplication.focusWidget() or workplace)
    qtbot.keyClick(reader, Qt.Key.Key_Escape)
    return QApplication.focusWidget()


def test_esc_in_the_panel_goes_back_to_where_the_cursor_was(sample: Workplace, qtbot: QtBot) -> None:
    lines = sample.page_of(FRONT).findChildren(LineEdit)
    wanted = next(one for one in lines if one.accessibleName() == "主送机关")
    wanted.setFocus()
    wanted.setCursorPosition(2)
    assert leave_panel(sample, qtbot) is wanted
    assert wanted.cursorPosition() == 2
    box = page(sample, "shortfalls").findChildren(PairsEditor)[0].rows.rows[1].boxes[1]
    box.setFocus()
    assert leave_panel(sample, qtbot) is box


def test_esc_in_the_panel_goes_to_the_first_field_that_is_seen(sample: Workplace, qtbot: QtBot) -> None:
    shown = page(sample, "shortfalls")
    assert not shown.bindings[0].editor.focus_target().isVisible()
    assert leave_panel(sample, qtbot) is shown.findChildren(PairsEditor)[0].lead
