"""Draw a table of the report inside running text: a small picture of it, to be opened by a double click."""

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPyTextObject, QTextDocument, QTextFormat

from report.content import Table
from resources.i18n import _
from ui.fields.prose.document import TABLE_ID, TABLE_OBJECT, ProseDocument
from ui.theme import Theme

_ROWS, _ROW = 6, 26


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
        rect = QRectF(rect)
        table, theme = self._table(format), self._theme
        painter.save()
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(theme.font("small"))
        columns = max(table.columns, 1)
        width, height = rect.width() / columns, theme.px(_ROW)
        shown = table.rows[:_ROWS]
        painter.setPen(QPen(theme.colour("line"), 1))
        for number, row in enumerate(shown):
            for column in range(columns):
                cell = QRectF(rect.left() + column * width, rect.top() + number * height, width, height)
                painter.setPen(QPen(theme.colour("line"), 1))
                painter.drawRect(cell)
                text = row[column] if column < len(row) else ""
                painter.setPen(theme.colour("text"))
                inner = cell.adjusted(6, 0, -6, 0)
                elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
                painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)
        painter.setPen(theme.colour("second"))
        below = QRectF(rect.left(), rect.top() + len(shown) * height, rect.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, self._summary(table))
        painter.restore()

    def _summary(self, table: Table) -> str:
        name = f"“{table.caption}”，" if table.caption else ""
        return name + _("{rows}行{columns}列，双击修改").format(rows=len(table.rows), columns=table.columns)

    def _table(self, text_format: QTextFormat) -> Table:
        return self._prose.table(str(text_format.property(TABLE_ID))) or Table("")
