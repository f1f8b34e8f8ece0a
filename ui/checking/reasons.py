"""Why a finding is left as it is: three usual reasons, or the clerk's own words."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from resources.i18n import N_, _
from ui.mnemonics import with_mnemonic

_WORDS: Final = MappingProxyType({"as-is": N_("原文如此"), "name": N_("单位名称"), "provision": N_("另有规定")})
_LETTERS: Final = MappingProxyType({"as-is": "Y", "name": "M", "provision": "G"})


def reason_words(reason: str) -> str:
    """A reason as the clerk reads it."""
    return _(_WORDS[reason]) if reason in _WORDS else reason


def reasons_menu(chosen: Callable[[str], None], parent: QWidget) -> QMenu:
    """A menu of the reasons; `chosen` is told the one."""
    menu = QMenu(parent)
    for reason, words in _WORDS.items():
        menu.addAction(with_mnemonic(_(words), _LETTERS[reason])).triggered.connect(
            lambda _checked=False, one=reason: chosen(one)
        )
    menu.addSeparator()
    menu.addAction(with_mnemonic(_("其他…"), "T")).triggered.connect(lambda: _ask(chosen, parent))
    return menu


def _ask(chosen: Callable[[str], None], parent: QWidget) -> None:
    words, given = QInputDialog.getText(parent.window(), _("忽略的理由"), _("为什么不用改："))
    if given and words.strip():
        chosen(words.strip())
