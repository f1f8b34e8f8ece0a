"""The cells on the screen: keys, input methods, the selection."""

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from resources.i18n import _
from ui.fields.grid.cell_edit import CellEdit, Way
from ui.fields.grid.delegate import CellDelegate
from ui.fields.grid.keys import view_deed
from ui.fields.grid.model import GridModel
from ui.fields.grid.sizing import Sizing
from ui.fields.grid.walking import STEPS, WalkedView
from ui.theme import Theme

_LEAST_ROWS, _MOST_ROWS = 3, 12
_Key = Qt.Key
_WALKING = (_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right, _Key.Key_Home, _Key.Key_End)


class GridView(WalkedView):
    """Cells that are typed into as in a sheet. What changes rows and columns is told, and done elsewhere.

    Signals:
        row_wanted(): a row below the current one.
        rows_moved(int): the selected rows up (-1) or down (1).
        columns_moved(int): the selected columns left (-1) or right (1).
        cleared(), copied(), cut_out(), pasted(): that key.
        area_changed(): other cells are selected.
        menu_wanted(QPoint): the menu, at a place of the screen.
    """

    row_wanted = Signal()
    rows_moved = Signal(int)
    columns_moved = Signal(int)
    cleared = Signal()
    copied = Signal()
    cut_out = Signal()
    pasted = Signal()
    area_changed = Signal()
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._theme = theme
        self._delegate = CellDelegate(theme, model, self)
        self._tab_start: int | None = None
        triggers = QAbstractItemView.EditTrigger
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(_("表格"))
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        if not model.heads:
            self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)
        self.sizing = Sizing(theme, self, model, self._delegate)
        self._delegate.left.connect(self._leave)
        self.selectionModel().selectionChanged.connect(self._tell_area)
        self.selectionModel().currentChanged.connect(self._tell_area)
        self._deeds = self._deed_table()
        theme.changed.connect(self._style)
        self._style()

    def cell_edit(self) -> CellEdit | None:
        """The open editor."""
        found = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        return found if isinstance(found, CellEdit) else None

    def mark(self, cells: Collection[tuple[int, int]]) -> None:
        """Mark these cells (row and column), and no others."""
        self._delegate.marked = frozenset(cells)
        self.viewport().update()

    def finish(self) -> None:
        """Take over what stands in an open editor, and close it."""
        editor = self.cell_edit()
        if editor is not None:
            editor.end_composing()
            self.commitData(editor)
            self.closeEditor(editor, self._delegate.EndEditHint.NoHint)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in a sheet; a letter opens the editor and replaces what is in the cell."""
        for keys, told in self._clipboard_keys():
            if event.matches(keys):
                told.emit()
                return
        act = self._deeds.get(view_deed(event))
        if act is not None:
            act()
            return
        if event.key() in (_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Escape):
            event.ignore()
            return
        if event.key() in _WALKING:
            self._tab_start = None
        self._delegate.replacing = bool(event.text())
        super().keyPressEvent(event)
        self._delegate.replacing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing opens the editor, and what is composed goes into it from the first letter on."""
        if not self.currentIndex().isValid():
            self.go_to(0, 0)
        before = self.cell_edit()
        self._delegate.replacing = True
        super().inputMethodEvent(event)
        self._delegate.replacing = False
        editor = self.cell_edit()
        if before is None and editor is not None and event.commitString() and not event.preeditString():
            # Qt hands on what is composed, but not what comes at once, such as full-width marks.
            QApplication.sendEvent(editor, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """The candidates stand at the cell, and at the cursor in it once it is being edited."""
        if query != Qt.InputMethodQuery.ImCursorRectangle or not self.currentIndex().isValid():
            return super().inputMethodQuery(query)
        editor = self.cell_edit()
        if editor is None:
            return self.visualRect(self.currentIndex()).translated(self.viewport().pos())
        cursor = editor.cursorRect().translated(editor.viewport().pos())
        return cursor.translated(editor.mapTo(self, cursor.topLeft()) - cursor.topLeft())

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the cells, and past the last one out of the table."""
        if self._tab_start is None:
            self._tab_start = self.currentIndex().column()
        return self.step(Way.NEXT if next else Way.PREVIOUS) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Some cell is the current one."""
        super().focusInEvent(event)
        if not self.selectionModel().hasSelection():
            current = self.currentIndex()
            self.go_to(max(0, current.row()), max(0, current.column()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere in the midst of a composition gives it up; the cell keeps what it held."""
        super().focusOutEvent(event)
        editor, reasons = self.cell_edit(), Qt.FocusReason
        if event.reason() in (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason):
            return
        if editor is not None and editor.composing and not editor.hasFocus():
            self._delegate.cancel(editor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the mouse."""
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_wanted.emit(event.globalPos())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click begins anew."""
        self._tab_start = None
        super().mousePressEvent(event)

    def _clipboard_keys(self) -> tuple[tuple[QKeySequence.StandardKey, Any], ...]:
        keys = QKeySequence.StandardKey
        return (keys.Copy, self.copied), (keys.Cut, self.cut_out), (keys.Paste, self.pasted)

    def _deed_table(self) -> dict[str, Callable[[], object]]:
        """What the keys of the table do here; Tab and Shift+Tab come through focusNextPrevChild."""
        return {
            "edit": self._edit_current,
            "above": lambda: self.step(Way.UP),
            "new_row": self.row_wanted.emit,
            "rows_up": lambda: self.rows_moved.emit(-1),
            "rows_down": lambda: self.rows_moved.emit(1),
            "columns_left": lambda: self.columns_moved.emit(-1),
            "columns_right": lambda: self.columns_moved.emit(1),
            "clear": self.cleared.emit,
        }

    def _edit_current(self) -> None:
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def _leave(self, way: Way) -> None:
        """Go on from a cell that was edited."""
        self.setFocus()
        if way in (Way.NEXT, Way.PREVIOUS):
            self.focusNextPrevChild(way is Way.NEXT)
            return
        if way is Way.DOWN and self._tab_start is not None:
            # As in a sheet: Enter after a row filled in with Tab goes to where that row was begun.
            self.go_to(self.currentIndex().row(), self._tab_start)
        if way is Way.NEW_ROW or (way is Way.DOWN and not self.step(way)):
            self.row_wanted.emit()
        elif way in STEPS and way is not Way.DOWN:
            self.step(way)
        self._tab_start = None

    def _tell_area(self, *_changes: object) -> None:
        self.area_changed.emit()

    # Size

    def sizeHint(self) -> QSize:
        """As high as the rows, up to twelve; the rest scrolls."""
        return QSize(super().sizeHint().width(), self.sizing.height(_MOST_ROWS))

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(self._theme.px(200), self.sizing.height(_LEAST_ROWS))

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.updateGeometry()
        self.viewport().update()
