"""Texts that no clerk would type: a right PDF, or one sentence."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exports.pdf.reading import page_texts
from tests.ui.commands.conftest import Command, Done

Export = Callable[[bytes], tuple[Done, str]]


@pytest.fixture
def exported(command: Command, tmp_path: Path) -> Export:
    """Exports bytes; what was said, and the text of the PDF without spaces and folios ("" when there is none)."""
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"

    def export(data: bytes) -> tuple[Done, str]:
        source.write_bytes(data)
        done = command("export", source, "-o", target)
        pages = page_texts(target.read_bytes()) if target.exists() else []
        assert {path.name for path in tmp_path.iterdir()} <= {"a.txt", "a.pdf"}
        return done, re.sub(r"\s", "", "".join(re.sub(r"— \d+ —", "", page) for page in pages))

    return export


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<b>&{}%\\", "<b>&{}%\\"),
        ("</b><br/><![CDATA[&amp;&#x4e00;]]", "</b><br/><![CDATA[&amp;&#x4e00;]]"),
        ("{0}%s%(name)s{name!r}${HOME}`id`", "{0}%s%(name)s{name!r}${HOME}`id`"),
        ("\\n\\)ET(Tj[<<>>]endstream", "\\n\\)ET(Tj[<<>>]endstream"),
        ("甲\x00乙\x1b[31m丙\x07\x7f", "甲乙[31m丙"),
        ("依\u200b法\ufeff行\u200d政\u202e。\u2066", "依法行政。"),
        ("𠮷𬭎㙍堃镕", "𠮷𬭎㙍堃镕"),
    ],
)
def test_text_is_text(exported: Export, typed: str, printed: str) -> None:
    done, text = exported(f"一、甲\n正文{typed}完。\n".encode())
    assert done.code == 0
    assert text == f"一、甲正文{printed}完。"


def test_a_lone_surrogate_is_no_text(exported: Export) -> None:
    done, text = exported("一、甲\n法".encode() + b"\xed\xa0\xbd" + "治\n".encode())
    assert (done.code, text) == (2, "")
    assert done.sentence.startswith("“a.txt”的文字编码认不出来。")


def test_an_emoji_is_named(exported: Export) -> None:
    done, text = exported("一、甲\n好😀👨‍👩‍👧啊。\n".encode())
    assert done.code == 0
    assert [char for char in "😀👨👩👧" if f"“{char}”（U+{ord(char):X}）" in done.err] == list("😀👨👩👧")
    assert text.startswith("一、甲好")
    assert text.endswith("啊。")


def test_a_file_full_of_signs_without_a_face(exported: Export) -> None:
    signs = "".join(chr(0xF0000 + number) for number in range(300))
    done, _ = exported(f"一、甲\n{signs}\n".encode())
    assert done.code == 0
    assert done.err.count("所有字体都没有，印出来会是空框。") == 20
    assert done.err.splitlines()[-1] == "另有280个字所有字体都没有。请核对是不是选错了文件。"


def test_a_paragraph_of_40_000_characters(exported: Export) -> None:
    text = "依法行政，" * 8000
    assert exported(f"一、甲\n{text}\n".encode())[1] == f"一、甲{text}"


@pytest.mark.slow
def test_10_000_paragraphs(exported: Export) -> None:
    lines = [f"第{number}件事情已经办结。" for number in range(10_000)]
    assert exported("\n".join(["一、甲", *lines]).encode())[1] == "一、甲" + "".join(lines)


@pytest.mark.slow
@pytest.mark.parametrize("piece", ["依法治国是党领导人民治理国家的基本方略。", "依", "a", "一、甲", ",", "\u3000甲 "])
def test_a_line_of_5_megabytes(command: Command, tmp_path: Path, piece: str) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text(piece * (5_000_000 // len(piece.encode())), encoding="utf-8")
    assert command("export", source, "-o", target).code == 0
    assert target.read_bytes().endswith(b"%%EOF\n")


@pytest.mark.parametrize("seed", range(12))
def test_random_bytes(exported: Export, seed: int) -> None:
    made = random.Random(seed)
    kinds = (range(256), range(0x20, 256), range(0x81, 0xFF))
    data = bytes(made.choice(kinds[seed % 3]) for _ in range(made.choice((1, 3, 50, 3000))))
    done, text = exported(data)
    assert done.code in (0, 2)
    assert done.code == 0 or (text == "" and done.sentence)
