"""The text area of prose: paragraphs with levels, their computed numbers painted beside them.

Numbers are never typed and never part of the text. Nothing is read while an input method composes.
"""

from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from report.content import PLAIN, Blocks, Paragraph, Table
from report.identity import NewId
from report.numbering import Scheme, heading_length, number_levels
from ui.fields.prose_document import OBJECT_CHAR, ProseDocument
from ui.fields.table_object import TableObject
from ui.theme import Theme

_LEVELS = (PLAIN, 2, 3, 4)
_GUTTER, _GAP, _BAR = 76, 12, 3
_LINE, _BELOW = 28, 8


class ProseText(QTextEdit):
    """Paragraphs with levels.

    Signals:
        edited(Blocks): the committed text or its levels differ from before.
        level_changed(int): the level of the cursor's paragraph.
        table_opened(Table): the clerk wants to edit a table.
        pasted(notes): text was pasted; what was changed in it.
    """

    edited = Signal(object)
    level_changed = Signal(int)
    table_opened = Signal(object)
    pasted = Signal(object)

    def __init__(self, theme: Theme, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._new_id = theme, new_id
        self._scheme = Scheme.FOUR
        self._composing = self._showing = False
        self.prose = ProseDocument(self.document(), new_id)
        self._value: Blocks = ()
        self._labels: list[str] = []
        self._gutter = _Gutter(self, theme)
        self._highlighter = _Headings(self.document(), self.prose)
        self._tables = TableObject(self.document(), self.prose, theme)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().contentsChange.connect(self._note_change)
        self.cursorPositionChanged.connect(self._tell_level)
        self.verticalScrollBar().valueChanged.connect(self._gutter.update)
        theme.changed.connect(self._style)
        self._style()

    # What is shown

    @property
    def value(self) -> Blocks:
        """The blocks as committed."""
        return self._value

    def show_value(self, blocks: Blocks) -> None:
        """Show `blocks`, touching only what differs; what is being composed is committed first."""
        if self._composing:
            QGuiApplication.inputMethod().commit()
        if blocks == self._value:
            return
        self._showing = True
        first = not self._value
        cursor = self.prose.show(blocks)
        self._showing = False
        self._value = blocks
        self._style_blocks()
        if first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        elif cursor is not None:
            self.setTextCursor(cursor)
        self._number()

    def set_scheme(self, scheme: Scheme) -> None:
        """Number the levels in another way."""
        self._scheme = scheme
        self._number()

    def number_at(self, place: int) -> str:
        """The printed number of the paragraph at `place`, "" for plain text."""
        return self._labels[place] if place < len(self._labels) else ""

    def focus_block(self, block_id: str) -> None:
        """Put the cursor into a paragraph and show it."""
        block = self.document().begin()
        while block.isValid():
            if self.prose.block_id(block) == block_id:
                self.setTextCursor(QTextCursor(block))
                self.ensureCursorVisible()
                break
            block = block.next()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Levels

    def current_level(self) -> int:
        """The level of the cursor's paragraph."""
        return self.prose.level(self.textCursor().block())

    def set_level(self, level: int) -> None:
        """Set the level of the paragraphs that the selection touches."""
        cursor = self.textCursor()
        block = self.document().findBlock(cursor.selectionStart())
        end = cursor.selectionEnd()
        while block.isValid() and block.position() <= end:
            if OBJECT_CHAR not in block.text():
                self.prose.set_level(block, level)
            block = block.next()
        self._take_change()
        self._tell_level()

    def shift_level(self, deeper: bool) -> None:
        """Move the paragraphs one level in or out: plain text, （一）, 1., （1）."""
        place = _LEVELS.index(self.current_level()) + (1 if deeper else -1)
        if 0 <= place < len(_LEVELS):
            self.set_level(_LEVELS[place])

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of structure; the rest is Qt's."""
        modifiers, key = event.modifiers(), event.key()
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._tab(forward=key == Qt.Key.Key_Tab)
        elif modifiers == Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier and key in (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
        ):
            self.shift_level(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._split()
        elif key == Qt.Key.Key_Backspace and not modifiers and self._at_start() and self.current_level():
            self.set_level(PLAIN)
        elif event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _tab(self, *, forward: bool) -> None:
        """At a paragraph's start the level changes; elsewhere the focus leaves. No tab character ever enters."""
        if self._at_start():
            self.shift_level(forward)
        else:
            self.focusNextPrevChild(forward)

    def _at_start(self) -> bool:
        cursor = self.textCursor()
        return cursor.atBlockStart() and not cursor.hasSelection()

    def _split(self) -> None:
        """A new paragraph: plain after a heading line, of the same level after a run-in one.

        An empty numbered paragraph loses its level instead.
        """
        cursor = self.textCursor()
        block = cursor.block()
        level, text = self.prose.level(block), block.text()
        if level and not text and not cursor.hasSelection():
            self.set_level(PLAIN)
            return
        at_end = cursor.atBlockEnd()
        cursor.insertBlock()
        heading_line = level and heading_length(text, level) >= len(text.rstrip("。"))
        if at_end and heading_line:
            self.prose.set_level(cursor.block(), PLAIN)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._take_change()

    # Input methods, paste

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember that something is composed: it is neither read nor written over."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if not self._composing:
            self._take_change()
        self._gutter.update()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text: its paragraphs with the levels that their numbers tell, marks made full-width."""
        from report.reading.recognise import read_blocks

        blocks, notes = read_blocks(source.text(), new_id=self._new_id)
        if not blocks:
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        first = blocks[0]
        if len(blocks) == 1 and isinstance(first, Paragraph) and not first.level:
            cursor.insertText(first.text)
        else:
            self._insert_blocks(cursor, blocks)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self._take_change()
        self._style_blocks()
        if notes:
            self.pasted.emit(notes)

    def _insert_blocks(self, cursor: QTextCursor, blocks: Blocks) -> None:
        """Put blocks where the cursor is; what stood behind it follows them as a paragraph of its own."""
        if not cursor.atBlockEnd():
            cursor.insertBlock()
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        for number, block in enumerate(blocks):
            if number or cursor.block().text():
                cursor.insertBlock()
            if isinstance(block, Table):
                self.prose.set_level(cursor.block(), PLAIN)
                self.prose.put_table(cursor, block)
            else:
                cursor.insertText(block.text, QTextCharFormat())
                self.prose.set_level(cursor.block(), block.level)

    def insert_table(self, table: Table) -> None:
        """Put a new table behind the cursor's paragraph."""
        cursor = self.textCursor()
        self.prose.insert_table(cursor, table)
        self.setTextCursor(cursor)
        self._take_change()

    def change_table(self, table: Table) -> None:
        """Take a table's new content."""
        self.prose.change_table(table)
        self._take_change()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on a table opens it."""
        position = event.position().toPoint()
        table = self.prose.table_in(self.cursorForPosition(position).block())
        if table is not None:
            self.table_opened.emit(table)
        else:
            super().mouseDoubleClickEvent(event)

    # Changes

    def _note_change(self, _position: int, removed: int, added: int) -> None:
        if (removed or added) and not self._showing and not self._composing:
            self._take_change()

    def _take_change(self) -> None:
        if self._showing or self._composing:
            return
        self._showing = True
        value = self.prose.read()
        self._showing = False
        self._number()
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _tell_level(self) -> None:
        self._gutter.update()
        self.level_changed.emit(self.current_level())

    def _number(self) -> None:
        levels: list[int] = []
        block = self.document().begin()
        while block.isValid():
            levels.append(self.prose.level(block) if block.text() else PLAIN)
            block = block.next()
        self._labels = [one.label if one else "" for one in number_levels(self._scheme, levels)]
        self._gutter.update()

    # Looks

    def _style(self) -> None:
        theme = self._theme
        self.setFont(theme.font("prose"))
        self.document().setDocumentMargin(0)
        self.setViewportMargins(theme.px(_GUTTER), theme.px(8), 0, 0)
        self._style_blocks()
        self._gutter.place()

    def _style_blocks(self) -> None:
        """28 px lines, 8 px between paragraphs (look.md, 3.2)."""
        style = QTextBlockFormat()
        style.setLineHeight(self._theme.px(_LINE), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        style.setBottomMargin(self._theme.px(_BELOW))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self._showing = True
        cursor.mergeBlockFormat(style)
        self._showing = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the gutter beside the text."""
        super().resizeEvent(event)
        self._gutter.place()

    def visible_blocks(self) -> list[tuple[QTextBlock, QRect]]:
        """The paragraphs in view with the rectangle of their first line, in viewport coordinates."""
        found: list[tuple[QTextBlock, QRect]] = []
        block = self.cursorForPosition(QPoint(0, 0)).block()
        height = self.viewport().height()
        while block.isValid():
            rect = self.block_rect(block)
            if rect.top() > height:
                break
            found.append((block, rect))
            block = block.next()
        return found

    def block_rect(self, block: QTextBlock) -> QRect:
        """The whole paragraph's rectangle in viewport coordinates."""
        rect = self.document().documentLayout().blockBoundingRect(block)
        return rect.translated(QPointF(0, -self.verticalScrollBar().value())).toRect()

    def sizeHint(self) -> QSize:
        """Wide enough for a line of a report."""
        return QSize(self._theme.px(640), self._theme.px(300))


class _Gutter(QWidget):
    """The numbers beside the paragraphs, and the bar at the current one."""

    def __init__(self, text: ProseText, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._theme = text, theme

    def place(self) -> None:
        """Stand left of the viewport."""
        view = self._text.viewport().geometry()
        self.setGeometry(view.left() - self._theme.px(_GUTTER), view.top(), self._theme.px(_GUTTER), view.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the labels of the paragraphs in view."""
        painter = QPainter(self)
        painter.setClipRect(event.rect())
        theme = self._theme
        current = self._text.textCursor().block()
        plain = theme.font("field")
        strong = QFont(plain)
        strong.setBold(True)
        for block, rect in self._text.visible_blocks():
            is_current = block == current and self._text.hasFocus()
            if is_current:
                height = rect.height() - theme.px(_BELOW)
                painter.fillRect(0, rect.top(), theme.px(_BAR), height, theme.colour("accent"))
            label = self._text.number_at(block.blockNumber())
            if not label:
                continue
            painter.setFont(strong if is_current else plain)
            painter.setPen(theme.colour("accent" if is_current else "second"))
            line = block.layout().lineAt(0)
            baseline = rect.top() + round(line.y() + line.ascent() if line.isValid() else theme.px(_LINE - _BELOW))
            right = theme.px(_GUTTER - _GAP) - painter.fontMetrics().horizontalAdvance(label)
            painter.drawText(right, baseline, label)


class _Headings(QSyntaxHighlighter):
    """Sets headings bold: whole heading lines and the first sentence of run-in ones."""

    def __init__(self, document: QTextDocument, prose: ProseDocument) -> None:
        super().__init__(document)
        self._prose = prose

    def highlightBlock(self, text: str) -> None:
        """Bold up to the end of the heading, its 。 included."""
        length = heading_length(text, self._prose.level(self.currentBlock()))
        if length:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.Bold)
            self.setFormat(0, len(text[: length + 1].encode("utf-16-le", "surrogatepass")) // 2, bold)
