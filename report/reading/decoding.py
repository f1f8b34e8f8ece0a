"""Bytes of a text file → text: BOM, strict UTF-8, strict GB18030; measured to be right from 8 characters on."""

import codecs
import re

from report.errors import TooMuchText, UnreadableSource

SIZE_LIMIT = 20_000_000
"""Bytes: some thousand times a long report."""

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAGIC = (
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "doc"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"SQLite format 3\x00", "database"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x1f\x8b", "archive"),
)
_ZIP = b"PK\x03\x04"
_ZIP_PARTS = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"))
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UTF8_CONTROL_SHARE = 0.3
_GB_CONTROL_SHARE = 0.05


def decode(data: bytes) -> str:
    """The text of a file. Empty bytes are an empty text.

    Raises TooMuchText above SIZE_LIMIT, and UnreadableSource with a reason: docx, xlsx, pptx, doc (also .wps), pdf,
    rtf, picture, archive, database, binary (mostly control characters) or encoding (none of the known ones).
    """
    if len(data) > SIZE_LIMIT:
        raise TooMuchText(len(data), SIZE_LIMIT)
    if kind := foreign_kind(data):
        raise UnreadableSource(kind)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding)
    controls = len(_CONTROLS.findall(data)) / (len(data) or 1)
    try:
        text = data.decode("utf-8")
        limit = _UTF8_CONTROL_SHARE
    except UnicodeDecodeError:
        if controls > _GB_CONTROL_SHARE:
            raise UnreadableSource("binary") from None
        text, limit = _strict(data, "gb18030"), _GB_CONTROL_SHARE
    if controls > limit:
        raise UnreadableSource("binary")
    return text


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableSource("encoding") from None


def foreign_kind(data: bytes) -> str:
    """What bytes are that begin like another program's file, as in the reasons of UnreadableSource; "" for text."""
    if data.startswith(_ZIP):
        # The directory of a zip is at its end, the first member's name at its start.
        places = data[:4096] + data[-65536:]
        return next((name for part, name in _ZIP_PARTS if part in places), "archive")
    return next((reason for magic, reason in _MAGIC if data.startswith(magic)), "")
