"""What the tests of the window do again and again."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from report.content import Paragraph
from storage.reading import read_report
from tests.ui.waiting import until
from ui.application import Application
from ui.editor.section_page import SectionPage
from ui.import_preview.dialog import ImportPreview
from ui.main_window import MainWindow

Start = Callable[[], Application]


def open_sample(program: Application, qtbot: QtBot) -> MainWindow:
    program.controller.open_sample()
    until(qtbot, lambda: program.window.session is not None)
    return program.window


def import_text(program: Application, path: Path, qtbot: QtBot) -> MainWindow:
    program.window.start_page.paths_dropped.emit([path])
    import_preview(program, qtbot).accept()
    until(qtbot, lambda: program.window.session is not None)
    return program.window


def import_preview(program: Application, qtbot: QtBot) -> ImportPreview:
    """The preview that is open now."""
    until(qtbot, lambda: bool(program.window.findChildren(ImportPreview)))
    return program.window.findChildren(ImportPreview)[-1]


def section_page(window: MainWindow, index: int) -> SectionPage:
    assert window.session is not None
    workplace = window.session.workplace
    section = workplace.desk.opened.report.sections[index]
    workplace.show_part(section.id)
    page = workplace.page_of(section.id)
    assert isinstance(page, SectionPage)
    return page


def saved(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    assert session is not None
    session.autosave.flush()
    until(qtbot, lambda: not session.autosave.dirty)


def stored_texts(folder: Path, report_id: str) -> list[str]:
    report = read_report(folder, report_id).report
    return [one.text for section in report.sections for one in section.text if isinstance(one, Paragraph)]
