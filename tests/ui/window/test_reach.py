"""Every control has a name for screen readers, and the keyboard reaches each in the order of the form."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from report.holes import find_holes
from report.reading.manuscript import Manuscript
from tests.ui.accessible import Node, walk
from tests.ui.waiting import until
from tests.ui.window.steps import open_sample
from ui import library
from ui.application import Application
from ui.backups.dialog import BackupsDialog
from ui.backups.reader import BackupReader
from ui.dialogs.about import AboutDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.holes import HolesDialog
from ui.dialogs.input_method import InputMethodDialog
from ui.dialogs.new_report import NewReportDialog
from ui.dialogs.places import PlacesDialog
from ui.dialogs.settings import SettingsDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.export_flow import hole_place
from ui.help.book import make_book
from ui.help.page import HelpPage
from ui.help.window import HelpWindow
from ui.import_preview.dialog import ImportPreview
from ui.main_window import MainWindow
from ui.sentences import hole_sentence


@pytest.fixture(autouse=True)
def _told_to_screen_readers() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def nameless(root: QWidget) -> list[str]:
    return [_told(node) for node in walk(root) if node.focusable and not node.name.strip()]


def _told(node: Node) -> str:
    widget = node.widget
    chain: list[str] = []
    while widget is not None:
        chain.append(type(widget).__name__)
        widget = widget.parentWidget()
    return f"{node.role.name} in {' < '.join(chain)}"


def test_every_control_of_the_editor_has_a_name(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    for panel in workplace.panel.names:
        workplace.panel.show_page(panel)
        assert not nameless(workplace.panel)
    seen = 0
    for part in workplace.column.parts.parts:
        workplace.show_part(part.id)
        QApplication.processEvents()
        assert not nameless(window)
        seen += sum(node.focusable for node in walk(window))
    assert seen > 100


def test_every_field_is_described_by_its_hint(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    window.session.workplace.show_part("front")
    QApplication.processEvents()
    page = window.session.workplace.page_of("front")
    lines = [node for node in walk(page) if node.role == QAccessible.Role.EditableText]
    assert lines
    assert all(node.description for node in lines if node.name != "报告年度")


def test_every_control_of_the_start_page_and_the_dialogs_has_a_name(program: Application, qtbot: QtBot) -> None:
    until(qtbot, lambda: program.window.start_page.cards)
    assert not nameless(program.window)
    for dialog in dialogs(program):
        dialog.show()
        assert not nameless(dialog), type(dialog)
        dialog.close()
        dialog.deleteLater()


def dialogs(program: Application) -> Iterator[QDialog]:
    theme, icons, window, types = program.theme, program.icons, program.window, program.context.types
    empty = library.begin_report(types[0], 2024, "青溪县水利局", "")
    holes = find_holes(types[0], empty)
    folder = program.archive.folder
    yield NewReportDialog(types, 2024, "", theme, window)
    yield ExportDialog(empty, folder, holes, window, theme)
    last_year = Manuscript("某局2024年法治政府建设年度报告\n一、主要举措和成效\n学习12次。\n二、2025年度安排\n继续。")
    yield ImportPreview(
        "年报", last_year, types, lambda one, kind: library.find_report(one, types, kind), theme, window
    )
    yield HolesDialog([(hole_sentence(one), hole_place(one)) for one in holes], theme, icons, window)
    places = [("第一部分第1段：去年的话", hole_place(holes[0]))]
    yield PlacesDialog("去年沿用", "还没有看过。", [("1段", places)], theme, icons, window)
    yield SettingsDialog(program.context.settings, types[0].deadlines, folder, theme, window)
    yield AboutDialog(folder, theme, window)
    yield ShortcutsDialog(theme, window)
    yield BackupsDialog(theme, icons, BackupReader(folder, lambda: None, program.tasks), window)
    yield InputMethodDialog(theme, icons, window)
    yield HelpWindow(HelpPage(make_book(types[0], program.context.groups), theme, icons, lambda: None), theme, window)


def tabbed(window: MainWindow, start: QWidget, most: int = 120) -> list[QWidget]:
    """What Tab comes to, beginning at a widget, until it is there again."""
    start.setFocus()
    found: list[QWidget] = [start]
    for _step in range(most):
        before = window.focusWidget()
        window.focusNextChild()
        now = window.focusWidget()
        if not isinstance(now, QWidget) or now is start or now is before:
            break
        found.append(now)
    return found


def test_tab_goes_through_the_basic_data_in_the_order_of_the_form(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    workplace.show_part("front")
    QApplication.processEvents()
    page = workplace.page_of("front")
    editors = [one.editor.focus_target() for one in page.bindings if one.editor.isVisibleTo(page)]
    order = [widget for widget in tabbed(window, editors[0]) if widget in editors]
    assert order == editors


def test_tab_reaches_every_control_and_comes_round(program: Application, qtbot: QtBot) -> None:
    window = open_sample(program, qtbot)
    assert window.session is not None
    workplace = window.session.workplace
    workplace.panel.show_page("preview")
    for part in ("front", workplace.desk.opened.report.sections[3].id, workplace.desk.opened.report.sections[4].id):
        workplace.show_part(part)
        QApplication.processEvents()
        wanted = {
            one
            for one in window.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        wanted = {one for one in wanted if one.focusProxy() is None and not isinstance(one.parent(), QTabBar)}
        reached = set(tabbed(window, workplace.column))
        missed = {one for one in wanted - reached if not isinstance(one, QAbstractButton) or one.group() is None}
        assert not [(type(one).__name__, one.accessibleName()) for one in missed]
