"""What the preview's thread does: a report becomes a PDF, its pages become pictures. No Qt in here.

PDFium may be used by one thread at a time: whoever uses it holds `_PDFIUM` meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from threading import Lock
from typing import TYPE_CHECKING, Any

from report.compose import Copy, compose
from report.report import Report
from report.template import ReportType

if TYPE_CHECKING:
    from exports.pdf.positions import LineArea

_PDFIUM = Lock()
_POINTS = 72.0
_BAND = 1024
"""Rows of pixels of a printed page that are drawn at once: a whole one at 600 dots an inch would take 140 MB."""


@dataclass(frozen=True, slots=True)
class Order:
    """A report to be shown: which copy of it, and the moment that an export would carry."""

    type: ReportType
    report: Report
    copy: Copy
    moment: datetime


@dataclass(frozen=True, slots=True)
class Built:
    """A PDF: its bytes, the sizes of its pages in points, where each line stands."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    areas: "tuple[LineArea, ...]"


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels, 32 bits each (x, red, green, blue), row after row without padding."""

    page: int
    width: int
    height: int
    pixels: bytes


class Drawer:
    """Holds the PDF that is shown."""

    def __init__(self) -> None:
        self._document: Any = None

    def build(self, order: Order) -> Built:
        """Set the report and open its PDF. Raises FontUnusable."""
        import pypdfium2

        from exports.pdf.export import faces_for, lay_out, write_pdf
        from exports.pdf.positions import line_areas

        document = compose(order.type, order.report, order.copy)
        faces = faces_for(document)
        pages = lay_out(document, faces)
        data = write_pdf(document, pages, faces, order.moment)
        self.close()
        with _PDFIUM:
            self._document = pypdfium2.PdfDocument(data)
            sizes = tuple(self._document.get_page_size(number) for number in range(len(self._document)))
        return Built(data, sizes, line_areas(pages, faces))

    def draw(self, page: int, width: int) -> Picture | None:
        """A page `width` pixels wide; None when there is no such page any more."""
        if self._document is None or not 0 <= page < len(self._document):
            return None
        with _PDFIUM:
            opened = self._document[page]
            # A hair less than the width, because PDFium rounds up.
            bitmap = opened.render(scale=(width - 0.01) / opened.get_width(), prefer_bgrx=True)
            picture = Picture(page, bitmap.width, bitmap.height, bytes(bitmap.buffer))
            bitmap.close()
            opened.close()
        return picture

    def close(self) -> None:
        """Let the PDF go."""
        if self._document is not None:
            with _PDFIUM:
                self._document.close()
            self._document = None


def bands(data: bytes, page: int, dots: int) -> Iterator[tuple[int, Picture]]:
    """A page of a PDF for a printer of `dots` an inch, in bands from the top: first row of pixels, pixels."""
    import pypdfium2

    scale = dots / _POINTS
    with _PDFIUM:
        document: Any = pypdfium2.PdfDocument(data)
        opened = document[page]
        height = ceil(opened.get_height() * scale)
        for top in range(0, height, _BAND):
            below = max(0, height - top - _BAND)
            # A hair less, because PDFium rounds up what is cropped too.
            crop = (0, max(0.0, below - 0.01) / scale, 0, max(0.0, top - 0.01) / scale)
            bitmap = opened.render(scale=scale, crop=crop, optimize_mode="print", prefer_bgrx=True)
            yield top, Picture(page, bitmap.width, bitmap.height, bytes(bitmap.buffer))
            bitmap.close()
        opened.close()
        document.close()
