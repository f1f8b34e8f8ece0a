"""A prose editor bound to a report that counts."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from report import edits
from report.content import Blocks, Paragraph
from report.document import Place
from report.identity import counting_ids
from report.report import TEXT_FIELD
from report.template import Field
from tests.report.indicators.counting import counting_report, counting_type, spelt
from ui.editor.page import Desk, Page
from ui.fields.factory import Editors
from ui.fields.prose.editor import ProseEditor
from ui.fields.prose.text import ProseText
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.quoting.desk import QuotingDesk
from ui.text_positions import qt_length
from ui.theme import Theme


class Writer(NamedTuple):
    """A clerk at a text."""

    window: QWidget
    page: Page
    editor: ProseEditor
    opened: OpenReport

    @property
    def text(self) -> ProseText:
        return self.editor.text

    @property
    def desk(self) -> QuotingDesk:
        desk = self.editor.findChild(QuotingDesk)
        assert isinstance(desk, QuotingDesk)
        return desk

    def show(self, *texts: str) -> None:
        """Have other text, with links marked as ⟦id words⟧."""
        report = counting_report(*texts)
        blocks = report.sections[0].text
        section = self.opened.report.sections[0].id
        self.opened.apply("", Place(section), edits.set_field(self.opened.report, section, TEXT_FIELD, blocks))
        self.page.show_report()

    def put_cursor(self, offset: int, row: int = 0, length: int = 0) -> None:
        block = self.text.document().findBlockByNumber(row)
        cursor = QTextCursor(block)
        text = block.text()
        cursor.setPosition(block.position() + qt_length(text[:offset]))
        cursor.setPosition(block.position() + qt_length(text[: offset + length]), QTextCursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)

    def reads(self) -> list[str]:
        """The paragraphs of the report, links marked; the editor shows and links the same."""
        blocks: Blocks = self.opened.report.sections[0].text
        assert self.text.value == blocks
        assert self.text.prose.read() == blocks
        return [spelt(one) for one in blocks if isinstance(one, Paragraph)]


@pytest.fixture
def writer(theme: Theme, icons: Icons, qtbot: QtBot) -> Iterator[Writer]:
    new_id = counting_ids("n")
    opened = OpenReport(counting_type(), counting_report(""))
    window = QWidget()
    qtbot.addWidget(window)
    page = Page(Desk(opened, Editors(theme, icons, new_id), theme, icons, new_id), window)
    editor = ProseEditor(Field(TEXT_FIELD, "prose", "正文"), theme, icons, new_id, page)
    section = opened.report.sections[0].id
    for widget, child in ((window, page), (page, editor)):
        layout = QVBoxLayout(widget)
        layout.addWidget(child)
    page.bind(
        editor,
        Place(section, TEXT_FIELD),
        lambda report: report.section(section).text,
        lambda report, value: edits.set_field(report, section, TEXT_FIELD, value),
    )
    window.resize(800, 500)
    window.show()
    window.activateWindow()
    editor.text.setFocus()
    QApplication.processEvents()
    yield Writer(window, page, editor, opened)
    window.close()
