"""Begin a report: which outline, which year, which office."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from report.template import ReportType
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.parts.inputs import ComboBox, SpinBox
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class NewReport:
    """What was chosen."""

    type: ReportType
    year: int
    office: str


def ask_new_report(
    types: Sequence[ReportType], year: int, office: str, theme: Theme, parent: QWidget | None
) -> NewReport | None:
    """Ask what to begin; None when nothing."""
    dialog = NewReportDialog(types, year, office, theme, parent)
    return dialog.chosen() if dialog.exec() == QDialog.DialogCode.Accepted else None


class NewReportDialog(Dialog):
    """Outline, year, office."""

    def __init__(
        self, types: Sequence[ReportType], year: int, office: str, theme: Theme, parent: QWidget | None
    ) -> None:
        super().__init__(theme, _("新建报告"), _("开始写"), parent)
        self._types = types
        self.kind = ComboBox()
        for one in types:
            self.kind.addItem(one.name, one.id)
        self.description = QLabel()
        self.description.setWordWrap(True)
        self.description.setFont(theme.font("small"))
        self.year = SpinBox()
        self.year.setRange(1990, 2100)
        self.year.setValue(year)
        self.office = QLineEdit(office)
        self.office.setPlaceholderText(_("例如：青溪县应急管理局"))
        self.add_row(_("单位名称"), self.office, _("会写进标题、署名和文件名，以后可改"))
        self.add_row(_("报告年度"), self.year, _("写哪一年的工作，例如 2025 年初写的是 2024 年度"))
        self.add_row(_("提纲"), self.kind)
        self.body.addWidget(self.description)
        self.kind.currentIndexChanged.connect(self._describe)
        self._describe()
        (self.office if not office else self.kind).setFocus()

    def chosen(self) -> NewReport:
        """What is chosen now."""
        return NewReport(self._types[self.kind.currentIndex()], self.year.value(), self.office.text().strip())

    def _describe(self) -> None:
        kind = self._types[self.kind.currentIndex()]
        parts = "、".join(section.short for section in kind.sections)
        self.description.setText(kind.description + "\n" + _("各部分：{parts}").format(parts=parts))
