"""Shortfalls with their causes: an opening line, then rows of two boxes."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.content import Pair, Pairs
from report.identity import NewId
from report.report import Value
from report.template import Field
from report.texts import Spot
from resources.i18n import _
from ui.fields.base import FieldEditor
from ui.fields.growing import GrowingText
from ui.fields.marks import TextMark
from ui.fields.rows import RowList, spoken
from ui.icons import Icons
from ui.parts.buttons import SegmentedButtons
from ui.parts.labels import Small
from ui.parts.lines import Separator
from ui.theme import Theme

_LEAST = 76


class PairsEditor(FieldEditor):
    """不足 and 原因."""

    def __init__(self, field: Field, theme: Theme, icons: Icons, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._value = Pairs()
        self.lead = GrowingText(theme, 32)
        self.lead.setPlaceholderText(_("例如：对照法治政府建设要求，我局工作仍存在一些不足，主要有："))
        self.lead.setAccessibleName(_("引语"))
        hints = (_("写清是什么事、差在哪里"), _("为什么会这样：人手、机制、能力、投入……"))
        self.rows = RowList(theme, icons, new_id, hints, spoken, _LEAST)
        self.joined = SegmentedButtons(theme, {1: _("同一段"), 0: _("每条一段")})
        self.joined.setAccessibleName(_("成文方式"))
        self.rows.foot.addWidget(QLabel(_("成文：")))
        self.rows.foot.addWidget(self.joined)
        heads = QHBoxLayout()
        heads.setContentsMargins(theme.px(56), theme.px(12), theme.px(44), theme.px(4))
        heads.setSpacing(theme.px(12))
        for text in (_("不足"), _("原因")):
            heads.addWidget(Small(theme, text), 1)
        lead = QHBoxLayout()
        label = QLabel(_("引语"))
        label.setFixedWidth(theme.px(44))
        label.setBuddy(self.lead)
        lead.setSpacing(theme.px(12))
        lead.addWidget(label)
        lead.addWidget(self.lead, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(lead)
        layout.addLayout(heads)
        layout.addWidget(Separator(theme))
        layout.addSpacing(theme.px(6))
        layout.addWidget(self.rows)
        self.lead.edited.connect(self._take)
        self.rows.edited.connect(self._take)
        self.lead.step_ended.connect(self.step_ended)
        self.rows.step_ended.connect(self.step_ended)
        self.joined.chosen.connect(self._take)
        self.show_value(Pairs())

    def focus_target(self) -> QWidget:
        """The opening line."""
        return self.lead

    def cursor_entry(self) -> tuple[str, int]:
        """The row in focus."""
        return self.rows.cursor_row(), 0

    def focus_entry(self, entry: str, offset: int) -> None:
        """Put the focus into a row."""
        if not self.rows.focus_row(entry):
            super().focus_entry(entry, offset)

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Select characters of a box."""
        box = self.lead if spot.part == "lead" else self.rows.box_of(spot)
        if box is None:
            return super().select_in(spot, start, end, focus=focus)
        box.select_in(start, end, focus=focus)
        return box

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark words in the boxes."""
        self.lead.show_marks([mark for mark in marks if mark.spot.part == "lead"])
        self.rows.show_marks([mark for mark in marks if mark.spot.part != "lead"])

    def show_value(self, value: Value) -> None:
        """Show pairs that come from elsewhere."""
        pairs = value if isinstance(value, Pairs) else Pairs()
        self._value = pairs
        self.lead.show_text(pairs.lead)
        self.rows.show_rows([(pair.id, (pair.shortfall, pair.cause)) for pair in pairs.rows])
        self.joined.choose(int(pairs.joined))

    def _take(self, *_what: object) -> None:
        rows = tuple(Pair(row.row_id, *row.texts()) for row in self.rows.rows)
        if rows and len(rows) == 1 and not (rows[0].shortfall or rows[0].cause):
            rows = ()
        value = Pairs(self.lead.toPlainText(), rows, bool(self.joined.choice))
        if value != self._value:
            self._value = value
            self.edited.emit(value)
