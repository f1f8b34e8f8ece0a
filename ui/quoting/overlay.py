"""A card that lies over the window beside a place of the text.

It is a child of the window, not a window of its own: the input method stays with it, and no window manager places it.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.parts.frames import Card
from ui.theme import Theme

_GAP = 4
"""Pixels at 100 % between the place and the card."""


class Overlay(Card):
    """A card beside a place of `beside`. Esc, a click or a key elsewhere, another page or size of the window ends it.

    Signals:
        ended(): it is closed; the focus is back in the text when it had it.
    """

    ended = Signal()

    def __init__(self, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, parent=beside.window())
        self._theme, self._beside = theme, beside
        self._done = False

    def place(self, rect: QRect) -> None:
        """Stand below a rectangle of `beside`, above it where there is no room, always within the window."""
        self.adjustSize()
        window, gap = self.window(), self._theme.px(_GAP)
        origin = self._beside.mapTo(window, rect.topLeft())
        top = origin.y() + rect.height() + gap
        if top + self.height() > window.height() and origin.y() - gap - self.height() >= 0:
            top = origin.y() - gap - self.height()
        left = max(0, min(origin.x(), window.width() - self.width()))
        self.move(QPoint(left, max(0, min(top, window.height() - self.height()))))
        self.show()
        self.raise_()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def end(self) -> None:
        """Close, and give the focus back."""
        if self._done:
            return
        self._done = True
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if had_focus:
            self._beside.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What happens elsewhere in the window ends it; the event goes on."""
        gone = watched is self._beside and event.type() == QEvent.Type.Hide
        if not self._done and (gone or (watched is self.window() and event.type() == QEvent.Type.Resize)):
            self.end()
        elif event.type() in _ENDING and isinstance(watched, QWidget) and not self._done:
            outside = watched is not self and not self.isAncestorOf(watched)
            same_window = watched.window() is self.window()
            if outside and same_window and not (event.type() == QEvent.Type.Wheel and watched is self.window()):
                self.end()
        return False


_ENDING = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    QEvent.Type.Wheel,
    QEvent.Type.WindowDeactivate,
)
