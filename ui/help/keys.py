"""The keys of the help page, as a table."""

from resources.i18n import N_
from ui.keys import Key, KeyTable

KEYS = (Key("back", ("Alt+Left",), N_("帮助里回到上一页")),)
deed_of = KeyTable(KEYS).deed_of
