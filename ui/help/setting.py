"""A page of help set as a document, in the fonts and colours of the theme. No mark-up: text goes in as text."""

from PySide6.QtGui import (
    QBrush,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextOption,
    QTextTableFormat,
)

from ui.help.blocks import Block, Heading, Keys, Link, Page, Paragraph, Spans
from ui.keys import KeyRow
from ui.theme import Theme
from ui.tokens import Role, Token

_MARGIN, _LINE, _KEYS, _POINT = 16, 22, 132, 14
_MINIMUM = QTextBlockFormat.LineHeightTypes.MinimumHeight.value


def set_page(document: QTextDocument, page: Page, here: str, theme: Theme) -> None:
    """Fill a document with a page; the entry named `here` stands on a tint."""
    document.clear()
    document.setDocumentMargin(theme.px(_MARGIN))
    _Setter(document, theme).set(page, here)


class _Setter:
    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._document, self._theme = document, theme
        self._cursor = QTextCursor(document)
        self._fresh = True

    def set(self, page: Page, here: str) -> None:
        """Title, line below it, blocks."""
        self._line((page.title,), "title", below=2)
        if page.meta:
            self._line((page.meta,), "small", "second", below=4)
        entry = page.entry(here)
        if entry is None:
            self._set_all(page.blocks)
            return
        start, end = entry
        self._set_all(page.blocks[:start])
        self._open_frame()
        self._set_all(page.blocks[start:end], tight=True)
        self._close_frame()
        self._set_all(page.blocks[end:])

    def _set_all(self, blocks: tuple[Block, ...], *, tight: bool = False) -> None:
        for place, block in enumerate(blocks):
            self._set(block, above=0 if tight and not place else None)

    def _set(self, block: Block, above: int | None) -> None:
        if isinstance(block, Heading):
            strong = block.level == 2
            top = above if above is not None else 20 if strong else 12
            self._line((block.text,), "subtitle" if strong else "body", above=top, below=4, bold=True)
        elif isinstance(block, Paragraph):
            token: Token = "second" if block.quiet else "text"
            self._line(block.spans, "small" if block.quiet else "body", token, below=6)
        elif isinstance(block, Keys):
            self._set_keys(block.rows)
        else:
            self._set_points(block.items)

    def _line(
        self, spans: Spans, role: Role, token: Token = "text", above: int = 0, below: int = 0, bold: bool | None = None
    ) -> None:
        """One paragraph."""
        self._begin(above, below, self._theme.px(_LINE) if role != "title" else self._theme.line("title"))
        self._write(spans, role, token, bold)

    def _begin(self, above: int, below: int, height: int) -> None:
        shape = QTextBlockFormat()
        shape.setLineHeight(height, _MINIMUM)
        shape.setTopMargin(self._theme.px(above))
        shape.setBottomMargin(self._theme.px(below))
        if self._fresh:
            self._cursor.setBlockFormat(shape)
        else:
            self._cursor.insertBlock(shape)
        self._fresh = False

    def _write(self, spans: Spans, role: Role, token: Token, bold: bool | None) -> None:
        for span in spans:
            shape = self._letters(role, token, bold)
            if isinstance(span, Link):
                shape.setAnchor(True)
                shape.setAnchorHref(span.target)
                shape.setForeground(self._theme.colour("accent"))
            self._cursor.insertText(span if isinstance(span, str) else span.text, shape)

    def _letters(self, role: Role, token: Token, bold: bool | None = None) -> QTextCharFormat:
        shape = QTextCharFormat()
        shape.setFont(self._theme.font(role, bold))
        shape.setForeground(self._theme.colour(token))
        return shape

    def _set_points(self, items: tuple[Spans, ...]) -> None:
        """Each behind a dot, its lines below each other."""
        side = self._theme.px(_POINT)
        for spans in items:
            self._line((), "body", below=4)
            shape = self._cursor.blockFormat()
            shape.setLeftMargin(side)
            shape.setTextIndent(-side)
            shape.setTabPositions([QTextOption.Tab(side, QTextOption.TabType.LeftTab)])
            self._cursor.setBlockFormat(shape)
            self._cursor.insertText("•\t", self._letters("body", "second"))
            self._write(spans, "body", "text", None)

    def _set_keys(self, rows: tuple[KeyRow, ...]) -> None:
        """A table without lines: keys on caps at the left, what they do at the right."""
        shape = QTextTableFormat()
        shape.setBorder(0)
        shape.setCellSpacing(0)
        shape.setCellPadding(self._theme.px(2))
        shape.setTopMargin(self._theme.px(4))
        shape.setBottomMargin(self._theme.px(16))
        whole = QTextLength(QTextLength.Type.VariableLength, 0)
        shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.FixedLength, self._theme.px(_KEYS)), whole])
        table = self._cursor.insertTable(len(rows), 2, shape)
        for number, row in enumerate(rows):
            for column in (0, 1):
                self._cursor = table.cellAt(number, column).firstCursorPosition()
                self._fresh = True
                self._begin(0, 0, self._theme.px(_LINE))
                if column:
                    self._write((row.text,), "body", "text", None)
                else:
                    self._write_caps(row.keys)
        self._leave()

    def _write_caps(self, keys: tuple[str, ...]) -> None:
        cap = self._letters("small", "text")
        cap.setBackground(QBrush(self._theme.colour("sunken")))
        for number, name in enumerate(keys):
            if number:
                self._cursor.insertText(" ", self._letters("small", "text"))
            self._cursor.insertText(f"\u00a0{name}\u00a0".replace(" ", "\u00a0"), cap)

    def _open_frame(self) -> None:
        shape = QTextFrameFormat()
        shape.setBackground(QBrush(self._theme.colour("accent_tint")))
        shape.setPadding(self._theme.px(8))
        shape.setTopMargin(self._theme.px(8))
        shape.setBottomMargin(self._theme.px(12))
        shape.setLeftMargin(-self._theme.px(8))
        shape.setRightMargin(-self._theme.px(8))
        self._cursor.insertFrame(shape)
        self._fresh = True

    def _close_frame(self) -> None:
        self._leave()

    def _leave(self) -> None:
        """Go on behind a table or frame, in the empty paragraph that Qt puts there."""
        frame = self._cursor.currentFrame()
        parent = frame.parentFrame() or frame
        self._cursor = parent.lastCursorPosition()
        self._fresh = True
