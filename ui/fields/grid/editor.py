"""A table to be edited: tools, cells, sums."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from report.template import Column
from report.totals import add_up, declared_columns
from ui.fields.grid.blocks import read_block
from ui.fields.grid.cells import Cells, squared, width_of, without_empty_end
from ui.fields.grid.foot import Foot
from ui.fields.grid.menu import make_menu
from ui.fields.grid.model import GridModel
from ui.fields.grid.operations import Operations
from ui.fields.grid.tools import Tools
from ui.fields.grid.view import GridView
from ui.fields.marks import select, units
from ui.icons import Icons
from ui.theme import Theme


class GridEditor(QWidget):
    """Rows under declared columns; without any, a free table whose columns and head rows are the clerk's.

    Signals:
        edited(cells): the clerk changed something; all cells, without empty rows at the end.
        noticed(str): a sentence about what was not pasted. It is shown below the table, too.
    """

    edited = Signal(object)
    noticed = Signal(str)

    def __init__(
        self, theme: Theme, icons: Icons, columns: Sequence[Column] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._shown = theme, icons, False
        self._last: Cells = ()
        heads = [column.label + (f"（{column.unit}）" if column.unit else "") for column in columns]
        self.model = GridModel(heads, declared_columns(columns), self)
        self.view = GridView(theme, self.model)
        self.operations = Operations(self.model, self.view, self)
        self.tools = Tools(theme, icons, self.operations, free=not columns)
        self.foot = Foot(theme, icons)
        policy = QSizePolicy.Policy
        self.view.setSizePolicy(policy.Expanding, policy.Fixed if columns else policy.Expanding)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.tools)
        self._column.addWidget(self.view, 1)
        self._column.addWidget(self.foot)
        self.setFocusProxy(self.view)
        self.model.edited.connect(self._tell)
        self.model.shaped.connect(self._show_state)
        self.view.area_changed.connect(self._show_possible)
        self.view.menu_wanted.connect(self._show_menu)
        self.tools.used.connect(self.view.setFocus)
        self.operations.noticed.connect(self.foot.show_notice)
        self.operations.noticed.connect(self.noticed)
        theme.changed.connect(self._style)
        self._style()
        self._show_state()

    def show_cells(self, cells: Cells) -> None:
        """Show cells that come from elsewhere; those that stay are not touched, nor what is typed in one of them."""
        width = max(width_of(cells), width_of(self.cells()))
        if not self._shown or squared(without_empty_end(cells), width) != squared(self.cells(), width):
            self._shown = True
            self.foot.show_notice("")
            self.model.become(cells)
            self._last = self.cells()
            self.view.sizing.share()
            self._show_state()

    def cells(self) -> Cells:
        """The cells, without empty rows at the end."""
        return without_empty_end(self.model.cells)

    def select_in(self, row: int, column: int, start: int, end: int, *, focus: bool) -> None:
        """Go to a cell; with `focus` open it and select characters in it."""
        self.view.finish()
        self.view.go_to(row, column)
        if not focus:
            return
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())
        cell = self.view.cell_edit()
        if cell is not None:
            cell.setTextCursor(select(cell.document(), *units(cell.toPlainText(), start, end)))

    def show_marks(self, cells: Collection[tuple[int, int]]) -> None:
        """Mark these cells (row and column), and no others."""
        self.view.mark(cells)

    def finish(self) -> None:
        """Take over what stands in an open cell; to be called before the cells are read for good."""
        self.view.finish()

    def set_head_rows(self, count: int) -> None:
        """Say how many rows are the head of a free table."""
        self.model.set_head_rows(count)

    def paste(self, text: str) -> None:
        """Put in a block of tab-separated lines at the selection."""
        self.operations.paste_block(read_block(text))

    def _show_menu(self, place: QPoint) -> None:
        menu = make_menu(self._icons, self.operations, self.view, free=not self.model.heads)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _tell(self) -> None:
        self.foot.show_notice("")
        self._show_state()
        cells = self.cells()
        # An empty row at the end is room for words, not a change of the value.
        if cells != self._last:
            self._last = cells
            self.edited.emit(cells)

    def _show_state(self) -> None:
        self.foot.show_totals(add_up(self.model.cells, self.model.numbers(), self.model.head_rows))
        self._show_possible()

    def _show_possible(self) -> None:
        self.tools.show_possible(self.operations.possible())

    def _style(self) -> None:
        self._column.setSpacing(self._theme.size("gap_4"))
