"""Where on the pages each piece of the report stands: for a preview that follows the cursor and takes clicks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exports.layout.page import ASCENT, LEFT, TOP
from exports.pdf.faces import Faces
from exports.pdf.lines import Line
from exports.pdf.pages import Page
from report.document import Place


@dataclass(frozen=True, slots=True)
class LineArea:
    """A printed line: page from 0; rectangle in points from the page's upper left corner; what stands in it.

    `start` and `end` count the characters of the piece as it is printed, its number included.
    """

    page: int
    left: float
    top: float
    width: float
    height: float
    place: Place
    start: int
    end: int


def line_areas(pages: Sequence[Page], faces: Faces) -> tuple[LineArea, ...]:
    """The areas of all lines that come from somewhere in the report, page by page from the top."""
    return tuple(_areas(pages, faces))


def _areas(pages: Iterable[Page], faces: Faces) -> Iterator[LineArea]:
    printed: dict[Place, int] = {}
    for number, page in enumerate(pages):
        for placed in page.lines:
            if placed.place is None:
                continue
            line = placed.line
            start = printed.get(placed.place, 0)
            printed[placed.place] = end = start + len(line.text)
            top = TOP + placed.baseline - ASCENT * line.size
            width = _width(line, faces)
            yield LineArea(number, LEFT + line.left, top, width, line.size, placed.place, start, end)


def _width(line: Line, faces: Faces) -> float:
    """How wide the line is set, in points."""
    wide = sum(sum(map(faces.measure(run.role), run.text)) for run in line.runs) * line.size
    return wide + len(line.text) * line.spacing - sum(points for _index, points in line.squeezes)
