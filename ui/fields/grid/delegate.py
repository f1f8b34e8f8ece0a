"""How a cell is painted, and how it is edited."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from ui.fields.grid.cell_edit import CellEdit, Way
from ui.fields.grid.layout import is_whole, lines_of
from ui.fields.grid.model import GridModel
from ui.painting import shapes
from ui.painting.options import Option
from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_REMEMBERED = 20_000
"""Texts whose lines are kept; a column that is dragged asks for them at every width."""


class CellDelegate(QStyledItemDelegate):
    """Paints and edits the cells of one grid.

    `replacing` is set by the view while a typed letter opens an editor. `marked` are cells (row and column) with words
    that are looked for: they have a tint and a line below their words.

    Signals:
        left(Way): a key leads from the cell that was edited; its text is taken over already.
    """

    left = Signal(object)

    def __init__(self, theme: Theme, model: GridModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme, self._model = theme, model
        self._lines: dict[tuple[str, int, bool], list[str]] = {}
        self.replacing = False
        self.marked: frozenset[tuple[int, int]] = frozenset()
        theme.changed.connect(self._style)
        self._style()

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground, words, the lines to the next cells, and the ring of the current one."""
        any_option: Option = option
        state = any_option.state
        theme, head = self._theme, self._is_head(index)
        rect = self._paint_lines(painter, QRect(any_option.rect), index, any_option.widget)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
        elif head:
            painter.fillRect(rect, theme.colour("window"))
        if (index.row(), index.column()) in self.marked:
            self._paint_mark(painter, rect)
        self._paint_words(painter, rect, QRect(any_option.rect), index)
        if state & QStyle.StateFlag.State_HasFocus:
            shapes.edge(painter, rect, 0, theme.colour("accent"), theme.size("ring"))

    def _paint_lines(self, painter: QPainter, rect: QRect, index: _Index, view: QWidget) -> QRect:
        """A line below and at the right, but none beside the frame of the view; what is left of the cell."""
        line, thick = self._theme.colour("line"), self._theme.size("edge")
        inner = rect.adjusted(0, 0, -thick, -thick)
        room = view.viewport().rect() if isinstance(view, QAbstractItemView) else rect
        if rect.bottom() < room.bottom() or index.row() + 1 < self._model.rowCount():
            painter.fillRect(QRect(rect.left(), inner.bottom() + 1, rect.width(), thick), line)
        else:
            inner.setBottom(rect.bottom())
        if rect.right() < room.right() or index.column() + 1 < self._model.columnCount():
            painter.fillRect(QRect(inner.right() + 1, rect.top(), thick, rect.height()), line)
        else:
            inner.setRight(rect.right())
        return inner

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        theme, thick = self._theme, self._theme.size("ring")
        painter.fillRect(rect, theme.colour("accent_tint"))
        line = QRect(rect.left(), rect.bottom() + 1 - thick, rect.width(), thick)
        painter.fillRect(line, theme.colour("accent"))

    def _paint_words(self, painter: QPainter, rect: QRect, whole: QRect, index: _Index) -> None:
        spacing = self._spacing
        lines = self.lines(str(index.data()), whole.width(), head=self._is_head(index))
        side = self._theme.size("gap_8")
        area = rect.adjusted(side, 0, -side, 0)
        area.setTop(rect.top() + max(0, (rect.height() - len(lines) * spacing) // 2))
        area.setHeight(spacing)
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.save()
        painter.setFont(self._font(index))
        painter.setPen(self._theme.colour("text"))
        for line in lines:
            painter.drawText(area, alignment, line)
            area.translate(0, spacing)
        painter.restore()

    def lines(self, text: str, width: int, *, head: bool) -> list[str]:
        """The lines in which a text is shown in a cell of a width."""
        key = (text, width, head)
        if key not in self._lines:
            if len(self._lines) > _REMEMBERED:
                self._lines.clear()
            inner = width - 2 * self._theme.size("gap_8")
            self._lines[key] = lines_of(text, self._theme.font("body", bold=head), inner)
        return self._lines[key]

    def row_height(self, row: int, widths: Sequence[int]) -> int:
        """How high a row wants to be in columns of these widths."""
        head, cells = row < self._model.head_rows, self._model.cells[row]
        most = max(len(self.lines(text, width, head=head)) for text, width in zip(cells, widths, strict=True))
        return self._theme.size("row") + (most - 1) * self._spacing

    def natural_width(self, index: _Index) -> int:
        """How wide a cell is in one line."""
        words = max(str(index.data()).split("\n"), key=len)
        return QFontMetrics(self._font(index)).horizontalAdvance(words) + 2 * self._theme.size("gap_8") + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One line."""
        del option
        return QSize(self.natural_width(index), self._theme.size("row"))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The whole text, where the cell does not show it."""
        any_option: Option = option
        text = str(index.data() or "") if index.isValid() else ""
        lines = self.lines(text, QRect(any_option.rect).width(), head=self._is_head(index))
        whole = not text or is_whole(text, lines)
        QToolTip.showText(event.globalPos(), "" if whole else text, view.viewport())
        return True

    def _is_head(self, index: _Index) -> bool:
        return index.row() < self._model.head_rows

    def _font(self, index: _Index) -> QFont:
        return self._theme.font("body", bold=self._is_head(index))

    def _style(self) -> None:
        self._lines.clear()
        self._spacing = QFontMetrics(self._theme.font("body")).lineSpacing()

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """The editor of a cell."""
        del option
        editor = CellEdit(self._theme, Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)), parent)
        editor.replacing = self.replacing
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole)))
        editor.paused.connect(self._take_pause)
        return editor

    def destroyEditor(self, editor: QWidget, index: _Index) -> None:
        """Let an editor go; what it waited for is done with."""
        if isinstance(editor, CellEdit):
            editor.stop()
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the cell's text, unless that is what the editor shows already."""
        text = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, CellEdit) and (editor.first is None or text != editor.toPlainText()):
            editor.show_text(text, replace=self.replacing)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take over what was typed."""
        if isinstance(editor, CellEdit):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Lie over the cell."""
        del index
        any_option: Option = option
        rect = QRect(any_option.rect)
        editor.setGeometry(rect)
        if isinstance(editor, CellEdit):
            editor.take_place(rect.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead from the cell."""
        if isinstance(watched, CellEdit) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = watched.way_of(event)
            if way is not None:
                self._leave(watched, way)
            return way is not None
        return super().eventFilter(watched, event)

    def cancel(self, editor: CellEdit) -> None:
        """Close an editor; the cell is again what it was, even where a pause has handed over what is cancelled."""
        editor.go_back()
        self._close(editor)

    def _leave(self, editor: CellEdit, way: Way) -> None:
        if way is Way.CANCEL:
            self.cancel(editor)
        else:
            editor.end_composing()
            self._close(editor)
        self.left.emit(way)

    def _close(self, editor: CellEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _take_pause(self) -> None:
        editor = self.sender()
        if isinstance(editor, CellEdit):
            self.commitData.emit(editor)
