"""The bundled faces are the ones that the manifest describes, and hold the characters they were cut to."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
import uharfbuzz

from resources.fonts import build, charset

FOLDER = Path(build.__file__).parent
MANIFEST: dict[str, Any] = json.loads((FOLDER / "manifest.json").read_text(encoding="utf-8"))
FONTS: list[dict[str, Any]] = MANIFEST["fonts"]
CUT = [font["file"] for font in FONTS if font["modified"] != "no"]
ROLES = ["fangsong", "kaiti", "heiti", "biaosong", "songti"]


@cache
def characters_of(file: str) -> frozenset[int]:
    """Code points in the character map of a bundled face."""
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FOLDER / file)))
    return frozenset(cast("set[int]", face.unicodes))


@cache
def standard() -> str:
    """The 8,105 characters of 通用规范汉字表, in its order."""
    return (FOLDER / MANIFEST["characters"]["file"]).read_text(encoding="utf-8").replace("\n", "")


def test_one_face_a_role() -> None:
    assert [font["role"] for font in FONTS] == ROLES


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font["file"])
def test_file_is_the_one_in_the_manifest(font: dict[str, Any]) -> None:
    data = (FOLDER / font["file"]).read_bytes()
    assert len(data) == font["bytes"]
    assert hashlib.sha256(data).hexdigest() == font["sha256"]
    assert (font["sha256"] == font["source_sha256"]) == (font["modified"] == "no")
    assert (FOLDER / "licences" / font["licence_file"]).stat().st_size > 1000


def test_no_face_and_no_licence_beside_the_manifest() -> None:
    faces = {path.name for path in FOLDER.iterdir() if path.suffix in {".otf", ".ttf", ".ttc"}}
    assert faces == {font["file"] for font in FONTS}
    assert {path.name for path in (FOLDER / "licences").iterdir()} == {entry["file"] for entry in MANIFEST["licences"]}


def test_verify_finds_a_changed_file() -> None:
    assert build.verify(MANIFEST) == []
    entry = {**FONTS[0], "sha256": "0" * 64}
    assert build.verify({**MANIFEST, "fonts": [entry, *FONTS[1:]]}) == [FONTS[0]["file"]]


def test_sources_and_manifest_name_the_same_files() -> None:
    sources = build.read_sources()
    assert [font.file for font in sources.fonts] == [font["file"] for font in FONTS]
    assert [font.cut for font in sources.fonts] == [font["file"] in CUT for font in FONTS]
    for font in FONTS:
        assert sources.packages[font["package"]].version == font["version"]


def test_standard_characters() -> None:
    table = standard()
    assert len(set(table)) == len(table) == charset.STANDARD_COUNT
    assert table.startswith("一乙二十丁厂七卜八人")
    assert all(unicodedata.category(character) == "Lo" for character in table)


def test_standard_refuses_a_gap() -> None:
    with pytest.raises(ValueError, match="kTGH"):
        charset.standard(["U+4E00\tkTGH\t2013:1\n", "U+4E8C\tkTGH\t2013:3\n"])


def test_gb2312_is_whole() -> None:
    characters = charset.gb2312()
    assert len(characters) == 6763 + 682
    assert sum(0x4E00 <= code <= 0x9FFF for code in characters) == 6763


@pytest.mark.parametrize("file", CUT)
def test_cut_face_has_gb2312_and_the_standard_characters(file: str) -> None:
    absent = (charset.gb2312() | set(map(ord, standard()))) - characters_of(file)
    assert not absent, "".join(map(chr, sorted(absent)))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font["file"])
def test_every_face_has_the_ideographs_of_gb2312(font: dict[str, Any]) -> None:
    ideographs = {code for code in charset.gb2312() if 0x4E00 <= code <= 0x9FFF}
    assert ideographs <= characters_of(font["file"])


def test_the_fallback_chain_has_every_sign_of_office_writing() -> None:
    together = frozenset[int]().union(*(characters_of(font["file"]) for font in FONTS))
    wanted = "，。、；：？！“”‘’（）〔〕《》〈〉【】—…·～「」『』〇①⑳㈠㈩ⅠⅫ㎡㎏℃‰％№×÷±°○●□■△▲★☆√✓￥§℡"
    assert not [character for character in wanted if ord(character) not in together]
