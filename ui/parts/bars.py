"""Bars under the head of the window: solid red until it is mended, green for six seconds, amber until it is closed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import BarButton, PlainButton, StrongBarButton, ToolButton
from ui.parts.labels import Label, Link
from ui.theme import Theme
from ui.tokens import Token

_LASTS = 6000


class BarKind(StrEnum):
    """What a bar tells."""

    ERROR = "error"
    NOTICE = "notice"
    SUCCESS = "success"
    REMARK = "remark"


_LOOKS: dict[BarKind, tuple[str, Token, Token, Token]] = {
    BarKind.ERROR: ("unsaved", "on_primary", "red_bar", "on_primary"),
    BarKind.NOTICE: ("should", "amber", "amber_tint", "text"),
    BarKind.SUCCESS: ("done", "green", "green_tint", "text"),
    BarKind.REMARK: ("info", "hint", "hint_tint", "text"),
}
"""Icon, its colour, ground, colour of the words."""


@dataclass(frozen=True, slots=True)
class BarAction:
    """Something to do about it. `strong` fills its button on an error bar."""

    text: str
    act: Callable[[], None]
    strong: bool = False


class Bar(QWidget):
    """A sentence over the whole width, a second line, and what can be done.

    A success and a remark go after six seconds, but not while the mouse or the focus is on it. A notice can be closed.
    An error goes only when its owner removes it.

    Signals:
        closed(): it is to be taken away.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        kind: BarKind,
        sentence: str,
        second: str = "",
        actions: Sequence[BarAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self.kind = theme, icons, kind
        words: Token = _LOOKS[kind][3]
        self._icon = QLabel()
        self.sentence = Label(theme, sentence, token=words, bold=kind is BarKind.ERROR)
        self.sentence.setWordWrap(True)
        self.second = Label(theme, second, "small", words)
        self.second.setWordWrap(True)
        if not second:
            self.second.hide()
        self.buttons = [self._button(action) for action in actions]
        if kind is BarKind.NOTICE:
            self.buttons.append(self._close_button())
        self._arrange()
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(second)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.end_waiting)
        theme.changed.connect(self._style)
        self._style()
        self._wait()

    def show_words(self, sentence: str, second: str = "") -> None:
        """Say something else in the same bar."""
        self.sentence.setText(sentence)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(second)
        self._style()
        self._wait()

    def is_busy(self) -> bool:
        """Whether somebody is about to use it: the mouse or the focus is on it."""
        focus = QApplication.focusWidget()
        return self.underMouse() or (focus is not None and self.isAncestorOf(focus))

    def remaining_time(self) -> int:
        """Milliseconds until it goes by itself; -1 while it does not."""
        return self._timer.remainingTime()

    def end_waiting(self) -> None:
        """Go now, unless somebody is about to use it: then wait as long again."""
        if self.is_busy():
            self._wait()
        else:
            self.closed.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay under the mouse."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Six seconds more."""
        super().leaveEvent(event)
        self._wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what may be closed."""
        if event.key() == Qt.Key.Key_Escape and self.kind is not BarKind.ERROR:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground; a tinted one has a bar of its colour at the left."""
        painter, theme = QPainter(self), self._theme
        _name, mark, ground, _words = _LOOKS[self.kind]
        painter.fillRect(event.rect(), theme.colour(ground))
        if self.kind is not BarKind.ERROR:
            painter.fillRect(0, 0, theme.size("current"), self.height(), theme.colour(mark))

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.sentence)
        words.addWidget(self.second)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(words, 1)
        for button in self.buttons:
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def _button(self, action: BarAction) -> QWidget:
        if self.kind is BarKind.ERROR:
            made: PlainButton = (StrongBarButton if action.strong else BarButton)(self._theme, action.text)
            made.clicked.connect(action.act)
            return made
        link = Link(self._theme, action.text)
        link.clicked.connect(action.act)
        return link

    def _close_button(self) -> QWidget:
        button = ToolButton(self._theme, self._icons, "close")
        button.set_small(True)
        button.setToolTip(_("收起"))
        button.setAccessibleName(_("收起"))
        button.clicked.connect(self.closed)
        return button

    def _wait(self) -> None:
        if self.kind in (BarKind.SUCCESS, BarKind.REMARK):
            self._timer.start(_LASTS)

    def _style(self) -> None:
        theme = self._theme
        name, mark, _ground, _words = _LOOKS[self.kind]
        two = bool(self.second.text())
        self._icon.setPixmap(self._icons.pixmap(name, mark, theme.size("icon_large" if two else "icon")))
        self._row.setContentsMargins(
            theme.size("gap_16"), theme.size("gap_4"), theme.size("gap_16"), theme.size("gap_4")
        )
        self._icon.setContentsMargins(0, 0 if two else theme.drop(), 0, 0)
        self._row.setSpacing(theme.size("gap_12"))
        self.setMinimumHeight(theme.size("bar_tall" if two else "bar"))
        for button in self.buttons:
            if isinstance(button, QPushButton) and isinstance(button, PlainButton):
                button.set_small(not two)


class BarStack(QWidget):
    """The bars of a window, one below the other, each under a key of its owner.

    Signals:
        grown(int): by how much the stack is higher now; the page scrolls by as much, so that the cursor's line stays.
    """

    grown = Signal(int)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self._bars: dict[str, Bar] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setVisible(False)

    def bar(self, key: str) -> Bar | None:
        """The bar of a key."""
        return self._bars.get(key)

    def show_bar(
        self, key: str, kind: BarKind, sentence: str, second: str = "", actions: Sequence[BarAction] = ()
    ) -> Bar:
        """Show a bar in place of the one that has the key. The same error again keeps its bar, and the focus in it."""
        old = self._bars.get(key)
        if old is not None and old.kind is kind is BarKind.ERROR:
            old.show_words(sentence, second)
            return old
        before = self._height()
        if old is not None:
            self._take(key)
        bar = Bar(self._theme, self._icons, kind, sentence, second, actions)
        bar.closed.connect(self._close)
        self._bars[key] = bar
        self._layout.insertWidget(0 if kind is BarKind.ERROR else self._layout.count(), bar)
        self.setVisible(True)
        self._tell(before)
        return bar

    def remove(self, key: str) -> None:
        """Take a bar away."""
        if key in self._bars:
            before = self._height()
            self._take(key)
            self.setVisible(bool(self._bars))
            self._tell(before)

    def _close(self) -> None:
        sender = self.sender()
        for key, bar in list(self._bars.items()):
            if bar is sender:
                self.remove(key)

    def _take(self, key: str) -> None:
        bar = self._bars.pop(key)
        self._layout.removeWidget(bar)
        bar.hide()
        bar.deleteLater()

    def _height(self) -> int:
        over = self.parentWidget()
        width = over.width() if over is not None else self.width()
        return sum(max(bar.minimumHeight(), bar.heightForWidth(width)) for bar in self._bars.values())

    def _tell(self, before: int) -> None:
        self.updateGeometry()
        if self._height() != before:
            self.grown.emit(self._height() - before)
