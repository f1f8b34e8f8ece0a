"""Parts that come and go, and changes made while something is being typed: nothing is lost, a part is always shown."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from report import edits
from report.content import Paragraph
from report.document import Place
from report.numbering import Scheme
from report.report import Section
from storage.reading import read_report
from tests.ui.typing_chinese import compose, type_chinese
from tests.ui.waiting import until
from tests.ui.window.steps import open_sample, saved, section_page
from ui import library
from ui.application import Application
from ui.editor.states import PREFACE
from ui.editor.steps import take_step
from ui.editor.workplace import Workplace
from ui.fields.items import ItemsEditor
from ui.fields.prose.editor import ProseEditor
from ui.main_window import MainWindow


def workplace_of(window: MainWindow) -> Workplace:
    assert window.session is not None
    return window.session.workplace


def is_consistent(workplace: Workplace) -> bool:
    """Whether page, column and what is said to be current are one part of the report."""
    current = workplace.current_part
    return (
        current in {part.id for part in workplace.column.parts.parts}
        and workplace.column.current_id == current
        and workplace.stack.currentWidget() is workplace.page_of(current)
    )


def without(workplace: Workplace, section: str) -> None:
    """As the dialog that organises the parts does."""
    opened = workplace.desk.opened
    rest = tuple(one for one in opened.report.sections if one.id != section)
    take_step(opened, "整理各部分", Place(section), lambda report: replace(report, sections=rest))
    workplace.show_step(Place(section))


def test_where_the_part_in_view_is_removed_its_neighbour_is_shown(program: Application, qtbot: QtBot) -> None:
    workplace = workplace_of(open_sample(program, qtbot))
    sections = workplace.desk.opened.report.sections
    workplace.show_part(sections[2].id)
    without(workplace, sections[2].id)
    assert workplace.current_part == sections[3].id
    assert is_consistent(workplace)
    program.window.header.actions_by_id["find_all"].trigger()
    program.window.header.actions_by_id["find_next"].trigger()
    workplace.desk.opened.undo()
    assert workplace.current_part == sections[2].id
    assert is_consistent(workplace)


def test_where_the_last_part_in_view_is_undone_another_is_shown(program: Application, qtbot: QtBot) -> None:
    workplace = workplace_of(open_sample(program, qtbot))
    opened = workplace.desk.opened
    new = Section("own", "自设的部分")
    take_step(opened, "", Place("own"), lambda report: replace(report, sections=(*report.sections, new)))
    workplace.show_step(Place("own"))
    assert workplace.current_part == "own"
    opened.undo()
    assert is_consistent(workplace)
    qtbot.wait(600)  # pages are made ahead: none for what is gone
    assert is_consistent(workplace)


def send_what_input_methods_send(widget: QWidget, text: str) -> None:
    """A commit that ends the composition, as `QInputMethod.commit` makes real input methods send."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_what_is_composed_survives_a_heading_that_is_added(
    program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    assert page.prose is not None
    text = page.prose.text
    text.setFocus()
    text.focus_block(page.desk.opened.report.sections[3].text[0].id)
    compose(text, "zheng")
    monkeypatch.setattr("ui.fields.base.commit_composition", lambda: send_what_input_methods_send(text, "政"))
    part = page.subtabs._parts[0]
    page.subtabs.add_requested.emit(part)
    shown = page.desk.opened.report.sections[3].text
    assert isinstance(shown[0], Paragraph)
    assert shown[0].text.startswith("政")
    assert isinstance(shown[-2], Paragraph)
    assert shown[-2].text == part.heading
    assert text.value == shown


def test_another_numbering_is_seen_in_every_part(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    workplace = workplace_of(window)
    for part in workplace.column.parts.parts:
        workplace.show_part(part.id)
    window.header.actions_by_id["numbering"].trigger()
    assert workplace.desk.opened.report.numbering is Scheme.THREE
    for part in workplace.column.parts.parts:
        workplace.show_part(part.id)
        for binding in workplace.page_of(part.id).bindings:
            if isinstance(binding.editor, ProseEditor):
                assert binding.editor.text.scheme is Scheme.THREE, part
            elif isinstance(binding.editor, ItemsEditor) and binding.editor.field.level:
                assert binding.editor.rows.rows[0].number.text() == "1.", part


def test_a_report_numbered_otherwise_is_so_from_its_opening_on(program: Application, qtbot: QtBot) -> None:
    report = edits.set_numbering(library.sample_report(program.context.types), Scheme.THREE)
    stored: list[object] = []
    program.context.ask(lambda store: store.create(report, who="甲"), stored.append)
    until(qtbot, lambda: stored)
    program.controller.open_report(report.id)
    until(qtbot, lambda: program.window.session is not None)
    workplace = workplace_of(program.window)
    (binding,) = workplace.page_of(PREFACE).bindings
    assert isinstance(binding.editor, ProseEditor)
    assert binding.editor.text.scheme is Scheme.THREE


def test_a_title_being_changed_is_kept_on_the_way_home(program: Application, folder: Path, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    report = page.desk.opened.report
    page.head.rename_button.click()
    page.head.title_edit.selectAll()
    type_chinese(page.head.title_edit, "还没有按回车的标题")
    window.header.actions_by_id["home"].trigger()
    until(qtbot, lambda: window.session is None)
    assert read_report(folder, report.id).report.sections[3].heading == "还没有按回车的标题"


def test_what_is_typed_while_a_new_report_is_being_stored_is_kept(
    program: Application, folder: Path, qtbot: QtBot
) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 2)
    assert page.prose is not None
    old = page.desk.opened.report
    new = library.begin_report(program.context.types[0], 2025, "青溪县水利局", "")
    program.controller.beginning.create(new, None, "新建报告")
    type_chinese(page.prose.text, "最后一句。")
    until(qtbot, lambda: window.report is not None and window.report.id == new.id)
    texts = [one.text for one in read_report(folder, old.id).report.sections[2].text if isinstance(one, Paragraph)]
    assert any("最后一句。" in one for one in texts)
    saved(window, qtbot)


def test_a_paste_that_is_too_much_is_said(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    assert page.prose is not None
    before = page.desk.opened.report
    QApplication.clipboard().setText("一段话。\n" * 200_000)
    page.prose.text.paste()
    bar = window.bars.stack.bar("notice")
    assert bar is not None
    assert "粘贴的文字" in bar.sentence.text()
    assert page.desk.opened.report == before
    QApplication.clipboard().clear()
