"""What the 诊断包 will hold, before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from resources.i18n import _
from ui.diagnosis import Packed
from ui.dialogs.base import Dialog
from ui.parts.labels import Label, Small
from ui.theme import Theme

_WIDTH, _LIST, _HEIGHT = 840, 200, 320
"""Pixels at 100 %."""


class DiagnosisDialog(Dialog):
    """Accepted when the package is to be written."""

    def __init__(self, entries: Sequence[Packed], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("诊断包"), _("存为文件…"), parent, _WIDTH)
        self._entries = tuple(entries)
        words = Label(theme, _("出了问题时，把它交给维护人员。下面就是全部内容，没有报告的文字；没有发到任何地方。"))
        words.setWordWrap(True)
        self.list = QListWidget()
        self.list.setFixedWidth(theme.px(_LIST))
        self.list.setAccessibleName(_("包里的文件"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(theme.px(_HEIGHT))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(_("文件的内容"))
        self.what = Small(theme, "")
        for one in self._entries:
            item = QListWidgetItem(one.name, self.list)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, one.what)
        right = QVBoxLayout()
        right.setSpacing(theme.px(6))
        right.addWidget(self.what)
        right.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.body.addWidget(words)
        self.body.addLayout(row, 1)
        self.list.currentRowChanged.connect(self._show)
        self.list.setCurrentRow(0)

    def _show(self, row: int) -> None:
        one = self._entries[row]
        size = len(one.text.encode("utf-8", "replace"))
        self.what.setText(_("{what}，{size}字节").format(what=one.what, size=f"{size:,}"))
        self.text.setPlainText(one.text)
