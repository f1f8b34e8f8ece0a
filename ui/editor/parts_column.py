"""The column of parts at the left: one row each with icon, title and the word of its state."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from report.document import FIGURES
from resources.i18n import _
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE, Part, State
from ui.icons import Icons
from ui.theme import Theme
from ui.tokens import Token

STATE_ICONS: Mapping[State, tuple[str, Token]] = {
    State.EMPTY: ("empty", "second"),
    State.OPTIONAL: ("empty", "second"),
    State.BEGUN: ("begun", "second"),
    State.DONE: ("done", "green"),
    State.PROBLEM: ("should", "amber"),
    State.MISSING: ("empty", "second"),
    State.WRONG: ("should", "amber"),
    State.BLOCKED: ("block", "red"),
}
_FIXED = (FRONT, PREFACE, FIGURES, ATTACHMENTS)
_AFTER_LINE = FIGURES
"""The first part below the line."""
_MIME = "application/x-chengbao-section"

Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class PartsModel(QAbstractListModel):
    """The parts of the open report.

    Signals:
        move_requested(str, int): a section is to be put at an index among the sections.
    """

    move_requested = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self.parts: tuple[Part, ...] = ()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show parts; rows whose ids stay are updated in place."""
        before, now = [one.id for one in self.parts], [one.id for one in parts]
        if before == now:
            self.parts = tuple(parts)
            if parts:
                self.dataChanged.emit(self.index(0), self.index(len(parts) - 1))
            return
        self.beginResetModel()
        self.parts = tuple(parts)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """The number of parts."""
        return 0 if parent.isValid() else len(self.parts)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title for sight, title and state for screen readers."""
        part = self.parts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return part.number + part.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{part.number}{part.title}，{part.word}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return part.number + part.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections can be dragged; they are dropped between others."""
        flags = super().flags(index)
        if not index.isValid():
            return flags | Qt.ItemFlag.ItemIsDropEnabled
        return flags if self.parts[index.row()].id in _FIXED else flags | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Moving only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """A type of our own."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The id of the dragged section."""
        data = QMimeData()
        data.setData(_MIME, self.parts[indexes[0].row()].id.encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Ask for the move; the model follows the report."""
        del action, column
        row = parent.row() if row < 0 and parent.isValid() else row
        section = bytes(data.data(_MIME).data()).decode()
        self.request_move(section, row)
        return False

    def request_move(self, section: str, row: int) -> None:
        """Ask to put a section before the part that is at `row` now (-1: behind the last section)."""
        ids = [one.id for one in self.parts]
        first, last = ids.index(PREFACE) + 1, ids.index(FIGURES)
        row = last if row < 0 else max(first, min(row, last))
        old = ids.index(section)
        place = row - first - (1 if row > old else 0)
        if place != old - first:
            self.move_requested.emit(section, place)


class PartsColumn(QListView):
    """The parts as a list.

    Signals:
        chosen(str): the id of the part to show.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.folded = False
        self.parts = PartsModel()
        self.setModel(self.parts)
        self.setItemDelegate(_PartDelegate(theme, icons, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setDragDropMode(QListView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self.setMouseTracking(True)
        self.setAccessibleName(_("报告的各部分"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        theme.changed.connect(self._style)
        self._style()

    def set_folded(self, folded: bool) -> None:
        """Show only icon and number of each part; the titles are in tool tips."""
        self.folded = folded
        self.doItemsLayout()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show parts and keep the current one."""
        current = self.current_id
        self.parts.show_parts(parts)
        if current:
            self.select(current)

    @property
    def current_id(self) -> str:
        """The id of the current part, "" for none."""
        row = self.currentIndex().row()
        return self.parts.parts[row].id if 0 <= row < len(self.parts.parts) else ""

    def select(self, part_id: str) -> None:
        """Make a part current without telling it as a choice."""
        for row, part in enumerate(self.parts.parts):
            if part.id == part_id and self.currentIndex().row() != row:
                self.selectionModel().blockSignals(True)
                self.setCurrentIndex(self.parts.index(row))
                self.selectionModel().blockSignals(False)
                self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the choice."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self.parts.parts[current.row()].id)

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.doItemsLayout()


class _PartDelegate(QStyledItemDelegate):
    """Draws a part: icon, title, state's word; the current one white with an accent bar."""

    def __init__(self, theme: Theme, icons: Icons, column: PartsColumn) -> None:
        super().__init__(column)
        self._theme, self._icons, self._column = theme, icons, column

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """40 px, more above the attachments for the line."""
        del option
        extra = 16 if self._part(index).id == _AFTER_LINE else 0
        return QSize(self._theme.px(120), self._theme.px(40 + extra))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        theme, part = self._theme, self._part(index)
        rect = QRect(option.rect)  # type: ignore[attr-defined]
        painter.save()
        if part.id == _AFTER_LINE:
            y = rect.top() + theme.px(8)
            painter.setPen(theme.colour("line"))
            painter.drawLine(rect.left() + theme.px(16), y, rect.right() - theme.px(16), y)
            rect.setTop(rect.top() + theme.px(16))
        state = option.state  # type: ignore[attr-defined]
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current:
            painter.fillRect(rect, theme.colour("surface"))
            painter.fillRect(QRect(rect.topLeft(), QSize(theme.px(3), rect.height())), theme.colour("accent"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        if self._column.folded:
            self._paint_folded(painter, rect, part, current=current)
        else:
            self._paint_words(painter, rect, part, current=current)
        painter.restore()

    def _paint_folded(self, painter: QPainter, rect: QRect, part: Part, *, current: bool) -> None:
        """Icon and number, or the first character of the title, side by side in 56 px."""
        theme = self._theme
        name, token = STATE_ICONS[part.state]
        size = theme.px(16)
        font = QFont(theme.font("body"))
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        words = part.number.rstrip("、") or _(part.title)[:1]
        width = size + theme.px(4) + painter.fontMetrics().horizontalAdvance(words)
        left = rect.left() + max(theme.px(6), (rect.width() - width) // 2)
        self._icons.icon(name, token).paint(painter, QRect(left, rect.center().y() - size // 2 + 1, size, size))
        painter.drawText(rect.adjusted(left - rect.left() + size + theme.px(4), 0, 0, 0), _MIDDLE, words)

    def _paint_words(self, painter: QPainter, rect: QRect, part: Part, *, current: bool) -> None:
        theme = self._theme
        name, token = STATE_ICONS[part.state]
        size = theme.px(16)
        top = rect.center().y() - size // 2 + 1
        icon = self._icons.icon(name, token)
        icon.paint(painter, QRect(QPoint(rect.left() + theme.px(16), top), QSize(size, size)))
        small = theme.font("small")
        word = part.word
        right = QRect(rect.adjusted(0, 0, -theme.px(12), 0))
        painter.setFont(small)
        painter.setPen(theme.colour("second"))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, word)
        font = QFont(theme.font("body"))
        font.setBold(current)
        left = theme.px(40)
        room = rect.width() - left - theme.px(24) - QFontMetrics(small).horizontalAdvance(word)
        title = QFontMetrics(font).elidedText(part.number + _(part.title), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)

    def _part(self, index: Index) -> Part:
        return self._column.parts.parts[index.row()]
