"""A version gets its name: one of the usual ones, or any other."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from resources.i18n import N_, _
from ui.dialogs.base import Dialog
from ui.parts.buttons import SegmentedButtons
from ui.parts.labels import Label
from ui.theme import Theme

USUAL = (N_("送审稿"), N_("会签稿"), N_("定稿"))
_LONGEST = 40


class NamingDialog(Dialog):
    """Accepted with `name`, which is never empty."""

    def __init__(self, known: Sequence[str], theme: Theme, parent: QWidget | None) -> None:
        """`known` are the names of the versions there are."""
        super().__init__(theme, _("存为一版"), _("存下"), parent, 480)
        self._known = set(known)
        self.usual = SegmentedButtons(theme, {name: _(name) for name in USUAL})
        self.usual.setAccessibleName(_("常用的名字"))
        self.edit = QLineEdit()
        self.edit.setMaxLength(_LONGEST)
        words = Label(theme, _("现在的全文会留在历史里，以后可以对照、可以恢复。"), token="second")
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.body.addWidget(self.usual)
        self.add_row(_("名字"), self.edit)
        self.usual.chosen.connect(self._take)
        self.edit.textChanged.connect(self._follow)
        self._take(USUAL[0])

    @property
    def name(self) -> str:
        """The name as typed."""
        return self.edit.text().strip()

    def _take(self, name: object) -> None:
        self.edit.setText(free_name(_(str(name)), self._known))
        self.edit.selectAll()
        self.edit.setFocus()

    def _follow(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))
        self.usual.choose(next((name for name in USUAL if text.startswith(_(name))), None))


def free_name(name: str, known: set[str]) -> str:
    """The name, with the first free number behind it when there is such a version: 送审稿, 送审稿2."""
    number, free = 1, name
    while free in known:
        number += 1
        free = f"{name}{number}"
    return free
