"""F6: the focus goes round outline, text, side panel and status line, in each to where it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Region = tuple[QWidget, Callable[[], QWidget | None]]
"""A region of the window, and what takes its focus the first time."""


def go_round(regions: Sequence[Region], step: int) -> None:
    """Go to the next region (1) or the one before (-1) that is to be seen; from elsewhere to the first."""
    seen = [one for one in regions if one[0].isVisible()]
    if not seen:
        return
    focus = QApplication.focusWidget()
    here = next((place for place, (root, _target) in enumerate(seen) if _holds(root, focus)), None)
    root, target = seen[0 if here is None else (here + step) % len(seen)]
    (last_focus(root) or target() or root).setFocus(Qt.FocusReason.ShortcutFocusReason)


def last_focus(root: QWidget) -> QWidget | None:
    """What had the focus last within a widget, if it is to be seen."""
    last = root.focusWidget()
    return last if last is not None and last.isVisible() and _holds(root, last) else None


def first_stop(root: QWidget) -> QWidget | None:
    """What takes the focus where nothing had it: the first stop of the Tab key; the proxy if there is one."""
    proxy = root.focusProxy()
    stops = (one for one in root.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & _TAB)
    return proxy or next(stops, None)


def _holds(root: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (root is widget or root.isAncestorOf(widget))


_TAB = Qt.FocusPolicy.TabFocus
