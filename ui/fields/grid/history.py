"""Undo for a table that is edited by itself, apart from the report."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ui.fields.grid.cells import Cells
from ui.fields.grid.editor import GridEditor


class History(QObject):
    """Ctrl+Z and Ctrl+Y over the cells of one grid. A cell being typed in keeps its own."""

    def __init__(self, grid: GridEditor) -> None:
        super().__init__(grid)
        self._grid = grid
        self._now = grid.model.cells
        self._past: list[Cells] = []
        self._future: list[Cells] = []
        grid.model.edited.connect(self._note)
        for keys, act in ((QKeySequence.StandardKey.Undo, self.undo), (QKeySequence.StandardKey.Redo, self.redo)):
            for key in QKeySequence.keyBindings(keys):
                QShortcut(key, grid.view, act)

    def undo(self) -> None:
        """Show the cells as they were before the last edit."""
        self._go(self._past, self._future)

    def redo(self) -> None:
        """Take the last undo back."""
        self._go(self._future, self._past)

    def _go(self, source: list[Cells], target: list[Cells]) -> None:
        if source:
            target.append(self._now)
            self._now = source.pop()
            self._grid.show_cells(self._now)

    def _note(self) -> None:
        self._past.append(self._now)
        self._future.clear()
        self._now = self._grid.model.cells
