"""Grounds: a card, a plain ground, the place where files can be dropped."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.icons import Icons
from ui.painting import shapes
from ui.parts.labels import Small
from ui.theme import Theme
from ui.tokens import Token


class Ground(QWidget):
    """A widget with the ground of a token."""

    def __init__(self, theme: Theme, token: Token = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._token: Token = token
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill it."""
        QPainter(self).fillRect(event.rect(), self._theme.colour(self._token))


class Card(QWidget):
    """A white card with a thin edge; the accent bar says that one goes on here."""

    def __init__(self, theme: Theme, accent: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._accent = theme, accent
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, bar and edge."""
        del event
        painter, theme = QPainter(self), self._theme
        radius = theme.size("radius_card")
        shapes.fill(painter, self.rect(), radius, theme.colour("surface"))
        line = theme.colour("control" if theme.high_contrast else "line")
        shapes.edge(painter, self.rect(), radius, line, theme.size("edge"))
        if self._accent:
            self._paint_bar(painter, radius)

    def _paint_bar(self, painter: QPainter, radius: int) -> None:
        """The bar once more over the edge, so that it reaches the card's side."""
        theme = self._theme
        with shapes.smooth(painter):
            painter.setClipPath(shapes.sided(shapes.snapped(painter, self.rect()), radius, left=True, right=True))
            painter.fillRect(QRect(0, 0, theme.size("current"), self.height()), theme.colour("accent"))


class DropHint(QWidget):
    """A dashed frame that says what can be dropped."""

    def __init__(self, theme: Theme, icons: Icons, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._icon = QLabel()
        self._text = Small(theme, text)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._text)
        self._row.addStretch(1)
        theme.changed.connect(self._style)
        self._style()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        del event
        painter, theme = QPainter(self), self._theme
        colour = theme.colour("control")
        shapes.edge(painter, self.rect(), theme.size("radius_card"), colour, theme.size("edge"), dashed=True)

    def _style(self) -> None:
        theme = self._theme
        self._icon.setPixmap(self._icons.pixmap("folder", "second"))
        self._row.setSpacing(theme.size("gap_8"))
        self._row.setContentsMargins(theme.size("gap_16"), 0, theme.size("gap_16"), 0)
        self.setMinimumHeight(theme.px(56))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
