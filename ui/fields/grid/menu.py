"""The menu of a cell: the clipboard, then the tools."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from resources.i18n import _
from ui.fields.grid.operations import Operations
from ui.fields.grid.tools import tool_groups
from ui.icons import Icons


def make_menu(icons: Icons, operations: Operations, parent: QWidget, *, free: bool) -> QMenu:
    """The menu for what is selected now."""
    menu = QMenu(parent)
    has_text = bool(QGuiApplication.clipboard().text())
    clipboard = (
        (_("剪切"), "Ctrl+X", operations.cut, True),
        (_("复制"), "Ctrl+C", operations.copy, True),
        (_("粘贴"), "Ctrl+V", operations.paste, has_text),
        (_("清空"), "Del", operations.clear, True),
    )
    for text, keys, act, on in clipboard:
        # The keys are shown only: the cells themselves know them.
        menu.addAction(f"{text}\t{keys}", act).setEnabled(on)
    possible = operations.possible()
    for group in tool_groups(operations, free=free):
        menu.addSeparator()
        for tool in group:
            action = menu.addAction(icons.icon(tool.icon), tool.text, tool.act)
            action.setEnabled(not tool.key or getattr(possible, tool.key))
    return menu
