"""What the window's tests share: the looks."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from resources import resource
from ui.fonts import interface_family
from ui.garbage import GarbageCollector
from ui.icons import Icons
from ui.style import dress
from ui.theme import Scheme, Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 %, worn by the application; a test that changes it puts it back."""
    made = Theme(interface_family(resource("fonts", "NotoSansSC-Regular.ttf")), Scheme.LIGHT)
    dress(qapp, made)
    return made


@pytest.fixture(scope="session")
def icons(theme: Theme) -> Icons:
    """The icons of the theme."""
    return Icons(theme)


@pytest.fixture(scope="session", autouse=True)
def _garbage_on_this_thread_only(qapp: QApplication) -> Iterator[None]:
    """As in the program: no worker may destroy what is Qt's."""
    collector = GarbageCollector(qapp)
    yield
    collector.end()


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """What Python put on the clipboard may not outlive it: the offscreen platform would destroy it too late."""
    yield
    qapp.clipboard().clear()
