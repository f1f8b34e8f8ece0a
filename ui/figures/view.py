"""The sheet on the screen: keys, input methods, the mouse, the widths of its columns."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem, QTreeView, QWidget

from report.indicators.rows import FigureRow, Gravity, Message
from resources.i18n import _
from ui.fields.grid.cell_edit import Way
from ui.figures import painting
from ui.figures.columns import Columns, columns_for
from ui.figures.delegate import FigureDelegate
from ui.figures.header import SheetHeader
from ui.figures.keys import view_deed
from ui.figures.ledger import Ledger
from ui.figures.model import FigureModel
from ui.figures.sizing import Widths
from ui.figures.value_edit import ValueEdit
from ui.icons import Icons
from ui.painting.options import Option
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_Flag = QItemSelectionModel.SelectionFlag
_LINKS = (Columns.QUOTES,)


class FigureView(QTreeView):
    """Indicators with their values. In a `flat` view there is one group, and its head is not shown.

    Signals:
        walked(str): the clerk is at an indicator, "" for none.
        details_wished(str): more about an indicator.
        quotes_wished(str, QPoint): where the text quotes an indicator; the place on the screen that was clicked.
        copied(), pasted(): that key.
        cleared(): the selected values are to go.
        menu_wanted(QPoint): the menu, at a place of the screen.
    """

    walked = Signal(str)
    details_wished = Signal(str)
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
        super().__init__(parent)
        self._ledger, self._theme, self._flat, self._wanted = ledger, theme, flat, columns
        self._folded: set[str] = set()
        self._returning = ""
        self._hovered: Index | None = None
        self.ignores_folds = False
        self.sheet = FigureModel(self)
        name_left = 0 if flat else 28
        self.cells = FigureDelegate(theme, icons, self.sheet, ledger.series, name_left, self)
        self.setHeader(SheetHeader(theme, name_left, self))
        self.setModel(self.sheet)
        self.setItemDelegate(self.cells)
        self.widths = Widths(self, theme)
        self._dress()
        self.sheet.typed.connect(ledger.type_in)
        self.sheet.modelAboutToBeReset.connect(self._note_current)
        self.sheet.modelReset.connect(self._come_back)
        self.cells.left.connect(self._leave)
        self._deeds = self._deed_table()
        theme.changed.connect(self._style)
        self._style()

    def _dress(self) -> None:
        triggers, modes = QAbstractItemView.EditTrigger, QAbstractItemView.ScrollMode
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setVerticalScrollMode(modes.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(_("指标"))

    # What is shown

    def show_rows(self, groups: Sequence[object], year: int | None) -> None:
        """Show these groups, GroupRows each."""
        self.sheet.show(groups, year)  # type: ignore[arg-type]

    @property
    def indicator(self) -> str:
        """The indicator at which the clerk is, "" for none."""
        row = self.sheet.row_at(self.currentIndex())
        return row.id if row is not None else ""

    def go_to(self, indicator: str) -> bool:
        """Make an indicator the current one, its group unfolded; whether it is here."""
        index = self.sheet.index_of(indicator)
        if not index.isValid():
            return False
        self.setExpanded(index.parent(), True)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def show_first(self) -> None:
        """Be at the first indicator, so that there is one to tell of."""
        if not self.currentIndex().isValid():
            self.step(Way.DOWN)

    def selected(self) -> list[FigureRow]:
        """The selected indicators from top to bottom, else the current one."""
        model = self.selectionModel()
        rows = [
            row
            for index in self._rows()
            if model.isSelected(index) and (row := self.sheet.row_at(index)) is not None
        ]
        current = self.sheet.row_at(self.currentIndex())
        return rows or ([current] if current is not None else [])

    def below(self) -> list[str]:
        """The indicators in view from the current one down."""
        ids = [row.id for index in self._rows() if (row := self.sheet.row_at(index)) is not None]
        return ids[ids.index(self.indicator) :] if self.indicator in ids else ids

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

    def _rows(self) -> Iterator[QModelIndex]:
        """The values of all indicators in groups that are open."""
        for place in range(self.sheet.rowCount()):
            head = self.sheet.index(place, 0)
            if self._flat or self.isExpanded(head):
                for number in range(self.sheet.rowCount(head)):
                    index = self.sheet.index(number, Columns.VALUE, head)
                    if self.sheet.row_at(index) is not None:
                        yield index

    def _note_current(self) -> None:
        self._returning = self.indicator

    def _come_back(self) -> None:
        """Groups as they were folded, and the same indicator, after the sheet was made anew."""
        if self._flat:
            self.setRootIndex(self.sheet.index(0, 0))
        for place, node in enumerate(self.sheet.nodes):
            folded = node.group.id in self._folded and not self.ignores_folds
            self.setExpanded(self.sheet.index(place, 0), not folded)
        if self._returning:
            index = self.sheet.index_of(self._returning)
            if index.isValid():
                self.setCurrentIndex(index)

    def fold(self, head: Index, folded: bool) -> None:
        """Fold a group or open it."""
        group = self.sheet.group_at(head)
        if group is not None:
            self._folded = self._folded | {group.id} if folded else self._folded - {group.id}
            self.setExpanded(head, not folded)  # type: ignore[arg-type]

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys as in a sheet; a digit opens the editor and replaces what is in the cell."""
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

    def step(self, way: Way) -> bool:
        """Go to the next value that way; False where there is none."""
        rows = list(self._rows())
        if not rows:
            return False
        back = way in (Way.UP, Way.PREVIOUS)
        current = self.currentIndex()
        at = next((place for place, one in enumerate(rows) if one == current), None)
        if at is None:
            return self._step_from_head(rows, current, back=back)
        place = at - 1 if back else at + 1
        if not 0 <= place < len(rows):
            return False
        self.setCurrentIndex(rows[place])
        return True

    def _step_from_head(self, rows: list[QModelIndex], head: QModelIndex, *, back: bool) -> bool:
        """From the head of a group to the first value below it, or the last above."""
        here = head.row() if head.isValid() else 0
        found = [one for one in rows if (one.parent().row() < here if back else one.parent().row() >= here)]
        if found:
            self.setCurrentIndex(found[-1 if back else 0])
        return bool(found)

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

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
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
        index, point = self.indexAt(event.pos()), event.pos()
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
        elif message.rule:
            self.details_wished.emit(indicator)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Links show that they are links."""
        super().mouseMoveEvent(event)
        over = self._is_link(event.pos())
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

    # Looks

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Heads and messages over all columns; indicators cell by cell, a line below each."""
        any_option: Option = option
        rect = QRect(0, any_option.rect.top(), self.viewport().width(), any_option.rect.height())
        group, line = self.sheet.group_at(index), self.sheet.line_at(index)
        painter.save()
        if group is not None:
            ring = self.hasFocus() and self.currentIndex().siblingAtColumn(0) == index
            is_open = self.isExpanded(index)  # type: ignore[arg-type]
            painting.paint_group(self.cells.brush, painter, rect, group, is_open=is_open, ring=ring)
        elif line is not None and line.message is not None:
            painting.paint_message(self.cells.brush, painter, self._band(rect), line.message, hovered=False)
            self._line_below(painter, rect, index)
        elif line is not None:
            if self.selectionModel().isSelected(index.siblingAtColumn(0)):  # type: ignore[arg-type]
                painter.fillRect(rect, self._theme.colour("accent_tint"))
            super().drawRow(painter, option, index)
            self._line_below(painter, rect, index)
        painter.restore()

    def _band(self, rect: QRect) -> QRect:
        """Where a message stands in its row: from where the names begin."""
        left = 0 if self._flat else self._theme.px(28)
        return QRect(left, rect.top(), self.viewport().width() - left, rect.height())

    def _line_below(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """A line between two indicators, below the messages of the first."""
        below = self.sheet.line_at(self.sheet.index(index.row() + 1, 0, index.parent()))
        if below is None or below.message is None:
            self.cells.brush.line_below(painter, rect)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """None: heads have chevrons of their own."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the width anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def arrange(self) -> None:
        """Give each column its width; some go where there is no room."""
        self.widths.share(self.viewport().width(), columns_for(self.widths.logical(self.viewport().width()), self._wanted))
        self.cells.message_width = self._band(QRect()).width()
        self.scheduleDelayedItemsLayout()

    def height_of_rows(self) -> int:
        """How high all that is shown is, with the head."""
        heights = sum(self.rowHeight(self.sheet.index(0, 0)) for _one in ())
        for place in range(self.sheet.rowCount()):
            head = self.sheet.index(place, 0)
            for number in range(self.sheet.rowCount(head)):
                heights += self.cells.sizeHint(QStyleOptionViewItem(), self.sheet.index(number, 0, head)).height()
        return heights + self.header().sizeHint().height()

    def minimumSizeHint(self) -> QSize:
        """A head and two rows."""
        return QSize(self._theme.px(200), self._theme.px(100))

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.arrange()
        self.viewport().update()
