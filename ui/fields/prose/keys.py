"""The keys of the prose editor, as a table: the editor obeys it, the sheet of shortcuts and the help show it."""

from resources.i18n import N_
from ui.keys import Key, KeyTable

KEYS = (
    Key("level_2", ("Ctrl+1",), N_("段落定为（一）、1.、（1）、正文")),
    Key("level_3", ("Ctrl+2",), N_("段落定为（一）、1.、（1）、正文")),
    Key("level_4", ("Ctrl+3",), N_("段落定为（一）、1.、（1）、正文")),
    Key("plain", ("Ctrl+4",), N_("段落定为（一）、1.、（1）、正文")),
    Key("deeper", ("Alt+Shift+Right",), N_("降一级、升一级；段首也可用Tab")),
    Key("shallower", ("Alt+Shift+Left",), N_("降一级、升一级；段首也可用Tab")),
    Key("up", ("Alt+Up",), N_("段落连同下级上移、下移")),
    Key("down", ("Alt+Down",), N_("段落连同下级上移、下移")),
    Key("quote", ("Ctrl+I",), N_("插入指标；引用的数字上按F2看它")),
    Key("quoted", ("F2",), N_("插入指标；引用的数字上按F2看它")),
    Key("split", ("Return", "Enter", "Shift+Return", "Shift+Enter"), N_("另起一段")),
)
deed_of = KeyTable(KEYS).deed_of
