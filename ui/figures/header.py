"""The heads of the sheet's columns, above where the words of the rows begin and end."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from ui.figures.columns import Columns
from ui.theme import Theme


class SheetHeader(QHeaderView):
    """Small quiet words with a line below."""

    def __init__(self, theme: Theme, name_left: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme, self._name_left = theme, name_left
        self.setSectionsClickable(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        theme.changed.connect(self._style)

    def sizeHint(self) -> QSize:
        """28 px high."""
        return QSize(super().sizeHint().width(), self._theme.size("row_head"))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """The words of one column."""
        theme, column = self._theme, Columns(logicalIndex)
        painter.save()
        painter.fillRect(rect, theme.colour("surface"))
        thick = theme.size("edge")
        painter.fillRect(QRect(rect.left(), rect.bottom() - thick + 1, rect.width(), thick), theme.colour("line"))
        left = self._name_left if column is Columns.NAME else 8
        right = theme.size("input_side") if column is Columns.VALUE else theme.px(8)
        role = Qt.ItemDataRole
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, role.DisplayRole))
        side = self.model().headerData(logicalIndex, Qt.Orientation.Horizontal, role.TextAlignmentRole)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("second"))
        painter.drawText(rect.adjusted(theme.px(left), 0, -right, 0), int(Qt.AlignmentFlag(side)), words)
        painter.restore()

    def _style(self) -> None:
        self.updateGeometry()
        self.viewport().update()
