"""The looks at work: colours, fonts and sizes for the chosen scheme and zoom.

A widget takes the theme in its constructor, reads it in one method, connects `changed` to that method and calls it
once. Connect bound methods only: a lambda would outlive its widget.
"""

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

from ui.palettes import make_palette, tokens_of_palette
from ui.tokens import DARK, LIGHT, SIZES, TYPE, ZOOMS, Role, Size, Token

_POINTS = 72
_USUAL_DPI = 96.0
# The middle of a Han character above the base line, in ems.
_HAN_MIDDLE = 0.38


class Scheme(StrEnum):
    """Which colours."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, fonts and sizes.

    Signals:
        changed(): read everything again.
    """

    changed = Signal()

    def __init__(
        self, family: str, scheme: Scheme = Scheme.SYSTEM, zoom: float = 1.0, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._family, self._scheme, self._zoom = family, scheme, _allowed(zoom)
        self._system_dark = False
        self._contrast: QPalette | None = None
        self._colours: Mapping[Token, QColor] = {}
        self._fonts: dict[tuple[Role, bool], QFont] = {}
        self._read()

    @property
    def scheme(self) -> Scheme:
        """The scheme that was chosen."""
        return self._scheme

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return self._zoom

    @property
    def dark(self) -> bool:
        """Whether light text stands on dark ground."""
        return self.colour("window").lightnessF() < self.colour("text").lightnessF()

    @property
    def high_contrast(self) -> bool:
        """Whether the system's own high-contrast colours are used."""
        return self._contrast is not None

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose a scheme."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._read()
            self.changed.emit()

    def set_zoom(self, zoom: float) -> None:
        """Choose a zoom; beyond 80–200 % the nearest allowed one."""
        if _allowed(zoom) != self._zoom:
            self._zoom = _allowed(zoom)
            self._read()
            self.changed.emit()

    def zoom_by(self, steps: int) -> None:
        """Zoom by steps of 10 %."""
        self.set_zoom(round(self._zoom * 10 + steps) / 10)

    def set_system(self, *, dark: bool, contrast: QPalette | None = None) -> None:
        """What the desktop wants: dark or light, and its palette when that is one of high contrast."""
        if (dark, contrast) != (self._system_dark, self._contrast):
            self._system_dark, self._contrast = dark, contrast
            self._read()
            self.changed.emit()

    def colour(self, token: Token) -> QColor:
        """A colour of the current scheme."""
        return QColor(self._colours[token])

    def paper_tint(self) -> QColor:
        """The tint of what is current on paper, which is white in both schemes."""
        return QColor(LIGHT["accent_tint"])

    def font(self, role: Role = "body", bold: bool | None = None) -> QFont:
        """The font of a role; `bold` overrides its weight."""
        key = (role, TYPE[role].bold if bold is None else bold)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(*key)
        return QFont(self._fonts[key])

    def line(self, role: Role = "body") -> int:
        """The line height of a role."""
        return self.px(TYPE[role].line)

    def drop(self, role: Role = "body") -> int:
        """How far below the middle of their line Han characters stand: icons beside them go down by as much."""
        metrics = QFontMetricsF(self.font(role))
        middle = metrics.ascent() - _HAN_MIDDLE * TYPE[role].pixels * self._zoom
        return max(0, round(middle - metrics.height() / 2))

    def px(self, pixels: float) -> int:
        """A length of the design at the current zoom; what is there never vanishes."""
        return max(1, round(pixels * self._zoom)) if pixels > 0 else round(pixels * self._zoom)

    def size(self, name: Size) -> int:
        """A length of the table at the current zoom."""
        return self.px(SIZES[name])

    def palette(self) -> QPalette:
        """The palette of the current scheme; the system's own in high contrast."""
        return QPalette(self._contrast) if self._contrast else make_palette(self._colours)

    def _read(self) -> None:
        self._fonts.clear()
        if self._contrast is not None:
            self._colours = tokens_of_palette(self._contrast)
            return
        dark = self._scheme is Scheme.DARK or (self._scheme is Scheme.SYSTEM and self._system_dark)
        self._colours = {token: QColor(value) for token, value in (DARK if dark else LIGHT).items()}

    def _make_font(self, role: Role, bold: bool) -> QFont:
        screen = QGuiApplication.primaryScreen() if QGuiApplication.instance() else None
        dpi = screen.logicalDotsPerInchY() if screen else _USUAL_DPI
        font = QFont(self._family)
        # In points, because pixels are whole numbers in QFont and 10 pt are 13⅓ px.
        font.setPointSizeF(TYPE[role].pixels * self._zoom * _POINTS / dpi)
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font


def _allowed(zoom: float) -> float:
    low, high = ZOOMS
    return max(low, min(high, zoom))
