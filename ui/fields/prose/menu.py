"""The menu at the right button of the mouse: what can be done with the words and the paragraph there."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from report.content import LEVELS, PLAIN, Table
from report.numbering import ordinal
from resources.i18n import _
from ui.fields.prose.keys import KEYS

if TYPE_CHECKING:
    from ui.fields.prose.shaping import Shaping
    from ui.fields.prose.text import ProseText

_LEVEL_DEEDS = {2: "level_2", 3: "level_3", 4: "level_4", PLAIN: "plain"}
_KEYS = {one.deed: one.keys[0] for one in KEYS}


def make_menu(text: "ProseText", shaping: "Shaping") -> QMenu:
    """The menu for what is selected and for the cursor's paragraph."""
    menu = QMenu(text)
    selected = text.textCursor().hasSelection()
    standard = QKeySequence.StandardKey
    _add(menu, _("剪切"), QKeySequence(standard.Cut), enabled=selected).triggered.connect(text.cut)
    _add(menu, _("复制"), QKeySequence(standard.Copy), enabled=selected).triggered.connect(text.copy)
    _add(menu, _("粘贴"), QKeySequence(standard.Paste), enabled=text.canPaste()).triggered.connect(text.paste)
    _add(menu, _("全选"), QKeySequence(standard.SelectAll)).triggered.connect(text.selectAll)
    menu.addSeparator()
    here = text.blocks[text.textCursor().blockNumber()]
    if isinstance(here, Table):
        _add(menu, _("修改表格…")).triggered.connect(lambda: text.table_opened.emit(here))
    else:
        for level in (*LEVELS[1:], PLAIN):
            name = ordinal(text.scheme, level, 1).label if level else _("正文")
            deed = _LEVEL_DEEDS[level]
            action = _add(menu, name, QKeySequence(_KEYS[deed]))
            action.setCheckable(True)
            action.setChecked(text.current_level() == level)
            action.triggered.connect(lambda _checked=False, deed=deed: shaping.do(deed))
    menu.addSeparator()
    for deed, name in (("up", _("上移")), ("down", _("下移"))):
        action = _add(menu, name, QKeySequence(_KEYS[deed]))
        action.triggered.connect(lambda _checked=False, deed=deed: shaping.do(deed))
    return menu


def _add(menu: QMenu, name: str, keys: QKeySequence | None = None, *, enabled: bool = True) -> QAction:
    action = menu.addAction(name)
    if keys is not None:
        action.setShortcut(keys)
    action.setEnabled(enabled)
    return action
