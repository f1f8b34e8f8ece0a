"""A table in a window, and the keys that a clerk presses in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from report.template import Column
from ui.fields.grid.cells import Cells
from ui.fields.grid.editor import GridEditor
from ui.fields.grid.view import GridView
from ui.icons import Icons
from ui.theme import Theme

_NONE = Qt.KeyboardModifier.NoModifier
COLUMNS = (Column("a", "类别"), Column("b", "件数", "件", True), Column("c", "金额", "万元", True))
ROWS: Cells = (("处罚", "31", "100.5"), ("许可", "15", "211.986"))


class Page:
    """A table between two lines, on an active window."""

    def __init__(self, qtbot: QtBot, theme: Theme, icons: Icons, columns: tuple[Column, ...], rows: Cells) -> None:
        self.widget = QWidget()
        layout = QVBoxLayout(self.widget)
        self.before, self.after = QLineEdit(), QLineEdit()
        self.grid = GridEditor(theme, icons, columns)
        for one in (self.before, self.grid, self.after):
            layout.addWidget(one)
        QWidget.setTabOrder(self.grid.view, self.after)
        self.grid.show_cells(rows)
        self.told: list[Cells] = []
        self.grid.edited.connect(self.told.append)
        qtbot.addWidget(self.widget)
        self.qtbot = qtbot
        self.widget.resize(700, 500)
        self.widget.show()
        self.widget.activateWindow()
        QApplication.processEvents()
        self.view.setFocus()

    @property
    def view(self) -> GridView:
        return self.grid.view

    @property
    def place(self) -> tuple[int, int]:
        return self.view.currentIndex().row(), self.view.currentIndex().column()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """A key to whatever has the focus within the table."""
        self.qtbot.keyClick(self.view.cell_edit() or self.view, key, modifiers)

    def type(self, text: str) -> None:
        """Latin letters and digits, first to the selected cell, then to its editor."""
        for letter in text:
            self.qtbot.keyClicks(self.view.cell_edit() or self.view, letter)

    def shown(self) -> str:
        editor = self.view.cell_edit()
        assert editor is not None
        return editor.toPlainText()
