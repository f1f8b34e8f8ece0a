"""The editor of prose: level buttons, a button for tables, the count, and the text below."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from report.content import Blocks, Table
from report.counting import count_blocks
from report.identity import NewId
from report.numbering import Scheme, ordinal
from report.report import Value
from report.template import Field
from report.texts import Spot
from resources.i18n import _
from ui.fields.base import FieldEditor
from ui.fields.marks import TextMark
from ui.fields.prose.keys import KEYS
from ui.fields.prose.text import ProseText
from ui.icons import Icons
from ui.keys import keys_of
from ui.parts.buttons import SegmentedButtons, ToolButton
from ui.parts.marks import StateMark
from ui.sentences import paste_sentence, sentence
from ui.theme import Theme

_TOOLS = 64
"""Pixels at 100 % that the tools and the space around the text take."""


class ProseEditor(FieldEditor):
    """Paragraphs with levels."""

    def __init__(self, field: Field, theme: Theme, icons: Icons, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._theme, self._icons, self._new_id = theme, icons, new_id
        self._selected = 0
        self._heights: tuple[int, int] | None = None
        self.text = ProseText(theme, new_id)
        self.text.setPlaceholderText(field.hint)
        self.text.setAccessibleName(field.label)
        self.levels = SegmentedButtons(theme, self._level_names(Scheme.FOUR))
        self.levels.setAccessibleName(_("段落层次"))
        self.table_button = ToolButton(theme, icons, "table", _("表格"))
        self.table_button.setToolTip(_("在当前段落后面插入表格"))
        self.quote_button = ToolButton(theme, icons, "link", _("插入指标"))
        self.quote_button.setToolTip(_("在光标处引用一个指标的值（{keys}）").format(keys=keys_of(KEYS, "quote")))
        self.quote_button.clicked.connect(self.text.quote_wished)
        self.count = StateMark(theme, icons)
        tools = QHBoxLayout()
        tools.addWidget(self.levels)
        tools.addWidget(self.quote_button)
        tools.addWidget(self.table_button)
        tools.addStretch(1)
        tools.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(tools)
        layout.addWidget(self.text, 1)
        self._tools, self._layout = tools, layout
        self.text.edited.connect(self._take)
        self.text.selectionChanged.connect(self._count_selected)
        self.text.step_ended.connect(self.step_ended)
        self.text.moved.connect(self.cursor_moved)
        self.text.pasted.connect(lambda notes: self.noticed.emit(paste_sentence(notes)))
        self.text.refused.connect(lambda error: self.warned.emit(sentence(error, _("粘贴的文字"))))
        self.text.level_changed.connect(self._show_level)
        self.text.table_opened.connect(self._open_table)
        self.levels.chosen.connect(self._choose_level)
        self.table_button.clicked.connect(self._add_table)
        theme.changed.connect(self._style)
        self._style()
        self._show_level(0)

    def grow(self, least: int, most: int) -> None:
        """Be as high as the text wants, between two heights in pixels at 100 %; a longer text scrolls."""
        self._heights = least, most
        self.text.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the tools have no room, the words of the two buttons go, then the count."""
        super().resizeEvent(event)
        self._fold_tools()

    def _fold_tools(self) -> None:
        buttons, gap = (self.quote_button, self.table_button), self._tools.spacing()
        for folding in range(3):
            for button in buttons:
                button.show_text(folding == 0)
            self.count.setVisible(folding < 2)
            shown = (self.levels, *buttons, *((self.count,) if folding < 2 else ()))
            if sum(one.sizeHint().width() + gap for one in shown) <= self.width():
                break

    def _grow(self) -> None:
        if self._heights is not None:
            least, most = map(self._theme.px, self._heights)
            wanted = round(self.text.document().size().height()) + self._theme.px(_TOOLS)
            self.setFixedHeight(min(max(wanted, least), most))

    def focus_target(self) -> QWidget:
        """The text."""
        return self.text

    def cursor_entry(self) -> tuple[str, int]:
        """The cursor's paragraph; its number counts among the characters before the cursor."""
        block_id, offset = self.text.cursor_place()
        return block_id, offset + len(self.text.number_at(self.text.textCursor().blockNumber()))

    def focus_entry(self, entry: str, offset: int) -> None:
        """Put the cursor into a paragraph."""
        if not entry:
            self.text.setFocus()
            return
        block = self.text.prose.block_of(entry)
        self.text.focus_block(entry, max(0, offset - len(self.text.number_at(block.blockNumber()))))

    def text_cursor(self) -> tuple[str, int]:
        """The cursor's paragraph, and the characters before it there."""
        return self.text.cursor_place()

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Select characters of a paragraph; of a table in the text, whose cells are edited elsewhere, all of it."""
        if spot.row >= 0 or spot.part:
            start, end = 0, 1
        if focus:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.place_cursor(spot.place.block, start, end - start)
        self.text.show_around()
        return self.text

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark words in the text."""
        self.text.marks.show(marks)

    def show_value(self, value: Value) -> None:
        """Show blocks that come from elsewhere."""
        blocks: Blocks = value if isinstance(value, tuple) else ()  # type: ignore[assignment]
        self.text.show_value(blocks)
        self._show_count(blocks)

    def set_scheme(self, scheme: Scheme) -> None:
        """Number the levels in another way."""
        if scheme is self.text.scheme:
            return
        self.text.set_scheme(scheme)
        self.levels.rename(self._level_names(scheme))

    @staticmethod
    def _level_names(scheme: Scheme) -> dict[Hashable, str]:
        names: dict[Hashable, str] = {level: ordinal(scheme, level, 1).label for level in (2, 3, 4)}
        return {**names, 0: _("正文")}

    def _take(self, blocks: Blocks) -> None:
        self._show_count(blocks)
        self.edited.emit(blocks)

    def _count_selected(self) -> None:
        selected = count_blocks(self.text.selected()) if self.text.textCursor().hasSelection() else 0
        if selected != self._selected:
            self._selected = selected
            self._show_count(self.text.value)

    def _show_count(self, blocks: Blocks) -> None:
        """How long the text is, against its limit; over it a sign, and nothing is cut."""
        count, limit = count_blocks(blocks), self.field.max_chars
        text = _("{count:,}字").format(count=count)
        if self._selected:
            text = _("已选{count:,}字").format(count=self._selected) + "，" + text
        if limit:
            text += _("，建议不超过{limit:,}字").format(limit=limit)
        over = bool(limit) and count > (limit or 0)
        self.count.show_state("should" if over else "", "amber" if over else "second", text)
        self._fold_tools()

    def _show_level(self, level: int) -> None:
        self.levels.choose(level)

    def _choose_level(self, level: int) -> None:
        self.text.set_level(level)
        self.text.setFocus()

    def _add_table(self) -> None:
        from ui.fields.table_dialog import edit_table

        table = edit_table(Table(self._new_id(), (("", "", ""), ("", "", "")), 1), self._theme, self._icons, self)
        if table is not None:
            self.text.insert_table(table)
        self.text.setFocus()

    def _open_table(self, table: Table) -> None:
        from ui.fields.table_dialog import edit_table

        changed = edit_table(table, self._theme, self._icons, self)
        if changed is not None:
            self.text.change_table(changed)

    def _style(self) -> None:
        self._tools.setContentsMargins(0, self._theme.px(8), 0, self._theme.px(4))
        self._tools.setSpacing(self._theme.px(8))
        self._layout.setSpacing(self._theme.px(4))
        self._grow()
