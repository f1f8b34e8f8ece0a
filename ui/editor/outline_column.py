"""The column at the left of the workplace: which report, how many days are left, its parts. It can fold to icons."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.report import Report
from resources.i18n import _
from ui.editor.parts_column import PartsColumn
from ui.icons import Icons
from ui.parts.buttons import ToolButton
from ui.parts.labels import ElidedLabel, Label
from ui.parts.lines import Separator
from ui.parts.text import Link
from ui.theme import Theme

LEAST, MOST, FOLDED = 200, 320, 56
_FORGOTTEN = 60
"""Days after which a deadline that has passed is no longer spoken of."""


class OutlineColumn(QWidget):
    """Head, parts, and the way to organise them.

    Signals:
        organise_wished(): parts are to be added or put in order.
        differences_wished(): what differs from the version handed in is to be shown.
    """

    organise_wished = Signal()
    differences_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folded = False
        self._year: int | None = None
        self.parts = PartsColumn(theme, icons)
        self.year = Label(theme, role="title")
        self.office = ElidedLabel(theme, "small", "second")
        self.days = Label(theme, role="small", token="second")
        self.differs = Link(theme, "")
        self.differs.clicked.connect(self.differences_wished)
        self.differs.hide()
        self.organise_button = ToolButton(theme, icons, "plus", _("添加或整理各部分…"))
        self.organise_button.clicked.connect(self.organise_wished)
        self.setAutoFillBackground(True)
        self._head = QVBoxLayout()
        for widget in (self.year, self.office, self.days):
            self._head.addWidget(widget)
        self._head.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(Separator(theme))
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.organise_button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._style)
        self._style()

    @property
    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Show icons only, or all; what is folded away keeps its name for tool tips and screen readers."""
        if folded == self._folded:
            return
        self._folded = folded
        self._show_year()
        self.organise_button.show_text(not folded)
        self.parts.set_folded(folded)
        self.office.setVisible(not folded)
        self.days.setVisible(not folded and bool(self.days.text()))
        self.differs.setVisible(not folded and bool(self.differs.text()))
        self._style()

    def show_report(self, report: Report, deadline: tuple[str, date] | None) -> None:
        """Show year, office and how long there is until the nearest deadline."""
        self._year = report.year
        self._show_year()
        self.office.set_text(report.front.office or _("单位未填"))
        days = (deadline[1] - date.today()).days if deadline else 0
        spoken = deadline is not None and days > -_FORGOTTEN
        late = _("{name}已过{days}天") if days < 0 else _("{name}还有{days}天")
        self.days.setText(late.format(name=deadline[0], days=abs(days)) if deadline and spoken else "")
        self.days.setVisible(bool(self.days.text()) and not self._folded)

    def _show_year(self) -> None:
        year = _("{year}年度").format(year=self._year) if self._year else _("年度未填")
        self.year.setText(str(self._year or "") if self._folded else year)

    def show_differing(self, name: str, count: int) -> None:
        """Say in how many places the report differs from a version handed in."""
        self.differs.setText(_("与{name}有{count}处不同").format(name=name, count=count) if count else "")
        self.differs.setVisible(count > 0 and not self._folded)

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(self._theme.px(FOLDED if self._folded else LEAST), super().sizeHint().height())

    def _style(self) -> None:
        theme = self._theme
        side = theme.px(8 if self._folded else 16)
        self._head.setContentsMargins(side, theme.px(12), theme.px(8), theme.px(12))
        least, most = (FOLDED, FOLDED) if self._folded else (LEAST, MOST)
        self.setMinimumWidth(theme.px(least))
        self.setMaximumWidth(theme.px(most))
        self.year.setFont(theme.font("body", bold=True) if self._folded else theme.font("title"))
        self.updateGeometry()
