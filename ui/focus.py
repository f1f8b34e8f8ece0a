"""The ring around the button that has the focus: outside of it, and only when the focus came by a key."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QFocusFrame,
    QWidget,
)

from ui.painting.buttons import Kind
from ui.painting.options import KIND, text_property


class FocusRing(QObject):
    """Moves one ring to the button in focus.

    A style cannot paint outside a widget, so the ring is Qt's focus frame, which lies above its neighbours.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._follow)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key shows the ring on the button in focus, a click takes it away."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            self._show_on(None)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            watched.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
            self._show_on(self._app.focusWidget())
        return False

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        for widget in (old, new):
            # Text edits repaint their text but not their frame.
            if isinstance(widget, QAbstractScrollArea):
                QWidget.update(widget)  # an item view hides update() behind its own
        by_key = new is not None and new.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self._show_on(new if by_key else None)

    def _show_on(self, widget: QWidget | None) -> None:
        wanted = widget if isinstance(widget, QAbstractButton) and _is_ringed(widget) else None
        if wanted is None:
            self._hide()
            return
        if self._frame is None:
            self._frame = QFocusFrame()
            self._frame.destroyed.connect(self._forget)
        self._frame.setWidget(wanted)

    def _hide(self) -> None:
        if self._frame is not None:
            self._frame.setWidget(None)  # type: ignore[arg-type]

    def _forget(self) -> None:
        self._frame = None


def _is_ringed(button: QWidget) -> bool:
    """Segments have their ring inside, for they touch each other."""
    return text_property(button, KIND) != Kind.SEGMENT and bool(button.focusPolicy() & Qt.FocusPolicy.TabFocus)
