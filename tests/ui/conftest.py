"""What the window's tests share: theme, icons, typing as an input method does."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from resources import resource
from ui.fonts import interface_family
from ui.icons import Icons
from ui.style import dress
from ui.theme import Scheme, Theme

Compose = Callable[[QWidget, str, str], None]


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme, worn by the application; a test that changes it puts it back."""
    made = Theme(interface_family(resource("fonts", "NotoSansSC-Regular.ttf")), Scheme.LIGHT)
    dress(qapp, made)
    return made


@pytest.fixture(scope="session")
def icons(theme: Theme) -> Icons:
    """The icons of the theme."""
    return Icons(theme)


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """Send what an input method sends: letters being composed, then the text."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def type_chinese(widget: QWidget, text: str) -> None:
    """Compose and commit a text."""
    compose(widget, "pinyin")
    compose(widget, "", text)


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


@pytest.fixture
def no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """A widget shown before it has a parent flashes up as a window of its own: none may have got a parent since."""
    shown = _Shown()
    qapp.installEventFilter(shown)
    yield
    qapp.removeEventFilter(shown)
    strays = [type(one).__name__ for one in shown.windows if isValid(one) and not one.isWindow()]
    assert not strays
