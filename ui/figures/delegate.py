"""The cells of the sheet: how each is painted, and the editor of a value."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from report.indicators.history import Point
from report.indicators.rows import FigureRow
from resources.i18n import _
from ui.fields.grid.cell_edit import Way
from ui.figures import painting
from ui.figures.columns import Columns
from ui.figures.model import FigureModel
from ui.figures.painting import Brush
from ui.figures.value_edit import ValueEdit
from ui.figures.words import unit_words
from ui.icons import Icons
from ui.painting.options import Option
from ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex


class FigureDelegate(QStyledItemDelegate):
    """Paints and edits the cells of indicators. Heads and messages are painted by the view, over all columns.

    `replacing` is set by the view while a typed letter opens an editor.

    Signals:
        left(Way): a key leads from the cell that was edited; its text is taken over already.
    """

    left = Signal(object)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        model: FigureModel,
        series: Callable[[str], tuple[Point, ...]],
        name_left: int,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._model, self._series, self._name_left = theme, model, series, name_left
        self.brush = Brush(theme, icons)
        self.replacing = False
        self.message_width = 0
        self.hovered_quotes = ""

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One cell of an indicator."""
        row = self._model.row_at(index)
        if row is None:
            return
        any_option: Option = option
        rect, column = QRect(any_option.rect), Columns(index.column())
        painter.save()
        if column is Columns.VALUE:
            focused = bool(any_option.state & QStyle.StateFlag.State_HasFocus)
            painting.paint_value(self.brush, painter, rect, row, current=focused)
        else:
            self._paint(painter, rect, row, column)
        painter.restore()

    def _paint(self, painter: QPainter, rect: QRect, row: FigureRow, column: Columns) -> None:
        theme, brush, right = self._theme, self.brush, painting.RIGHT
        padded = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        comparison = row.comparison
        match column:
            case Columns.NAME:
                painting.paint_name(brush, painter, rect, row, theme.px(self._name_left))
            case Columns.UNIT:
                brush.text(painter, padded, unit_words(row), "second", small=True)
            case Columns.LAST:
                brush.text(painter, padded, comparison.last_words, "second", right)
            case Columns.DIFFERENCE:
                painting.paint_change(brush, painter, rect, comparison.difference_words, unusual=False)
            case Columns.PERCENT:
                words, unusual = comparison.percent_words, comparison.is_unusual
                painting.paint_change(brush, painter, rect, words, unusual=unusual)
            case Columns.TREND:
                painting.paint_trend(brush, painter, rect, self._series(row.id))
            case _:
                words = _("{count}处").format(count=row.quotes) if row.quotes else "—"
                token = ("accent_hover" if row.id == self.hovered_quotes else "accent") if row.quotes else "second"
                brush.text(painter, padded, words, token, right, small=True)  # type: ignore[arg-type]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """The height of a row; columns have widths of their own."""
        del option
        theme, line = self._theme, self._model.line_at(index)
        if line is None:
            return QSize(0, theme.px(painting.HEAD))
        if line.message is not None:
            return QSize(0, painting.message_height(theme, line.message, self.message_width))
        return QSize(0, theme.px(painting.ROW))

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """The editor of a value."""
        del option
        row = self._model.row_at(index)
        editor = ValueEdit(self._theme, parent)
        editor.replacing = self.replacing
        if row is not None:
            editor.setAccessibleName(row.name)
            editor.setAccessibleDescription(_("空＝未填，0＝零，输入“/”＝不适用"))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the value once; what is being typed is not written over."""
        if isinstance(editor, ValueEdit) and editor.first is None:
            editor.show_text(str(index.data(painting.EDIT)), replace=True)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take over what was typed."""
        if isinstance(editor, ValueEdit) and editor.text() != editor.first:
            editor.first = editor.text()
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        """Lie over the painted box."""
        del index
        any_option: Option = option
        editor.setGeometry(painting.box_of(self._theme, QRect(any_option.rect)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that lead from the cell."""
        if isinstance(watched, ValueEdit) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            way = watched.way_of(event)
            if way is not None:
                self._leave(watched, way)
                return True
            return False
        return super().eventFilter(watched, event)

    def cancel(self, editor: ValueEdit) -> None:
        """Close an editor; the cell is what it was."""
        editor.setText(editor.first or "")
        self.close(editor)

    def close(self, editor: ValueEdit) -> None:
        """Take over what is typed, and close."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _leave(self, editor: ValueEdit, way: Way) -> None:
        if way is Way.CANCEL:
            self.cancel(editor)
        else:
            editor.end_composing()
            self.close(editor)
        self.left.emit(way)
