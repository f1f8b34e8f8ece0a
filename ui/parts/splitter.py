"""A splitter with a line of one pixel and eight to take hold of; a double click puts it back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from ui.theme import Theme


class Splitter(QSplitter):
    """The splitter of the window.

    Signals:
        reset(int): the handle of that index was double-clicked.
    """

    reset = Signal(int)

    def __init__(
        self, theme: Theme, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(orientation, parent)
        self._theme = theme
        self.setChildrenCollapsible(False)
        theme.changed.connect(self._style)
        self._style()

    def createHandle(self) -> QSplitterHandle:
        """A handle with a wide grip."""
        return _Handle(self._theme, self)

    def _style(self) -> None:
        # One pixel at any zoom: Qt lets only such handles overlap their neighbours.
        self.setHandleWidth(1)


class _Handle(QSplitterHandle):
    def __init__(self, theme: Theme, splitter: Splitter) -> None:
        super().__init__(splitter.orientation(), splitter)
        self._theme, self._splitter = theme, splitter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Margins that take the mouse but show what lies below: QSplitter lays out what is inside of them.

        Qt's own handler is left out; it would set margins of two pixels.
        """
        del event
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        grip = self._theme.size("grip") - 1
        before, after = grip // 2, grip - grip // 2
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(before, 0, after, 0)
        else:
            self.setContentsMargins(0, before, 0, after)
        self.setMask(QRegion(self.contentsRect()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the usual sizes."""
        del event
        self._splitter.reset.emit(self._splitter.indexOf(self))
