"""After a restart, also after a crash, all stands where it was: report, part, cursor, scroll, panel, zoom."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from report.content import Attachment, Paragraph
from report.document import Place
from report.edits import set_attachments
from report.report import TEXT_FIELD
from tests.ui.waiting import until
from tests.ui.window.steps import Start, open_sample, section_page
from ui.editor.states import ATTACHMENTS
from ui.fields.line import LineEdit
from ui.remembered import RememberedPlace, read_remembered


def test_everything_is_where_it_was(start: Start, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    window.setGeometry(5000, 3000, 1300, 700)
    page = section_page(window, 3)
    assert page.prose is not None
    text = page.prose.text
    text.focus_block(text.value[9].id, 4)
    assert window.session is not None
    window.session.workplace.panel.show_page("preview")
    window.session.workplace.areas.set_widths({"preview": 500, "outline": 210})
    window.zoom_wished.emit(90)
    QApplication.processEvents()
    before = window.session.workplace.remembered()
    assert before.block == text.value[9].id
    window.close()

    again = start()
    session = again.window.session
    assert session is not None
    workplace = session.workplace
    assert round(again.theme.zoom * 100) == 90
    screen = again.window.screen().availableGeometry()
    assert screen.contains(again.window.geometry().topLeft()), "the title bar can be taken hold of"
    until(qtbot, lambda: workplace.panel.current == "preview" and workplace.panel.isVisible())
    until(qtbot, lambda: replace(workplace.remembered(), top="") == replace(before, top=""))
    assert workplace.areas.widths == {"preview": 500, "outline": 210}
    again.window.zoom_wished.emit(100)


def test_the_text_is_scrolled_as_it_was(start: Start, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    window.resize(780, 560)
    page = section_page(window, 3)
    assert page.prose is not None
    assert window.session is not None
    text = page.prose.text
    text.focus_block(text.value[9].id, 4)
    QApplication.processEvents()
    text.show_at_top(text.value[8].id)
    before = window.session.workplace.remembered()
    assert before.top == text.value[8].id
    window.close()
    session = start().window.session
    assert session is not None
    until(qtbot, lambda: session.workplace.remembered() == before)


def test_after_a_crash_the_place_is_that_of_the_last_rest(start: Start, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    page = section_page(window, 3)
    assert page.prose is not None
    assert window.session is not None
    text = page.prose.text
    text.focus_block(text.value[5].id, 2)
    window.session.workplace._stay.setInterval(1)
    text.focus_block(text.value[6].id, 2)
    kept = text.value[6].id
    until(qtbot, lambda: read_remembered(program.context.settings.last_place).block == kept)
    stored = program.archive.do(lambda store: store.settings()).result()
    assert kept in stored["last_place"]


def test_a_field_of_the_form_gets_the_cursor_back(start: Start, qtbot: QtBot) -> None:
    program = start()
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    workplace.show_part("front")
    lines = workplace.page_of("front").findChildren(LineEdit)
    wanted = next(one for one in lines if one.accessibleName() == "主送机关")
    wanted.setFocus()
    window.close()
    again = start()
    until(qtbot, lambda: isinstance(QApplication.focusWidget(), LineEdit))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "主送机关"
    del again


@pytest.mark.parametrize("field", [TEXT_FIELD, "title"])
def test_an_attachment_gets_the_cursor_back(start: Start, qtbot: QtBot, field: str) -> None:
    window = open_sample(start(), qtbot)
    assert window.session is not None
    workplace, opened = window.session.workplace, window.session.opened
    blocks = (Paragraph("b1", "一张表"), Paragraph("b2", "第二段"))
    attachments = (*opened.report.attachments, Attachment("second", "名单", blocks))
    opened.apply("添加附件", Place(ATTACHMENTS), set_attachments(opened.report, attachments))
    workplace.show_place(Place("second", field, "b2" if field == TEXT_FIELD else ""), 2)
    before = workplace.remembered()
    assert before.place.section == "second"
    window.close()
    session = start().window.session
    assert session is not None
    until(qtbot, lambda: session.workplace.remembered() == before)


def test_what_is_no_place_is_none() -> None:
    assert read_remembered("") == RememberedPlace()
    assert read_remembered("[]") == RememberedPlace()
    assert read_remembered('{"part": 3, "field": "", "block": "", "offset": 0, "top": ""}') == RememberedPlace()
    assert read_remembered('{"part": "s", "field": "", "block": "", "offset": 0, "top": "", "section": 3}').part == ""
    place = RememberedPlace("s", "text", "b", 3, "a", "t")
    assert read_remembered(place.to_text()) == place


def test_a_place_kept_without_a_section_is_read() -> None:
    kept = read_remembered('{"part": "s", "field": "text", "block": "b", "offset": 3, "top": "a"}')
    assert kept == RememberedPlace("s", "text", "b", 3, "a")
    assert kept.place == Place("s", "text", "b")
