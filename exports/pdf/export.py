"""From a document to the bytes of its PDF: set, place, paint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from exports.layout.characters import visible
from exports.pdf.faces import Faces, bundled_faces
from exports.pdf.file import assemble
from exports.pdf.flow import set_document
from exports.pdf.pages import Page, fill_pages
from exports.pdf.paint import paint
from exports.pdf.xmp import Metadata
from report.document import Document, Grid, Piece, Place
from resources import resource

PRODUCER = "呈报"


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character that no face has, with the first place where it stands."""

    char: str
    place: Place


def export_pdf(document: Document, faces: Faces, moment: datetime) -> bytes:
    """The PDF; `moment` is the report's last change and becomes the file's dates."""
    return write_pdf(document, lay_out(document, faces), faces, moment)


def write_pdf(document: Document, pages: Sequence[Page], faces: Faces, moment: datetime) -> bytes:
    """The PDF of a document that is laid out already: the same bytes as `export_pdf` gives."""
    title, office = visible(document.title), visible(document.office)
    metadata = Metadata(title or office or "报告", office, moment, PRODUCER)
    painting = paint(pages, faces, document.style.folio, draft=document.draft)
    return assemble(painting, metadata)


def faces_for(document: Document) -> Faces:
    """The faces that the document is set in: the bundled ones, or the machine's own before them by choice.

    Raises FontUnusable.
    """
    bundled = resource("fonts")
    if not document.style.system_faces:
        return bundled_faces(bundled)
    from exports.pdf.system_faces import font_folders, system_faces  # few reports need to look for fonts

    return system_faces(bundled, font_folders())


def lay_out(document: Document, faces: Faces) -> list[Page]:
    """The pages: where every line and rule stands."""
    return fill_pages(set_document(document, faces))


def missing_characters(document: Document, faces: Faces) -> tuple[MissingCharacter, ...]:
    """Characters that would print blank, each once, with its place; to be named before an export."""
    found: dict[str, Place] = {}
    for text, place in _texts(document):
        for char in faces.missing(text):
            found.setdefault(char, place)
    return tuple(MissingCharacter(char, place) for char, place in found.items())


def _texts(document: Document) -> list[tuple[str, Place]]:
    front = Place("front")
    closing, head = document.closing, document.head
    texts = [
        (document.title, Place("front", "title")),
        (document.addressee, Place("front", "addressee")),
        (closing.signatory + closing.date + "".join(closing.notes), front),
        ("".join((head.copy_number, head.secrecy, head.urgency, head.issuer_mark)), front),
        ("".join((head.document_number, *head.signers)), front),
        ("".join((document.foot.copy_to, document.foot.printer, document.foot.print_date)), front),
    ]
    texts += [one for piece in document.body for one in _piece_texts(piece)]
    for page in document.attachments:
        texts.append((page.title, page.place))
        texts += [one for piece in page.pieces for one in _piece_texts(piece)]
    return texts


def _piece_texts(piece: Piece) -> list[tuple[str, Place]]:
    if isinstance(piece, Grid):
        return [(piece.caption, piece.place), *(("".join(row), piece.place) for row in piece.rows)]
    return [(piece.text, piece.place)]
