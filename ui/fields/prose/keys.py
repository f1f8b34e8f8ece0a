"""The keys of the prose editor, as a table: the editor obeys it, the sheet of shortcuts and the help show it."""

from dataclasses import dataclass

from PySide6.QtGui import QKeyEvent, QKeySequence

from resources.i18n import N_


@dataclass(frozen=True, slots=True)
class Key:
    """A deed of the editor, its keys and what it does in the clerk's words."""

    deed: str
    keys: tuple[str, ...]
    text: str


KEYS = (
    Key("level_2", ("Ctrl+1",), N_("段落定为（一）")),
    Key("level_3", ("Ctrl+2",), N_("段落定为1.")),
    Key("level_4", ("Ctrl+3",), N_("段落定为（1）")),
    Key("plain", ("Ctrl+4",), N_("段落定为正文")),
    Key("deeper", ("Alt+Shift+Right",), N_("段落降一级；光标在段首时也可按Tab")),
    Key("shallower", ("Alt+Shift+Left",), N_("段落升一级；光标在段首时也可按Shift+Tab")),
    Key("up", ("Alt+Up",), N_("段落连同下级上移")),
    Key("down", ("Alt+Down",), N_("段落连同下级下移")),
    Key("split", ("Return", "Enter", "Shift+Return", "Shift+Enter"), N_("另起一段")),
)
DEEDS = {QKeySequence(keys).toString(): key.deed for key in KEYS for keys in key.keys}


def deed_of(event: QKeyEvent) -> str:
    """What the key asks for, "" when it is not in the table. The number pad counts like the other keys."""
    return DEEDS.get(QKeySequence(event.keyCombination()).toString().replace("Num+", ""), "")
