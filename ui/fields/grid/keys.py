"""The keys of a table, as tables: the cells obey them, the sheet of shortcuts and the help show them."""

from resources.i18n import N_
from ui.keys import Key, KeyTable

BOTH = (
    Key("next", ("Tab",), N_("到下一格、上一格")),
    Key("previous", ("Shift+Tab",), N_("到下一格、上一格")),
    Key("above", ("Shift+Return", "Shift+Enter"), N_("到上一行")),
    Key("new_row", ("Ctrl+Return", "Ctrl+Enter"), N_("在下面加一行")),
)
"""On a cell and in one that is open."""
VIEW = (
    Key("edit", ("F2", "Return", "Enter"), N_("改这一格；直接打字则换掉原来的")),
    Key("rows_up", ("Alt+Up",), N_("选中的行上移、下移")),
    Key("rows_down", ("Alt+Down",), N_("选中的行上移、下移")),
    Key("columns_left", ("Alt+Left",), N_("选中的列左移、右移（自己画的表）")),
    Key("columns_right", ("Alt+Right",), N_("选中的列左移、右移（自己画的表）")),
    Key("clear", ("Delete", "Backspace"), N_("清空选中的格")),
)
"""On a cell."""
CELL = (
    Key("below", ("Return", "Enter"), N_("打完字到下一行，到底则加一行")),
    Key("cancel", ("Escape",), N_("不改了，恢复这一格原来的")),
    Key("walk_up", ("Up",), N_("打完字到旁边的格")),
    Key("walk_down", ("Down",), N_("打完字到旁边的格")),
    Key("walk_left", ("Left",), N_("打完字到旁边的格")),
    Key("walk_right", ("Right",), N_("打完字到旁边的格")),
)
"""In a cell that is open."""
KEYS = (*VIEW, *BOTH, *CELL)
view_deed = KeyTable(VIEW, BOTH).deed_of
cell_deed = KeyTable(CELL, BOTH).deed_of
