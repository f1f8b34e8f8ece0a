"""The preview: the bytes of an export, beside the form, following the cursor, leading back to the field, printed."""

from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from report.compose import Copy
from report.document import Place
from report.identity import counting_ids
from report.report import TEXT_FIELD
from tests.exports.pdf.reading import page_texts
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui import library
from ui.application import declared
from ui.editor.page import Desk
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.exporting import export_work
from ui.fields.factory import Editors
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.preview.builder import PreviewBuilder
from ui.preview.drawing import Built, Drawer, Order
from ui.preview.page import PreviewPage
from ui.preview.printing import paint_pages
from ui.theme import Theme

MOMENT = datetime(2026, 1, 19, 10, 34, tzinfo=UTC)


@pytest.fixture
def opened() -> OpenReport:
    types, _groups = declared()
    report = library.sample_report(types)
    return OpenReport(library.type_of(types, report.type.id), report)


@pytest.fixture
def workplace(opened: OpenReport, theme: Theme, icons: Icons, qtbot: QtBot) -> Workplace:
    new_id = counting_ids("n")
    desk = Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id, lambda: MOMENT)
    made = Workplace(desk, declared()[1], lambda: None)
    opened.setParent(made)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.close_panel())
    made.resize(1366, 620)
    made.show()
    made.show_part("front")
    return made


def preview_of(workplace: Workplace, qtbot: QtBot) -> PreviewPage:
    """The preview, when it shows the report as it is now."""
    workplace.panel.show_page("preview")
    page = workplace.panel.page("preview")
    assert isinstance(page, PreviewPage)
    until(qtbot, page.view.is_current)
    return page


def section_page(workplace: Workplace, number: int) -> SectionPage:
    section = workplace.desk.opened.report.sections[number]
    workplace.show_part(section.id)
    page = workplace.page_of(section.id)
    assert isinstance(page, SectionPage)
    assert page.prose is not None
    page.prose.text.setFocus()
    return page


def test_the_bytes_are_those_of_an_export(opened: OpenReport, tmp_path: Path) -> None:
    order = Order(opened.type, opened.report, Copy.SUBMISSION, MOMENT)
    drawer = Drawer()
    built = drawer.build(order)
    drawer.close()
    target = tmp_path / "a.pdf"
    export_work(opened.type, opened.report, Copy.SUBMISSION, target, MOMENT)()
    assert built.data == target.read_bytes()


def test_an_overtaken_order_is_neither_shown_nor_drawn(opened: OpenReport, qtbot: QtBot) -> None:
    builder = PreviewBuilder()
    told: list[Built] = []
    builder.built.connect(told.append)
    for copy in (Copy.DRAFT, Copy.PUBLIC, Copy.SUBMISSION):
        builder.build(Order(opened.type, opened.report, copy, MOMENT))
    until(qtbot, lambda: told)
    qtbot.wait(50)
    assert len(told) == 1
    assert builder.revision == 3
    builder.close()


