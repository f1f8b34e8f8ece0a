"""The help beside the form: F1 on a field, following the cursor, links, back, search, both schemes, keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from report.document import Place
from report.identity import counting_ids
from report.loader import load_front
from resources import resource
from tests.ui.waiting import until
from ui import library
from ui.application import declared
from ui.editor.page import Desk
from ui.editor.section_page import PrefacePage, SectionPage
from ui.editor.workplace import Workplace
from ui.fields.factory import Editors
from ui.fields.items import ItemsEditor
from ui.fields.line import LineEdit
from ui.fields.pairs import PairsEditor
from ui.help.book import CONTENTS, make_book
from ui.help.page import HelpPage
from ui.help.window import HelpWindow
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.theme import Scheme, Theme


@pytest.fixture
def workplace(theme: Theme, icons: Icons, qtbot: QtBot) -> Workplace:
    types, _groups = declared()
    report = library.sample_report(types)
    opened = OpenReport(library.type_of(types, report.type.id), report)
    new_id = counting_ids("n")
    desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id)
    made = Workplace(desk, load_front(resource("templates")), lambda: None)
    opened.setParent(made)
    qtbot.addWidget(made)
    made.resize(1366, 620)
    made.show()
    made.activateWindow()
    made.show_part("front")
    QApplication.processEvents()
    return made


def help_page(workplace: Workplace) -> HelpPage:
    page = workplace.panel.page("help")
    assert isinstance(page, HelpPage)
    return page


def section(workplace: Workplace, kind: str) -> SectionPage:
    found = next(one for one in workplace.desk.opened.report.sections if one.kind == kind)
    workplace.show_part(found.id)
    page = workplace.page_of(found.id)
    assert isinstance(page, SectionPage)
    return page


def focus(widget: QWidget | None) -> None:
    assert widget is not None
    widget.setFocus()
    assert widget.hasFocus()


def test_f1_in_a_line_opens_its_entry_and_f1_again_closes(workplace: Workplace) -> None:
    workplace.show_place(Place("front", "date"))
    assert isinstance(QApplication.focusWidget(), LineEdit)
    workplace.toggle_help()
    assert workplace.panel.current == "help"
    assert help_page(workplace).address == "front#date"
    assert isinstance(QApplication.focusWidget(), LineEdit)
    workplace.toggle_help()
    assert workplace.panel.current == ""


def test_f1_in_the_prose_editor_opens_the_section_and_its_part(workplace: Workplace) -> None:
    page = section(workplace, "leader")
    assert page.prose is not None
    focus(page.prose.text)
    workplace.toggle_help()
    assert help_page(workplace).address == "section/leader"
    measures = section(workplace, "measures")
    assert measures.prose is not None
    heading = [one for one in measures.prose.text.value if getattr(one, "level", 0) == 2][1]
    measures.prose.text.focus_block(heading.id)
    workplace.toggle_help()
    assert help_page(workplace).address.startswith("section/measures#part-")


def test_f1_in_a_row_opens_the_entry_of_its_field(workplace: Workplace) -> None:
    pairs = section(workplace, "shortfalls").findChild(PairsEditor)
    assert isinstance(pairs, PairsEditor)
    focus(pairs.rows.rows[0].boxes[1])
    workplace.toggle_help()
    assert help_page(workplace).address == "section/shortfalls#pairs"
    items = section(workplace, "plans").findChild(ItemsEditor)
    assert isinstance(items, ItemsEditor)
    focus(items.rows.rows[0].boxes[0])
    workplace.toggle_help()
    assert help_page(workplace).address == "section/plans#plans"


def test_f1_on_the_outline_opens_the_part_and_within_the_help_closes_it(workplace: Workplace) -> None:
    workplace.show_part("preface")
    focus(workplace.column)
    workplace.toggle_help()
    page = help_page(workplace)
    assert page.address == "preface"
    focus(page.search)
    workplace.toggle_help()
    assert workplace.panel.current == ""
    preface = workplace.page_of("preface")
    assert preface.isAncestorOf(QApplication.focusWidget() or workplace)


def test_f1_where_nothing_of_the_report_is_opens_the_contents(workplace: Workplace) -> None:
    workplace.panel.show_page("preview")
    focus(workplace.panel.close_button)
    workplace.toggle_help()
    assert help_page(workplace).address == CONTENTS
    workplace.close_panel()


def test_the_button_of_a_section_opens_and_closes_its_help(workplace: Workplace, qtbot: QtBot) -> None:
    head = section(workplace, "other").head
    qtbot.mouseClick(head.guide_button, Qt.MouseButton.LeftButton)
    assert help_page(workplace).address == "section/other"
    qtbot.mouseClick(head.guide_button, Qt.MouseButton.LeftButton)
    assert workplace.panel.current == ""
    workplace.show_part("preface")
    page = workplace.page_of("preface")
    assert isinstance(page, PrefacePage)
    qtbot.mouseClick(page.head.guide_button, Qt.MouseButton.LeftButton)
    assert help_page(workplace).address == "preface"


def test_it_follows_the_cursor_until_another_page_is_chosen(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_place(Place("front", "date"))
    workplace.toggle_help()
    page = help_page(workplace)
    assert workplace.panel.meta.full_text() == "跟着光标"
    workplace.show_place(Place("front", "title"))
    until(qtbot, lambda: page.address == "front#title")
    workplace.panel.show_place(Place("front"), 0)
    assert page.address == "front#title"
    page.reader.chosen.emit("export")
    workplace.show_place(Place("front", "date"))
    qtbot.wait(80)
    assert page.address == "export"
    assert "F1" in workplace.panel.meta.full_text()
    workplace.toggle_help()
    assert page.address == "front#date"
    workplace.show_place(Place("front", "signatory"))
    until(qtbot, lambda: page.address == "front#signatory")


def test_search_shows_while_typing_and_goes_back(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_place(Place("front", "date"))
    workplace.toggle_help()
    page = help_page(workplace)
    focus(page.search)
    qtbot.keyClicks(page.search, "PDF")
    assert "PDF" in page.reader.toPlainText()
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.reader.hasFocus()
    page.reader.chosen.emit("export")
    assert page.search.text() == ""
    qtbot.keyClick(page.reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.search.text() == "PDF"
    page.search.clear()
    assert page.address == "front#date"
    assert not page.back_button.isEnabled()


def test_links_are_reached_and_followed_by_keys(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_part("front")
    workplace.toggle_help()
    page = help_page(workplace)
    qtbot.mouseClick(page.contents_button, Qt.MouseButton.LeftButton)
    assert page.address == CONTENTS
    focus(page.reader)
    page.reader.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClick(page.reader, Qt.Key.Key_Tab)
    qtbot.keyClick(page.reader, Qt.Key.Key_Return)
    assert page.address == "first"
    qtbot.keyClick(page.reader, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert page.address == CONTENTS
    qtbot.keyClick(page.reader, Qt.Key.Key_Escape)
    assert not workplace.panel.isAncestorOf(QApplication.focusWidget() or workplace.panel)


def test_the_entry_is_seen_and_marked(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.show_place(Place("front", "contact"))
    workplace.toggle_help()
    reader = help_page(workplace).reader
    until(qtbot, lambda: reader.verticalScrollBar().value() > 0)
    frame = reader.document().rootFrame().childFrames()[0]
    area = reader.document().documentLayout().frameBoundingRect(frame)
    top = reader.verticalScrollBar().value()
    assert top <= area.top()
    assert area.bottom() <= top + reader.viewport().height()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_it_wears_the_theme(workplace: Workplace, theme: Theme, scheme: Scheme) -> None:
    workplace.toggle_help()
    page = help_page(workplace)
    page.choose(CONTENTS)
    theme.set_scheme(scheme)
    theme.set_zoom(1.5)
    formats = reader_colours(page)
    wanted = {theme.colour(token).name() for token in ("text", "second", "accent")}
    title = page.reader.document().begin().begin().fragment().charFormat().font()
    found = title.pointSizeF(), theme.font("title").pointSizeF()
    ground = page.reader.palette().base().color(), theme.colour("window")
    theme.set_zoom(1.0)
    theme.set_scheme(Scheme.LIGHT)
    assert formats == wanted
    assert found[0] == pytest.approx(found[1])
    assert ground[0] == ground[1]


def reader_colours(page: HelpPage) -> set[str]:
    """The colours of all its words."""
    found: set[str] = set()
    block = page.reader.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            found.add(pieces.fragment().charFormat().foreground().color().name())
            pieces += 1
        block = block.next()
    return found


def test_words_that_look_like_mark_up_stay_words(workplace: Workplace, qtbot: QtBot) -> None:
    workplace.toggle_help()
    page = help_page(workplace)
    page.search.setText("<h1>大</h1>&lt;")
    assert "<h1>大</h1>&lt;" in page.reader.toPlainText()


def test_without_a_report_it_has_a_window_of_its_own(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    types, groups = declared()
    window = HelpWindow(HelpPage(make_book(types[0], groups), theme, icons, lambda: None), theme)
    qtbot.addWidget(window)
    window.show()
    assert window.page.address == CONTENTS
    assert not window.page.back_button.isEnabled()
    window.page.follow(Place("front", "date"))
    assert window.page.address == CONTENTS
