"""What stands out in the text without being another text: headings are bold, values to be given are amber."""

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat

from report.indicators.wording import missing_values
from report.numbering import heading_length
from ui.fields.prose.document import ProseDocument
from ui.text_positions import qt_length
from ui.theme import Theme


class Headings(QSyntaxHighlighter):
    """Sets headings bold, and values that are not given apart, without touching the text."""

    def __init__(self, prose: ProseDocument, theme: Theme) -> None:
        super().__init__(prose.document)
        self._prose = prose
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Bold up to the end of the heading, its 。 included."""
        level = self._prose.level(self.currentBlock())
        length = heading_length(text, level) if level else 0
        if length:
            self.setFormat(0, qt_length(text[: length + 1]), self._bold)
        for found in missing_values(text):
            start, end = qt_length(text[: found.start()]), qt_length(text[: found.end()])
            wanted = self._bold if end <= qt_length(text[: length + 1]) and length else QTextCharFormat()
            self.setFormat(start, end - start, self._amber(wanted))

    def _amber(self, around: QTextCharFormat) -> QTextCharFormat:
        made = QTextCharFormat(around)
        made.setForeground(self._theme.colour("amber"))
        made.setBackground(self._theme.colour("amber_tint"))
        return made
