"""The line that separates."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.painting import shapes
from ui.theme import Theme


class Separator(QWidget):
    """A line of one pixel, lying or upright."""

    def __init__(
        self, theme: Theme, orientation: Qt.Orientation = Qt.Orientation.Horizontal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._orientation = theme, orientation
        long, thin = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed
        lying = orientation == Qt.Orientation.Horizontal
        self.setSizePolicy(long if lying else thin, thin if lying else long)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One pixel."""
        edge = self._theme.size("edge")
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, as thin as the screen can."""
        del event
        painter = QPainter(self)
        area = shapes.snapped(painter, self.rect())
        thin = shapes.stroke(painter, 1)
        if self._orientation == Qt.Orientation.Horizontal:
            area.setHeight(thin)
        else:
            area.setWidth(thin)
        painter.fillRect(area, self._theme.colour("line"))
