"""Where the clerk is in a grid: the current cell, the selected area, the step to the next cell."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView, QWidget

from ui.fields.grid.cell_edit import Way
from ui.fields.grid.cells import Area
from ui.fields.grid.model import GridModel

_Flag = QItemSelectionModel.SelectionFlag
STEPS = {Way.UP: (-1, 0), Way.DOWN: (1, 0), Way.LEFT: (0, -1), Way.RIGHT: (0, 1)}
"""Rows and columns that a way leads on."""


class WalkedView(QTableView):
    """A view whose selection is one rectangle."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)

    def area(self) -> Area | None:
        """The selected cells; without a selection the current one; None where there is neither."""
        ranges = self.selectionModel().selection()
        if ranges.isEmpty():
            current = self.currentIndex()
            return Area(current.row(), current.column(), current.row(), current.column()) if current.isValid() else None
        all_ranges = [ranges.at(number) for number in range(ranges.count())]
        return Area(
            min(one.top() for one in all_ranges),
            min(one.left() for one in all_ranges),
            max(one.bottom() for one in all_ranges),
            max(one.right() for one in all_ranges),
        )

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, or the nearest that exists."""
        row = max(0, min(row, self._model.rowCount() - 1))
        column = max(0, min(column, self._model.columnCount() - 1))
        self.setCurrentIndex(self._model.index(row, column))

    def select(self, area: Area) -> None:
        """Select an area; its first cell is the current one."""
        self.go_to(area.top, area.left)
        end = self._model.index(
            min(area.bottom, self._model.rowCount() - 1), min(area.right, self._model.columnCount() - 1)
        )
        self.selectionModel().select(QItemSelection(self.currentIndex(), end), _Flag.ClearAndSelect)

    def step(self, way: Way) -> bool:
        """Go to the next cell that way; False where there is none."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        if way in (Way.NEXT, Way.PREVIOUS):
            columns = self._model.columnCount()
            place = row * columns + column + (1 if way is Way.NEXT else -1)
            if not 0 <= place < self._model.rowCount() * columns:
                return False
            self.go_to(*divmod(place, columns))
            return True
        down, right = STEPS[way]
        if not (0 <= row + down < self._model.rowCount() and 0 <= column + right < self._model.columnCount()):
            return False
        self.go_to(row + down, column + right)
        return True
