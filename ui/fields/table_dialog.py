"""Edit a table that stands in the text."""

from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from report.clean_text import one_line
from report.content import Table
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.fields.grid.editor import GridEditor
from ui.fields.grid.history import History
from ui.icons import Icons
from ui.parts.inputs import SpinBox
from ui.parts.text import Small
from ui.theme import Theme

_WIDTH, _HEIGHT, _HEADS = 880, 600, 5


def edit_table(table: Table, theme: Theme, icons: Icons, parent: QWidget) -> Table | None:
    """Let the clerk edit a table; None when it was left as it is."""
    dialog = TableDialog(table, theme, icons, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    changed = dialog.table()
    return changed if changed != table else None


class TableDialog(Dialog):
    """A caption, the number of head rows, the cells."""

    def __init__(self, table: Table, theme: Theme, icons: Icons, parent: QWidget | None) -> None:
        super().__init__(theme, _("表格"), _("放进报告"), parent)
        self._table = table
        self.caption = QLineEdit(table.caption)
        self.caption.setPlaceholderText(_("表格上方居中印出，可以不写"))
        self.caption.setAccessibleName(_("表名"))
        self.heads = SpinBox()
        self.heads.setRange(0, _HEADS)
        self.heads.setValue(table.head_rows)
        self.heads.setAccessibleName(_("表头行数"))
        self.heads.setToolTip(_("表头加粗，表格跨页时每页重印"))
        self.grid = GridEditor(theme, icons)
        self.grid.set_head_rows(table.head_rows)
        self.grid.show_cells(table.rows)
        self._first = self.grid.cells()
        self.history = History(self.grid)
        self.heads.valueChanged.connect(self.grid.set_head_rows)
        # Enter and Esc belong to the cells: neither may close the dialog from within them.
        self.accept_button.setDefault(False)
        self._arrange()
        self.grid.view.setFocus()

    def table(self) -> Table:
        """The table as edited."""
        self.grid.finish()
        cells = self.grid.cells()
        rows = self._table.rows if cells == self._first else cells
        return replace(
            self._table, caption=one_line(self.caption.text()).strip(), rows=rows, head_rows=self.heads.value()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a table that is as it was; one that was changed stays, and the foot says how to leave it."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self.table() != self._table:
            self.note.setText(_("表格改过了。要丢掉改动，点“取消”。"))
            return
        super().keyPressEvent(event)

    def _arrange(self) -> None:
        theme = self.theme
        top = QHBoxLayout()
        top.setSpacing(theme.size("gap_8"))
        for text, editor, stretch in ((_("表名"), self.caption, 1), (_("表头行数"), self.heads, 0)):
            label = QLabel(text)
            label.setBuddy(editor)
            top.addWidget(label)
            top.addWidget(editor, stretch)
            top.addSpacing(0 if stretch == 0 else theme.size("gap_16"))
        self.body.addLayout(top)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(Small(theme, _("可以从WPS表格、Excel里复制一片单元格，到这里粘贴。")))
        room = self.screen().availableSize() - QSize(theme.size("gap_48"), theme.size("gap_48"))
        self.resize(QSize(theme.px(_WIDTH), theme.px(_HEIGHT)).boundedTo(room))
