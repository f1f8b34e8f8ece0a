"""Assemble painted pages into a file: PDF/A-2u (ISO 19005-2, level U), by ReportLab's document objects.

What the level asks and is done here: XMP that says the same as the document information, one output intent for the
colours, every font embedded with its Unicode values, an identifier, no transparency, no encryption. Equal pages give
equal bytes: the identifier is a digest, the dates are given.
"""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFObjectReference

from exports.layout.page import PAGE_HEIGHT, PAGE_WIDTH
from exports.pdf.embedding import EmbeddedFont
from exports.pdf.objects import Stream, array, compressed, date, dictionary, name, text_string
from exports.pdf.outline import Entry, add_outline
from exports.pdf.xmp import Metadata, xmp_packet
from resources import resource

_COLOURS = "sRGB IEC61966-2.1"
_PAGE_BOX = array([0, 0, f"{PAGE_WIDTH:.3f}", f"{PAGE_HEIGHT:.3f}"])


@dataclass(frozen=True, slots=True)
class Painting:
    """What was painted: the operators of each page, the outline, the fonts that the operators name."""

    pages: Sequence[str]
    outline: Sequence[Entry]
    fonts: Sequence[EmbeddedFont]


def assemble(painting: Painting, metadata: Metadata) -> bytes:
    """The bytes of the file."""
    contents = [page.encode("ascii") for page in painting.pages]
    document = _Document(_identifier(contents, painting.fonts, metadata))
    fonts = {font.name: font.add_to(document) for font in painting.fonts}
    resources = document.Reference(dictionary(Font=dictionary(**fonts)), "resources")
    pages = [document.add_page(content, resources) for content in contents]
    document.describe(metadata)
    document.Catalog.Outlines = add_outline(document, painting.outline, pages)
    return document.format()


class _Catalog(pdfdoc.PDFCatalog):
    """The root, with the entry that archival files need and ReportLab does not know."""

    __NoDefault__ = (*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents")
    __Refs__ = __NoDefault__


class _Document(pdfdoc.PDFDocument):
    """ReportLab's document with this program's catalogue, pages and identifier."""

    def __init__(self, identifier: bytes) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang="zh-CN")
        pages = self.Catalog.Pages
        self.Catalog = _Catalog()
        self.Catalog.Pages, self.Catalog.Lang = pages, pdfdoc.PDFString("zh-CN")
        self._ID = b"[" + identifier + identifier + b"]"

    def add_page(self, content: bytes, resources: PDFObjectReference) -> PDFObjectReference:
        """Add a page of these operators; a reference to it."""
        number = len(self.Pages.pages)
        page = dictionary(
            Type=name("Page"),
            Parent=self.Reference(self.Pages),
            MediaBox=_PAGE_BOX,
            Resources=resources,
            Contents=self.Reference(compressed(zlib.compress(content)), f"content{number}"),
        )
        self.Pages.addPage(page)
        return self.Reference(page, f"page{number}")

    def describe(self, metadata: Metadata) -> None:
        """Say what the file is: document information, XMP, the meaning of its colours, how a reader shows it."""
        self.info = dictionary(
            Title=text_string(metadata.title),
            Creator=text_string(metadata.producer),
            Producer=text_string(metadata.producer),
            CreationDate=date(metadata.moment),
            ModDate=date(metadata.moment),
        )
        if metadata.author:
            self.info["Author"] = text_string(metadata.author)
        self.Catalog.Metadata = Stream(xmp_packet(metadata), Type=name("Metadata"), Subtype=name("XML"))
        intent = dictionary(
            Type=name("OutputIntent"),
            S=name("GTS_PDFA1"),
            OutputConditionIdentifier=pdfdoc.PDFString(_COLOURS),
            Info=pdfdoc.PDFString(_COLOURS),
            DestOutputProfile=self.Reference(compressed(_profile(), N=3, Alternate=name("DeviceRGB")), "colours"),
        )
        self.Catalog.OutputIntents = array([self.Reference(intent, "intent")])
        self.Catalog.ViewerPreferences = dictionary(DisplayDocTitle="true")


def _identifier(contents: Sequence[bytes], fonts: Sequence[EmbeddedFont], metadata: Metadata) -> bytes:
    """Thirty-two hexadecimal digits in angle brackets that differ with everything a reader sees."""
    digest = hashlib.sha256(xmp_packet(metadata))
    for part in (*contents, *(font.fingerprint.encode("ascii") for font in fonts)):
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return b"<" + digest.hexdigest()[:32].upper().encode("ascii") + b">"


@lru_cache(1)
def _profile() -> bytes:
    """The compressed ICC profile of sRGB."""
    return zlib.compress(resource("icc", "sRGB.icc").read_bytes())
