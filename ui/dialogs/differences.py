"""Where the text differs from the version that was handed in, with a way to each place."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.content import Blocks, Paragraph, Table
from report.differences import Change, Difference
from report.document import Place
from report.report import Report
from resources.i18n import N_, _
from ui.dialogs.base import Dialog
from ui.parts.marks import Chip
from ui.parts.scroll import Scroll
from ui.parts.text import ElidedLabel, Link, Small
from ui.places import place_words
from ui.theme import Theme
from ui.tokens import Token

_WORDS: dict[Change, tuple[str, str]] = {
    Change.ADDED: (N_("增"), "green"),
    Change.REMOVED: (N_("删"), "red"),
    Change.MOVED: (N_("移"), "neutral"),
    Change.EDITED: (N_("改"), "accent"),
}
_SHOWN = 40
_MUTED: Token = "second"


class DifferencesDialog(Dialog):
    """One row a difference."""

    def __init__(
        self,
        differences: Sequence[Difference],
        before: Report,
        after: Report,
        name: str,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, _("与“{name}”的不同").format(name=name), _("关闭"), parent, 680)
        self.cancel_button.hide()
        self.place: Place | None = None
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, theme.px(8), 0)
        rows.setSpacing(theme.px(8))
        for one in differences:
            rows.addLayout(self._row(one, before, after))
        rows.addStretch(1)
        scroll = Scroll(theme)
        scroll.setWidget(content)
        scroll.setMinimumHeight(theme.px(320))
        self.body.addWidget(scroll)

    def _row(self, one: Difference, before: Report, after: Report) -> QHBoxLayout:
        words, tone = _WORDS[one.change]
        report = before if one.change is Change.REMOVED else after
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(Chip(self.theme, _(words), tone))  # type: ignore[arg-type]
        row.addWidget(Small(self.theme, place_words(one.place, report), _MUTED))
        text = ElidedLabel(self.theme, "body")
        text.set_text(text_at(one.place, report))
        row.addWidget(text, 1)
        if one.change is not Change.REMOVED:
            link = Link(self.theme, _("去看"))
            link.clicked.connect(lambda *_a, place=one.place: self._go(place))
            row.addWidget(link)
        else:
            row.addWidget(QLabel())
        return row

    def _go(self, place: Place) -> None:
        self.place = place
        self.accept()


def text_at(place: Place, report: Report) -> str:
    """The first words of what stands there."""
    runs: list[Blocks] = [report.preface]
    runs += [section.text for section in report.sections if section.id == place.section]
    runs += [one.blocks for one in report.attachments if one.id == place.section]
    for run in runs:
        for block in run:
            if block.id == place.block:
                return _block_text(block)
    for section in report.sections:
        if section.id == place.section and not place.field:
            return section.heading
    value = getattr(report.front, place.field, "") if place.section == "front" else ""
    return str(getattr(value, "text", value))[:_SHOWN]


def _block_text(block: Paragraph | Table) -> str:
    if isinstance(block, Table):
        return _("〔表格，{rows}行〕").format(rows=len(block.rows))
    return block.text[:_SHOWN]
