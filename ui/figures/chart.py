"""Five years as bars, each with its figure; this year's in accent."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from report.indicators.history import Point
from report.recognition.numerals import as_written
from resources.i18n import _
from ui.painting import shapes
from ui.theme import Theme

_HEIGHT, _BARS, _BAR = 116, 72, 28


class YearChart(QWidget):
    """Bars from zero; a year that is not known has a dash and no bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.points: tuple[Point, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._style)
        self._style()

    def show_points(self, points: tuple[Point, ...], unit: str) -> None:
        """Show these years."""
        self.points = points
        known = [(one.year, one.amount) for one in points if one.amount is not None]
        told = [_("{year}年").format(year=year) + as_written(amount) + unit for year, amount in known]
        self.setAccessibleName(_("历年：{values}").format(values="，".join(told)))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as figure, bar and year."""
        return QSize(self._theme.px(240), self._theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bars on their line, figures above, years below."""
        del event
        theme, count = self._theme, len(self.points)
        if not count:
            return
        painter = QPainter(self)
        highest = max((one.amount for one in self.points if one.amount is not None), default=None)
        base, slot = theme.px(20 + _BARS), self.width() / count
        painter.fillRect(QRect(0, base, self.width(), theme.size("edge")), theme.colour("line"))
        for number, one in enumerate(self.points):
            last = number == count - 1
            left, middle = slot * number, slot * (number + 0.5)
            height = 0.0
            if one.amount is not None and highest:
                height = max(0.0, float(one.amount / highest)) * theme.px(_BARS)
            if height:
                wide = theme.px(_BAR)
                bar = QRectF(middle - wide / 2, base - height, wide, height)
                token = "accent" if last else "placeholder"
                colour = theme.colour(token)  # type: ignore[arg-type]
                if not last:
                    colour.setAlphaF(0.5)
                shapes.fill(painter, bar, theme.px(2), colour)
            words = "—" if one.amount is None else as_written(one.amount)
            self._words(painter, QRectF(left, base - height - theme.px(20), slot, theme.px(20)), words, bold=last)
            below = QRectF(left, base + theme.px(2), slot, theme.px(20))
            self._words(painter, below, str(one.year), quiet=True)

    def _words(self, painter: QPainter, area: QRectF, words: str, *, bold: bool = False, quiet: bool = False) -> None:
        """Figures are never cut: one that is too wide for its place reaches over it."""
        theme = self._theme
        font = theme.font("small", bold=bold)
        more = max(0.0, QFontMetrics(font).horizontalAdvance(words) - area.width()) / 2
        area = area.adjusted(-more, 0, more, 0)
        area.moveLeft(min(max(0.0, area.left()), max(0.0, self.width() - area.width())))
        painter.setFont(font)
        painter.setPen(theme.colour("second" if quiet or words == "—" else "text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)

    def _style(self) -> None:
        self.updateGeometry()
        self.update()
