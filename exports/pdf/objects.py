"""PDF objects: ReportLab's, made in one line, with what it leaves out (ISO 32000-1, 7.3)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeAlias

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFObject

from exports.pdf.deflating import Deflating

Value: TypeAlias = PDFObject | bytes | str | int | float
"""What may stand in a dictionary or an array: an object, or what is to stand in the file as it is."""


def name(text: str) -> str:
    """A name: /Text."""
    return pdfdoc.PDFName(text)


def dictionary(**entries: Value) -> PDFDictionary:
    """A dictionary; its keys are written in order of the alphabet."""
    return PDFDictionary(entries)


def array(items: Iterable[Value]) -> PDFArrayCompact:
    """An array on one line."""
    return PDFArrayCompact(items)


def text_string(text: str) -> bytes:
    """Text for people, such as a title: UTF-16 with its mark, in hexadecimal digits (7.9.2.2)."""
    return b"<FEFF" + text.encode("utf-16-be", "replace").hex().upper().encode("ascii") + b">"


def date(moment: datetime) -> bytes:
    """A date: D:20250106083000Z (7.9.4)."""
    return moment.astimezone(UTC).strftime("(D:%Y%m%d%H%M%SZ)").encode("ascii")


class Stream(pdfdoc.PDFStream):
    """A stream whose content is given as it is to stand in the file.

    ISO 19005-2, 6.1.7.1, asks for an end of line before `endstream`, which ReportLab does not write.
    """

    def __init__(self, content: bytes | Deflating, **entries: Value) -> None:
        super().__init__(dictionary(**entries))
        self._given = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The object as it stands in the file."""
        self.content = self._given.result() if isinstance(self._given, Deflating) else self._given
        end = b"endstream\n"
        return super().format(document).removesuffix(end) + b"\n" + end


def compressed(content: bytes | Deflating, **entries: Value) -> Stream:
    """A stream of content that is compressed already, or will be when the file is written."""
    return Stream(content, Filter=name("FlateDecode"), **entries)
