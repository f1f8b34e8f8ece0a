"""One of several widgets, in the room that this one wants."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget


class SnugStack(QStackedWidget):
    """A stack as large as the widget it shows; Qt's own is as large as the largest it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """That of the widget shown."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        """That of the widget shown."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()
