"""The machine's own official faces: found by their names, used where their makers allow them to be embedded.

Offices have 仿宋_GB2312, 楷体_GB2312, 黑体 and 方正小标宋 from their systems; this program may not ship them. A face is
offered only when its OS/2 table allows embedding a subset (OpenType specification, OS/2, fsType). Lines and pages stay
the same with it: it sets only the characters that are as wide as in the bundled face (see `faces.Faces`).
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from exports.errors import FontUnusable
from exports.pdf.face import Face
from exports.pdf.faces import Faces, Role, bundled_faces

FAMILIES: Mapping[Role, tuple[str, ...]] = {
    Role.TEXT: ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "方正仿宋_GBK", "FZFangSong-Z02"),
    Role.LEVEL_2: ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03"),
    Role.LEVEL_1: ("黑体", "SimHei", "方正黑体_GBK", "FZHei-B01"),
    Role.TITLE: (
        *("方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05", "FZXiaoBiaoSong-B05S"),
        *("华文中宋", "STZhongsong"),
    ),
    Role.FOLIO: ("宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01"),
}
"""Family names of each role, the best first."""

_SUFFIXES = frozenset((".ttf", ".otf", ".ttc", ".otc"))
_NAMES = (hb.OTNameIdPredefined.FONT_FAMILY, hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY, hb.OTNameIdPredefined.FULL_NAME)
_RESTRICTED, _NO_SUBSETTING, _BITMAPS_ONLY = 0x0002, 0x0100, 0x0200


@dataclass(frozen=True, slots=True)
class SystemFace:
    """A face of the machine: what it is for, its family, where it is, whether it may be embedded."""

    role: Role
    family: str
    path: Path
    index: int
    embeddable: bool


def font_folders() -> tuple[Path, ...]:
    """Where this system keeps fonts: for all users, and for this one."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return windows / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    shared = os.environ.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":")
    own = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    return (*(Path(one) / "fonts" for one in shared if one), own / "fonts", home / ".fonts")


def find_system_faces(folders: Sequence[Path]) -> dict[Role, SystemFace]:
    """For each role the best face in the folders that may be embedded; one that may not when there is no other."""
    found: dict[Role, tuple[tuple[bool, int], SystemFace]] = {}
    for path in _font_files(folders):
        for index, families in _families(path):
            for role, names in FAMILIES.items():
                known = [number for number, name in enumerate(names) if name in families]
                if known:
                    face = SystemFace(role, names[known[0]], path, index, _is_embeddable(path, index))
                    rank = (not face.embeddable, known[0])
                    if role not in found or rank < found[role][0]:
                        found[role] = rank, face
    return {role: face for role, (_rank, face) in sorted(found.items())}


@lru_cache(4)
def system_faces(bundled: Path, folders: tuple[Path, ...]) -> Faces:
    """The bundled faces with the machine's own before them where there are any that may be embedded."""
    preferred: dict[Role, Face] = {}
    for role, face in find_system_faces(folders).items():
        if face.embeddable:
            try:
                preferred[role] = Face(face.path, face.index)
            except FontUnusable:
                continue
    return bundled_faces(bundled).preferring(preferred)


def _font_files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for parent, _folders, names in os.walk(folder):
            for name in sorted(names):
                path = Path(parent, name)
                if path.suffix.lower() in _SUFFIXES:
                    yield path


def _families(path: Path) -> Iterator[tuple[int, set[str]]]:
    """Number and names of each face in a file; none when it cannot be read."""
    try:
        blob = hb.Blob.from_file_path(str(path))
        for index in range(_face_count(path)):
            face = hb.Face(blob, index)
            yield index, {face.get_name(name, language) or "" for name in _NAMES for language in ("en", "zh-cn", "zh")}
    except (OSError, hb.HarfBuzzError):
        return


def _face_count(path: Path) -> int:
    """How many faces a file holds: a collection says so in its head."""
    with path.open("rb") as file:
        head = file.read(12)
    return int.from_bytes(head[8:12], "big") if head[:4] == b"ttcf" else 1


def _is_embeddable(path: Path, index: int) -> bool:
    """Whether fsType allows a subset to be embedded; a font that says nothing allows it."""
    table = bytes(hb.Face(hb.Blob.from_file_path(str(path)), index).reference_table("OS/2").data)
    if len(table) < 10:
        return True
    (permissions,) = struct.unpack(">H", table[8:10])
    return permissions & 0x000F != _RESTRICTED and not permissions & (_NO_SUBSETTING | _BITMAPS_ONLY)
