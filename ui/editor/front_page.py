"""The tab of basic data, made from templates/front.toml."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from report import edits
from report.document import Place
from report.report import Report, Value
from report.template import Field, FrontGroup
from resources.i18n import _
from ui.editor.page import Desk, Page
from ui.editor.states import FRONT
from ui.fields.line import NumberEditor
from ui.parts.form import FormRow
from ui.parts.lines import Separator
from ui.parts.scroll import Column
from ui.parts.text import Heading, PageHead

_YEAR = Field(id="year", kind="number", label="报告年度", decimals=0, minimum=1990, maximum=2100, hint="写哪一年的工作")


class FrontPage(Page):
    """Groups of fields; those rarely needed are folded until something stands in them."""

    def __init__(self, desk: Desk, groups: Sequence[FrontGroup], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        column = Column(desk.theme)
        head = PageHead(desk.theme, _("基本信息"), _("标题、主送、署名和日期印在报告上，其余按需要填"))
        column.body.addWidget(head)
        column.body.addWidget(Separator(desk.theme))
        for number, group in enumerate(groups):
            column.body.addWidget(Heading(desk.theme, group.label))
            if number == 0:
                self._add_year(column)
            for field in group.fields:
                self._add(column, field)
        column.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(column)

    def _add(self, column: Column, field: Field) -> None:
        editor = self.desk.editors.make(field)
        column.body.addWidget(FormRow.of_field(self.desk.theme, self.desk.icons, editor))

        def read(report: Report) -> Value:
            value: Value = getattr(report.front, field.id)
            return value

        self.bind(editor, Place(FRONT, field.id), read, lambda report, value: edits.set_front(report, field.id, value))

    def _add_year(self, column: Column) -> None:
        from decimal import Decimal

        editor = NumberEditor(_YEAR, self.desk.theme)
        column.body.addWidget(FormRow.of_field(self.desk.theme, self.desk.icons, editor))

        def read(report: Report) -> Value:
            return Decimal(report.year) if report.year is not None else None

        def write(report: Report, value: Value) -> Report:
            return edits.set_year(report, int(value) if isinstance(value, Decimal) else None)

        self.bind(editor, Place(FRONT, "year"), read, write)
