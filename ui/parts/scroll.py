"""Scrolling pages, and the column of at most 880 px in their middle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import Theme

# The child takes all up to its greatest width; only what is over goes to the sides.
_ALL = 100_000


class Scroll(QScrollArea):
    """A page that scrolls up and down on the ground of its parent; sideways only where zoom leaves no choice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setBackgroundRole(QPalette.ColorRole.NoRole)

    def setWidget(self, widget: QWidget) -> None:
        """Show a widget; its ground stays the parent's."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)


class Centred(QWidget):
    """Keeps its one child at most 880 px wide, in the middle, 24 px from the sides."""

    def __init__(self, theme: Theme, child: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._child = theme, child
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(child, _ALL)
        self._row.addStretch(1)
        theme.changed.connect(self._style)
        self._style()

    def make_room(self, bar: int) -> None:
        """Stand where it would stand without a scroll bar of that width at the right."""
        left = right = self._theme.size("page_margin")
        if bar:
            most = self._child.maximumWidth()
            left = max(left, (self.width() + bar - most) // 2)
            right = max(right, self.width() - left - most)
        self._row.setContentsMargins(left, 0, right, 0)

    def _style(self) -> None:
        self._child.setMaximumWidth(self._theme.size("column"))
        self.make_room(0)


def centred(theme: Theme, child: QWidget) -> Centred:
    """A widget in the column of its page."""
    return Centred(theme, child)


class Column(Scroll):
    """A scrolling page with its content in the column; fill `body`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        content = QWidget()
        self.body = QVBoxLayout(content)
        self._centred = Centred(theme, content)
        self.setWidget(self._centred)
        theme.changed.connect(self._style)
        self._style()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is in the column does not move when the scroll bar comes or goes."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self._centred.make_room(self.width() - self.viewport().width())

    def _style(self) -> None:
        self._make_room()
        self.body.setContentsMargins(0, self._theme.size("gap_16"), 0, self._theme.size("gap_32"))
        self.body.setSpacing(self._theme.size("gap_12"))


def reveal(widget: QWidget) -> None:
    """Scroll whatever holds the widget so that it is seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(widget, 0, 48)
        parent = parent.parentWidget()
