"""Last year's text as it was: plain, to be selected and copied."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from report.document import Piece, Prose
from report.last_year import words_of
from resources.i18n import _
from ui.comparing.row import GAP, SIDE
from ui.comparing.voice import Voice
from ui.comparing.wording import LINE
from ui.theme import Theme

_GUTTER, _LEFT, _BELOW, _TOP = 48, 12, 10, 12


class OriginalText(QTextEdit):
    """A text that can be read, selected by mouse and keys, and copied.

    Signals:
        chosen(int): Enter was pressed in the paragraph of that index.
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pieces: tuple[Piece, ...] = ()
        self._current: int | None = None
        self._margin = _Margin(self, theme)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(_(voice.original))
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().valueChanged.connect(self._margin.update)
        theme.changed.connect(self._style)
        self._style()

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show what last year printed; nothing is touched when that is shown already."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            self._set()

    def follow(self, index: int | None, *, reveal: bool) -> None:
        """Mark the paragraph that the cursor's one continues."""
        self._current = index
        self.viewport().update()
        self._margin.update()
        if index is not None and reveal and index < len(self._pieces):
            rect, bar = self._rect(self.document().findBlockByNumber(index)), self.verticalScrollBar()
            height = self.viewport().height()
            if rect.top() < 0 or rect.height() > height:
                bar.setValue(round(bar.value() + rect.top()))
            elif rect.bottom() > height:
                bar.setValue(round(bar.value() + rect.bottom() - height))

    def _set(self) -> None:
        """Fill the document."""
        theme = self._theme
        self.clear()
        cursor = QTextCursor(self.document())
        shape = QTextBlockFormat()
        shape.setLineHeight(theme.px(LINE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        shape.setBottomMargin(theme.px(_BELOW))
        plain, bold = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(700)
        for number, piece in enumerate(self._pieces):
            if number:
                cursor.insertBlock()
            cursor.setBlockFormat(shape)
            text = words_of(piece).replace("\n", "\u2028")
            heading = piece.heading + 1 if isinstance(piece, Prose) and piece.heading and piece.level else 0
            if isinstance(piece, Prose) and piece.label and not piece.level:
                cursor.insertText(f"{piece.label}：", bold)
            cursor.insertText(text[:heading], bold)
            cursor.insertText(text[heading:], plain)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        frame = self.document().rootFrame().frameFormat()
        frame.setTopMargin(theme.px(_TOP))
        # A scroll bar stands in the margin, as it does in the list.
        frame.setRightMargin(theme.px(SIDE) - theme.size("scroll_bar"))
        self.document().rootFrame().setFrameFormat(frame)
        self.setViewportMargins(self._gutter(), 0, 0, 0)

    def _gutter(self) -> int:
        theme = self._theme
        metrics = QFontMetrics(theme.font("field"))
        longest = max((metrics.horizontalAdvance(_number(one)) for one in self._pieces), default=0)
        return max(theme.px(_GUTTER), theme.px(_LEFT) + longest + theme.px(GAP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the place in the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.textCursor().blockNumber())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def numbers(self) -> Iterator[tuple[str, QRectF, bool]]:
        """Number and place of each paragraph in view, and whether it is the current one."""
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid() and block.blockNumber() < len(self._pieces):
            rect = self._rect(block)
            if rect.top() > self.viewport().height():
                break
            number = block.blockNumber()
            yield _number(self._pieces[number]), rect, number == self._current
            block = block.next()

    def _rect(self, block: QTextBlock) -> QRectF:
        rect = self.document().documentLayout().blockBoundingRect(block)
        rect.setHeight(block.layout().lineCount() * self._theme.px(LINE))
        return rect.translated(QPointF(0, -self.verticalScrollBar().value()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the current paragraph, then the text."""
        if self._current is not None:
            rect = self._rect(self.document().findBlockByNumber(self._current))
            painter = QPainter(self.viewport())
            painter.fillRect(self.shifted(rect), self._theme.colour("surface"))
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin."""
        super().resizeEvent(event)
        self._margin.setGeometry(0, 0, self.viewport().x(), self.height())

    def shifted(self, rect: QRectF) -> QRectF:
        """What is marked of a paragraph: as much above as below its words."""
        half = self._theme.px(_BELOW) // 2
        return QRectF(0, rect.top() - half, self.width(), rect.height() + 2 * half)

    def _style(self) -> None:
        self.setFont(self._theme.font("field"))
        self.document().setDocumentMargin(0)
        self._set()


def _number(piece: Piece) -> str:
    return piece.label if isinstance(piece, Prose) and piece.level else ""


class _Margin(QWidget):
    """The numbers beside the text, and the bar of the current paragraph."""

    def __init__(self, text: OriginalText, theme: Theme) -> None:
        super().__init__(text)
        self._text, self._theme = text, theme

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers in view."""
        del event
        painter, theme = QPainter(self), self._theme
        painter.setFont(theme.font("field"))
        metrics = painter.fontMetrics()
        for number, rect, is_current in self._text.numbers():
            if is_current:
                area = self._text.shifted(rect)
                painter.fillRect(area, theme.colour("surface"))
                area.setWidth(theme.size("current"))
                painter.fillRect(area, theme.colour("accent"))
            painter.setPen(theme.colour("second"))
            left = self.width() - theme.px(GAP) - metrics.horizontalAdvance(number)
            above = (theme.px(LINE) - metrics.height()) / 2
            painter.drawText(QPointF(left, rect.top() + above + metrics.ascent()), number)
