"""What stands in the panel where there is nothing to compare."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.last_year import Comparison
from report.report import Report
from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import PlainButton
from ui.parts.empty import EmptyState
from ui.theme import Theme


class Nothing(QWidget):
    """Says why nothing is there, and how that can be changed.

    Signals:
        import_wished(): last year's report is to be imported.
    """

    import_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.state = EmptyState(theme, icons, "columns", "", "")
        self.import_button = PlainButton(theme, _("从文件导入…"), icons, "folder")
        self.import_button.clicked.connect(self.import_wished)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.state)
        self._column.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        theme.changed.connect(self._style)
        self._style()
        self.tell("", "")

    def tell(self, title: str, sentence: str, *, can_import: bool = False) -> None:
        """Say it; `can_import` offers the import."""
        self.state.title.setText(title)
        self.state.sentence.setText(sentence)
        self.state.setVisible(bool(title))
        self.import_button.setVisible(can_import)

    def tell_no_report(self, report: Report) -> None:
        """There is no report of the year before, or none can be looked for."""
        office = report.front.office.strip()
        title = _("还没有去年的报告")
        if report.year is None or not office:
            words = _("在“基本信息”里填上单位和报告年度，再打开这份报告，就能找到上一年的。")
            self.tell(title, words)
            return
        words = _("没有找到{office}{year}年度的报告。把去年的报告导入后，这里逐段对照。")
        self.tell(title, words.format(office=office, year=report.year - 1), can_import=True)

    def tell_about(self, comparison: Comparison, year: int | None) -> None:
        """There is nothing to see of a part that was compared with the report of `year`."""
        if not comparison.has_counterpart:
            words = _("{year}年度的报告里没有与它相当的部分，没有可以对照的。")
            self.tell(_("去年没有这一部分"), words.format(year=year or _("上一")))
        elif not comparison.passages:
            self.tell(_("两年都是空的"), _("去年这一部分没有内容，今年也还没有写。"))
        elif not comparison.before:
            self.tell(_("去年这一部分是空的"), _("今年写的都是新增的，没有原文可看。"))
        else:
            self.tell(_("与去年相同"), _("这里填的各项都与去年一样，报送前看看日期和文号要不要改。"))

    def _style(self) -> None:
        side = self._theme.size("gap_24")
        self._column.setContentsMargins(side, 0, side, self._theme.size("gap_24"))
