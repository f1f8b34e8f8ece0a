"""Shows a page of help: text to read and select, links to follow."""

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QTextFrame
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.help.blocks import Page
from ui.help.keys import deed_of
from ui.help.setting import set_page
from ui.theme import Theme


class Reader(QTextBrowser):
    """One page.

    Signals:
        chosen(str): the target of a link that was followed.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._here, self._is_placed = "", True
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._choose)
        theme.changed.connect(self._style)
        self._style()

    def show_page(self, page: Page, here: str = "") -> None:
        """Show a page from its beginning, or so that an entry is seen, which is marked."""
        self._page, self._here, self._is_placed = page, here, False
        set_page(self.document(), page, here, self._theme)
        self.setAccessibleName(page.title)
        QTimer.singleShot(0, self, self._place)

    def _place(self) -> None:
        """To the top when the marked entry is seen there or there is none, else to the entry."""
        if self._is_placed or not self.isVisible():
            return
        self._is_placed = True
        bar, frame = self.verticalScrollBar(), self._marked()
        if frame is None:
            bar.setValue(0)
            return
        area = self.document().documentLayout().frameBoundingRect(frame)
        is_seen = area.bottom() <= self.viewport().height()
        bar.setValue(0 if is_seen else round(area.top()))

    def _marked(self) -> QTextFrame | None:
        frames = self.document().rootFrame().childFrames()
        tint = self._theme.colour("accent_tint")
        return next((one for one in frames if one.frameFormat().background().color() == tint), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that goes back is the page's; the browser has no history of its own."""
        if deed_of(event):
            event.ignore()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What was to be seen is placed when there is room to see it."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._place)

    def _choose(self, target: QUrl) -> None:
        self.chosen.emit(target.toString())

    def _style(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("window"))
        self.setPalette(palette)
        if self._page is not None:
            self.show_page(self._page, self._here)
