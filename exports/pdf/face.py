"""One font file: which characters it has, how wide they are, with which codes they are shown."""

import re
import struct
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from exports.errors import FontUnusable
from exports.layout.characters import FULL_WIDTH_MARKS, is_invisible

_STRETCHED = 0.995
"""Advance in em below which a mark that must fill a cell is stretched to it."""
_LAST_CODE = 0xFFFF
_USUAL_MARKS = frozenset("，。、；：？！“”‘’（）《》〈〉〔〕【】—…·％")


class Face:
    """One font file with its metrics in em.

    Raises FontUnusable when the file is missing or has neither TrueType nor CFF outlines.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        """`index` is the face's number in a collection (.ttc)."""
        try:
            self._blob = hb.Blob.from_file_path(str(path))
            self.hb_face = hb.Face(self._blob, index)
        except (OSError, hb.HarfBuzzError) as error:
            raise FontUnusable(path, str(error)) from error
        tables = set(self.hb_face.table_tags)
        self.path = path
        self.is_cff = "CFF " in tables
        if not self.is_cff and "glyf" not in tables:
            raise FontUnusable(path, "outlines")
        self._font = hb.Font(self.hb_face)
        self._glyphs: dict[str, int] = {}
        self._advances: dict[str, float] = {}
        self.codes = _Codes(self)

    def glyph(self, char: str) -> int:
        """The glyph's number, 0 when the face lacks the character.

        A CFF face is addressed by glyph: there a character that shares its glyph with a more usual one (• with ·)
        counts as lacking, or the one would be copied as the other. So it does in a face without codes to spare.
        """
        glyph = self._glyphs.get(char)
        if glyph is None:
            glyph = self._nominal(char)
            if glyph and not _is_usual(char) and char in self.shared:
                spare = self.hb_face.glyph_count + self.shared[char] <= _LAST_CODE
                glyph = glyph if spare and not self.is_cff else 0
            self._glyphs[char] = glyph
        return glyph

    def _nominal(self, char: str) -> int:
        code = ord(char)
        return 0 if 0xD800 <= code <= 0xDFFF else self._font.get_nominal_glyph(code) or 0

    @cached_property
    def shared(self) -> Mapping[str, int]:
        """Characters whose glyph belongs to a more usual character, numbered in order."""
        chars = sorted(map(chr, self.hb_face.unicodes), key=lambda one: (not _is_usual(one), one))
        first: dict[int, str] = {}
        others = (char for char in chars if first.setdefault(self._nominal(char), char) != char)
        return {char: number for number, char in enumerate(others)}

    def advance(self, char: str) -> float:
        """The glyph's width in em."""
        advance = self._advances.get(char)
        if advance is None:
            advance = self._font.get_glyph_h_advance(self.glyph(char)) / self.hb_face.upem
            self._advances[char] = advance
        return advance

    def is_stretched(self, char: str) -> bool:
        """Whether the character is a mark that must fill a cell and is narrower in this face."""
        return char in FULL_WIDTH_MARKS and 0 < self.advance(char) < _STRETCHED

    def shows(self, char: str) -> bool:
        """Whether the character's glyph is all that is needed to show it."""
        return bool(self.glyph(char)) and not self.is_stretched(char) and not is_invisible(char)

    @cached_property
    def extents(self) -> tuple[float, float]:
        """Ascender and descender in em, the descender negative."""
        found = self._font.get_font_extents("ltr")
        return found.ascender / self.hb_face.upem, found.descender / self.hb_face.upem

    @cached_property
    def box(self) -> tuple[int, int, int, int]:
        """The font's bounding box in thousandths of an em."""
        head = bytes(self.hb_face.reference_table("head").data)
        scale = 1000 / self.hb_face.upem
        left, bottom, right, top = struct.unpack(">4h", head[36:44])
        return round(left * scale), round(bottom * scale), round(right * scale), round(top * scale)

    @cached_property
    def postscript_name(self) -> str:
        """The name under which the face is embedded, without its subset tag."""
        name = self.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or self.path.stem
        return re.sub(r"[^A-Za-z0-9_.+-]+", "-", name)


class _Codes(dict[int, str]):
    """For each code point the four hexadecimal digits with which a face's character is shown: made for str.translate.

    The code is the glyph's number; a character of a TrueType face that shares its glyph has one above all glyphs.
    """

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, point: int) -> str:
        face, char = self._face, chr(point)
        code = face.glyph(char)
        if not face.is_cff and not _is_usual(char) and char in face.shared:
            code = face.hb_face.glyph_count + face.shared[char]
        self[point] = digits = f"{code:04X}"
        return digits


def _is_usual(char: str) -> bool:
    """Whether a character need not be asked if it shares its glyph: where it does, the others give way to it."""
    return "一" <= char <= "\u9fff" or " " <= char <= "~" or char in _USUAL_MARKS
