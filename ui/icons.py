"""Icons by name, tinted when they are painted: any size, any pixel ratio, always in the colours of the theme."""

from PySide6.QtCore import QByteArray, QLibraryInfo, QPoint, QRect, QRectF, QSize, Qt, QVersionNumber
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource
from ui.theme import Theme
from ui.tokens import Token

_TINT = b"currentColor"
# Before Qt 6.8 icon engines were asked for sizes that had been multiplied by the ratio.
_SCALED_BEFORE = QLibraryInfo.version() < QVersionNumber(6, 8)
_Key = tuple[str, str, int, int]


class Icons:
    """The icons of resources/icons. A name without a file is a fault of the program and raises at once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._sources: dict[str, bytes] = {}
        self._pixmaps: dict[_Key, QPixmap] = {}

    def icon(self, name: str, token: Token = "text", checked: Token | None = None) -> QIcon:
        """An icon that follows the theme; disabled it takes the token of disabled things, checked another one.

        "" is no icon.
        """
        if not name:
            return QIcon()
        self._source(name)
        return QIcon(_Engine(self, name, token, checked or token))

    def pixmap(self, name: str, token: Token = "text", size: int | None = None, ratio: float | None = None) -> QPixmap:
        """An icon for a label, in the theme's colours of now. Sizes are pixels as Theme.size gives them."""
        if not name:
            return QPixmap()
        app = QGuiApplication.instance()
        most = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
        return self.tinted(name, self._theme.colour(token), size or self._theme.size("icon"), ratio or most)

    def tinted(self, name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
        """An icon in any colour; each is drawn once."""
        pixels = max(1, round(size * ratio))
        key = (name, colour.name(QColor.NameFormat.HexArgb), pixels, round(ratio * 100))
        if key not in self._pixmaps:
            pixmap = _render(self._source(name).replace(_TINT, colour.name().encode()), pixels)
            pixmap.setDevicePixelRatio(ratio)
            self._pixmaps[key] = pixmap
        return self._pixmaps[key]

    def _source(self, name: str) -> bytes:
        if name not in self._sources:
            self._sources[name] = resource("icons", f"{name}.svg").read_bytes()
        return self._sources[name]

    def paint(self, painter: QPainter, rect: QRect, name: str, colour: QColor) -> None:
        """Paint an icon into the middle of a rectangle."""
        if not name:
            return
        device = painter.device()
        size = min(rect.width(), rect.height())
        pixmap = self.tinted(name, colour, size, device.devicePixelRatioF() if device else 1.0)
        left, top = (rect.width() - size) // 2, (rect.height() - size) // 2
        painter.drawPixmap(rect.topLeft() + QPoint(left, top), pixmap)

    def colour(self, token: Token, other: Token, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        """The tint of a mode and state."""
        if mode == QIcon.Mode.Disabled:
            return self._theme.colour("disabled")
        return self._theme.colour(other if state == QIcon.State.On else token)


def logo() -> QIcon:
    """The icon of the program itself; it has colours of its own."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(_render(resource("icons", "logo.svg").read_bytes(), size))
    return icon


class _Engine(QIconEngine):
    """Paints an icon of the set with the theme's colour of the moment.

    There is no clone(): PySide would free the copy under Qt's hands. Only adding pixmaps to an icon asks for one.
    """

    def __init__(self, icons: Icons, name: str, token: Token, checked: Token) -> None:
        super().__init__()
        self._icons, self._name = icons, name
        self._token: Token = token
        self._checked: Token = checked

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint into a rectangle."""
        colour = self._icons.colour(self._token, self._checked, mode, state)
        self._icons.paint(painter, rect, self._name, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon at a size."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon at a size and pixel ratio."""
        colour = self._icons.colour(self._token, self._checked, mode, state)
        side = min(size.width(), size.height())
        return self._icons.tinted(self._name, colour, round(side / scale) if _SCALED_BEFORE else side, scale)

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        """The square that fits."""
        del mode, state
        side = min(size.width(), size.height())
        return QSize(side, side)

    def isNull(self) -> bool:
        """Never: the file was found."""
        return False


def _render(source: bytes, pixels: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return pixmap
