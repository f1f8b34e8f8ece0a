"""States: a shape, a word and a colour, always all three. Chips: a word on a tint."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from resources.i18n import N_, _
from ui.icons import Icons
from ui.painting import shapes
from ui.parts.labels import Label
from ui.theme import Theme
from ui.tokens import Token

Tone = Literal["neutral", "accent", "green", "amber", "red"]


class Mark(StrEnum):
    """The states that have a mark."""

    EMPTY = "empty"
    BEGUN = "begun"
    DONE = "done"
    BLOCK = "block"
    SHOULD = "should"
    HINT = "hint"
    UNSAVED = "unsaved"
    SAVING = "saving"


MARKS: Final[Mapping[Mark, tuple[str, Token, str]]] = MappingProxyType(
    {
        Mark.EMPTY: ("empty", "second", N_("空")),
        Mark.BEGUN: ("begun", "second", N_("在写")),
        Mark.DONE: ("done", "green", N_("完成")),
        Mark.BLOCK: ("block", "red", N_("阻断")),
        Mark.SHOULD: ("should", "amber", N_("应改")),
        Mark.HINT: ("hint", "hint", N_("建议")),
        Mark.UNSAVED: ("unsaved", "red", N_("没存上")),
        Mark.SAVING: ("rename", "second", N_("正在保存…")),
    }
)
"""Icon, colour and word of each."""
_TONES: Final[Mapping[str, tuple[Token, Token]]] = MappingProxyType(
    {
        "neutral": ("hint", "hint_tint"),
        "accent": ("accent", "accent_tint"),
        "green": ("green", "green_tint"),
        "amber": ("amber", "amber_tint"),
        "red": ("red", "red_tint"),
    }
)


class StateMark(QWidget):
    """An icon with its word."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._name = ""
        self._colour: Token = "second"
        self._icon = QLabel()
        self._label = Label(theme, role="body")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        theme.changed.connect(self._style)
        self._style()

    def show_state(self, icon: str, token: Token, text: str, strong: bool = False) -> None:
        """Show any state; `strong` sets the word in bold and in the icon's colour."""
        self._name, self._colour = icon, token
        self._label.setText(text)
        self._label.set_bold(strong or None)
        self._label.set_token(token)
        self.setAccessibleName(text)
        self._style()

    def show_mark(self, mark: Mark, word: str | None = None) -> None:
        """Show one of the marks, with its own word or another; the word in the colour of text."""
        icon, token, usual = MARKS[mark]
        self.show_state(icon, token, _(usual) if word is None else word)
        self._label.set_token("text")

    @property
    def text(self) -> str:
        """The word."""
        return self._label.text()

    def _style(self) -> None:
        self._icon.setVisible(bool(self._name))
        self._icon.setContentsMargins(0, self._theme.drop(), 0, 0)
        self._icon.setPixmap(self._icons.pixmap(self._name, self._colour))
        self._row.setSpacing(self._theme.size("gap_6"))


class Chip(QWidget):
    """A word on a tint."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        tone: Tone | str = "neutral",
        parent: QWidget | None = None,
        icons: Icons | None = None,
        icon: str = "",
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._icon = theme, icons, icon
        self._text, self._tone = text, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._style)
        self.show_chip(text, tone)

    def show_chip(self, text: str, tone: Tone | str = "neutral") -> None:
        """Show another word or tone."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self._style()

    @property
    def text(self) -> str:
        """The word."""
        return self._text

    def sizeHint(self) -> QSize:
        """The word with 9 px at each side."""
        theme, metrics = self._theme, QFontMetrics(self.font())
        icon = theme.size("icon") + theme.size("gap_4") if self._icon else 0
        width = metrics.horizontalAdvance(self._text) + icon + 2 * theme.size("chip_side")
        return QSize(width, max(theme.size("chip"), metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, icon, word."""
        del event
        painter, theme = QPainter(self), self._theme
        ink, ground = _TONES[self._tone]
        shapes.fill(painter, self.rect(), theme.size("radius_chip"), theme.colour(ground))
        side = theme.size("chip_side")
        area = self.rect().adjusted(side, 0, -side, 0)
        if self._icon and self._icons:
            side = theme.size("icon")
            icon = QRect(area.left(), area.top(), side, area.height())
            self._icons.paint(painter, icon, self._icon, theme.colour(ink))
            area.setLeft(area.left() + side + theme.size("gap_4"))
        painter.setPen(theme.colour(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._text)

    def _style(self) -> None:
        self.setFont(self._theme.font("body", bold=self._tone == "accent"))
        self.updateGeometry()
        self.update()
