"""The tab of attachments: each with a title and what stands on its pages."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report import edits
from report.content import Attachment
from report.document import Place
from report.report import TEXT_FIELD, Report, Value
from report.template import Field
from resources.i18n import _
from ui.editor.page import Desk, Page
from ui.editor.part_head import PartHead
from ui.editor.states import ATTACHMENTS
from ui.editor.steps import take_step
from ui.fields.line import TextEditor
from ui.fields.prose.editor import ProseEditor
from ui.parts.buttons import PlainButton, ToolButton
from ui.parts.empty import EmptyState
from ui.parts.scroll import Column

_HEIGHTS = 168, 480
"""Pixels at 100 % between which the text of an attachment grows."""


class AttachmentsPage(Page):
    """All attachments of the report, one below the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cards: dict[str, QWidget] = {}
        column = Column(desk.theme)
        head = PartHead(desk.theme, desk.icons, _("附件"), _("每个附件另起一页，附件说明自动列在正文后面"))
        head.help_wished.connect(lambda: self.help_wished.emit(Place(ATTACHMENTS)))
        self._list = QVBoxLayout()
        self._list.setSpacing(desk.theme.px(16))
        column.body.addLayout(self._list)
        self.empty = EmptyState(
            desk.theme, desk.icons, "page", _("这份报告没有附件"), _("统计表、文件目录等可以放在附件里，正文只写结论。")
        )
        column.body.addWidget(self.empty)
        self.add_button = PlainButton(desk.theme, _("添加附件"), desk.icons, "plus")
        self.add_button.clicked.connect(self._add)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        column.body.addLayout(foot)
        column.body.addStretch(1)
        self.lay_out(head, column)
        self.show_report()

    def show_report(self) -> None:
        """Show the attachments as they are now, keeping the widgets of those that stay."""
        attachments = self.desk.opened.report.attachments
        for gone in set(self._cards) - {one.id for one in attachments}:
            card = self._cards.pop(gone)
            self.bindings = [one for one in self.bindings if one.place.section != gone]
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, attachment in enumerate(attachments):
            card = self._cards.get(attachment.id) or self._make(attachment)
            self._list.removeWidget(card)
            self._list.insertWidget(place, card)
            number = card.findChild(QLabel, "number")
            if isinstance(number, QLabel):
                number.setText(_("附件{number}").format(number=place + 1) if len(attachments) > 1 else _("附件"))
        self.empty.setVisible(not attachments)
        super().show_report()

    def _make(self, attachment: Attachment) -> QWidget:
        card = QWidget()
        number = QLabel()
        number.setObjectName("number")
        title = TextEditor(Field(id="title", kind="text", label=_("附件标题")), self.desk.theme)
        title.line.setPlaceholderText(_("附件标题，例如：2024年度行政处罚案件统计表"))
        title.line.setAccessibleName(_("附件标题"))
        text = self.desk.editors.make(Field(id=TEXT_FIELD, kind="prose", label=_("附件内容")))
        if isinstance(text, ProseEditor):
            text.grow(*_HEIGHTS)
        remove = ToolButton(self.desk.theme, self.desk.icons, "trash")
        remove.setToolTip(_("删去这个附件"))
        remove.setAccessibleName(_("删去这个附件"))
        remove.clicked.connect(lambda: self._remove(attachment.id))
        top = QHBoxLayout()
        top.addWidget(number)
        top.addWidget(title, 1)
        top.addWidget(remove)
        layout = QVBoxLayout(card)
        layout.setContentsMargins(0, self.desk.theme.px(8), 0, 0)
        layout.addLayout(top)
        layout.addWidget(text)
        self._cards[attachment.id] = card
        self._bind_one(attachment.id, "title", title)
        self._bind_one(attachment.id, "blocks", text)
        return card

    def _bind_one(self, attachment_id: str, name: str, editor: object) -> None:
        def read(report: Report) -> Value:
            for one in report.attachments:
                if one.id == attachment_id:
                    value: Value = getattr(one, name)
                    return value
            return "" if name == "title" else ()

        def write(report: Report, value: Value) -> Report:
            return edits.set_attachment(report, attachment_id, lambda one: replace(one, **{name: value}))

        field = TEXT_FIELD if name == "blocks" else name
        self.bind(editor, Place(attachment_id, field), read, write)  # type: ignore[arg-type]

    def _add(self) -> None:
        new = Attachment(self.desk.new_id())
        self._change(_("添加附件"), lambda attachments: [*attachments, new])
        self.focus_place(Place(new.id, "title"))

    def _remove(self, attachment_id: str) -> None:
        self._change(_("删去附件"), lambda attachments: [one for one in attachments if one.id != attachment_id])

    def _change(self, name: str, change: Callable[[Sequence[Attachment]], Sequence[Attachment]]) -> None:
        """Change the list of attachments."""

        def changed(report: Report) -> Report:
            return edits.set_attachments(report, change(report.attachments))

        take_step(self.desk.opened, name, Place(ATTACHMENTS), changed)
        self.show_report()

    def focus_place(self, place: Place, offset: int = 0) -> None:
        """Put the cursor into an attachment."""
        for binding in self.bindings:
            if binding.place.section == place.section and place.field in ("", binding.place.field):
                binding.editor.focus_entry(place.block, offset)
                return
