"""What the window's tests share: theme, icons, typing as an input method does."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources import resource
from ui.fonts import interface_family
from ui.icons import Icons
from ui.style import dress
from ui.theme import Scheme, Theme

Compose = Callable[[QWidget, str, str], None]


@pytest.fixture
def theme(qtbot: QtBot, qapp: QApplication) -> Theme:
    """The light theme, worn by the application."""
    del qtbot
    made = Theme(interface_family(resource("fonts", "NotoSansSC-Regular.ttf")), Scheme.LIGHT)
    dress(qapp, made)
    return made


@pytest.fixture
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
