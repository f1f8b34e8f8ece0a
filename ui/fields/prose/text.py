"""The text area of prose: paragraphs with levels, their computed numbers painted beside them.

Numbers are never typed and never part of the text. Nothing is read while an input method composes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from report.content import PLAIN, Blocks, Paragraph, Table
from report.errors import ReportError
from report.identity import NewId
from report.numbering import Scheme, number_levels
from ui.fields.base import is_history_key
from ui.fields.cleaning import clean_commit
from ui.fields.composing import is_composing, is_lost_move
from ui.fields.prose.clipboard import can_read, from_mime, part_to_mime, to_mime
from ui.fields.prose.document import ProseDocument
from ui.fields.prose.drop import take_drop
from ui.fields.prose.gutter import WIDTH, Gutter
from ui.fields.prose.headings import Headings
from ui.fields.prose.marks import ProseMarks
from ui.fields.prose.menu import make_menu
from ui.fields.prose.paragraph_format import LINE, paragraph_format
from ui.fields.prose.quotes import Quotes
from ui.fields.prose.selection import selected_blocks, selected_rows
from ui.fields.prose.shaping import Shaping
from ui.fields.prose.table_object import TableObject
from ui.text_positions import characters_before, qt_length
from ui.theme import Theme

_RECTANGLES = (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle)


class ProseText(QTextEdit):
    """Paragraphs with levels.

    Signals:
        edited(Blocks): the committed text or its levels differ from before.
        step_ended(): what was edited so far is one step of undo, what follows another.
        level_changed(int): the level of the cursor's paragraph.
        moved(): the cursor stands in another place.
        table_opened(Table): the clerk wants to edit a table.
        pasted(notes): text was pasted; what was changed in it.
        refused(ReportError): text was not pasted.
        quote_wished(), quote_opened(): an indicator is to be quoted; the one at the cursor is to be shown.
        quote_hovered(QPoint): the mouse rests there in the viewport.
    """

    edited = Signal(object)
    step_ended = Signal()
    level_changed = Signal(int)
    moved = Signal()
    table_opened = Signal(object)
    pasted = Signal(object)
    refused = Signal(object)
    quote_wished = Signal()
    quote_opened = Signal()
    quote_hovered = Signal(QPoint)

    def __init__(self, theme: Theme, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.new_id = theme, new_id
        self.scheme = Scheme.FOUR
        self._showing = False
        self.prose = ProseDocument(self.document(), new_id)
        self._value: Blocks = ()
        self._labels: list[str] = [""]
        self._gutter = Gutter(self, theme)
        self._shaping = Shaping(self, self.prose)
        self._highlighter = Headings(self.prose, theme)
        self.marks = ProseMarks(self, self.prose, theme)
        self.carried = frozenset[str]()
        self.quotes = Quotes(self, self.prose, theme)
        self._tables = TableObject(self.document(), self.prose, theme)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().contentsChange.connect(self._note_change)
        self.cursorPositionChanged.connect(self._note_cursor)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        theme.changed.connect(self._style)
        self._style()

    # What is shown

    @property
    def value(self) -> Blocks:
        """The blocks as committed."""
        return self._value

    @property
    def blocks(self) -> Blocks:
        """The blocks one by one as the text blocks stand: also the one of an empty text."""
        return self._value or (Paragraph(self.prose.block_id(self.document().begin())),)

    def show_value(self, blocks: Blocks) -> None:
        """Show `blocks`, touching only what differs; what is being composed is committed first."""
        if self.is_composing:
            QGuiApplication.inputMethod().commit()
        if blocks == self._value:
            return
        self._shaping.forget_typing()
        first = not self._value
        with self._quietly():
            cursor = self.prose.show(blocks)
        self._value = blocks
        if first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        elif cursor is not None:
            self.setTextCursor(cursor)
        self._number()

    def set_scheme(self, scheme: Scheme) -> None:
        """Number the levels in another way."""
        self.scheme = scheme
        self._number()

    def number_at(self, place: int) -> str:
        """The printed number of the paragraph at `place`, "" for plain text."""
        return self._labels[place] if place < len(self._labels) else ""

    # The cursor

    def cursor_place(self) -> tuple[str, int]:
        """The id of the cursor's paragraph and how many characters stand before the cursor in it."""
        cursor = self.textCursor()
        block = cursor.block()
        return self.prose.block_id(block), characters_before(block.text(), cursor.positionInBlock())

    def focus_block(self, block_id: str, offset: int = 0) -> None:
        """Put the cursor behind `offset` characters of a paragraph and show it."""
        self.place_cursor(block_id, offset)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def place_cursor(self, block_id: str, offset: int = 0, length: int = 0) -> None:
        """Put the cursor into a paragraph without taking the focus; `length` characters become selected."""
        block = self.prose.block_of(block_id)
        if not block.isValid():
            return
        text = block.text()
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + qt_length(text[:offset]))
        cursor.setPosition(cursor.position() + qt_length(text[offset : offset + length]), _KEEP)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def show_around(self) -> None:
        """Scroll so that lines above and below the cursor are seen, too, if it is at the edge of the view."""
        rect, height = self.cursorRect(), self.viewport().height()
        room = self._theme.px(2 * LINE)
        if rect.top() < room or rect.bottom() > height - room:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.center().y() - height // 3)

    def show_carried(self, ids: frozenset[str]) -> None:
        """Mark paragraphs that are still as they came from last year."""
        if ids != self.carried:
            self.carried = ids
            self._gutter.update()

    def top_block(self) -> str:
        """The id of the first paragraph in view."""
        return self.prose.block_id(self.cursorForPosition(QPoint(0, 0)).block())

    def show_at_top(self, block_id: str) -> None:
        """Scroll so that a paragraph is the first in view."""
        block = self.prose.block_of(block_id)
        if block.isValid():
            rect = self.document().documentLayout().blockBoundingRect(block)
            self.verticalScrollBar().setValue(round(rect.top()))

    def current_level(self) -> int:
        """The level of the cursor's paragraph."""
        return self.prose.level(self.textCursor().block())

    def selected_rows(self) -> tuple[int, int]:
        """Numbers of the first and the last paragraph that the selection touches."""
        return selected_rows(self.textCursor())

    def selected(self) -> Blocks:
        """The selected blocks; of the first and the last only what is selected."""
        return selected_blocks(self.textCursor(), self.blocks)

    # Edits

    def set_level(self, level: int) -> None:
        """Set the level of the paragraphs that the selection touches."""
        self._shaping.set_level(level)

    def become(self, blocks: Blocks, row: int, offset: int = 0) -> None:
        """Have other blocks, as one step; the cursor goes behind `offset` characters of the one at `row`."""
        self.step_ended.emit()
        with self._quietly():
            self.prose.show(blocks)
        block = self.document().findBlockByNumber(row)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + qt_length(block.text()[:offset]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.take_change()
        self.step_ended.emit()

    def insert(self, phrase: Paragraph) -> None:
        """Put words, with what they quote, in place of what is selected."""
        self._shaping.paste((phrase,))

    def insert_table(self, table: Table) -> None:
        """Put a table behind the cursor's paragraph, and a paragraph behind it to go on in."""
        blocks, row = self.blocks, self.selected_rows()[1]
        here = blocks[row]
        keep = row + 1 if isinstance(here, Table) or here.text else row
        following = Paragraph(self.new_id())
        self.become((*blocks[:keep], table, following, *blocks[row + 1 :]), keep + 1)

    def change_table(self, table: Table) -> None:
        """Take a table's new content."""
        self.step_ended.emit()
        self.prose.change_table(table)
        self.take_change()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of structure; the rest is Qt's."""
        if is_lost_move(self, event) or self.quotes.take_key(event) or self._shaping.take_key(event):
            return
        super().keyPressEvent(event)
        if event.text().isprintable() and event.text():
            self._shaping.note_typing()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab at a paragraph's start changes its level; elsewhere it leaves. No tab character ever enters."""
        if not self._shaping.take_tab(deeper=next):
            super().focusNextPrevChild(next)
        return True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The mouse may come to rest on a number."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.quote_hovered.emit(event.position().toPoint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Another place is chosen."""
        self._shaping.forget_typing()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a table opens it."""
        table = self.prose.table_in(self.cursorForPosition(event.position().toPoint()).block())
        if table is not None:
            self.table_opened.emit(table)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done here; outside of a selection the cursor goes to the mouse first."""
        if event.reason() == QContextMenuEvent.Reason.Mouse and not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        menu = make_menu(self, self._shaping)
        menu.exec(event.globalPos())
        menu.deleteLater()

    # Input methods

    @property
    def is_composing(self) -> bool:
        """Whether an input method has letters that are not text yet."""
        return is_composing(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what is committed; what is composed is neither read nor written over."""
        super().inputMethodEvent(clean_commit(event))
        if not self.is_composing:
            self.take_change()
            if event.commitString():
                self._shaping.note_typing()
        self._gutter.update()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Qt gives the cursor's place in the viewport; the window of candidates needs it in the widget."""
        answer = super().inputMethodQuery(query)
        if query in _RECTANGLES and isinstance(answer, QRectF):
            return answer.translated(QPointF(self.viewport().pos()))
        return answer

    # Copy and paste

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and blocks of our own."""
        return can_read(source)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Whole paragraphs with levels and numbers; a part of one paragraph as its text."""
        first, last = self.selected_rows()
        selected = self.selected()
        if first == last and isinstance(part := selected[0], Paragraph):
            return part_to_mime(part) if part.links else super().createMimeDataFromSelection()
        return to_mime(selected, self._labels[first : last + 1])

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text: its paragraphs with the levels that their numbers tell, marks made full-width."""
        try:
            blocks, notes = from_mime(source, self.new_id, self.scheme)
        except ReportError as error:
            self.refused.emit(error)
            return
        if not blocks:
            return
        self._shaping.paste(blocks)
        if notes:
            self.pasted.emit(notes)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text is moved here, or comes from elsewhere."""
        take_drop(self, self._shaping, event)

    # Changes

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Change the document without telling it as an edit."""
        self._showing = True
        yield
        self._showing = False

    def _note_change(self, _position: int, removed: int, added: int) -> None:
        if (removed or added) and not self._showing and not self.is_composing:
            self.take_change()

    def take_change(self) -> None:
        """Read what was changed and tell it; nothing while an input method composes."""
        if self._showing or self.is_composing:
            return
        before = self.textCursor().position()
        with self._quietly():
            value = self.prose.read()
        self._stay_before_table(before)
        if value != self._value:
            self._value = value
            self._number()
            self.edited.emit(value)

    def _stay_before_table(self, before: int) -> None:
        """What is typed right before a table gets a row of its own: the cursor stays in it."""
        cursor = self.textCursor()
        if cursor.position() == before + 1 and cursor.atBlockStart() and self.prose.table_in(cursor.block()):
            cursor.setPosition(before)
            self.setTextCursor(cursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and dots below what quotes an indicator."""
        super().paintEvent(event)
        self.quotes.paint(event)

    def _note_cursor(self) -> None:
        self._gutter.update()
        self.level_changed.emit(self.current_level())
        self.moved.emit()

    def _number(self) -> None:
        levels = [one.level if isinstance(one, Paragraph) and one.text else PLAIN for one in self.blocks]
        self._labels = [one.label if one else "" for one in number_levels(self.scheme, levels)]
        self._gutter.update()
        self.level_changed.emit(self.current_level())

    # Looks

    def _style(self) -> None:
        theme = self._theme
        self.setFont(theme.font("prose"))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(theme.px(WIDTH), theme.px(8), 0, 0)
        with self._quietly():
            self.prose.set_shape(paragraph_format(theme))
        self._gutter.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter beside the text, and the cursor in view where it was."""
        seen = self.hasFocus() and self.viewport().rect().intersects(self.cursorRect())
        super().resizeEvent(event)
        self._gutter.place()
        if seen:
            self.ensureCursorVisible()

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRect]]:
        """The paragraphs in view with their rectangles in the viewport, without the space below them."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        height = self.viewport().height()
        while block.isValid():
            rect = self.block_rect(block)
            if rect.top() > height:
                break
            yield block, rect
            block = block.next()

    def block_rect(self, block: QTextBlock) -> QRect:
        """The paragraph's rectangle in viewport coordinates, without the space below it."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(QPointF(0, -self.verticalScrollBar().value())).toRect()


_KEEP = QTextCursor.MoveMode.KeepAnchor
