"""Print the pages of the preview: what comes out of the printer is the file that would be exported."""

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from resources.i18n import _
from ui.preview.drawing import Built, bands

_FINEST = 600
"""Dots an inch beyond which nobody sees a difference."""


def print_pages(built: Built, parent: QWidget) -> None:
    """Ask for printer and pages, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(_("年度报告"))
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, len(built.sizes))
    dialog.setFromTo(1, len(built.sizes))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    if dialog.exec() == QDialog.DialogCode.Accepted:
        paint_pages(built, printer)


def paint_pages(built: Built, printer: QPrinter) -> None:
    """Paint the pages of a printer's range, each in its own size, edge to edge."""
    first = max(1, printer.fromPage())
    last = min(len(built.sizes), printer.toPage() or len(built.sizes))
    painter: QPainter | None = None
    for number in range(first - 1, last):
        _set_paper(printer, *built.sizes[number])
        if painter is None:
            painter = QPainter(printer)
        else:
            printer.newPage()
        _paint(painter, built.data, number, printer.resolution())
    if painter is not None:
        painter.end()


def _set_paper(printer: QPrinter, width: float, height: float) -> None:
    printer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


def _paint(painter: QPainter, data: bytes, page: int, resolution: int) -> None:
    dots = min(resolution, _FINEST)
    grown = resolution / dots
    for top, band in bands(data, page, dots):
        image = QImage(band.pixels, band.width, band.height, band.width * 4, QImage.Format.Format_RGB32)
        painter.drawImage(QRectF(0, top * grown, band.width * grown, band.height * grown), image)
