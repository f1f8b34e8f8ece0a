"""How a row of the list is painted: the words around a hit, the hit on a tint, and where it stands."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionButton, QStyleOptionViewItem, QWidget

from report.finding import context
from resources.i18n import _
from ui.finding.model import HitModel, Index
from ui.finding.results import Group
from ui.painting import shapes
from ui.painting.options import Option
from ui.painting.pieces import change_pieces, draw, paint_pieces
from ui.theme import Theme
from ui.tokens import Token

_PLACE = 0.36
"""The most of the room that its place may take."""


class HitDelegate(QStyledItemDelegate):
    """Paints heads and hits, all rows as high as each other, so that a long list need not be measured."""

    def __init__(self, theme: Theme, model: HitModel, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._model, self._view = theme, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del option, index
        return QSize(self._theme.px(120), self._theme.size("row"))

    def tick_rect(self, rect: QRect) -> QRect:
        """The tick box of a row that takes up `rect`."""
        side = self._theme.size("box")
        return QRect(rect.left() + self._theme.size("gap_16"), rect.center().y() + 1 - side // 2, side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tick box, words."""
        any_option: Option = option
        rect, theme = QRect(any_option.rect), self._theme
        group = self._model.group(index)
        painter.save()
        self._paint_ground(painter, rect, any_option.state, head=group is not None)
        left = theme.size("gap_16")
        if self._model.replacement is not None:
            self._paint_tick(painter, self.tick_rect(rect), index)
            left += theme.size("box") + theme.size("check")
        inner = rect.adjusted(left, 0, -theme.size("gap_16"), 0)
        if group is not None:
            self._paint_group(painter, inner, group)
        else:
            self._paint_hit(painter, inner, index)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, head: bool) -> None:
        theme, edge = self._theme, self._theme.size("edge")
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        ground: Token = "sunken" if head else "surface" if selected else "hover" if hovered else "window"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(rect.left(), rect.bottom() + 1 - edge, rect.width(), edge, theme.colour("line"))
        if state & QStyle.StateFlag.State_HasFocus:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))
        if selected:
            painter.fillRect(rect.left(), rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))

    def _paint_tick(self, painter: QPainter, rect: QRect, index: Index) -> None:
        ticked = self._model.is_ticked(index)
        state, flags = QStyle.StateFlag.State_Enabled, QStyle.StateFlag
        state |= {True: flags.State_On, False: flags.State_Off, None: flags.State_NoChange}[ticked]
        box = QStyleOptionButton()
        any_box: Option = box
        any_box.rect, any_box.state, any_box.palette = rect, state, self._view.palette()
        self._view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, self._view)

    def _paint_group(self, painter: QPainter, rect: QRect, group: Group) -> None:
        """Number and title of the part, and how many hits it has."""
        theme = self._theme
        words = _("{count}处").format(count=group.count)
        bold, small = theme.font("body", bold=True), theme.font("small")
        room = rect.width() - QFontMetrics(small).horizontalAdvance(words) - theme.size("gap_8")
        title = QFontMetrics(bold).elidedText(group.title, Qt.TextElideMode.ElideRight, room)
        used = draw(painter, theme, rect, title, bold, "text")
        draw(painter, theme, rect.adjusted(used + theme.size("gap_8"), 0, 0, 0), words, small, "second")

    def _paint_hit(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The words with the hit, its place at the right."""
        theme, hit = self._theme, self._model.hit(index)
        if hit is None:
            return
        small = theme.font("small")
        metrics = QFontMetrics(small)
        place = metrics.elidedText(
            self._model.place_words(index), Qt.TextElideMode.ElideRight, round(rect.width() * _PLACE)
        )
        wide = metrics.horizontalAdvance(place)
        draw(painter, theme, rect.adjusted(rect.width() - wide, 0, 0, 0), place, small, "second")
        room = rect.adjusted(0, 0, -wide - theme.size("gap_12"), 0)
        before, words, behind = context(hit)
        replacement = self._model.replacement
        replaced = replacement if self._model.is_ticked(index) is True else None
        paint_pieces(painter, theme, room, before, change_pieces(theme, words, replaced), behind)
