"""The rows of the sheet on the screen: which are shown, how they are painted, the widths of the columns."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from report.indicators.rows import FigureRow, GroupRows
from resources.i18n import _
from ui.fields.grid.cell_edit import Way
from ui.figures import painting
from ui.figures.columns import Columns, columns_for
from ui.figures.delegate import FigureDelegate
from ui.figures.header import SheetHeader
from ui.figures.ledger import Ledger
from ui.figures.model import FigureModel
from ui.figures.sizing import Widths
from ui.icons import Icons
from ui.painting.options import Option
from ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex


class RowsView(QTreeView):
    """Indicators with their values. In a `flat` view there is one group, and its head is not shown."""

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
        self.ignores_folds = False
        self.sheet = FigureModel(self)
        name_left = 0 if flat else 28
        self.cells = FigureDelegate(theme, icons, self.sheet, ledger.series, name_left, self)
        self.setHeader(SheetHeader(theme, name_left, self))
        self.setModel(self.sheet)
        self.setItemDelegate(self.cells)
        self.widths = Widths(self, theme)
        self._dress()
        self.sheet.modelAboutToBeReset.connect(self._note_current)
        self.sheet.modelReset.connect(self._come_back)
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

    def show_rows(self, groups: Sequence[GroupRows], year: int | None) -> None:
        """Show these groups."""
        self.sheet.show(groups, year)

    @property
    def indicator(self) -> str:
        """The indicator at which the clerk is, "" for none."""
        row = self.sheet.row_at(self.currentIndex())
        return row.id if row is not None else ""

    def go_to(self, indicator: str) -> bool:
        """Make an indicator the current one, its group unfolded, and show it with its messages; whether it is here."""
        index = self.sheet.index_of(indicator)
        if not index.isValid():
            return False
        self.setExpanded(index.parent(), True)
        self.setCurrentIndex(index)
        below = index.row() + len(row.messages) if (row := self.sheet.row_at(index)) is not None else index.row()
        self.scrollTo(self.sheet.index(below, Columns.VALUE, index.parent()))
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
            row for index in self._rows() if model.isSelected(index) and (row := self.sheet.row_at(index)) is not None
        ]
        current = self.sheet.row_at(self.currentIndex())
        return rows or ([current] if current is not None else [])

    def below(self) -> list[str]:
        """The indicators in view from the current one down."""
        ids = [row.id for index in self._rows() if (row := self.sheet.row_at(index)) is not None]
        return ids[ids.index(self.indicator) :] if self.indicator in ids else ids

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
        self.widths.share(
            self.viewport().width(), columns_for(self.widths.logical(self.viewport().width()), self._wanted)
        )
        self.cells.message_width = self._band(QRect()).width()
        self.scheduleDelayedItemsLayout()

    def height_of_rows(self) -> int:
        """How high all that is shown is, with the head."""
        heights = 0
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
