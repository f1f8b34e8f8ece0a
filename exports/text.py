"""A document as plain text: a line for each paragraph, cells of tables apart by tabs."""

from collections.abc import Iterator, Sequence

from report.document import AttachmentPage, Document, Grid, Head, Piece, attachment_list


def export_text(document: Document) -> bytes:
    """The text as UTF-8; each line ends with a line feed, empty lines stand only around the title and attachments."""
    return ("\n".join(_lines(document)) + "\n").encode()


def head_lines(head: Head) -> Iterator[str]:
    """What stands above the title, a line each."""
    yield from (one for one in (head.copy_number, head.secrecy, head.urgency, head.issuer_mark) if one)
    signers = "　".join(("签发人：" + "、".join(head.signers),)) if head.signers else ""
    if head.document_number or signers:
        yield "　　".join(one for one in (head.document_number, signers) if one)


def foot_lines(document: Document) -> Iterator[str]:
    """What stands at the foot of the last page, a line each."""
    foot = document.foot
    if foot.copies:
        yield foot.copies
    if foot.printed:
        yield "　　".join(foot.printed)


def note_line(note: str) -> str:
    """A note below the date, in its brackets."""
    return f"（{note}）"


def _lines(document: Document) -> Iterator[str]:
    if document.draft:
        yield "草稿"
    yield from head_lines(document.head)
    yield document.title
    yield ""
    if document.addressee:
        yield document.addressee
    yield from _pieces(document.body)
    yield from (mark + name for mark, name in attachment_list(document.attachments))
    closing = document.closing
    yield from (one for one in (closing.signatory, closing.date) if one)
    yield from map(note_line, closing.notes)
    for page in document.attachments:
        yield from _attachment(page)
    yield from foot_lines(document)


def _attachment(page: AttachmentPage) -> Iterator[str]:
    yield ""
    yield page.label
    if page.title:
        yield page.title
    yield from _pieces(page.pieces)


def _pieces(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Grid):
            if piece.caption:
                yield piece.caption
            yield from ("\t".join(cell.replace("\n", " ") for cell in row) for row in piece.rows)
        else:
            yield piece.label + piece.text
