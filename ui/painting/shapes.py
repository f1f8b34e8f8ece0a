"""Rounded rectangles, rings, lines and chevrons that are crisp at any pixel ratio."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import floor

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Antialiasing, and the painter as it was afterwards."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def ratio_of(painter: QPainter) -> float:
    """Device pixels in a logical one."""
    device = painter.device()
    return device.devicePixelRatioF() if device else 1.0


def snapped(painter: QPainter, rect: QRect | QRectF) -> QRectF:
    """The rectangle moved onto whole device pixels, so that edges are not blurred at 125 %."""
    transform = painter.deviceTransform()
    there = transform.mapRect(QRectF(rect))
    # Halves go up, as in the region to which Qt clips a widget; round() would take them to the even pixel.
    left, top, right, bottom = (
        floor(value + 0.5) for value in (there.left(), there.top(), there.right(), there.bottom())
    )
    back, possible = transform.inverted()
    return back.mapRect(QRectF(left, top, right - left, bottom - top)) if possible else QRectF(rect)


def stroke(painter: QPainter, width: float) -> float:
    """A stroke's width in logical pixels, such that it is whole device pixels and at least one."""
    ratio = ratio_of(painter)
    return max(1, int(width * ratio + 0.5)) / ratio


def fill(painter: QPainter, rect: QRect | QRectF, radius: float, colour: QColor) -> None:
    """A filled rounded rectangle."""
    with smooth(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(snapped(painter, rect), radius, radius)


def edge(
    painter: QPainter, rect: QRect | QRectF, radius: float, colour: QColor, width: float, *, dashed: bool = False
) -> None:
    """The edge of a rounded rectangle, inside of it."""
    with smooth(painter):
        wide = stroke(painter, width)
        pen = QPen(colour, wide)
        if dashed:
            pen.setDashPattern([3, 2])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inner = snapped(painter, rect).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        round_by = max(0.0, radius - wide / 2)
        painter.drawRoundedRect(inner, round_by, round_by)


def box(
    painter: QPainter,
    rect: QRect | QRectF,
    radius: float,
    ground: QColor | None,
    line: QColor | None,
    width: float = 1,
    *,
    dashed: bool = False,
) -> None:
    """Ground and edge of a control."""
    if ground is not None:
        wide = stroke(painter, width) / 2 if line is not None else 0.0
        fill(painter, snapped(painter, rect).adjusted(wide, wide, -wide, -wide), max(0.0, radius - wide), ground)
    if line is not None:
        edge(painter, rect, radius, line, width, dashed=dashed)


def sided(rect: QRectF, radius: float, *, left: bool, right: bool) -> QPainterPath:
    """A rectangle that is round at its left side, its right side, or both."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    square = QPainterPath()
    half = rect.width() / 2
    if not left:
        square.addRect(rect.adjusted(0, 0, -half, 0))
    if not right:
        square.addRect(rect.adjusted(half, 0, 0, 0))
    return path.united(square)


_CHEVRONS = {
    "down": ((-1.0, -0.5), (0.0, 0.5), (1.0, -0.5)),
    "up": ((-1.0, 0.5), (0.0, -0.5), (1.0, 0.5)),
    "right": ((-0.5, -1.0), (0.5, 0.0), (-0.5, 1.0)),
    "left": ((0.5, -1.0), (-0.5, 0.0), (0.5, 1.0)),
}


def chevron(painter: QPainter, rect: QRect | QRectF, way: str, colour: QColor, size: float) -> None:
    """A chevron in the middle of a rectangle; `size` is the square it would have as an icon."""
    with smooth(painter):
        pen = QPen(colour, size * 0.115)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        middle, reach = QRectF(rect).center(), size * 0.32
        painter.drawPolyline([middle + QPointF(x * reach, y * reach) for x, y in _CHEVRONS[way]])


def mnemonic(text: str) -> Qt.TextFlag:
    """Whether the key of a menu word is underlined: not where it stands in brackets anyhow, as in 文件(F)."""
    return Qt.TextFlag.TextHideMnemonic if "(&" in text else Qt.TextFlag.TextShowMnemonic


def tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The tick of a box."""
    with smooth(painter):
        side = rect.width()
        pen = QPen(colour, side * 0.11)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((0.25, 0.53), (0.43, 0.70), (0.76, 0.33))
        painter.drawPolyline([rect.topLeft() + QPointF(x * side, y * side) for x, y in points])
