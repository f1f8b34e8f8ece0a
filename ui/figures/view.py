"""The sheet at work: keys, input methods, the mouse."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from report.indicators.rows import Gravity, Message
from resources.i18n import _
from ui.fields.grid.cell_edit import Way
from ui.figures import painting
from ui.figures.columns import Columns
from ui.figures.keys import view_deed
from ui.figures.ledger import Ledger
from ui.figures.rows_view import Index, RowsView
from ui.figures.value_edit import ValueEdit
from ui.figures.words import hint_words
from ui.icons import Icons
from ui.theme import Theme

_Flag = QItemSelectionModel.SelectionFlag


class FigureView(RowsView):
    """Indicators whose values are typed as in a sheet.

    Signals:
        walked(str): the clerk is at an indicator, "" for none.
        details_wished(str): more about an indicator.
        place_wished(Place): a place in the text.
        quotes_wished(str, QPoint): where the text quotes an indicator; the place on the screen that was clicked.
        copied(), pasted(): that key.
        cleared(): the selected values are to go.
        menu_wanted(QPoint): the menu, at a place of the screen.
    """

    walked = Signal(str)
    details_wished = Signal(str)
    place_wished = Signal(object)
    quotes_wished = Signal(str, object)
    copied = Signal()
    pasted = Signal()
    cleared = Signal()
    menu_wanted = Signal(object)

    def __init__(
        self,
        ledger: Ledger,
        theme: Theme,
        icons: Icons,
        columns: Sequence[Columns] = tuple(Columns),
        *,
        flat: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ledger, theme, icons, columns, flat=flat, parent=parent)
        self.sheet.typed.connect(ledger.type_in)
        self.cells.left.connect(self._leave)
        self._deeds = self._deed_table()

    def value_edit(self) -> ValueEdit | None:
        """The open editor."""
        found = self.indexWidget(self.currentIndex()) if self.currentIndex().isValid() else None
        return found if isinstance(found, ValueEdit) else None

    def finish(self) -> None:
        """Take over what stands in an open editor, and close it."""
        editor = self.value_edit()
        if editor is not None:
            editor.end_composing()
            self.cells.close(editor)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in a sheet; a digit opens the editor and replaces what is in the cell."""
        editor = self.value_edit()
        if editor is not None and editor.composing:
            return  # Qt keeps the focus here until the first word is chosen
        for keys, told in ((QKeySequence.StandardKey.Copy, self.copied), (QKeySequence.StandardKey.Paste, self.pasted)):
            if event.matches(keys):
                told.emit()
                return
        act = self._deeds.get(view_deed(event))
        if act is not None and act():
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape):
            event.ignore()
            return
        self.cells.replacing = bool(event.text())
        super().keyPressEvent(event)
        self.cells.replacing = False

    def _deed_table(self) -> dict[str, Callable[[], bool]]:
        """What the keys of the table do here; False where a key has nothing to do and goes on."""
        return {
            "details": self._enter,
            "edit": self._edit_current,
            "above": lambda: self.step(Way.UP) or True,
            "clear": self._clear,
            "fold": lambda: self._fold_current(True),
            "unfold": lambda: self._fold_current(False),
            "back": self._drop_unread,
        }

    def _enter(self) -> bool:
        if self.sheet.group_at(self.currentIndex()) is not None:
            return self._fold_current(self.isExpanded(self.currentIndex()))
        if self.indicator:
            self.details_wished.emit(self.indicator)
        return True

    def _edit_current(self) -> bool:
        if self.indicator:
            self.edit(self.currentIndex())
        return True

    def edit_current(self) -> None:
        """Open the editor of the current value."""
        self._edit_current()

    def hint(self) -> tuple[str, str]:
        """What the status line says while a value has the focus: what it changes, and what can be typed."""
        focus = QApplication.focusWidget()
        within = focus is not None and (focus is self or self.isAncestorOf(focus))
        if not within or not self.indicator:
            return "", ""
        known = self._ledger.known()
        words = hint_words(known.values.name(self.indicator), known.quotes.get(self.indicator, 0))
        return words, _("空＝未填，0＝零，输入“/”＝不适用")

    def _clear(self) -> bool:
        self.cleared.emit()
        return True

    def _fold_current(self, folded: bool) -> bool:
        current = self.currentIndex()
        head = current if self.sheet.group_at(current) is not None else current.parent()
        if not head.isValid() or self._flat or (current != head and not folded):
            return False
        self.fold(head, folded)
        self.setCurrentIndex(head)
        return True

    def _drop_unread(self) -> bool:
        if not self._ledger.unread(self.indicator):
            return False
        self._ledger.drop_unread(self.indicator)
        return True

    def _leave(self, way: Way) -> None:
        """Go on from a cell that was edited."""
        self.setFocus()
        if way in (Way.NEXT, Way.PREVIOUS):
            self.focusNextPrevChild(way is Way.NEXT)
        elif way in (Way.UP, Way.DOWN):
            self.step(way)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the values, and past the last one out of the sheet."""
        return self.step(Way.NEXT if next else Way.PREVIOUS) or super().focusNextPrevChild(next)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The current cell is always that of a value, or the head of a group."""
        index = super().moveCursor(action, modifiers)
        return index.siblingAtColumn(Columns.VALUE) if self.sheet.row_at(index) is not None else index

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell where the clerk is."""
        super().currentChanged(current, previous)
        self.walked.emit(self.indicator)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Composing opens the editor, and what is composed goes into it from the first letter on."""
        before = self.value_edit()
        self.cells.replacing = True
        super().inputMethodEvent(event)
        self.cells.replacing = False
        editor = self.value_edit()
        if before is None and editor is not None and event.commitString() and not event.preeditString():
            # Qt hands on what is composed, but not what comes at once, such as full-width digits.
            QApplication.sendEvent(editor, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """The candidates stand at the cell."""
        if query != Qt.InputMethodQuery.ImCursorRectangle or not self.currentIndex().isValid():
            return super().inputMethodQuery(query)
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Some value is the current one."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.step(Way.DOWN)
        self.walked.emit(self.indicator)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The status line has nothing to say of it any more."""
        super().focusOutEvent(event)
        self.walked.emit(self.indicator)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The current cell is that of the value, wherever the row was clicked."""
        super().mousePressEvent(event)
        current = self.currentIndex()
        if self.sheet.row_at(current) is not None and current.column() != Columns.VALUE:
            value = current.siblingAtColumn(Columns.VALUE)
            self.selectionModel().setCurrentIndex(value, _Flag.NoUpdate)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A head folds its group, a box opens its editor, a link leads where it says."""
        super().mouseReleaseEvent(event)
        index, point = self.indexAt(event.position().toPoint()), event.position().toPoint()
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid() or event.modifiers():
            return
        line = self.sheet.line_at(index)
        if line is None:
            self.fold(index.siblingAtColumn(0), self.isExpanded(index.siblingAtColumn(0)))
        elif line.message is not None:
            if self._link_of(index, line.message).contains(point):
                self._follow_message(line.row.id, line.message)
        elif index.column() == Columns.QUOTES and line.row.quotes:
            self.quotes_wished.emit(line.row.id, event.globalPosition().toPoint())
        elif index.column() == Columns.VALUE and painting.box_of(self._theme, self.visualRect(index)).contains(point):
            self.edit(index)

    def _follow_message(self, indicator: str, message: Message) -> None:
        self.go_to(indicator)
        if message.gravity is Gravity.BLOCK:
            self._ledger.drop_unread(indicator)
        elif message.place is not None:
            self.place_wished.emit(message.place)
        elif message.rule:
            self.details_wished.emit(indicator)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Links show that they are links."""
        super().mouseMoveEvent(event)
        over = self._is_link(event.position().toPoint())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def _is_link(self, point: QPoint) -> bool:
        index = self.indexAt(point)
        line = self.sheet.line_at(index)
        if line is None:
            return False
        if line.message is not None:
            return self._link_of(index, line.message).contains(point)
        return index.column() == Columns.QUOTES and bool(line.row.quotes)

    def _link_of(self, index: Index, message: Message) -> QRect:
        area = self.visualRect(index.siblingAtColumn(0))  # type: ignore[arg-type]
        return painting.link_rect(self._theme, message, self._band(area))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the indicator under the mouse."""
        index = self.indexAt(event.pos())
        row = self.sheet.row_at(index)
        if row is not None and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index.siblingAtColumn(Columns.VALUE))
        self.menu_wanted.emit(event.globalPos())
