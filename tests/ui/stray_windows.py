"""Find widgets that flash up as windows of their own because they are shown before they have a parent."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class _Shown(QObject):
    """Remembers which widgets were shown as windows."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[QWidget] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a window that is shown."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(watched)
        return False


@contextmanager
def no_stray_windows(app: QApplication) -> Iterator[None]:
    """Fail when a widget that was shown as a window has got a parent since. Slow: it sees every event."""
    shown = _Shown()
    app.installEventFilter(shown)
    yield
    app.removeEventFilter(shown)
    assert not [type(one).__name__ for one in shown.windows if isValid(one) and not one.isWindow()]
