"""Where to, as which copy, under which name."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from report.compose import Copy
from report.holes import Hole
from report.report import Report
from resources.i18n import N_, _
from ui.dialogs.base import Dialog
from ui.exporting import suggested_name
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.text import Small
from ui.theme import Theme

_COPIES = (
    (Copy.SUBMISSION, N_("报送稿"), N_("有主送机关和署名，留出盖章位置")),
    (Copy.PUBLIC, N_("公开稿"), N_("去掉主送、文号、联系人和抄送")),
    (Copy.DRAFT, N_("草稿"), N_("每页标“草稿”，供领导审改")),
)


class ExportDialog(Dialog):
    """Copy, folder, name."""

    def __init__(self, report: Report, folder: Path, holes: Sequence[Hole], parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, _("导出报告"), _("导出PDF"), parent, 640)
        self._report = report
        self._group = QButtonGroup(self)
        for place, (_copy, name, told) in enumerate(_COPIES):
            button = QRadioButton(_(name))
            button.setFont(theme.font("body", bold=True))
            button.setAccessibleDescription(_(told))
            self._group.addButton(button, place)
            column = QVBoxLayout()
            column.setSpacing(theme.px(2))
            column.addWidget(button)
            below = Small(theme, _(told))
            below.setContentsMargins(theme.px(24), 0, 0, 0)
            column.addWidget(below)
            self.body.addLayout(column)
        self._group.button(0).setChecked(True)
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(_("文件夹"))
        browse = PlainButton(theme, with_mnemonic(_("更改…"), "B"))
        browse.clicked.connect(self._browse)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.folder, 1)
        layout.addWidget(browse)
        self.name = QLineEdit(suggested_name(report, Copy.SUBMISSION))
        self.add_row(_("文件夹"), row)
        self.add_row(_("文件名"), self.name)
        if holes:
            self.note.setText(_("还有{count}处没有写好，正式稿会先问一声。").format(count=len(holes)))
        else:
            self.note.setText(_("同名文件会被替换。"))
        self._group.idToggled.connect(self._rename)

    def copy(self) -> Copy:
        """The copy that is chosen."""
        return _COPIES[self._group.checkedId()][0]

    def target(self) -> Path:
        """The file to write."""
        name = self.name.text().strip() or suggested_name(self._report, self.copy())
        if not name.lower().endswith(".pdf"):
            name += ".pdf"
        return Path(self.folder.text().strip()) / name

    def _rename(self) -> None:
        self.name.setText(suggested_name(self._report, self.copy()))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("选文件夹"), self.folder.text())
        if folder:
            self.folder.setText(folder)
