"""A table whose columns the type declares."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.content import Table
from report.identity import NewId
from report.report import Value
from report.template import Field
from report.texts import Spot
from ui.fields.base import FieldEditor
from ui.fields.grid.cells import Cells
from ui.fields.grid.editor import GridEditor
from ui.fields.marks import TextMark
from ui.icons import Icons
from ui.theme import Theme


class TableEditor(FieldEditor):
    """Rows under the declared heads. What was not pasted is told below the table, too."""

    def __init__(self, field: Field, theme: Theme, icons: Icons, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._new_id = new_id
        self._value = Table("")
        self.grid = GridEditor(theme, icons, field.columns)
        self.grid.view.setAccessibleName(field.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.grid.edited.connect(self._take)
        self.grid.noticed.connect(self.noticed)
        self.show_value(Table(""))

    def focus_target(self) -> QWidget:
        """The cells."""
        return self.grid.view

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Go to a cell; with `focus` it is opened and the characters in it selected."""
        self.grid.select_in(spot.row, spot.column, start, end, focus=focus)
        return self.grid.view

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark the cells that hold these words."""
        self.grid.show_marks({(mark.spot.row, mark.spot.column) for mark in marks})

    def show_value(self, value: Value) -> None:
        """Show a table that comes from elsewhere."""
        self._value = value if isinstance(value, Table) else Table("")
        self.grid.show_cells(self._value.rows)

    def finish(self) -> None:
        """Take over what stands in an open cell."""
        self.grid.finish()

    def _take(self, rows: Cells) -> None:
        if rows == self._value.rows:
            return
        self._value = replace(self._value, id=self._value.id or self._new_id(), rows=rows)
        self.edited.emit(self._value)
