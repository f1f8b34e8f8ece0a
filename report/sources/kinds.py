"""What a file is, judged by its bytes; its name is never asked."""

import re
from enum import StrEnum
from typing import Final

from report.errors import UnreadableSource
from report.reading.decoding import foreign_kind


class Kind(StrEnum):
    """How a file is read."""

    TEXT = "text"
    DOCX = "docx"
    HTML = "html"
    WEB_ARCHIVE = "mhtml"
    """A web page with its pictures in one file (.mht), which also office systems write under the name .doc."""
    DATA = "data"
    """A report that this program wrote as JSON."""
    OLD_WORD = "doc"
    """A file of another word processor (.doc, .wps, .rtf, .odt, flat XML), which must be converted first."""


_PAGE: Final = re.compile(
    rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|article|section|main|h[1-6]|p|table|span)\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHIN: Final = 16_384
"""Bytes at the start of a file that tell what it is."""
_ODT: Final = b"mimetypeapplication/vnd.oasis.opendocument.text"
_STREAMS: Final = (("EncryptedPackage", "encrypted"), ("Workbook", "xlsx"), ("PowerPoint Document", "pptx"))
_MAIL: Final = re.compile(
    rb"^\s*(?:[\x21-\x39\x3b-\x7e]{1,76}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    rb"(?:MIME-Version:|Content-Type:[ \t]*(?:multipart/|message/|text/html))",
    re.IGNORECASE,
)
"""A head of mail (RFC 5322, 2.2) that says what follows (RFC 2045, 4 and 5)."""
_XML: Final = re.compile(rb"^(?:\xef\xbb\xbf)?\s*<\?xml\b", re.IGNORECASE)
_FLAT: Final = re.compile(rb"<(?:w:wordDocument|office:document|uof:UOF)\b")
"""Word 2003 XML, OpenDocument and UOF as one XML file."""


def kind_of(data: bytes) -> Kind:
    """The kind of a file. Raises UnreadableSource for those that hold no report."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise UnreadableSource("empty")
    start = data[:_WITHIN]
    foreign = foreign_kind(data)
    if foreign == "archive" and b"OFD.xml" in start + data[-65536:]:
        raise UnreadableSource("ofd")
    if foreign == "docx" or (foreign == "archive" and start.startswith(b"PK")):
        return Kind.OLD_WORD if _ODT in start else Kind.DOCX  # the reader says of the others what they are
    if foreign == "doc":
        return _compound_kind(data)
    if foreign == "rtf":
        return Kind.OLD_WORD
    if foreign or start.startswith((b"PK\x05\x06", b"PK\x07\x08")):
        raise UnreadableSource(foreign or "archive")
    return _text_kind(start)


def _text_kind(start: bytes) -> Kind:
    """Of what begins like text."""
    if _MAIL.match(start):
        return Kind.WEB_ARCHIVE
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        start = start.replace(b"\x00", b"")
    if _PAGE.match(start):
        return Kind.HTML
    if _XML.match(start):
        if _FLAT.search(start):
            return Kind.OLD_WORD
        raise UnreadableSource("not-word")
    return Kind.DATA if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else Kind.TEXT


def _compound_kind(data: bytes) -> Kind:
    """Of a compound file (MS-CFB) by the names of its streams."""
    for name, reason in _STREAMS:
        if name.encode("utf-16-le") in data:
            raise UnreadableSource(reason)
    if "WordDocument".encode("utf-16-le") in data:
        return Kind.OLD_WORD
    raise UnreadableSource("damaged")
