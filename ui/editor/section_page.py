"""The tab of one section, made from its type: head, one editor a field."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from report import edits, kinds
from report.compose import fields_of, section_label
from report.content import PLAIN, Blocks, Paragraph
from report.counting import count_section
from report.document import PREFACE, Place
from report.holes import section_is_empty
from report.report import TEXT_FIELD, Report, Section, Value
from report.template import Field, Part, SectionType
from report.texts import Spot
from resources.i18n import _
from ui.editor.figures_slot import FiguresSlot
from ui.editor.page import Desk, Page
from ui.editor.part_head import PartHead
from ui.editor.section_head import SectionHead
from ui.editor.steps import take_step
from ui.editor.subtabs import SubTabs
from ui.fields.base import FieldEditor
from ui.fields.line import select_in_line
from ui.fields.prose.editor import ProseEditor
from ui.parts.empty import EmptyState, Way
from ui.parts.form import FormRow
from ui.parts.scroll import Column, centred
from ui.parts.text import Link

_TEXT_HEIGHTS = 168, 480
"""Pixels at 100 % between which prose among other fields grows."""
_ELSEWHERE = "attachments"
"""The kind of field that has a tab of its own."""


class SectionPage(Page):
    """One section of the report; the id stays, heading and place may change."""

    def __init__(self, desk: Desk, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.section_id = section.id
        self._kind: SectionType | None = desk.opened.type.section(section.kind)
        self._rows: dict[str, QWidget] = {}
        self._links: dict[str, QWidget] = {}
        self._writing = False
        self.head = SectionHead(desk.theme, desk.icons, self._kind)
        self.head.renamed.connect(self._rename)
        self.head.done_toggled.connect(self._mark_done)
        self.head.help_wished.connect(lambda: self.help_wished.emit(Place(section.id)))
        self.prose: ProseEditor | None = None
        self.subtabs = SubTabs(desk.theme, desk.icons, self._kind.parts if self._kind else ())
        self.subtabs.chosen.connect(self._go_to_heading)
        self.subtabs.add_requested.connect(self._add_part)
        self.empty: EmptyState | None = None
        self._above_text = QWidget()
        self._empty_place = QVBoxLayout(self._above_text)
        self._empty_place.setContentsMargins(0, 0, 0, 0)
        fields = tuple(field for field in fields_of(self._kind) if field.kind != _ELSEWHERE)
        self._all_prose = len(fields) == 1 and fields[0].kind == "prose"
        if self._all_prose:
            body: QWidget = centred(desk.theme, self._make(fields[0]))
        else:
            body = self._form(fields)
        self.figures = FiguresSlot(desk, section)
        self.figures.place_wished.connect(self.place_wished)
        self.figures.noticed.connect(self.noticed)
        self.figures.hinted.connect(self.hinted)
        self.figures.changed.connect(self.show_report)
        self.subtabs.bar.currentChanged.connect(self._show_figures)
        around = centred(desk.theme, self.figures)
        self.lay_out(self.head, centred(desk.theme, self.subtabs), around, self._above_text, body)
        desk.opened.rested.connect(self._follow)
        self.show_report()

    def _empty_state(self) -> EmptyState:
        """What to do with an empty section that usually has parts: list their headings, or just write."""
        parts = self._kind.parts if self._kind else ()
        ways = (
            Way(
                "columns",
                _("按提纲列小标题"),
                _("先列出常用的小标题，再逐个写；不用的可以删去"),
                _("列出{count}个").format(count=len(parts)),
                self._add_all_parts,
            ),
            Way("rename", _("直接写"), _("粘贴或输入，段首按 Tab 定层次"), _("开始写"), self._start_writing),
        )
        title, sentence = _("这一部分还没有写"), _("空着只能导出草稿。")
        return EmptyState(self.desk.theme, self.desk.icons, "rename", title, sentence, ways)

    def _show_empty(self, *, empty: bool) -> None:
        """Show what to do with an empty section in place of its text; made when it is first needed."""
        if empty and self.empty is None:
            self.empty = self._empty_state()
            self._empty_place.addWidget(centred(self.desk.theme, self.empty))
        if self.empty is not None:
            self.empty.setVisible(empty)
        self.subtabs.setVisible(not empty)
        if self.prose is not None:
            self.prose.setVisible(not empty)

    def _form(self, fields: tuple[Field, ...]) -> QWidget:
        """Several fields one below the other; what is empty while another is used is folded into a link."""
        column = Column(self.desk.theme)
        for field in fields:
            editor = self._make(field)
            if isinstance(editor, ProseEditor):
                editor.grow(*_TEXT_HEIGHTS)
                row: QWidget = editor
            elif field.kind in ("pairs", "items"):
                row = editor
            else:
                row = FormRow.of_field(self.desk.theme, self.desk.icons, editor)
            self._rows[field.id] = row
            column.body.addWidget(row)
        for field in fields:
            if field.kind in ("prose", "pairs", "items"):
                link = Link(self.desk.theme, _("＋ 写成段落") if field.kind == "prose" else _("＋ 分条填写"))
                link.clicked.connect(lambda *_a, name=field.id: self.focus_place(Place(self.section_id, name)))
                self._links[field.id] = link
                column.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.body.addStretch(1)
        return column

    def _make(self, field: Field) -> FieldEditor:
        editor = self.desk.editors.make(field)
        if isinstance(editor, ProseEditor):
            self.prose = self.prose or editor
            editor.cursor_moved.connect(self._follow_cursor)

        def read(report: Report) -> Value:
            codec = kinds.KINDS[field.kind]
            return report.section(self.section_id).values.get(field.id, codec.empty())

        def write(report: Report, value: Value) -> Report:
            return edits.set_field(report, self.section_id, field.id, value)

        subject = field.label if field.id != TEXT_FIELD or self._kind is None else self._kind.short
        self.bind(editor, Place(self.section_id, field.id), read, write, subject)
        return editor

    def show_report(self) -> None:
        """Show the section as it is now."""
        report = self.desk.opened.report
        if not any(section.id == self.section_id for section in report.sections):
            return
        super().show_report()
        self._show_head()
        self._fold()

    def focus_place(self, place: Place, offset: int = 0) -> None:
        """Put the cursor into a block of the prose, or into a field; a folded one is shown."""
        self.uncover(place.field)
        super().focus_place(place, offset)

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> None:
        """Select characters in a field; those of the heading in the line in which it is renamed."""
        if spot.part != "heading":
            super().select_in(spot, start, end, focus=focus)
        elif focus:
            self.head.start_renaming()
            select_in_line(self.head.title_edit, start, end, focus=True)

    def top(self) -> str:
        """The first paragraph of the prose in view."""
        return self.prose.text.top_block() if self.prose is not None else ""

    def show_top(self, block: str) -> None:
        """Scroll the prose to a paragraph."""
        if self.prose is not None and block:
            self.prose.text.show_at_top(block)

    def _follow(self) -> None:
        if self.isVisible():
            self._show_head()

    def _show_head(self) -> None:
        report = self.desk.opened.report
        place = next((index for index, one in enumerate(report.sections) if one.id == self.section_id), None)
        if place is None:
            return
        section = report.sections[place]
        label = section_label(report.numbering, place)
        self.head.show_section(label, section, count_section(self._kind, section), counted=not self._all_prose)
        self.subtabs.show_headings(report.numbering, section.text)
        if self._kind and self._kind.parts:
            begun = not section_is_empty(fields_of(self._kind), section) or self._writing
            self._show_empty(empty=not begun)
        self._show_figures()

    def _show_figures(self) -> None:
        self.figures.show_part(*self.subtabs.current, divided=self.subtabs.bar.count() > 0)

    def shows_figure(self, indicator: str) -> bool:
        """Whether the block has it, or the text quotes it."""
        return self.figures.shows(indicator) or self.figures.is_quoted(indicator)

    def _fold(self) -> None:
        """Show the fields that hold something; of the empty ones only the first structured one, when all are."""
        if not self._links:
            return
        section = self.desk.opened.report.section(self.section_id)
        filled = {name for name in self._links if not self._is_empty(section, name)}
        structured = [name for name in self._links if name != TEXT_FIELD]
        shown = filled or set(structured[:1] or [TEXT_FIELD])
        for name, link in self._links.items():
            visible = name in shown or self._rows[name].property("unfolded") is True
            self._rows[name].setVisible(visible)
            link.setVisible(not visible)

    def _is_empty(self, section: Section, name: str) -> bool:
        field = next(one for one in fields_of(self._kind) if one.id == name)
        codec = kinds.KINDS[field.kind]
        return codec.is_empty(section.values.get(name, codec.empty()))

    def uncover(self, field: str) -> None:
        """Show a field that was folded into a link."""
        if field in self._rows:
            self._rows[field].setProperty("unfolded", True)
            self._fold()

    def _rename(self, heading: str) -> None:
        def renamed(report: Report) -> Report:
            return edits.rename_section(report, self.section_id, heading)

        take_step(self.desk.opened, _("改标题"), Place(self.section_id), renamed)

    def _mark_done(self, done: bool) -> None:
        def marked(report: Report) -> Report:
            return edits.mark_done(report, self.section_id, done=done)

        take_step(self.desk.opened, _("标为完成") if done else _("取消完成"), Place(self.section_id), marked)

    def _go_to_heading(self, block_id: str) -> None:
        if self.prose is not None:
            self.prose.text.focus_block(block_id)

    def _start_writing(self) -> None:
        self._writing = True
        self._show_head()
        if self.prose is not None:
            self.prose.text.setFocus()

    def _add_all_parts(self) -> None:
        """Put all usual headings into the empty text."""
        new_id = self.desk.new_id
        blocks: Blocks = ()
        for part in self._kind.parts if self._kind else ():
            blocks += (Paragraph(new_id(), part.heading, 2), Paragraph(new_id()))
        self._set_text(_("列出小标题"), lambda _text: blocks)
        if self.prose is not None and len(blocks) > 1:
            self.prose.text.focus_block(blocks[1].id)

    def _add_part(self, part: Part) -> None:
        """Put a suggested heading at the end of the text, ready to be written under."""
        heading = Paragraph(self.desk.new_id(), part.heading, 2)
        body = Paragraph(self.desk.new_id(), "", PLAIN)
        self._set_text(_("加小标题“{name}”").format(name=part.heading), lambda text: (*text, heading, body))
        if self.prose is not None:
            self.prose.text.focus_block(body.id)

    def _set_text(self, name: str, change: Callable[[Blocks], Blocks]) -> None:
        """Change the prose as a whole."""

        def changed(report: Report) -> Report:
            text = change(report.section(self.section_id).text)
            return edits.set_field(report, self.section_id, TEXT_FIELD, text)

        take_step(self.desk.opened, name, Place(self.section_id, TEXT_FIELD), changed)
        self.show_report()

    def _follow_cursor(self) -> None:
        """Mark the sub-tab of the heading under which the cursor is."""
        if self.prose is not None and self._kind and self._kind.parts:
            self.subtabs.follow(self.prose.text.value, self.prose.text.cursor_place()[0])


class PrefacePage(Page):
    """The tab of the preface: prose before the first section."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.head = PartHead(desk.theme, desk.icons, _("引言"), _("写在第一部分之前，交代依据，引出下文"))
        self.head.help_wished.connect(lambda: self.help_wished.emit(Place(PREFACE)))
        field = Field(id=TEXT_FIELD, kind="prose", label=_("引言"), hint=_("一两段话，以“现将有关情况报告如下：”收尾"))
        editor = desk.editors.make(field)
        self.lay_out(self.head, centred(desk.theme, editor))
        self.bind(
            editor,
            Place(PREFACE, TEXT_FIELD),
            lambda report: report.preface,
            lambda report, value: edits.set_preface(report, value),  # type: ignore[arg-type]
        )
