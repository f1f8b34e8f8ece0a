"""What the desktop wants: a dark or a light scheme, high contrast; now, and when the user changes it."""

import sys

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from ui.theme import Theme

_HIGH_CONTRAST_ON = 0x1
_GET_HIGH_CONTRAST = 0x42


class _SystemLooks(QObject):
    """Keeps a theme in step with the desktop."""

    def __init__(self, theme: Theme, app: QApplication) -> None:
        super().__init__(theme)
        self._theme, self._app = theme, app
        app.styleHints().colorSchemeChanged.connect(self.read)

    def read(self, _scheme: Qt.ColorScheme | None = None) -> None:
        """Ask the desktop."""
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._theme.set_system(dark=dark, contrast=self._contrast())

    def _contrast(self) -> QPalette | None:
        if not wants_contrast(self._app):
            return None
        # An empty palette on the application brings the desktop's own back.
        self._app.setPalette(QPalette())
        return QPalette(self._app.palette())


def follow_system(theme: Theme, app: QApplication) -> None:
    """Show what the desktop wants, now and whenever it changes."""
    _SystemLooks(theme, app).read()


def wants_contrast(app: QApplication) -> bool:
    """Whether the desktop is set to high contrast: asked of Qt from 6.10, of Windows itself before."""
    accessibility = getattr(app.styleHints(), "accessibility", None)
    if accessibility is not None:
        preference = accessibility().contrastPreference()
        return preference.name == "HighContrast"
    return sys.platform == "win32" and _windows_contrast()


def _windows_contrast() -> bool:
    import ctypes
    from ctypes import wintypes

    class HighContrast(ctypes.Structure):
        _fields_ = (("size", wintypes.UINT), ("flags", wintypes.DWORD), ("scheme", wintypes.LPWSTR))

    answer = HighContrast(size=ctypes.sizeof(HighContrast))
    library = getattr(ctypes, "windll")  # noqa: B009 - only Windows has it, and type checkers know
    asked = library.user32.SystemParametersInfoW(_GET_HIGH_CONTRAST, answer.size, ctypes.byref(answer), 0)
    return bool(asked) and bool(answer.flags & _HIGH_CONTRAST_ON)
