"""Set a document in boxes: the first phase, from what is said to lines on the grid.

GB/T 9704—2012: 7.2 head, 7.3.1 title, 7.3.2 addressee, 7.3.3 text and levels, 7.3.4 list of attachments, 7.3.5
signature, 7.3.7 attachments, 7.4 foot.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exports.layout.page import HEIGHT, PITCH, THREE, TWO, WIDTH, baseline_in_row
from exports.layout.title import break_title
from exports.pdf.closing import closing_boxes
from exports.pdf.faces import Faces, Role
from exports.pdf.foot import foot_boxes
from exports.pdf.head import head_boxes
from exports.pdf.lines import Line, Measure, Run, break_paragraph, natural_width, set_line
from exports.pdf.pages import Bookmark, Box, PlacedLine
from exports.pdf.printable import printable
from exports.pdf.tables import table_boxes
from report.document import AttachmentPage, Document, Grid, Piece, Place, Prose, attachment_list

_ROLE_OF_LEVEL = {1: Role.LEVEL_1, 2: Role.LEVEL_2}
_TITLE_COLUMNS = WIDTH / TWO
_MOST_BOUND = HEIGHT * 2 / 3
"""Signature and date are never alone on a page: a line of the text stays with them (7.3.5.5), and what is between, the
list of attachments, unless both are higher than this."""


def set_document(document: Document, faces: Faces) -> list[Box]:
    """All boxes of a document in order."""
    document = printable(document)
    measure = Measure(faces.measure)
    boxes = [*head_boxes(document.head, measure)]
    if document.title:
        boxes += _title(document.title, faces, after_head=bool(document.head))
    if document.addressee:
        lines = break_paragraph([Run(Role.TEXT, document.addressee)], measure, first_indent=0)
        boxes += _keep(_rows(lines, Place("front", "addressee")))
    boxes += _pieces(document.body, measure)
    closing = closing_boxes(document.closing, measure)
    listed = _attachment_list(document.attachments, measure)
    if closing and sum(box.height for box in (*listed, *closing)) < _MOST_BOUND:
        listed = _keep(listed)
        boxes = _bound(boxes)
    boxes = [*boxes, *listed]
    boxes = [*(_bound(boxes) if closing else boxes), *closing]
    for page in document.attachments:
        boxes += _attachment(page, measure, faces)
    boxes += foot_boxes(document.foot, measure)
    return boxes


def gap(rows: float = 1) -> Box:
    """Empty lines."""
    return Box(rows * PITCH, gap=True)


def row(line: Line, place: Place | None = None) -> Box:
    """A line of the grid as a box."""
    return Box(lines=(PlacedLine(line, baseline_in_row(line.size), place),))


def _rows(lines: Iterable[Line], place: Place | None) -> list[Box]:
    return [row(line, place) for line in lines]


def _keep(boxes: Iterable[Box]) -> list[Box]:
    """The boxes bound to each other and to what follows."""
    return [replace(box, keep_next=True) for box in boxes]


def _title(title: str, faces: Faces, *, after_head: bool) -> list[Box]:
    """二号 标宋 centred, one empty line below; two empty lines above when there is a head."""
    boxes = [gap(2)] if after_head else []
    boxes += _centred(
        break_title(title, _TITLE_COLUMNS, faces.measure(Role.TITLE)), Role.TITLE, TWO, faces, Place("front", "title")
    )
    return [*_keep(boxes), replace(gap(), keep_next=True)]


def _centred(texts: Iterable[str], role: Role, size: float, faces: Faces, place: Place) -> list[Box]:
    measure = Measure(faces.measure, WIDTH / size, size, size)
    boxes: list[Box] = []
    for text in texts:
        runs = [Run(role, text)]
        left = max(0.0, (WIDTH - natural_width(runs, measure)) / 2)
        boxes.append(row(set_line(runs, measure, left), place))
    return boxes


def _pieces(pieces: Iterable[Piece], measure: Measure) -> Iterator[Box]:
    for piece in pieces:
        if isinstance(piece, Grid):
            yield from (_stamped(box, piece.place) for box in table_boxes(piece, measure))
        else:
            yield from _prose(piece, measure)


def _stamped(box: Box, place: Place) -> Box:
    """The box of a table with the table's place at each of its lines."""
    return replace(
        box,
        lines=tuple(replace(line, place=place) for line in box.lines),
        header=_stamped(box.header, place) if box.header else None,
        slices=tuple(_stamped(one, place) for one in box.slices),
    )


def _prose(piece: Prose, measure: Measure) -> list[Box]:
    """A paragraph or a heading: two cells of indent; a heading line is never the last line of a page."""
    boxes = _rows(break_paragraph(_runs(piece), measure), piece.place)
    if piece.heading and boxes:
        title = (piece.label + piece.text[: piece.heading]).strip()
        boxes[0] = replace(boxes[0], bookmark=Bookmark(piece.level, title, 0.0))
    return _keep(boxes) if piece.is_heading_line else boxes


def _runs(piece: Prose) -> list[Run]:
    """Label and heading in the level's face, what follows in 仿宋."""
    role = _ROLE_OF_LEVEL.get(piece.level, Role.TEXT)
    if role is Role.TEXT or not piece.heading:
        return [Run(Role.TEXT, piece.label + piece.text)]
    end = piece.heading
    if piece.text[end : end + 1] == "。":
        end += 1
    runs = [Run(role, piece.label + piece.text[:end])]
    return [*runs, Run(Role.TEXT, piece.text[end:])] if piece.text[end:] else runs


def _attachment_list(pages: Sequence[AttachmentPage], measure: Measure) -> list[Box]:
    """附件：1.… one line below the text, two cells in, names aligned below each other."""
    if not pages:
        return []
    boxes = [gap()]
    for page, (mark, name) in zip(pages, attachment_list(pages), strict=True):
        number = mark.removeprefix("附件：")
        hang = 2 + 3 + natural_width([Run(Role.TEXT, number)], measure) / measure.cell
        first = 2 if mark != number else 5
        lines = break_paragraph([Run(Role.TEXT, mark + name)], measure, first_indent=first, indent=hang)
        boxes += _rows(lines, page.place)
    return boxes


def _bound(boxes: list[Box]) -> list[Box]:
    """The boxes, the last that shows something bound to what follows."""
    last = next((number for number in reversed(range(len(boxes))) if boxes[number].lines), len(boxes))
    return [*boxes[:last], *_keep(boxes[last:])]


def _attachment(page: AttachmentPage, measure: Measure, faces: Faces) -> list[Box]:
    """A page of its own: 附件1 in 黑体 on the first line, the title on the third, the text below (7.3.7)."""
    label = set_line([Run(Role.LEVEL_1, page.label)], replace(measure, size=THREE), 0.0)
    first = replace(
        row(label, page.place), new_page=True, bookmark=Bookmark(1, f"{page.label} {page.title}".strip(), 0.0)
    )
    boxes = [first, Box(gap=False)]
    if page.title:
        boxes += _centred(
            break_title(page.title, _TITLE_COLUMNS, faces.measure(Role.TITLE)), Role.TITLE, TWO, faces, page.place
        )
        boxes.append(Box())
    return [*_keep(boxes), *_pieces(page.pieces, measure)]
