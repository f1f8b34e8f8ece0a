"""The sheet of shortcuts, made from the table of actions."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from resources.i18n import _
from ui.actions import ACTIONS
from ui.dialogs.base import Dialog
from ui.theme import Theme

_FIXED = (
    ("Tab / Shift+Tab", "段首：降一级、升一级；别处：到下一栏"),
    ("Alt+Shift+→ / ←", "降一级、升一级"),
    ("Ctrl+Enter", "在条目里：加下一条"),
    ("Alt+↑ / ↓", "在条目里：上移、下移"),
    ("Ctrl+滚轮", "放大、缩小"),
)


class ShortcutsDialog(Dialog):
    """Two columns: what, and which keys."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("快捷键"), _("关闭"), parent, 520)
        self.cancel_button.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(24))
        rows = [
            (QKeySequence(one.shortcut).toString(QKeySequence.SequenceFormat.NativeText), plain(_(one.text)))
            for one in ACTIONS
            if one.shortcut
        ]
        for place, (keys, text) in enumerate([*rows, *((keys, _(text)) for keys, text in _FIXED)]):
            grid.addWidget(QLabel(text), place, 0)
            grid.addWidget(QLabel(keys), place, 1)
        self.body.addLayout(grid)


def plain(text: str) -> str:
    """A menu text without its mnemonic and dots."""
    return text.replace("&", "").replace("…", "")
