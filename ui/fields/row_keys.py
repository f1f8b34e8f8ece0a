"""The keys of a list of rows (不足和原因, 安排), as a table: its boxes obey it, the sheet and the help show it."""

from resources.i18n import N_
from ui.keys import Key, KeyTable

KEYS = (
    Key("next", ("Ctrl+Return", "Ctrl+Enter"), N_("加下一条")),
    Key("up", ("Alt+Up",), N_("这一条上移、下移")),
    Key("down", ("Alt+Down",), N_("这一条上移、下移")),
    Key("remove", ("Backspace",), N_("删去这一条（几个框都空着时）")),
)
deed_of = KeyTable(KEYS).deed_of
