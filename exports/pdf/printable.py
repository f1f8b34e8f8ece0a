"""A document's text as it can be set: tabs and line ends as spaces, rows of spaces as wide ones.

What a clerk makes blanks of (签字：          ) stays a blank and can be turned at any place.
"""

import re
from dataclasses import replace

from report.document import AttachmentPage, Document, Grid, Piece

_SPACES = re.compile(r"[\t\n\r\f\v]| {2,}|[ \t\n\r\f\v]{2,}")


def printable(document: Document) -> Document:
    """The document with every text made fit to be set."""
    head, foot, closing = document.head, document.foot, document.closing
    return replace(
        document,
        title=_text(document.title),
        addressee=_text(document.addressee),
        body=_pieces(document.body),
        closing=replace(
            closing,
            signatory=_text(closing.signatory),
            date=_text(closing.date),
            notes=tuple(_text(note) for note in closing.notes),
        ),
        head=replace(
            head,
            copy_number=_text(head.copy_number),
            secrecy=_text(head.secrecy),
            urgency=_text(head.urgency),
            issuer_mark=_text(head.issuer_mark),
            document_number=_text(head.document_number),
            signers=tuple(_text(name) for name in head.signers if name),
        ),
        foot=replace(foot, copy_to=_text(foot.copy_to), printer=_text(foot.printer), print_date=_text(foot.print_date)),
        attachments=tuple(_attachment(page) for page in document.attachments),
    )


def _attachment(page: AttachmentPage) -> AttachmentPage:
    return replace(page, label=_text(page.label), title=_text(page.title), pieces=_pieces(page.pieces))


def _pieces(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return tuple(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> Piece:
    if isinstance(piece, Grid):
        return _grid(piece)
    if not _SPACES.search(piece.text):
        return piece
    heading = _text(piece.text[: piece.heading])
    return replace(piece, text=heading + _text(piece.text[piece.heading :]), heading=len(heading))


def _grid(grid: Grid) -> Grid:
    rows = tuple(tuple("\n".join(map(_text, cell.split("\n"))) for cell in row) for row in grid.rows)
    return replace(grid, rows=rows, caption=_text(grid.caption))


def _text(text: str) -> str:
    return _SPACES.sub(lambda found: "　" * (len(found[0]) // 2) or " ", text)
