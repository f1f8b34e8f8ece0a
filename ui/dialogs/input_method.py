"""Whether Chinese can be typed here: what is in force, what it means, what to do, a box to try."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from resources.i18n import _
from ui.commands.version import version_text
from ui.dialogs.base import Dialog
from ui.icons import Icons
from ui.input_diagnosis import Facts, Outcome, diagnose, fact_rows, report_text
from ui.input_facts import gather
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.labels import Label, Small
from ui.parts.lines import Separator
from ui.theme import Theme
from ui.tokens import Token

_WIDTH = 640
_MARKS: dict[Outcome, tuple[str, Token]] = {
    Outcome.GOOD: ("done", "green"),
    Outcome.DOUBTFUL: ("should", "amber"),
    Outcome.BAD: ("block", "red"),
}


class InputMethodDialog(Dialog):
    """Verdict, test field, facts."""

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None, facts: Facts | None = None) -> None:
        super().__init__(theme, _("输入法诊断"), _("关闭"), parent, _WIDTH)
        self.cancel_button.hide()
        self.facts = facts or gather()
        self.verdict = diagnose(self.facts)
        self.body.addLayout(self._verdict(icons))
        self.trial = QLineEdit()
        self.trial.setPlaceholderText(_("在这里打几个汉字"))
        self.add_row(_("试打"), self.trial)
        self.body.addWidget(Separator(theme))
        self.body.addLayout(self._facts())
        self.copy_button = PlainButton(theme, with_mnemonic(_("复制诊断内容"), "C"))
        self.copy_button.clicked.connect(self._copy)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addStretch(1)
        # Enter belongs to the box: it must not close the dialog in the midst of a trial.
        self.accept_button.setDefault(False)
        self.trial.setFocus()
        layout = self.layout()
        if layout is not None:
            self.resize(theme.px(_WIDTH), layout.totalHeightForWidth(theme.px(_WIDTH)))

    def _verdict(self, icons: Icons) -> QHBoxLayout:
        icon, token = _MARKS[self.verdict.outcome]
        mark = QLabel()
        mark.setPixmap(icons.pixmap(icon, token))
        words = QVBoxLayout()
        words.setSpacing(self.theme.px(2))
        line, advice = Label(self.theme, self.verdict.line, bold=True), Label(self.theme, self.verdict.advice)
        mark.setFixedHeight(line.fontMetrics().height())
        mark.setContentsMargins(0, self.theme.drop(), 0, 0)
        for label in (line, advice):
            label.setWordWrap(True)
            words.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(8))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(8))
        grid.setVerticalSpacing(self.theme.px(4))
        grid.setColumnMinimumWidth(0, self.theme.px(108))
        grid.setColumnStretch(1, 1)
        for place, (name, value) in enumerate(fact_rows(self.facts)):
            told = Label(self.theme, value)
            told.setWordWrap(True)
            told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(Small(self.theme, name), place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(told, place, 1)
        return grid

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(report_text(self.facts, version_text()))
        self.note.setText(_("已复制，可以粘贴给维护人员。"))
