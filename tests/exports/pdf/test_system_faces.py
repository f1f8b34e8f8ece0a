"""The machine's own official faces: found by name, embedded only where allowed; no line ends elsewhere with them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection

from exports.pdf.export import export_pdf, lay_out
from exports.pdf.faces import Faces, Role
from exports.pdf.system_faces import find_system_faces, font_folders, system_faces
from resources import resource
from tests.exports.pdf.documents import everything

MOMENT = datetime(2025, 1, 6, 8, 30, tzinfo=UTC)
HAN = "一丁法治政府建设年度报告应急管理局青溪县坚持以习近平思想为指导落实谁普责任制全办理案件处罚万元，。、"


def make_font(path: Path, family: str, permissions: int = 0, widths: Mapping[str, int] | None = None) -> FontBuilder:
    """A font with a square for each character of HAN, one em wide, and digits of other widths."""
    builder = FontBuilder(1000, isTTF=True)
    advances = {**dict.fromkeys(HAN, 1000), **(widths or {"1": 600, "2": 500})}
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 700), (800, 700), (800, 0)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.glyph()
    names = {char: f"g{ord(char):04X}" for char in advances}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], square))
    builder.setupHorizontalMetrics(
        {".notdef": (1000, 0), **{names[char]: (wide, 0) for char, wide in advances.items()}}
    )
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": {"en": "Own", "zh": family}, "styleName": "Regular", "psName": "Own"})
    builder.setupOS2(fsType=permissions)
    builder.setupPost()
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return builder


def test_faces_are_found_by_their_chinese_names_in_folders_below(tmp_path: Path) -> None:
    make_font(tmp_path / "a" / "b" / "FSGB.ttf", "仿宋_GB2312")
    make_font(tmp_path / "XBS.TTF", "方正小标宋简体")
    make_font(tmp_path / "other.ttf", "某某体")
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    (tmp_path / "empty.otf").write_bytes(b"")
    (tmp_path / "text.txt").write_text("仿宋")
    found = find_system_faces([tmp_path, tmp_path / "none"])
    assert {role: (face.family, face.path.name, face.embeddable) for role, face in found.items()} == {
        Role.TEXT: ("仿宋_GB2312", "FSGB.ttf", True),
        Role.TITLE: ("方正小标宋简体", "XBS.TTF", True),
    }


@pytest.mark.parametrize(
    ("permissions", "embeddable"),
    [(0, True), (0x0002, False), (0x0004, True), (0x0008, True), (0x0104, False), (0x0200, False), (0x000C, True)],
)
def test_what_the_maker_allows_is_kept(tmp_path: Path, permissions: int, embeddable: bool) -> None:
    make_font(tmp_path / "hei.ttf", "黑体", permissions)
    assert find_system_faces([tmp_path])[Role.LEVEL_1].embeddable is embeddable
    used = system_faces(resource("fonts"), (tmp_path,)).face(Role.LEVEL_1, "法").path
    assert (used.parent == tmp_path) is embeddable


def test_one_that_may_be_embedded_goes_before_a_better_one_that_may_not(tmp_path: Path) -> None:
    make_font(tmp_path / "1.ttf", "仿宋_GB2312", 0x0002)
    make_font(tmp_path / "2.ttf", "仿宋")
    assert find_system_faces([tmp_path])[Role.TEXT].family == "仿宋"


def test_a_collection_is_looked_through(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = [make_font(tmp_path / name, family).font for name, family in (("x", "新宋体"), ("y", "宋体"))]
    collection.save(tmp_path / "simsun.ttc")
    (tmp_path / "x").unlink()
    (tmp_path / "y").unlink()
    face = find_system_faces([tmp_path])[Role.FOLIO]
    assert (face.path.name, face.index) == ("simsun.ttc", 1)
    assert system_faces(resource("fonts"), (tmp_path,)).face(Role.FOLIO, "法").path.name == "simsun.ttc"


def test_lines_and_pages_stay_the_same_whatever_the_face(tmp_path: Path, faces: Faces) -> None:
    """Digits that are wider in the machine's face come from the bundled one."""
    for number, family in enumerate(("仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋_GBK", "宋体")):
        make_font(tmp_path / f"{number}.ttf", family)
    own = system_faces(resource("fonts"), (tmp_path,))
    assert lay_out(everything(), own) == lay_out(everything(), faces)
    assert own.face(Role.TEXT, "法").path.parent == tmp_path
    assert own.face(Role.TEXT, "1").path == faces.face(Role.TEXT, "1").path
    assert own.face(Role.TEXT, "2").path.parent == tmp_path
    data = export_pdf(everything(), own, MOMENT)
    assert b"+Own" in data
    assert export_pdf(everything(), own, MOMENT) == data


def test_without_any_the_bundled_ones_are_used(tmp_path: Path, faces: Faces) -> None:
    assert find_system_faces([tmp_path]) == {}
    same = system_faces(resource("fonts"), (tmp_path,))
    assert export_pdf(everything(), same, MOMENT) == export_pdf(everything(), faces, MOMENT)


def test_folders_of_both_systems(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", f"{tmp_path / 'one'}:{tmp_path / 'two'}")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    assert [tmp_path / one / "fonts" for one in ("one", "two", "own")] == list(font_folders())[:3]
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    assert font_folders()[0] == tmp_path / "Fonts"
