"""The five faces of the page and, per character, which face has it.

A face is opened by mapping its file; nothing is read until a glyph is asked for. Where a role's face lacks a character
(仿宋 lacks 堃, 镕, 㙍 …) the next one in the role's chain sets it; where none has it, `missing` names it.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from exports.layout.characters import FULL_WIDTH_MARKS, is_invisible
from exports.pdf.face import Face


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
_SAME_WIDTH = 0.005
"""Em by which a preferred face may differ from the grid."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Consecutive characters that one face sets."""

    face: Face
    text: str


class _Widths(dict[str, float]):
    """The width in em of each character in a role."""

    def __init__(self, faces: "Faces", role: Role) -> None:
        super().__init__()
        self._faces, self._role = faces, role

    def __missing__(self, char: str) -> float:
        self[char] = width = self._width(char)
        return width

    def _width(self, char: str) -> float:
        if is_invisible(char):
            return 0.0
        face = self._faces.grid_face(self._role, char)
        return 1.0 if char in FULL_WIDTH_MARKS or not face.glyph(char) else face.advance(char)


class Faces:
    """The faces by role, with fallback per character.

    A preferred face of a role sets what is as wide in it as in the others, which make the grid: so lines end where they
    would without it.
    """

    def __init__(self, faces: Mapping[Role, Face], preferred: Mapping[Role, Face] | None = None) -> None:
        self._faces, self._preferred = faces, preferred or {}
        self._chains = {role: tuple(faces[one] for one in chain) for role, chain in _FALLBACK.items()}
        self._chosen: dict[tuple[Role, str], Face] = {}
        self._plain: dict[Role, set[str]] = {role: set() for role in Role}
        self._measures = {role: _Widths(self, role).__getitem__ for role in Role}
        self._present: set[str] = set()

    def preferring(self, preferred: Mapping[Role, Face]) -> "Faces":
        """The same faces with others before them."""
        return Faces(self._faces, preferred)

    def face(self, role: Role, char: str) -> Face:
        """The face that sets the character: the preferred one if it can, else the one whose width makes the grid."""
        key = role, char
        face = self._chosen.get(key)
        if face is None:
            preferred = self._preferred.get(role)
            fits = preferred is not None and preferred.glyph(char) and self._fits(preferred, role, char)
            face = self._chosen[key] = preferred if preferred is not None and fits else self.grid_face(role, char)
        return face

    def _fits(self, face: Face, role: Role, char: str) -> bool:
        """Whether the character is as wide in `face` as on the grid."""
        return abs(face.advance(char) - self._measures[role](char)) < _SAME_WIDTH

    def grid_face(self, role: Role, char: str) -> Face:
        """The first face of the role's chain that has the character as wide as it must be; the role's own if none."""
        chain = self._chains[role]
        having = (face for face in chain if face.glyph(char))
        if char in FULL_WIDTH_MARKS:
            found = list(having)
            having = iter([face for face in found if face.advance(char) >= _FULL] or found)
        return next(having, chain[0])

    def has(self, char: str) -> bool:
        """Whether any face has the character, or it needs none."""
        faces = (*self._chains[Role.TEXT], *self._preferred.values())
        return is_invisible(char) or any(face.glyph(char) for face in faces)

    def measure(self, role: Role) -> Callable[[str], float]:
        """The width of a character in em when set in a role; a mark that must fill a cell or one for a lack is 1."""
        return self._measures[role]

    def plain_face(self, role: Role, text: str) -> Face | None:
        """The role's own face when it sets all of `text` with nothing stretched: nearly every line."""
        plain, own = self._plain[role], self._preferred.get(role, self._chains[role][0])
        if not plain.issuperset(text):
            for char in set(text) - plain:
                if self.face(role, char) is not own or not own.shows(char):
                    return None
                plain.add(char)
        return own

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

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no face has, each once, in order."""
        if self._present.issuperset(text):
            return ()
        found: list[str] = []
        for char in dict.fromkeys(text):
            if char not in self._present:
                if self.has(char):
                    self._present.add(char)
                else:
                    found.append(char)
        return tuple(found)


@lru_cache
def bundled_faces(folder: Path) -> Faces:
    """The faces shipped with the program: `manifest.json` in `folder` says which file has which role."""
    entries = json.loads((folder / "manifest.json").read_text("utf-8"))["fonts"]
    return Faces({Role(entry["role"]): Face(folder / entry["file"]) for entry in entries})
