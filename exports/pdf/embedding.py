"""Embed one face as one Type 0 font: the used glyphs only, with a right ToUnicode also above U+FFFF.

ReportLab's own TTFont refuses CFF outlines, cuts a face in pieces of 256 glyphs and writes characters above U+FFFF
wrongly into ToUnicode, so that 𬭎 is copied as Ⲵ. HarfBuzz cuts the subset (ISO 32000-1, 9.7 and 9.10.3).
"""

import hashlib
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFObjectReference

from exports.pdf.deflating import Deflating
from exports.pdf.face import Face
from exports.pdf.objects import array, compressed, dictionary, name

_DROPPED: Final = (
    *("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "vhea", "vmtx", "VORG", "STAT", "morx", "feat", "prop", "bsln"),
    *("FFTM", "DSIG", "name", "cmap", "OS/2", "gasp", "post", "kern", "hdmx"),
)
"""Tables that a font inside a PDF does not need."""
_SYMBOLIC = 4
_SYSTEM = dictionary(Registry=b"(Adobe)", Ordering=b"(Identity)", Supplement=0)
_KEPT = 24
"""Subsets remembered: a document uses five faces at most, and an edit seldom changes the characters of one."""


@dataclass(frozen=True, slots=True)
class _Program:
    """What a document takes of a face: compressed streams, the widths that are not one em, the subset's name."""

    name: str
    data: Deflating
    length: int
    checksum: int
    to_unicode: bytes
    glyph_table: bytes
    widths: tuple[tuple[int, float], ...]


class EmbeddedFont:
    """A face as used in one document: `name` is its resource name ("F1")."""

    def __init__(self, face: Face, name: str) -> None:
        self.face, self.name = face, name
        self._used: set[str] = set()

    def encode(self, text: str) -> str:
        """The text as hexadecimal digits, four a character, to draw with."""
        self._used.update(text)
        return text.translate(self.face.codes)

    @property
    def is_used(self) -> bool:
        """Whether anything was encoded."""
        return bool(self._used)

    @property
    def fingerprint(self) -> str:
        """What differs when the font's objects do: ASCII."""
        return f"{self.name} {self._program.name} {self._program.checksum}"

    @property
    def _program(self) -> _Program:
        return _program(self.face, "".join(sorted(self._used)))

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Add the font's objects to the document, once, after everything is drawn; a reference to the font."""
        program = self._program
        descendant = dictionary(
            Type=name("Font"),
            Subtype=name("CIDFontType0" if self.face.is_cff else "CIDFontType2"),
            BaseFont=name(program.name),
            DW=1000,
            W=array([part for code, width in program.widths for part in (code, array([width]))]),
            CIDSystemInfo=_SYSTEM,
            FontDescriptor=document.Reference(self._descriptor(document, program), "descriptor:" + self.name),
        )
        if not self.face.is_cff:
            table = compressed(program.glyph_table)
            descendant["CIDToGIDMap"] = document.Reference(table, "glyphs:" + self.name)
        font = dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=name(program.name + ("-Identity-H" if self.face.is_cff else "")),
            Encoding=name("Identity-H"),
            DescendantFonts=array([document.Reference(descendant, "descendant:" + self.name)]),
            ToUnicode=document.Reference(compressed(program.to_unicode), "unicode:" + self.name),
        )
        return document.Reference(font, "font:" + self.name)

    def _descriptor(self, document: PDFDocument, program: _Program) -> PDFDictionary:
        if self.face.is_cff:
            stream = compressed(program.data, Subtype=name("CIDFontType0C"))
        else:
            stream = compressed(program.data, Length1=program.length)
        ascent, descent = (round(value * 1000) for value in self.face.extents)
        descriptor = dictionary(
            Type=name("FontDescriptor"),
            FontName=name(program.name),
            Flags=_SYMBOLIC,
            FontBBox=array(self.face.box),
            ItalicAngle=0,
            Ascent=ascent,
            Descent=descent,
            CapHeight=round(ascent * 0.8),
            StemV=80,
        )
        kind = "FontFile3" if self.face.is_cff else "FontFile2"
        descriptor[kind] = document.Reference(stream, "program:" + self.name)
        return descriptor


@lru_cache(_KEPT)
def _program(face: Face, chars: str) -> _Program:
    """What a document that uses `chars` (sorted, each once) takes of the face."""
    codes = sorted((int(face.codes[ord(char)], 16), char) for char in chars)
    data, glyphs = _cut(face, chars)
    widths = ((code, face.advance(char) * 1000) for code, char in codes)
    return _Program(
        _subset_tag(chars) + "+" + face.postscript_name,
        Deflating(data),
        len(data),
        zlib.crc32(data),
        zlib.compress(_to_unicode(codes)),
        b"" if face.is_cff else zlib.compress(_glyph_table(codes, glyphs)),
        tuple((code, round(width, 2)) for code, width in widths if abs(width - 1000) > 0.5),
    )


def _cut(face: Face, chars: str) -> tuple[bytes, Mapping[str, int]]:
    """The font reduced to the glyphs of `chars`: the CFF table or a TrueType file, and each character's new glyph."""
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
    return bytes(data), {char: moved[face.glyph(char)] for char in chars}


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


def _subset_tag(chars: str) -> str:
    """Six capitals that differ with the characters (9.6.4)."""
    digest = hashlib.sha256(chars.encode("utf-8", "surrogatepass")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])
