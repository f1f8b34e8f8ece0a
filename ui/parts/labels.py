"""Labels by role, headings, links, words that elide."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QWidget

from ui.theme import Theme
from ui.tokens import Role, Token


def ink(widget: QWidget, colour: QColor) -> None:
    """Give a widget's words a colour."""
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), colour)
    widget.setPalette(palette)


class Label(QLabel):
    """Words in the font of a role and the colour of a token. Text is text, never mark-up."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: Role = "body",
        token: Token = "text",
        bold: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme, self._bold = theme, bold
        self._role: Role = role
        self._token: Token = token
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._style)
        self._style()

    def set_token(self, token: Token) -> None:
        """Change the colour."""
        self._token = token
        self._style()

    def set_bold(self, bold: bool | None) -> None:
        """Change the weight; None is that of the role."""
        self._bold = bold
        self._style()

    def _style(self) -> None:
        self.setFont(self._theme.font(self._role, self._bold))
        ink(self, self._theme.colour(self._token))


class Heading(Label):
    """A heading."""

    def __init__(self, theme: Theme, text: str = "", role: Role = "subtitle", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, role, "text", parent=parent)


class Small(Label):
    """Secondary words: meta, units, hints."""

    def __init__(self, theme: Theme, text: str = "", token: Token = "second", parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "small", token, parent=parent)


class ElidedLabel(Label):
    """One line that elides when there is no room; the whole is in the tool tip."""

    def __init__(
        self,
        theme: Theme,
        role: Role = "body",
        token: Token = "text",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", role, token, parent=parent)
        self._full, self._mode = "", mode
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_text(self, text: str) -> None:
        """Show a text."""
        self._full = text
        self.setAccessibleName(text)
        self._elide()
        self.updateGeometry()

    def full_text(self) -> str:
        """The whole text."""
        return self._full

    def sizeHint(self) -> QSize:
        """As wide as the whole text."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._full) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """A few characters."""
        metrics = QFontMetrics(self.font())
        return QSize(min(self.sizeHint().width(), metrics.horizontalAdvance("一二三…")), metrics.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the text anew."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Another font needs another room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_mode"):
            self._elide()
            self.updateGeometry()

    def _elide(self) -> None:
        shown = QFontMetrics(self.font()).elidedText(self._full, self._mode, self.width())
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class Link(QAbstractButton):
    """Accent words that do something; underlined under the mouse and in focus by key."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setText(text)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._style)
        self._style()

    def sizeHint(self) -> QSize:
        """The words, and 28 px to hit."""
        metrics = QFontMetrics(self.font())
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(words.width(), max(words.height(), self._theme.size("button_small")))

    def enterEvent(self, event: QEnterEvent) -> None:
        """Underline."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Plain again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words."""
        del event
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() and self.isEnabled())
        painter.setFont(font)
        token: Token = "disabled" if not self.isEnabled() else "accent_hover" if self.underMouse() else "accent"
        painter.setPen(self._theme.colour(token))
        flags = Qt.AlignmentFlag.AlignVCenter.value | Qt.TextFlag.TextShowMnemonic.value
        painter.drawText(self.rect(), flags, self.text())

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.update()
