"""Before an export that lacks something: what is missing, with a jump to each; a draft can be made all the same."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.document import Place
from resources.i18n import _
from ui.dialogs.answers import Answer
from ui.dialogs.base import Dialog
from ui.dialogs.places import place_row
from ui.icons import Icons
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.theme import Theme


class HolesDialog(Dialog):
    """The list of what is missing."""

    def __init__(
        self,
        lacks: Sequence[tuple[str, Place]],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
        *,
        submitting: bool = False,
    ) -> None:
        super().__init__(theme, _("还有{count}处要先处理").format(count=len(lacks)), _("导出草稿"), parent, 680)
        self.answer = Answer.CANCEL
        self.place = Place("")
        text = QLabel(_("处理好才能当作正式稿。可以先去改，或导出每页带“草稿”字样的 PDF 供审改。"))
        text.setWordWrap(True)
        self.body.addWidget(text)
        rows = QVBoxLayout()
        for sentence, place in lacks:
            rows.addLayout(place_row(theme, icons, "should", sentence, _("去看"), lambda at=place: self._jump(at)))
        self.body.addLayout(rows)
        self.body.addStretch(1)
        self.confirm_button = PlainButton(theme, with_mnemonic(_("仍按正式稿导出，并记录在案"), "R"))
        self.confirm_button.clicked.connect(self._confirm)
        self.accept_button.clicked.connect(self._draft)
        foot = QHBoxLayout()
        foot.addWidget(self.confirm_button)
        foot.addStretch(1)
        self.body.addLayout(foot)
        if submitting:
            self.accept_button.setVisible(False)
            self.confirm_button.setText(with_mnemonic(_("我已知悉，仍然报送"), "R"))

    def _jump(self, place: Place) -> None:
        self.answer, self.place = Answer.JUMP, place
        self.reject()

    def _draft(self) -> None:
        self.answer = Answer.DRAFT

    def _confirm(self) -> None:
        self.answer = Answer.CONFIRM
        self.accept()
