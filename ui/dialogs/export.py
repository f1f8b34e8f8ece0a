"""Which copy, as which files, where to, under which name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from exports.formats import Format, format_of
from report.compose import Copy
from report.holes import Hole
from report.publishing import says_publication
from report.report import Report
from resources.i18n import N_, _
from ui.dialogs.base import Dialog
from ui.exporting import suggested_stem
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.text import Small
from ui.theme import Theme

_COPIES: Final = (
    (Copy.SUBMISSION, N_("报送稿"), N_("有主送机关和署名，留出盖章位置")),
    (Copy.PUBLIC, N_("公开稿"), N_("去掉主送、文号、联系人和抄送")),
    (Copy.DRAFT, N_("草稿"), N_("每页标“草稿”，供领导审改")),
)
RECORD: Final = "record"
"""The list of what the check found, beside the formats."""
_FILES: Final = (
    (Format.PDF.value, "PDF", N_("打印盖章，报送存档")),
    (Format.DOCX.value, N_("Word（.docx）"), N_("供修改，版式与PDF相同")),
    (Format.HTML.value, N_("网页（.html）"), N_("发布到门户网站")),
    (Format.TEXT.value, N_("纯文本（.txt）"), N_("贴进别的系统")),
    (Format.JSON.value, N_("数据（.json）"), N_("换一台电脑接着写")),
    (RECORD, N_("体检清单（PDF）"), N_("查出的问题，签字留存")),
)
_NAMES: Final = 152
_PACKAGE: Final = (Format.PDF.value, Format.DOCX.value, RECORD)
"""报送包: what an office hands in, what it may be asked to change, what it looked at."""


class ExportDialog(Dialog):
    """Copy, files, folder, name. `files` are those of the last time."""

    def __init__(
        self,
        report: Report,
        folder: Path,
        holes: Sequence[Hole],
        parent: QWidget,
        theme: Theme,
        files: Sequence[str] = (Format.PDF.value,),
        *,
        note: bool = False,
    ) -> None:
        super().__init__(theme, _("导出报告"), _("导出"), parent, 680)
        self._report, self._holes = report, holes
        self.publication = QCheckBox(_("附注写明“此件公开发布”"))
        self.publication.setChecked(note or says_publication(report))
        self.body.addLayout(self._copies())
        self.body.addSpacing(theme.px(4))
        self.body.addLayout(self._files(files))
        self.body.addSpacing(theme.px(4))
        self.folder = QLineEdit(str(folder))
        self.folder.setAccessibleName(_("文件夹"))
        browse = PlainButton(theme, with_mnemonic(_("更改…"), "B"))
        browse.clicked.connect(self._browse)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.folder, 1)
        layout.addWidget(browse)
        self.name = QLineEdit(suggested_stem(report, Copy.SUBMISSION))
        self.add_row(_("文件夹"), row)
        self.add_row(_("文件名"), self.name)
        self._group.idToggled.connect(self._rename)
        self._tell()

    def copy(self) -> Copy:
        """The copy that is chosen."""
        return _COPIES[self._group.checkedId()][0]

    def files(self) -> tuple[str, ...]:
        """What is ticked: formats by their suffix, and RECORD."""
        return tuple(name for name, box in self.boxes.items() if box.isChecked())

    def wants_note(self) -> bool:
        """Whether the public copy is to say that it is published."""
        return self.publication.isChecked()

    def target(self) -> Path:
        """The first file to write."""
        return self._paths()[0]

    def others(self) -> tuple[Path, ...]:
        """The files to write beside the first."""
        return tuple(self._paths()[1:])

    def _copies(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(8))
        column.addWidget(self._heading_of(_("哪一种稿")))
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(6))
        for place, (copy, name, told) in enumerate(_COPIES):
            row = place * 2
            button = QRadioButton(_(name))
            button.setAccessibleDescription(_(told))
            self._group.addButton(button, place)
            grid.addWidget(button, row, 0)
            grid.addWidget(Small(self.theme, _(told)), row, 1)
            if copy is Copy.PUBLIC:
                grid.addWidget(self.publication, row + 1, 1)
        grid.setColumnMinimumWidth(0, self.theme.px(_NAMES))
        grid.setColumnStretch(1, 1)
        self._group.idToggled.connect(self._offer_note)
        self._group.button(0).setChecked(True)
        column.addLayout(grid)
        return column

    def _files(self, chosen: Sequence[str]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(8))
        head = QHBoxLayout()
        head.addWidget(self._heading_of(_("哪些文件")), 1)
        self.package = PlainButton(self.theme, _("报送包：PDF、Word、体检清单"))
        self.package.clicked.connect(self._choose_package)
        head.addWidget(self.package)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        grid.setVerticalSpacing(self.theme.px(6))
        self.boxes: dict[str, QCheckBox] = {}
        for place, (name, words, told) in enumerate(_FILES):
            box = QCheckBox(_(words))
            box.setAccessibleDescription(_(told))
            box.setChecked(name in chosen)
            box.toggled.connect(self._tell)
            self.boxes[name] = box
            grid.addWidget(box, place, 0)
            grid.addWidget(Small(self.theme, _(told)), place, 1)
        grid.setColumnMinimumWidth(0, self.theme.px(_NAMES))
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        return column

    def _heading_of(self, words: str) -> QLabel:
        label = QLabel(words)
        label.setFont(self.theme.font("body", bold=True))
        return label

    def _paths(self) -> list[Path]:
        stem = self.name.text().strip() or suggested_stem(self._report, self.copy())
        known = format_of(Path(stem))
        stem = stem[: -len(known.value) - 1] if known else stem
        folder = Path(self.folder.text().strip())
        return [folder / f"{stem}.{name}" for name in self.files() if name != RECORD]

    def _choose_package(self) -> None:
        for name, box in self.boxes.items():
            box.setChecked(name in _PACKAGE)

    def _tell(self) -> None:
        count = len(self.files())
        is_some = any(name != RECORD for name in self.files())
        self.accept_button.setEnabled(is_some)
        if not is_some:
            self.note.setText(_("至少选一种文件。"))
        elif self._holes:
            self.note.setText(_("还有{count}处没有写好，正式稿会先问一声。").format(count=len(self._holes)))
        elif count > 1:
            self.note.setText(_("写{count}个文件，同名的会被替换。").format(count=count))
        else:
            self.note.setText(_("同名文件会被替换。"))

    def _offer_note(self) -> None:
        """The wish belongs to the public copy; a report whose own 附注 says it has nothing to wish."""
        said = says_publication(self._report)
        self.publication.setEnabled(self.copy() is Copy.PUBLIC and not said)
        self.publication.setToolTip(_("报告的附注里已经写明。") if said else "")

    def _rename(self) -> None:
        self.name.setText(suggested_stem(self._report, self.copy()))

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("选文件夹"), self.folder.text())
        if folder:
            self.folder.setText(folder)
