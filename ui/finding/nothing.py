"""What stands in place of the list: how to look, or where else the words are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.i18n import _
from ui.finding.results import Results
from ui.parts.labels import Link, Small
from ui.theme import Theme


class Nothing(QWidget):
    """A few words where there are no hits.

    Signals:
        whole_wished(): look in the whole report.
    """

    whole_wished = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.link = Link(theme, "")
        self.words = Small(theme)
        self.words.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.words)
        self._column.addStretch(1)
        self.link.clicked.connect(self.whole_wished)
        theme.changed.connect(self._style)
        self._style()

    def show_results(self, results: Results) -> None:
        """Say what can be done where nothing was found, or nothing was asked."""
        asked = bool(results.query.words.strip())
        self.link.setText(_("全文有{count}处，到全文里找").format(count=results.whole))
        self.link.setVisible(bool(results.part and results.whole))
        self.link.updateGeometry()
        keys = _("回车到下一处，Shift+回车到上一处；在正文里按F3和Shift+F3。Esc回到正文。")
        self.words.setText(_("标题、正文、表格和基本信息都找过了，自动编的序号不算。") if asked else keys)

    def _style(self) -> None:
        theme = self._theme
        side = theme.size("gap_16")
        self._column.setContentsMargins(side, theme.size("gap_12"), side, theme.size("gap_12"))
        self._column.setSpacing(theme.size("gap_4"))
