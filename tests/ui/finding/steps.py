"""What the tests of finding do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from report.report import Report
from tests.ui.typing_chinese import type_chinese
from tests.ui.waiting import until
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.fields.prose.text import ProseText
from ui.finding.commands import begin_finding
from ui.finding.page import FindPage
from ui.finding.scope import Scope


class Finding:
    """A workplace and a clerk who looks for words in it."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.qtbot = workplace, qtbot
        self.opened = workplace.desk.opened

    @property
    def page(self) -> FindPage:
        page = self.workplace.panel.page("find")
        assert isinstance(page, FindPage)
        return page

    @property
    def report(self) -> Report:
        return self.opened.report

    def section(self, kind: str) -> str:
        return next(section.id for section in self.report.sections if section.kind == kind)

    def show(self, kind: str) -> SectionPage:
        self.workplace.show_part(self.section(kind))
        page = self.workplace.page_of(self.section(kind))
        assert isinstance(page, SectionPage)
        return page

    def prose(self, kind: str = "measures") -> ProseText:
        page = self.show(kind)
        assert page.prose is not None
        return page.prose.text

    def look_for(self, words: str, scope: Scope = Scope.WHOLE, *, replacing: bool = False) -> FindPage:
        """Open the page and have words looked for."""
        begin_finding(self.workplace, scope, replacing=replacing)
        self.page.top.box.show_words(words)
        return self.page

    def type(self, widget: QWidget, words: str) -> None:
        """Type what may be Chinese in a box and wait until it is told."""
        widget.setFocus()
        type_chinese(widget, words)
        until(self.qtbot, lambda: self.page.search.query.words == self.page.top.box.words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.qtbot.keyClick(focus(), key, modifier)

    def spots(self) -> list[tuple[str, str]]:
        """Part and place of every row of the list, as they are read."""
        model, results = self.page.model, self.page.search.results
        rows = [model.index(row) for row in range(model.rowCount())]
        titles = [group.title for group in results.groups for _hit in group.hits]
        return list(zip(titles, [model.place_words(one) for one in rows if model.place(one) >= 0], strict=True))

    def texts(self) -> list[str]:
        """The words of every row of the list."""
        model = self.page.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def selected(widget: QWidget) -> str:
    """What is selected in an editor."""
    assert isinstance(widget, QTextEdit | QPlainTextEdit)
    cursor: QTextCursor = widget.textCursor()
    return cursor.selectedText()
