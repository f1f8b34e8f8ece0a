"""Buttons: plain, primary, tools, split, segments."""

from collections.abc import Hashable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from ui.icons import Icons
from ui.painting import shapes
from ui.painting.buttons import Kind, set_kind
from ui.painting.options import PLACE, SMALL
from ui.theme import Theme
from ui.tokens import Token


class PlainButton(QPushButton):
    """A button with an edge. Its words say what comes of it."""

    kind = Kind.PLAIN
    token: Token = "text"

    def __init__(
        self, theme: Theme, text: str, icons: Icons | None = None, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        set_kind(self, self.kind)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icons is not None and icon:
            self.setIcon(icons.icon(icon, self.token, "accent" if self.kind is Kind.PLAIN else None))
        theme.changed.connect(self._style)
        self._style()

    def set_small(self, small: bool) -> None:
        """28 px high, for tables and findings."""
        self.setProperty(SMALL, small)
        self.updateGeometry()

    def _style(self) -> None:
        side = self._theme.size("icon")
        self.setIconSize(QSize(side, side))
        self.setFont(self._theme.font("body", bold=self.kind is Kind.PRIMARY))
        self.updateGeometry()


class PrimaryButton(PlainButton):
    """The one thing most wanted here; at most one in a view."""

    kind = Kind.PRIMARY
    token: Token = "on_primary"


class BarButton(PlainButton):
    """A button on a solid bar."""

    kind = Kind.ON_BAR
    token: Token = "on_primary"


class StrongBarButton(PlainButton):
    """The button most wanted on a solid bar."""

    kind = Kind.ON_BAR_STRONG
    token: Token = "red_bar"

    def _style(self) -> None:
        super()._style()
        self.setFont(self._theme.font("body", bold=True))


class ToolButton(QToolButton):
    """A tool without an edge: an icon, words, or both. Without words it needs a tool tip and an accessible name."""

    def __init__(self, theme: Theme, icons: Icons, icon: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_kind(self, Kind.TOOL)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._has_icon = bool(icon)
        if icon:
            self.setIcon(icons.icon(icon, "text", "accent"))
        self.setText(text)
        self.show_text(bool(text))
        if text:
            self.setAccessibleName(text)
        theme.changed.connect(self._style)
        self._style()

    def show_text(self, shown: bool) -> None:
        """Show or fold the words; folded they stay name and tool tip."""
        style = Qt.ToolButtonStyle
        both = style.ToolButtonTextBesideIcon if self._has_icon else style.ToolButtonTextOnly
        self.setToolButtonStyle(both if shown else style.ToolButtonIconOnly)
        if not shown and self.text() and not self.toolTip():
            self.setToolTip(self.text())

    def set_small(self, small: bool) -> None:
        """28 px high, for tables and findings."""
        self.setProperty(SMALL, small)
        self.updateGeometry()

    def _style(self) -> None:
        side = self._theme.size("icon")
        self.setIconSize(QSize(side, side))
        self.setFont(self._theme.font("body"))
        self.updateGeometry()


class SplitButton(QToolButton):
    """The primary button with a menu of other ways beside it."""

    def __init__(self, theme: Theme, icons: Icons, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        set_kind(self, Kind.PRIMARY)
        self.setIcon(icons.icon(icon, "on_primary"))
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._style)
        self._style()

    def _style(self) -> None:
        side = self._theme.size("icon")
        self.setIconSize(QSize(side, side))
        self.setFont(self._theme.font("body", bold=True))
        self.updateGeometry()


class SegmentedButtons(QWidget):
    """One of a few, side by side.

    Signals:
        chosen(object): the key that was clicked.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, labels: Mapping[Hashable, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: dict[Hashable, QToolButton] = {}
        self._row = QHBoxLayout(self)
        for key, label in labels.items():
            self._add(key, label, _place(len(self._buttons), len(labels)))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._style)
        self._style()

    @property
    def choice(self) -> Hashable:
        """The key that is chosen, None for none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), None)

    def choose(self, key: Hashable) -> None:
        """Choose without telling it as a click; a key that is not there chooses none."""
        self._group.setExclusive(False)
        for one, button in self._buttons.items():
            button.setChecked(one == key)
        self._group.setExclusive(True)
        self._style()

    def rename(self, labels: Mapping[Hashable, str]) -> None:
        """Give the segments other words."""
        for key, label in labels.items():
            self._buttons[key].setText(label)
            self._buttons[key].setAccessibleName(label)

    def set_icon(self, key: Hashable, icon: QIcon) -> None:
        """Put an icon before the words."""
        self._buttons[key].setIcon(icon)
        self._buttons[key].setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def button(self, key: Hashable) -> QToolButton:
        """The button of a key, for its tool tip."""
        return self._buttons[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The common edge, and lines between segments."""
        del event
        painter, theme = QPainter(self), self._theme
        edge = theme.size("edge")
        line = theme.colour("control" if self.isEnabled() else "line")
        shapes.box(painter, self.rect(), theme.size("radius"), theme.colour("surface"), line, edge)
        for button in list(self._buttons.values())[1:]:
            painter.fillRect(button.x() - edge, edge, edge, self.height() - 2 * edge, theme.colour("line"))

    def _add(self, key: Hashable, label: str, place: str) -> None:
        button = QToolButton()
        set_kind(button, Kind.SEGMENT)
        button.setProperty(PLACE, place)
        button.setText(label)
        button.setAccessibleName(label)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._tell)
        button.toggled.connect(self._style)
        self._group.addButton(button)
        self._buttons[key] = button
        self._row.addWidget(button)

    def _tell(self) -> None:
        self.chosen.emit(self.choice)

    def _style(self, _checked: bool = False) -> None:
        theme = self._theme
        edge, side = theme.size("edge"), theme.size("icon")
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._row.setSpacing(edge)
        for button in self._buttons.values():
            button.setIconSize(QSize(side, side))
            button.setFont(theme.font("body", bold=button.isChecked()))
            button.setMinimumWidth(_bold_width(button, theme))


def _place(number: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if number == 0 else "last" if number == count - 1 else "middle"


def _bold_width(button: QToolButton, theme: Theme) -> int:
    """Wide enough for its words in bold, so that nothing moves when the choice does."""
    words = QFontMetrics(theme.font("body", bold=True)).horizontalAdvance(button.text())
    icon = 0 if button.icon().isNull() else theme.size("icon") + theme.size("gap_6")
    return words + icon + 2 * theme.px(11)
