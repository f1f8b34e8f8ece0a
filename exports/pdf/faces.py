"""The five faces of the page and, per character, which face has it.

A face is opened by mapping its file; nothing is read until a glyph is asked for. Where a role's face lacks a character
(仿宋 lacks 堃, 镕, 㙍 …) the next one in the role's chain sets it; where none has it, `missing` names it.
"""

import json
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from exports.errors import FontUnusable
from exports.pdf.characters import FULL_WIDTH_MARKS


class Role(StrEnum):
    """What a face is for. GB/T 9704—2012: title 小标宋, text 仿宋, level 1 黑体, level 2 楷体, folio 宋体."""

    TEXT = "fangsong"
    LEVEL_1 = "heiti"
    LEVEL_2 = "kaiti"
    TITLE = "biaosong"
    FOLIO = "songti"


_FALLBACK: Mapping[Role, tuple[Role, ...]] = {
    Role.TEXT: (Role.TEXT, Role.LEVEL_2, Role.FOLIO, Role.LEVEL_1),
    Role.LEVEL_2: (Role.LEVEL_2, Role.TEXT, Role.FOLIO, Role.LEVEL_1),
    Role.LEVEL_1: (Role.LEVEL_1, Role.FOLIO, Role.LEVEL_2, Role.TEXT),
    Role.TITLE: (Role.TITLE, Role.FOLIO, Role.LEVEL_2, Role.LEVEL_1),
    Role.FOLIO: (Role.FOLIO, Role.LEVEL_2, Role.TEXT, Role.LEVEL_1),
}

_FULL = 0.8
"""Advance in em from which a mark counts as full-width."""


class Face:
    """One font file with its metrics in em.

    Raises FontUnusable when the file is missing or has neither TrueType nor CFF outlines.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._blob = hb.Blob.from_file_path(str(path))
            self.hb_face = hb.Face(self._blob)
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

    def glyph(self, char: str) -> int:
        """The glyph's number, 0 when the face lacks the character."""
        glyph = self._glyphs.get(char)
        if glyph is None:
            code = ord(char)
            glyph = 0 if 0xD800 <= code <= 0xDFFF else self._font.get_nominal_glyph(code) or 0
            self._glyphs[char] = glyph
        return glyph

    def advance(self, char: str) -> float:
        """The glyph's width in em."""
        advance = self._advances.get(char)
        if advance is None:
            advance = self._font.get_glyph_h_advance(self.glyph(char)) / self.hb_face.upem
            self._advances[char] = advance
        return advance

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
        return name.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive characters that one face sets."""

    face: Face
    text: str


class Faces:
    """The faces by role, with fallback per character."""

    def __init__(self, faces: Mapping[Role, Face]) -> None:
        self._chains = {role: tuple(faces[one] for one in chain) for role, chain in _FALLBACK.items()}
        self._chosen: dict[tuple[Role, str], Face] = {}

    def face(self, role: Role, char: str) -> Face:
        """The first face of the role's chain that has the character as wide as it must be; the role's own if none."""
        key = role, char
        face = self._chosen.get(key)
        if face is None:
            face = self._chosen[key] = self._choose(role, char)
        return face

    def _choose(self, role: Role, char: str) -> Face:
        chain = self._chains[role]
        having = [face for face in chain if face.glyph(char)]
        if char in FULL_WIDTH_MARKS:
            having = [face for face in having if face.advance(char) >= _FULL] or having
        return having[0] if having else chain[0]

    def has(self, char: str) -> bool:
        """Whether any face has the character."""
        return any(face.glyph(char) for face in self._chains[Role.TEXT])

    def measure(self, role: Role) -> Callable[[str], float]:
        """The width of a character in em when set in a role; marks that must fill a cell are 1."""

        def width(char: str) -> float:
            return 1.0 if char in FULL_WIDTH_MARKS else self.face(role, char).advance(char)

        return width

    def split(self, role: Role, text: str) -> list[Piece]:
        """`text` in pieces of one face each."""
        pieces: list[Piece] = []
        start = 0
        current: Face | None = None
        for index, char in enumerate(text):
            face = self.face(role, char)
            if face is not current:
                if current is not None:
                    pieces.append(Piece(current, text[start:index]))
                start, current = index, face
        if current is not None:
            pieces.append(Piece(current, text[start:]))
        return pieces

    def missing(self, text: Iterable[str]) -> tuple[str, ...]:
        """The characters that no face has, each once, in order."""
        return tuple(dict.fromkeys(char for char in text if not self.has(char)))


def bundled_faces(folder: Path) -> Faces:
    """The faces shipped with the program: `manifest.json` in `folder` says which file has which role."""
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))["fonts"]
    return Faces({Role(entry["role"]): Face(folder / entry["file"]) for entry in entries})
