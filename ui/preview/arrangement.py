"""Where the pages stand in the preview: one below another as wide as the room, whole, or two beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRect, QRectF, QSize


class Fit(StrEnum):
    """How large the pages are shown."""

    WIDTH = "width"
    WHOLE = "whole"
    DOUBLE = "double"


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The rectangles of all pages in pixels, the size of them together, how many pixels a point has."""

    pages: tuple[QRect, ...]
    size: QSize
    scale: float

    def page_at(self, y: float) -> int:
        """The page at a height, or the nearest."""
        return min(range(len(self.pages)), key=lambda page: _distance(self.pages[page], y), default=0)

    def on_page(self, page: int, left: float, top: float, width: float, height: float) -> QRectF:
        """A rectangle given in points of a page, in pixels of the whole."""
        origin = self.pages[page].topLeft()
        scale = self.scale
        return QRectF(origin.x() + left * scale, origin.y() + top * scale, width * scale, height * scale)

    def in_points(self, point: QPointF) -> tuple[int, float, float] | None:
        """Page and place in points of a pixel, None beside the pages."""
        for number, rect in enumerate(self.pages):
            if QRectF(rect).contains(point):
                inside = point - QPointF(rect.topLeft())
                return number, inside.x() / self.scale, inside.y() / self.scale
        return None


def arrange(sizes: Sequence[tuple[float, float]], room: QSize, fit: Fit, margin: int) -> Arrangement:
    """Arrange pages of these sizes in points in a room of pixels, `margin` pixels about each."""
    if not sizes:
        return Arrangement((), QSize(0, 0), 1.0)
    columns = 2 if fit is Fit.DOUBLE and len(sizes) > 1 else 1
    widest, highest = max(width for width, _ in sizes), max(height for _, height in sizes)
    across = (room.width() - (columns + 1) * margin) / (columns * widest)
    scale = max(0.05, across if fit is Fit.WIDTH else min(across, (room.height() - 2 * margin) / highest))
    column, line = round(widest * scale), round(highest * scale)
    left = max(margin, (room.width() - columns * column - (columns - 1) * margin) // 2)
    rects = tuple(
        QRect(
            left + (number % columns) * (column + margin),
            margin + (number // columns) * (line + margin),
            round(width * scale),
            round(height * scale),
        )
        for number, (width, height) in enumerate(sizes)
    )
    lines = -(-len(sizes) // columns)
    size = QSize(2 * left + columns * column + (columns - 1) * margin, margin + lines * (line + margin))
    return Arrangement(rects, size, scale)


def _distance(rect: QRect, y: float) -> float:
    return max(rect.top() - y, 0.0, y - rect.bottom())
