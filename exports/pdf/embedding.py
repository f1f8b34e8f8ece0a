"""Embed one face as one Type 0 font: the used glyphs only, with a right ToUnicode also above U+FFFF.

ReportLab's own TTFont refuses CFF outlines, cuts a face in pieces of 256 glyphs and writes characters above U+FFFF
wrongly into ToUnicode, so that 𬭎 is copied as Ⲵ. HarfBuzz cuts the subset (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from exports.pdf.faces import Face

_DROPPED: Final = (
    *("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "vhea", "vmtx", "VORG", "STAT", "morx", "feat", "prop", "bsln"),
    *("FFTM", "DSIG", "name", "cmap", "OS/2", "gasp", "post", "kern", "hdmx"),
)
"""Tables that a font inside a PDF does not need."""
_SYMBOLIC = 4


@dataclass(frozen=True, slots=True)
class _Subset:
    """A cut font: its bytes (the CFF table or a TrueType file) and the new glyph of each character."""

    data: bytes
    glyphs: Mapping[str, int]


class EmbeddedFont:
    """A face as used in one document.

    `name` is the resource name ("F1"). `encode` gives the codes to draw with; `add_to` writes the font's objects and
    must be called once, after everything is drawn: ReportLab does so through its `delayedFonts`.
    """

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._codes: dict[str, int] = {}
        self._hex: dict[str, str] = {}

    def encode(self, text: str) -> str:
        """The text as hexadecimal digits, four a character."""
        known = self._hex
        return "".join(known[char] if char in known else self._code(char) for char in text)

    def _code(self, char: str) -> str:
        """A CFF face is addressed by glyph number (its CIDs are kept), a TrueType face by running number."""
        code = self.face.glyph(char) if self.face.is_cff else len(self._codes) + 1
        self._codes[char] = code
        self._hex[char] = f"{code:04X}"
        return self._hex[char]

    def addObjects(self, document: Any) -> None:  # noqa: ANN401, N802 - ReportLab's untyped protocol
        """Write the font's objects into the document (the name is ReportLab's)."""
        subset = _cut(self.face, self._codes)
        codes = sorted((code, char) for char, code in self._codes.items())
        base = _subset_tag(self._codes) + "+" + self.face.postscript_name
        descriptor = self._descriptor(document, subset, base)
        descendant: dict[str, Any] = {
            "Type": "/Font",
            "Subtype": "/CIDFontType0" if self.face.is_cff else "/CIDFontType2",
            "BaseFont": _name(base),
            "DW": 1000,
            "W": pdfdoc.PDFArray(self._widths(codes)),
            "CIDSystemInfo": pdfdoc.PDFDictionary(
                {"Registry": pdfdoc.PDFString("Adobe"), "Ordering": pdfdoc.PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": document.Reference(descriptor, "fontDescriptor:" + base),
        }
        if not self.face.is_cff:
            table = _stream(document, _glyph_table(codes, subset.glyphs))
            descendant["CIDToGIDMap"] = document.Reference(table, "cidToGid:" + base)
        to_unicode = _stream(document, _to_unicode(codes))
        descendants = [document.Reference(pdfdoc.PDFDictionary(descendant), "cidFont:" + base)]
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": _name(base + ("-Identity-H" if self.face.is_cff else "")),
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArray(descendants),
                "ToUnicode": document.Reference(to_unicode, "toUnicode:" + base),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(font, self.name)

    def _descriptor(self, document: Any, subset: _Subset, base: str) -> Any:  # noqa: ANN401
        stream = _stream(document, subset.data)
        if self.face.is_cff:
            stream.dictionary["Subtype"] = _name("CIDFontType0C")
        else:
            stream.dictionary["Length1"] = len(subset.data)
        ascent, descent = (round(value * 1000) for value in self.face.extents)
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": _name(base),
                "Flags": _SYMBOLIC,
                "FontBBox": pdfdoc.PDFArray(list(self.face.box)),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": round(ascent * 0.8),
                "StemV": 80,
                ("FontFile3" if self.face.is_cff else "FontFile2"): document.Reference(stream, "fontFile:" + base),
            }
        )

    def _widths(self, codes: Sequence[tuple[int, str]]) -> list[Any]:
        widths: list[Any] = []
        for code, char in codes:
            width = self.face.advance(char) * 1000
            if abs(width - 1000) > 0.5:
                widths += [code, pdfdoc.PDFArray([round(width, 2)])]
        return widths


def _cut(face: Face, chars: Mapping[str, int]) -> _Subset:
    """The font reduced to the glyphs of `chars`."""
    request = hb.SubsetInput()
    flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    if face.is_cff:
        flags |= hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.CFF_IDENTITY_CHARSET
    request.flags = flags
    wanted = request.sets(hb.SubsetInputSets.GLYPH_INDEX)
    for char in chars:
        wanted.add(face.glyph(char))
    dropped = request.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _DROPPED:
        dropped.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    plan = hb.SubsetPlan(face.hb_face, request)
    cut = plan.execute()
    moved = plan.old_to_new_glyph_mapping
    data = cut.reference_table("CFF ").data if face.is_cff else cut.blob.data
    return _Subset(bytes(data), {char: moved[face.glyph(char)] for char in chars})


def _glyph_table(codes: Sequence[tuple[int, str]], glyphs: Mapping[str, int]) -> bytes:
    """CIDToGIDMap: two bytes a code."""
    table = bytearray(2 * (codes[-1][0] + 1))
    for code, char in codes:
        struct.pack_into(">H", table, 2 * code, glyphs[char])
    return bytes(table)


def _to_unicode(codes: Sequence[tuple[int, str]]) -> bytes:
    """The CMap from codes back to text, at most 100 entries a block."""
    rows = [f"<{code:04X}> <{char.encode('utf-16-be', 'surrogatepass').hex().upper()}>" for code, char in codes]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <FFFF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        part = rows[start : start + 100]
        lines += [f"{len(part)} beginbfchar", *part, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode("ascii")


def _subset_tag(chars: Mapping[str, int]) -> str:
    """Six capitals that differ with the characters (9.6.4)."""
    digest = hashlib.sha256("".join(sorted(chars)).encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _stream(document: Any, content: bytes) -> Any:  # noqa: ANN401
    stream = pdfdoc.PDFStream()
    stream.content = content
    stream.filters = [pdfdoc.PDFZCompress] if document.compression else []
    return stream


def _name(text: str) -> Any:  # noqa: ANN401
    return cast("Any", pdfdoc).PDFName(text)
