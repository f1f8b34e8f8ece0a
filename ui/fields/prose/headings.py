"""Headings stand out in the text: whole heading lines and the first sentence of run-in ones are bold."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from report.numbering import heading_length
from ui.fields.prose.document import ProseDocument
from ui.text_positions import qt_length


class Headings(QSyntaxHighlighter):
    """Sets headings bold without touching the text."""

    def __init__(self, prose: ProseDocument) -> None:
        super().__init__(prose.document)
        self._prose = prose
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)

    def highlightBlock(self, text: str) -> None:
        """Bold up to the end of the heading, its 。 included."""
        level = self._prose.level(self.currentBlock())
        length = heading_length(text, level) if level else 0
        if length:
            self.setFormat(0, qt_length(text[: length + 1]), self._bold)