def test_what_is_typed_is_on_the_page(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    page = section_page(workplace, 3)
    assert page.prose is not None
    type_chinese(page.prose.text, "增补的话")
    until(qtbot, lambda: preview.built is not None and "增补的话" in "".join(page_texts(preview.built.data)))


def test_the_page_follows_the_cursor(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    page = section_page(workplace, 3)
    assert page.prose is not None
    last = page.prose.text.value[-1]
    page.prose.text.focus_block(last.id)
    wanted = preview.view.page_of(Place(page.section_id, TEXT_FIELD, last.id))
    assert wanted
    until(qtbot, lambda: preview.view.current_page == wanted)
    page.prose.text.focus_block(page.prose.text.value[0].id)
    until(qtbot, lambda: preview.view.current_page < wanted)


def test_a_click_on_the_page_leads_to_its_words(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    assert preview.built is not None
    section = workplace.desk.opened.report.sections[3]
    block = section.text[1]
    view = preview.view
    place = Place(section.id, TEXT_FIELD, block.id)
    line = [area for area in preview.built.areas if area.place == place][1]
    view.follow(place, line.start)
    rect = view._arrangement.on_page(line.page, line.left, line.top, line.width, line.height)
    point = QPointF(rect.left() + 2, rect.center().y()) - QPointF(0, view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(point.x()), round(point.y())))
    assert workplace.current_part == section.id
    page = workplace.page_of(section.id)
    assert isinstance(page, SectionPage)
    assert page.prose is not None
    assert page.prose.cursor_entry() == (block.id, line.start)
    assert page.prose.text.hasFocus()


def test_a_rebuild_keeps_the_place(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    bar = preview.view.verticalScrollBar()
    workplace.panel.show_place(Place("front", "title"), 0)
    bar.setValue(bar.maximum() // 2)
    until(qtbot, preview.view.is_current)
    before, page = bar.value(), preview.view.current_page
    built = preview.built
    preview.build()
    until(qtbot, lambda: preview.built is not built and preview.view.is_current())
    assert bar.value() == before
    assert preview.view.current_page == page


def test_the_public_copy_has_no_addressee(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    addressee = workplace.desk.opened.report.front.addressee + "："
    assert preview.built is not None
    assert addressee in page_texts(preview.built.data)[0]
    preview.show_copy(Copy.PUBLIC)
    until(qtbot, lambda: preview.built is not None and addressee not in page_texts(preview.built.data)[0])
    assert preview.copy_button.text() == "公开稿"


def test_esc_in_the_panel_goes_back_to_the_text_and_the_button_closes_it(workplace: Workplace, qtbot: QtBot) -> None:
    preview = preview_of(workplace, qtbot)
    page = section_page(workplace, 3)
    assert page.prose is not None
    preview.view.setFocus()
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert page.prose.text.hasFocus()
    workplace.panel.close_button.click()
    assert not workplace.panel.isVisible()
    built = preview.built
    type_chinese(page.prose.text, "看不见时不排")
    qtbot.wait(120)
    assert preview.built is built


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_a_window_of_its_own(workplace: Workplace, qtbot: QtBot) -> None:
    preview_of(workplace, qtbot).detach.trigger()
    window = workplace.detached.window
    assert window is not None
    until(qtbot, lambda: window.page.view.is_current())
    assert not workplace.panel.isVisible()
    workplace.toggle_panel("preview")
    assert workplace.detached.window is window
    assert not workplace.panel.isVisible()
    window.close()
    assert workplace.detached.window is None
    assert workplace.panel.current == "preview"
    QApplication.processEvents()


def test_a_window_of_its_own_follows_the_cursor(workplace: Workplace, qtbot: QtBot) -> None:
    preview_of(workplace, qtbot).detach.trigger()
    window = workplace.detached.window
    assert window is not None
    places: list[Place] = []
    workplace.activateWindow()
    QApplication.processEvents()
    window.page.view.follow = lambda place, _offset: places.append(place)  # type: ignore[method-assign]
    page = section_page(workplace, 3)
    assert page.prose is not None
    block = page.desk.opened.report.sections[3].text[-1].id
    page.prose.text.focus_block(block)
    until(qtbot, lambda: places and places[-1].block == block)
    window.close()


def test_a_window_of_its_own_ends_with_the_report(workplace: Workplace, qtbot: QtBot) -> None:
    preview_of(workplace, qtbot).detach.trigger()
    window = workplace.detached.window
    assert window is not None
    builder = window.page.builder
    workplace.close_panel()
    assert workplace.detached.window is None
    assert workplace.panel.current == ""
    assert builder._closed
    until(qtbot, lambda: not isValid(window))


def test_all_pages_can_be_printed_and_a_part_of_them(opened: OpenReport, tmp_path: Path) -> None:
    drawer = Drawer()
    built = drawer.build(Order(opened.type, opened.report, Copy.SUBMISSION, MOMENT))
    drawer.close()
    for first, last, count in ((0, 0, len(built.sizes)), (2, 3, 2)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(150)
        target = tmp_path / f"{first}.pdf"
        printer.setOutputFileName(str(target))
        if first:
            printer.setFromTo(first, last)
        paint_pages(built, printer)
        printed = pypdfium2.PdfDocument(target)
        assert len(printed) == count
        assert printed[0].get_size() == pytest.approx(built.sizes[0], abs=1.0)
        printed.close()
