"""The rows as a list: what each is at the left, its words by depth; digits say how deep it is."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
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
from ui.import_preview.rows import Role, Row
from ui.painting import shapes
from ui.painting.pieces import draw
from ui.theme import Theme

Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROLE: Final = Qt.ItemDataRole.UserRole
_HEIGHT, _NAMES, _STEP = 28, 84, 20
"""Pixels at 100 %: of a row, of the names at the left, of one level."""
LEVEL_KEYS: Final = {Qt.Key.Key_0: 0, Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class RowList(QListWidget):
    """The rows of a report that is to be imported.

    Signals:
        chosen(Row | None): another row is the current one.
        level_wished(Row, int): the current row is of this depth.
    """

    chosen = Signal(object)
    level_wished = Signal(object, int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(theme, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(_("认出的各段"))
        self.currentItemChanged.connect(lambda item, _before: self.chosen.emit(row_of(item)))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show them; the current one is that of the same source line, else of the same place in the list."""
        before, at = row_of(self.currentItem()), max(0, self.currentRow())
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(spoken(row), self)
            item.setData(_ROLE, row)
        same = (at for at, row in enumerate(rows) if before is not None and before.line and row.line == before.line)
        self.blockSignals(False)
        self.setCurrentRow(next(same, min(at, len(rows) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit says how deep the current row is."""
        row = row_of(self.currentItem())
        level = LEVEL_KEYS.get(Qt.Key(event.key()))
        if row is not None and row.line and level is not None and not event.modifiers() & ~_PAD:
            self.level_wished.emit(row, level)
            return
        super().keyPressEvent(event)


_PAD: Final = Qt.KeyboardModifier.KeypadModifier


def row_of(item: QListWidgetItem | None) -> Row | None:
    """The row of an item."""
    return item.data(_ROLE) if item is not None else None


def spoken(row: Row) -> str:
    """What a screen reader says."""
    return "，".join(filter(None, (row.name or _depth(row), row.label + row.words)))


def _depth(row: Row) -> str:
    return _("{level}级标题").format(level=row.level) if row.level else _("正文")


class _Delegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, theme: Theme, view: QWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        del option, index
        return QSize(self._theme.px(200), self._theme.px(_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, name, words."""
        given: Any = option
        row: Row = index.data(_ROLE)
        theme, rect = self._theme, QRect(given.rect)
        painter.save()
        if given.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
            painter.fillRect(rect.left(), rect.top(), theme.size("current"), rect.height(), theme.colour("accent"))
            if given.state & QStyle.StateFlag.State_HasFocus:
                shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))
        side = theme.size("gap_16")
        inner = rect.adjusted(side, 0, -side, 0)
        is_lost = row.role is Role.UNPLACED
        names = QRect(inner.left(), inner.top(), theme.px(_NAMES), inner.height())
        small = theme.font("small")
        name = QFontMetrics(small).elidedText(
            row.name, Qt.TextElideMode.ElideRight, names.width() - theme.size("gap_8")
        )
        draw(painter, theme, names, name, small, "amber" if is_lost else "second")
        area = inner.adjusted(theme.px(_NAMES + _STEP * max(0, row.level - 1)), 0, 0, 0)
        font = theme.font("body", bold=row.role in (Role.SECTION, Role.ATTACHMENT))
        words = QFontMetrics(font).elidedText(_shown(row), Qt.TextElideMode.ElideRight, area.width())
        draw(painter, theme, area, words, font, "second" if row.role in (Role.TEXT, Role.TABLE) else "text")
        painter.restore()


def _shown(row: Row) -> str:
    gap = "　" if row.role is Role.TABLE else ""
    return row.label + gap + row.words
