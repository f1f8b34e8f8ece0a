"""Edit a table that stands in the text."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from report.content import Table
from resources.i18n import _
from ui.fields.grid import GridEditor
from ui.icons import Icons
from ui.theme import Theme


def edit_table(table: Table, theme: Theme, icons: Icons, parent: QWidget) -> Table | None:
    """Let the clerk edit a table; None when it was left as it is."""
    dialog = TableDialog(table, theme, icons, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    changed = dialog.table()
    return changed if changed != table else None


class TableDialog(QDialog):
    """A caption, the number of head rows, the cells."""

    def __init__(self, table: Table, theme: Theme, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(_("表格"))
        self.resize(theme.px(760), theme.px(480))
        self.caption = QLineEdit(table.caption)
        self.caption.setPlaceholderText(_("表格上方居中印出，可以不写"))
        self.heads = QSpinBox()
        self.heads.setRange(0, 5)
        self.heads.setValue(table.head_rows)
        self.grid = GridEditor(theme, icons)
        self.grid.show_cells(table.rows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        keep = buttons.addButton(_("放进报告"), QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        top = QHBoxLayout()
        for text, editor in ((_("表名"), self.caption), (_("表头行数"), self.heads)):
            label = QLabel(text)
            label.setBuddy(editor)
            top.addWidget(label)
            top.addWidget(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        layout.setSpacing(theme.px(12))
        layout.addLayout(top)
        layout.addWidget(self.grid, 1)
        layout.addWidget(buttons)
        self.grid.grid.setFocus()

    def table(self) -> Table:
        """The table as edited."""
        return replace(
            self._table, caption=self.caption.text().strip(), rows=self.grid.cells(), head_rows=self.heads.value()
        )
