"""A table whose columns the type declares."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.content import Table
from report.identity import NewId
from report.report import Value
from report.template import Field
from ui.fields.base import FieldEditor
from ui.fields.grid import GridEditor
from ui.icons import Icons
from ui.theme import Theme


class TableEditor(FieldEditor):
    """Rows under the declared heads."""

    def __init__(self, field: Field, theme: Theme, icons: Icons, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._new_id = new_id
        self._value = Table("")
        heads = [column.label + (f"（{column.unit}）" if column.unit else "") for column in field.columns]
        self.grid = GridEditor(theme, icons, heads)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        self.grid.edited.connect(self._take)
        self.show_value(Table(""))

    def focus_target(self) -> QWidget:
        """The grid."""
        return self.grid.grid

    def show_value(self, value: Value) -> None:
        """Show a table that comes from elsewhere."""
        self._value = value if isinstance(value, Table) else Table("")
        self.grid.show_cells(self._value.rows)

    def _take(self) -> None:
        value = replace(self._value, id=self._value.id or self._new_id(), rows=self.grid.cells())
        if value != self._value:
            self._value = value
            self.edited.emit(value)
