"""All tables of keys in one place, as the sheet of shortcuts and the help show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.i18n import N_, _
from ui.actions import ACTIONS, MENUS, WINDOW_KEYS
from ui.fields.grid import keys as grid
from ui.fields.prose import keys as prose
from ui.fields.row_keys import KEYS as ROWS
from ui.figures import keys as figures
from ui.help.keys import KEYS as HELP
from ui.keys import Key, KeyRow, rows_of, shown

TABLES: dict[str, Sequence[Key]] = {
    "window": WINDOW_KEYS,
    "prose": prose.KEYS,
    "rows": ROWS,
    "grid": grid.KEYS,
    "figures": figures.KEYS,
    "help": HELP,
}
_TITLES = (
    ("prose", N_("写正文")),
    ("rows", N_("逐条填写")),
    ("grid", N_("表格")),
    ("figures", N_("指标数据")),
)


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Keys under one heading."""

    title: str
    rows: tuple[KeyRow, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """Actions by menu, then what the window and its editors know."""
    groups = [KeyGroup(_menu_title(text), _menu_rows(menu)) for menu, text in MENUS if menu != "help"]
    wheel = KeyRow((_("Ctrl+滚轮"),), _("放大、缩小"))
    # The help has too few keys for a heading of its own: the sheet must fit a low screen.
    window = KeyGroup(_("整个窗口"), (*_told(rows_of(WINDOW_KEYS)), wheel, *_menu_rows("help"), *_told(rows_of(HELP))))
    editors = [KeyGroup(_(title), _told(rows_of(TABLES[name]))) for name, title in _TITLES]
    return tuple(group for group in (*groups, window, *editors) if group.rows)


def _menu_title(text: str) -> str:
    return _(text).partition("(")[0].replace("&", "")


def _menu_rows(menu: str) -> tuple[KeyRow, ...]:
    """The actions of a menu that have keys."""
    return tuple(
        KeyRow(tuple(shown(keys) for keys in one.shortcuts), _(one.text).removesuffix("…"))
        for one in ACTIONS
        if one.menu == menu and one.shortcuts
    )


def _told(rows: tuple[KeyRow, ...]) -> tuple[KeyRow, ...]:
    return tuple(KeyRow(row.keys, _(row.text)) for row in rows)
