"""Draw a table of the report inside running text: a small picture of it, to be opened by a double click."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from report.content import Table
from report.totals import free_columns
from resources.i18n import _
from ui.fields.prose.document import TABLE_ID, TABLE_OBJECT, ProseDocument
from ui.theme import Theme

_ROWS, _ROW, _ABOVE, _SIDE = 6, 26, 3, 8
_MOST, _LEAST = 0.5, 0.06
"""Shares of the width that one column may have when the others need it, and that it has in any case."""


def column_widths(
    rows: Sequence[Sequence[str]], width: float, advance: Callable[[str], float], side: float
) -> list[float]:
    """Widths of the columns that fill `width`: each what its longest cell needs, the rest in proportion."""
    columns = max(1, *(len(row) for row in rows))
    wanted = [
        max((advance(row[column]) for row in rows if column < len(row)), default=0) + 2 * side
        for column in range(columns)
    ]
    bounded = [min(max(one, _LEAST * width), _MOST * width) for one in wanted]
    return [one * width / sum(bounded) for one in bounded]


class TableObject(QPyTextObject):
    """Draws the tables of one document."""

    def __init__(self, document: QTextDocument, prose: ProseDocument, theme: Theme) -> None:
        super().__init__(document)
        self._prose, self._theme = prose, theme
        document.documentLayout().registerHandler(TABLE_OBJECT, self)

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803
        """As wide as the text, as high as the rows shown and one for the rest."""
        del posInDocument
        rows = min(len(self._table(format).rows), _ROWS) + 1
        return QSizeF(max(doc.textWidth() - 2, 100), rows * self._theme.px(_ROW) + self._theme.px(6))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803 - Qt's names
        format: QTextFormat,  # noqa: A002
    ) -> None:
        """Draw the first rows with their rules, and how many there are."""
        del doc, posInDocument
        rect = QRectF(rect).adjusted(0.5, self._theme.px(_ABOVE) + 0.5, -0.5, 0)
        table, height = self._table(format), self._theme.px(_ROW)
        shown = table.rows[:_ROWS]
        painter.save()
        font = self._theme.font("small")
        painter.setFont(font)
        widths = column_widths(shown, rect.width(), QFontMetricsF(font).horizontalAdvance, self._theme.px(_SIDE))
        numbers = {column.index for column in free_columns(shown, table.head_rows)}
        for row, cells in enumerate(shown):
            left = rect.left()
            for column, width in enumerate(widths):
                cell = QRectF(left, rect.top() + row * height, width, height)
                at_right = column in numbers and row >= table.head_rows
                self._draw_cell(
                    painter, cell, cells[column] if column < len(cells) else "", row < table.head_rows, at_right
                )
                left += width
        painter.setPen(self._theme.colour("second"))
        below = QRectF(rect.left(), rect.top() + len(shown) * height, rect.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._summary(table))
        painter.restore()

    def _draw_cell(self, painter: QPainter, cell: QRectF, text: str, head: bool, at_right: bool) -> None:
        theme = self._theme
        if head:
            painter.fillRect(cell, theme.colour("window"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRect(cell)
        painter.setPen(theme.colour("second" if head else "text"))
        inner = cell.adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), 0)
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
        across = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | across, elided)

    def _summary(self, table: Table) -> str:
        name = f"“{table.caption}”，" if table.caption else ""
        return name + _("{rows}行{columns}列，双击修改").format(rows=len(table.rows), columns=table.columns)

    def _table(self, text_format: QTextFormat) -> Table:
        return self._prose.table(str(text_format.property(TABLE_ID))) or Table("")
