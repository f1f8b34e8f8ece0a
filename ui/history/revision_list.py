"""The revisions by day, the newest first; versions that have a name carry a star."""

from collections.abc import Sequence
from datetime import date
from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resources.i18n import _
from storage.records import Revision
from ui.days import day_words
from ui.history.words import deed_words, grown_words
from ui.icons import Icons
from ui.painting import shapes
from ui.painting.options import Option
from ui.painting.pieces import draw
from ui.theme import Theme
from ui.tokens import Token

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROLE: Final = Qt.ItemDataRole.UserRole
_ROW, _DAY = 44, 32
"""Pixels at 100 %."""


class RevisionList(QListWidget):
    """Days as headings, one row a revision.

    Signals:
        chosen(Revision): another one is to be shown.
    """

    chosen = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setItemDelegate(_Delegate(theme, icons, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("历史上的各版"))
        self.currentItemChanged.connect(self._tell)

    @property
    def revision(self) -> Revision | None:
        """The one that is chosen."""
        return revision_of(self.currentItem())

    def show_revisions(self, revisions: Sequence[Revision], today: date) -> None:
        """Show them; that which was chosen stays so, else the one before the newest, which reads as now."""
        was = self.revision
        self.blockSignals(True)
        self.clear()
        day: date | None = None
        for number, one in enumerate(revisions):
            here = one.moment.astimezone().date()
            if here != day:
                day = here
                self._add_day(day_words(one.moment, today))
            self._add(one, is_newest=number == 0)
        self.blockSignals(False)
        found = ((row, revision_of(self.item(row))) for row in range(self.count()))
        rows = {one.sequence: row for row, one in found if one is not None}
        if rows:
            second = list(rows.values())[min(1, len(rows) - 1)]
            self.setCurrentRow(rows.get(was.sequence, second) if was is not None else second)

    def _add_day(self, words: str) -> None:
        item = QListWidgetItem(words, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, one: Revision, *, is_newest: bool) -> None:
        moment = one.moment.astimezone()
        words = [f"{moment:%H:%M}", _("现在") if is_newest else "", deed_words(one), grown_words(one), one.who]
        item = QListWidgetItem(_("，").join(filter(None, words)), self)
        item.setData(_ROLE, (one, is_newest))
        item.setToolTip(
            _("{who}，{began}到{ended}").format(
                who=one.who, began=f"{one.began.astimezone():%H:%M}", ended=f"{moment:%H:%M}"
            )
        )

    def _tell(self, item: QListWidgetItem | None) -> None:
        if (found := revision_of(item)) is not None:
            self.chosen.emit(found)


def revision_of(item: QListWidgetItem | None) -> Revision | None:
    """The revision of a row, None for a day."""
    data = item.data(_ROLE) if item is not None else None
    return data[0] if data else None


class _Delegate(QStyledItemDelegate):
    """Paints a row: star, time, what was done, by how much the text grew."""

    def __init__(self, theme: Theme, icons: Icons, view: QWidget) -> None:
        super().__init__(view)
        self._theme, self._icons = theme, icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del option
        return QSize(self._theme.px(120), self._theme.px(_ROW if index.data(_ROLE) else _DAY))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, bar of the chosen one, words."""
        any_option: Option = option
        theme, rect = self._theme, QRect(any_option.rect)
        painter.save()
        side = theme.size("gap_16")
        inner = rect.adjusted(side, 0, -side, 0)
        data: tuple[Revision, bool] | None = index.data(_ROLE)
        if data is None:
            words = str(index.data(Qt.ItemDataRole.DisplayRole))
            draw(painter, theme, inner, words, theme.font("small"), "second")
        else:
            self._paint_ground(painter, rect, any_option)
            self._paint_row(painter, inner, data, chosen=bool(any_option.state & QStyle.StateFlag.State_Selected))
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, option: Option) -> None:
        theme = self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            ground: Token = "surface" if chosen else "hover"
            painter.fillRect(rect, theme.colour(ground))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))
        if chosen and option.state & QStyle.StateFlag.State_HasFocus:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))

    def _paint_row(self, painter: QPainter, rect: QRect, data: tuple[Revision, bool], *, chosen: bool) -> None:
        theme, (one, is_newest) = self._theme, data
        icon = theme.size("icon")
        if one.name:
            mark = QRect(rect.left(), rect.center().y() + 1 - icon // 2, icon, icon)
            self._icons.paint(painter, mark, "star", theme.colour("accent"))
        left = icon + theme.size("gap_8")
        time = f"{one.moment.astimezone():%H:%M}"
        left += draw(painter, theme, rect.adjusted(left, 0, 0, 0), time, theme.font("body", bold=chosen), "text")
        right = _("现在") if is_newest else grown_words(one)
        small, metrics = theme.font("small"), QFontMetrics(theme.font("small"))
        wide = metrics.horizontalAdvance(right)
        draw(painter, theme, rect.adjusted(rect.width() - wide, 0, 0, 0), right, small, "second")
        area = rect.adjusted(left + theme.size("gap_8"), 0, -wide - theme.size("gap_8"), 0)
        words = metrics.elidedText(deed_words(one), Qt.TextElideMode.ElideMiddle, max(0, area.width()))
        draw(painter, theme, area, words, small, "text" if one.name else "second")
