"""The sheet of a report that counts."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from report.identity import counting_ids
from report.indicators import edits
from report.indicators.figures import Amount, Figure
from report.report import Report
from report.template import ReportType
from tests.report.indicators.counting import counting_report, counting_type
from ui.editor.page import Desk
from ui.fields.factory import Editors
from ui.figures.page import FiguresPage
from ui.figures.value_edit import ValueEdit
from ui.figures.view import FigureView
from ui.icons import Icons
from ui.open_report import LastYear, OpenReport
from ui.theme import Theme


class Sheet(NamedTuple):
    """A clerk at the sheet."""

    page: FiguresPage
    opened: OpenReport
    qtbot: QtBot

    @property
    def view(self) -> FigureView:
        return self.page.view

    @property
    def editor(self) -> ValueEdit:
        editor = self.view.value_edit()
        assert editor is not None
        return editor

    def go(self, indicator: str) -> None:
        assert self.view.go_to(indicator)
        self.view.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(focused(self.view), key, modifiers)

    def type(self, text: str) -> None:
        """Key by key; characters that no key has come through an input method (see typing_chinese)."""
        for char in text:
            self.qtbot.keyClicks(focused(self.view), char)

    def enter(self, indicator: str, text: str) -> None:
        """Type a value and Enter."""
        self.go(indicator)
        self.type(text)
        self.press(Qt.Key.Key_Return)

    def amount(self, indicator: str) -> Amount:
        return self.page.ledger.values.amount(indicator)

    def cells(self, indicator: str) -> list[str]:
        index = self.view.sheet.index_of(indicator, 0)
        return [str(index.siblingAtColumn(column).data()) for column in range(self.view.sheet.columnCount())]

    def messages(self) -> list[str]:
        return [line.message.sentence for node in self.view.sheet.nodes for line in node.lines if line.message]


def focused(widget: QWidget) -> QWidget:
    """Where a key goes."""
    focus = QApplication.focusWidget()
    return focus if focus is not None and widget.isAncestorOf(focus) else widget


def given(report_type: ReportType, report: Report, values: dict[str, str]) -> Report:
    """The report with these values."""
    return edits.set_many(report_type, report, {one: Figure(Decimal(text)) for one, text in values.items()})


MakeSheet = Callable[..., Sheet]


@pytest.fixture
def make_sheet(theme: Theme, icons: Icons, qtbot: QtBot) -> MakeSheet:
    """Makes a sheet: values, last year's, a report type and a text of their own."""

    def make(
        values: dict[str, str] | None = None,
        last: dict[str, str] | None = None,
        report_type: ReportType | None = None,
        text: tuple[str, ...] = (),
    ) -> Sheet:
        kind = report_type or counting_type()
        report = replace(counting_report(*text), year=2025)
        opened = OpenReport(kind, given(kind, report, values or {}))
        if last is not None:
            opened.set_last(LastYear(given(kind, replace(report, id="last", year=2024), last), kind))
        new_id = counting_ids("n")
        page = FiguresPage(Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id))
        opened.setParent(page)
        qtbot.addWidget(page)
        page.resize(1134, 620)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return Sheet(page, opened, qtbot)

    return make


@pytest.fixture
def sheet(make_sheet: MakeSheet) -> Sheet:
    return make_sheet(
        {"due": "121", "taken": "120"},
        {"due": "100", "taken": "100", "won": "2", "lost": "1"},
        text=("应考⟦due 121⟧人，⟦due 121⟧",),
    )
