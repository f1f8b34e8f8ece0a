"""A grid of cells: rows and columns can be added, removed and moved; a block copied from a sheet can be pasted."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import ToolButton
from ui.theme import Theme

Cells = tuple[tuple[str, ...], ...]


class Grid(QTableWidget):
    """The cells.

    Signals:
        edited(): a cell differs from before.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.verticalHeader().setVisible(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setTabKeyNavigation(False)
        self.itemChanged.connect(self._tell)
        theme.changed.connect(self._style)
        self._style()

    def show_cells(self, cells: Cells, columns: int) -> None:
        """Show rows of cells."""
        if cells == self.cells() and columns == self.columnCount():
            return
        self.blockSignals(True)
        self.setColumnCount(columns)
        self.setRowCount(len(cells))
        for row, texts in enumerate(cells):
            for column in range(columns):
                self.setItem(row, column, QTableWidgetItem(texts[column] if column < len(texts) else ""))
        self.blockSignals(False)

    def cells(self) -> Cells:
        """The cells as they are."""
        return tuple(
            tuple(self._text(row, column) for column in range(self.columnCount())) for row in range(self.rowCount())
        )

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste and copy blocks; Delete empties cells; Enter goes down."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._selected())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.blockSignals(True)
            for item in self.selectedItems():
                item.setText("")
            self.blockSignals(False)
            self.edited.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() + 1 < self.rowCount():
            self.setCurrentCell(self.currentRow() + 1, self.currentColumn())
        else:
            super().keyPressEvent(event)

    def paste(self, text: str) -> None:
        """Put a block of tab-separated lines at the current cell; rows are added as needed, columns are not."""
        rows = [line.split("\t") for line in text.replace("\r\n", "\n").rstrip("\n").split("\n")]
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self.blockSignals(True)
        if self.rowCount() < top + len(rows):
            self.setRowCount(top + len(rows))
        for down, row in enumerate(rows):
            for across, cell in enumerate(row[: self.columnCount() - left]):
                self.setItem(top + down, left + across, QTableWidgetItem(cell.strip()))
        self.blockSignals(False)
        self.edited.emit()

    def _selected(self) -> str:
        ranges = self.selectedRanges()
        if not ranges:
            return ""
        area = ranges[0]
        lines = (
            "\t".join(self._text(row, column) for column in range(area.leftColumn(), area.rightColumn() + 1))
            for row in range(area.topRow(), area.bottomRow() + 1)
        )
        return "\n".join(lines)

    def _tell(self) -> None:
        self.edited.emit()

    def _style(self) -> None:
        self.setFont(self._theme.font("body"))
        self.verticalHeader().setDefaultSectionSize(self._theme.px(36))


class GridEditor(QWidget):
    """A grid with buttons to add, remove and move rows, and columns where they are free.

    Signals:
        edited(): a cell, a row or a column differs from before.
    """

    edited = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        heads: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._heads = list(heads)
        self.grid = Grid(theme)
        if heads:
            self.grid.setColumnCount(len(heads))
            self.grid.setHorizontalHeaderLabels(self._heads)
        tools = QHBoxLayout()
        actions = [(_("加一行"), self._add_row), (_("删一行"), self._remove_row)]
        actions += [(_("上移"), lambda: self._move_row(-1)), (_("下移"), lambda: self._move_row(1))]
        if not heads:
            actions += [(_("加一列"), self._add_column), (_("删一列"), self._remove_column)]
        for text, action in actions:
            button = ToolButton(theme, icons, "", text)
            button.clicked.connect(action)
            tools.addWidget(button)
        tools.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(tools)
        layout.addWidget(self.grid)
        self.grid.edited.connect(self.edited)

    def show_cells(self, cells: Cells) -> None:
        """Show rows of cells; an empty grid shows one empty row."""
        columns = len(self._heads) or max((len(row) for row in cells), default=3)
        self.grid.show_cells(cells or (("",) * columns,), columns)
        if self._heads:
            self.grid.setHorizontalHeaderLabels(self._heads)

    def cells(self) -> Cells:
        """The cells, without rows that are empty at the end."""
        cells = list(self.grid.cells())
        while cells and not any(cell.strip() for cell in cells[-1]):
            cells.pop()
        return tuple(cells)

    def _add_row(self) -> None:
        place = self.grid.currentRow() + 1 if self.grid.currentRow() >= 0 else self.grid.rowCount()
        self.grid.insertRow(place)
        self.grid.setCurrentCell(place, 0)
        self.edited.emit()

    def _remove_row(self) -> None:
        if self.grid.rowCount() > 1 and self.grid.currentRow() >= 0:
            self.grid.removeRow(self.grid.currentRow())
            self.edited.emit()

    def _move_row(self, step: int) -> None:
        row, cells = self.grid.currentRow(), list(self.grid.cells())
        if row >= 0 and 0 <= row + step < len(cells):
            cells[row], cells[row + step] = cells[row + step], cells[row]
            self.grid.show_cells(tuple(cells), self.grid.columnCount())
            self.grid.setCurrentCell(row + step, self.grid.currentColumn())
            self.edited.emit()

    def _add_column(self) -> None:
        place = self.grid.currentColumn() + 1 if self.grid.currentColumn() >= 0 else self.grid.columnCount()
        self.grid.insertColumn(place)
        self.edited.emit()

    def _remove_column(self) -> None:
        if self.grid.columnCount() > 1 and self.grid.currentColumn() >= 0:
            self.grid.removeColumn(self.grid.currentColumn())
            self.edited.emit()
