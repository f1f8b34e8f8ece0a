"""The keys of the sheet of indicators, as a table: the sheet obeys it, the help shows it."""

from resources.i18n import N_
from ui.keys import Key, KeyTable

VIEW = (
    Key("details", ("Return", "Enter"), N_("看这个指标的详情；详情开着时改这一格")),
    Key("edit", ("F2",), N_("改这一格；直接打字则换掉原来的")),
    Key("above", ("Shift+Return", "Shift+Enter"), N_("到上一行")),
    Key("clear", ("Delete", "Backspace"), N_("清空选中的指标")),
    Key("fold", ("Left",), N_("收起、展开一组")),
    Key("unfold", ("Right",), N_("收起、展开一组")),
    Key("back", ("Escape",), N_("没读懂的填写，改回原来的")),
)
"""On a cell."""
KEYS = VIEW
view_deed = KeyTable(VIEW).deed_of
