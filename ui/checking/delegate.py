"""How a row of the list is painted: icon and word of the severity, what is wrong, and where."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resources.i18n import _
from ui.checking.model import FindingModel, Index
from ui.checking.rows import Head, look_of
from ui.icons import Icons
from ui.painting import shapes
from ui.painting.options import Option
from ui.painting.pieces import draw
from ui.theme import Theme
from ui.tokens import Token

ROW, TEXT_LEFT = 40, 80
"""Pixels at 100 %: the height of a row, and where its sentence begins."""
_PLACE = 0.34
"""The most of the room that its place may take."""


class FindingDelegate(QStyledItemDelegate):
    """Paints heads and findings. The row that is open is as high as `open_height` says; its card lies over it."""

    def __init__(
        self, theme: Theme, icons: Icons, model: FindingModel, open_height: Callable[[], int], view: QWidget
    ) -> None:
        super().__init__(view)
        self._theme, self._icons, self._model, self._open_height = theme, icons, model, open_height
        self.open_row = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line; the open row has its card's height."""
        del option
        height = self._theme.size("row") if self._model.finding(index) is None else self._theme.px(ROW)
        return QSize(self._theme.px(120), self._open_height() if index.row() == self.open_row else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground and words; of the open row only the ground."""
        any_option: Option = option
        rect, theme, row = QRect(any_option.rect), self._theme, self._model.row(index)
        is_open = index.row() == self.open_row
        painter.save()
        hovered = bool(any_option.state & QStyle.StateFlag.State_MouseOver)
        ground: Token = (
            "sunken" if isinstance(row, Head) else "surface" if is_open else "hover" if hovered else "window"
        )
        edge = theme.size("edge")
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(rect.left(), rect.bottom() + 1 - edge, rect.width(), edge, theme.colour("line"))
        if any_option.state & QStyle.StateFlag.State_HasFocus and is_open:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))
        side = theme.size("gap_16")
        inner = rect.adjusted(side, 0, -side, 0)
        if is_open:
            painter.fillRect(rect.left(), rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))
        elif isinstance(row, Head):
            self._paint_head(painter, inner, row)
        elif row is not None:
            self._paint_finding(painter, inner, index)
        painter.restore()

    def _paint_head(self, painter: QPainter, rect: QRect, head: Head) -> None:
        theme = self._theme
        words = _("{count}处").format(count=head.count)
        bold, small = theme.font("body", bold=True), theme.font("small")
        room = rect.width() - QFontMetrics(small).horizontalAdvance(words) - theme.size("gap_8")
        title = QFontMetrics(bold).elidedText(head.title, Qt.TextElideMode.ElideRight, room)
        used = draw(painter, theme, rect, title, bold, "text")
        draw(painter, theme, rect.adjusted(used + theme.size("gap_8"), 0, 0, 0), words, small, "second")

    def _paint_finding(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme, finding = self._theme, self._model.finding(index)
        if finding is None:
            return
        icon, token, word = look_of(finding.severity)
        side = theme.size("icon")
        mark = QRect(rect.left(), rect.center().y() + 1 - side // 2, side, side)
        self._icons.paint(painter, mark, icon, theme.colour(token))
        left = side + theme.size("gap_6")
        draw(painter, theme, rect.adjusted(left, 0, 0, 0), word, theme.font("body", bold=True), token)
        small = theme.font("small")
        metrics = QFontMetrics(small)
        most = round(rect.width() * _PLACE)
        place = metrics.elidedText(self._model.place_words(index), Qt.TextElideMode.ElideRight, most)
        wide = metrics.horizontalAdvance(place)
        draw(painter, theme, rect.adjusted(rect.width() - wide, 0, 0, 0), place, small, "second")
        plain = theme.font("body")
        begin = theme.px(TEXT_LEFT) - theme.size("gap_16")
        room = rect.adjusted(begin, 0, -wide - theme.size("gap_12") if wide else 0, 0)
        words = QFontMetrics(plain).elidedText(finding.message, Qt.TextElideMode.ElideRight, room.width())
        draw(painter, theme, room, words, plain, "text")
