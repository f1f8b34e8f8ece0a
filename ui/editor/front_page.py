"""The tab of basic data, made from templates/front.toml."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report import edits
from report.document import Place
from report.report import Front, Report, Value
from report.template import Field, FrontGroup
from resources.i18n import _
from ui.editor.page import Desk, Page
from ui.editor.part_head import PartHead
from ui.editor.states import FRONT, YEAR
from ui.fields.faces import FacesEditor
from ui.fields.line import NumberEditor
from ui.parts.form import FormRow
from ui.parts.scroll import Column
from ui.parts.text import Heading, Link

_EMPTY = Front()


class FrontPage(Page):
    """Groups of fields; those rarely needed are folded until something stands in them."""

    def __init__(self, desk: Desk, groups: Sequence[FrontGroup], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._folded: dict[str, tuple[QWidget, Link]] = {}
        column = Column(desk.theme)
        head = PartHead(desk.theme, desk.icons, _("基本信息"), _("标题、主送、署名和日期印在报告上，其余按需要填"))
        head.help_wished.connect(lambda: self.help_wished.emit(Place(FRONT)))
        for number, group in enumerate(groups):
            self._add_group(column, group, first=number == 0)
        column.body.addStretch(1)
        self.lay_out(head, column)

    def _add_group(self, column: Column, group: FrontGroup, *, first: bool) -> None:
        """A heading with its fields; a group that is rarely needed and empty is folded into a link."""
        desk = self.desk
        rows = QWidget()
        body = QVBoxLayout(rows)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(desk.theme.px(12))
        body.addWidget(Heading(desk.theme, group.label))
        if first:
            self._add_year(body)
        for field in group.fields:
            self._add(body, field)
        column.body.addWidget(rows)
        front = desk.opened.report.front
        if not group.folded or any(getattr(front, field.id) != getattr(_EMPTY, field.id) for field in group.fields):
            return
        rows.hide()
        link = Link(desk.theme, _("＋ {group}").format(group=group.label))
        link.clicked.connect(lambda *_a: (rows.show(), link.hide()))
        self._folded.update({field.id: (rows, link) for field in group.fields})
        column.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def focus_place(self, place: Place, offset: int = 0) -> None:
        """Put the cursor into a field, unfolding its group."""
        self.uncover(place.field)
        super().focus_place(place, offset)

    def uncover(self, field: str) -> None:
        """Unfold the group of a field."""
        if field in self._folded:
            rows, link = self._folded[field]
            rows.show()
            link.hide()

    def _add(self, body: QVBoxLayout, field: Field) -> None:
        editor = FacesEditor(field) if field.id == "faces" else self.desk.editors.make(field)
        body.addWidget(FormRow.of_field(self.desk.theme, self.desk.icons, editor))

        def read(report: Report) -> Value:
            value: Value = getattr(report.front, field.id)
            return value

        self.bind(editor, Place(FRONT, field.id), read, lambda report, value: edits.set_front(report, field.id, value))

    def _add_year(self, body: QVBoxLayout) -> None:
        editor = NumberEditor(YEAR, self.desk.theme)
        body.addWidget(FormRow.of_field(self.desk.theme, self.desk.icons, editor))

        def read(report: Report) -> Value:
            return Decimal(report.year) if report.year is not None else None

        def write(report: Report, value: Value) -> Report:
            return edits.set_year(report, int(value) if isinstance(value, Decimal) else None)

        self.bind(editor, Place(FRONT, "year"), read, write)
