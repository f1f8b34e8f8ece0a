"""What the tests of the check do again and again."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from report.checking.finding import Finding
from report.content import Paragraph
from report.report import Report
from tests.ui.waiting import until
from ui.checking.commands import step_check
from ui.checking.page import CheckPage
from ui.checking.watch import CheckState
from ui.editor.section_page import SectionPage
from ui.editor.workplace import Workplace
from ui.fields.prose.text import ProseText

Style = QTextCharFormat.UnderlineStyle


class Checking:
    """A workplace and a clerk who has the report checked."""

    def __init__(self, workplace: Workplace, qtbot: QtBot) -> None:
        self.workplace, self.qtbot = workplace, qtbot
        self.opened, self.watch = workplace.desk.opened, workplace.watch

    @property
    def page(self) -> CheckPage:
        page = self.workplace.panel.page("check")
        assert isinstance(page, CheckPage)
        return page

    @property
    def report(self) -> Report:
        return self.opened.report

    def open(self) -> CheckPage:
        self.workplace.panel.show_page("check")
        return self.page

    def section(self, kind: str) -> str:
        return next(section.id for section in self.report.sections if section.kind == kind)

    def prose(self) -> ProseText:
        """The text of the measures, shown."""
        self.workplace.show_part(self.section("measures"))
        page = self.workplace.page_of(self.section("measures"))
        assert isinstance(page, SectionPage)
        assert page.prose is not None
        return page.prose.text

    def text(self, block: str) -> str:
        blocks = self.report.section(self.section("measures")).text
        return next(one.text for one in blocks if isinstance(one, Paragraph) and one.id == block)

    def until_checked(self) -> CheckState:
        """Wait for the pause in which the report as it is now is checked."""
        until(self.qtbot, lambda: self.watch.state is not None and self.watch.state.report is self.report)
        assert self.watch.state is not None
        return self.watch.state

    def step_to(self, words: str) -> Finding:
        """Walk to a finding of these words."""
        for _ in range(60):
            step_check(self.workplace, 1)
            current = self.page.list.current
            if current is not None and words in current.quote:
                return current
        raise AssertionError(words)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def quotes(self) -> list[str]:
        """The words of the findings listed."""
        return [one.quote for one in self.page.model.findings]


def marks(text: QTextEdit) -> list[tuple[str, Style]]:
    """What is marked in a text, and by which line."""
    return [(one.cursor.selectedText(), one.format.underlineStyle()) for one in text.extraSelections()]  # type: ignore[attr-defined]


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found
