"""`export`: the file, what is said about it, and every way in which it cannot be made."""

import errno
import json
import os
import re
import shutil
from pathlib import Path
from typing import IO, Any

import pytest

from exports import files
from resources import resource
from tests.exports.pdf.reading import opened, page_texts
from tests.exports.pdf.test_system_faces import make_font
from tests.report.sources.word_files import archive
from tests.ui.commands.conftest import REPORT, Command


def pdf_text(path: Path) -> str:
    """The text without spaces and folios."""
    return re.sub(r"\s", "", "".join(re.sub(r"— \d+ —", "", page) for page in page_texts(path.read_bytes())))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_writes_the_file_and_its_path(command: Command, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "年度 报告.pdf"
    done = command("export", report, "-o", target)
    assert (done.code, done.out, done.err) == (0, f"{target}\n", "")
    assert pdf_text(target) == re.sub(r"\s", "", REPORT)
    assert names(tmp_path) == {report.name, target.name}


def test_the_suffix_may_be_in_capitals(command: Command, report: Path, tmp_path: Path) -> None:
    assert command("export", report, "-o", tmp_path / "A.PDF").code == 0


def test_the_machines_own_faces(
    command: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own"
    make_font(own / "fonts" / "fang.ttf", "仿宋_GB2312")
    monkeypatch.setattr("exports.pdf.system_faces.font_folders", lambda: (own,))
    target = tmp_path / "own.pdf"
    done = command("export", report, "-o", target, "--faces", "system")
    assert (done.code, done.err) == (0, "本机可用：仿宋_GB2312；没有的用随程序的。\n")
    assert b"+Own" in target.read_bytes()
    assert command("export", report, "-o", target, "--faces", "bundled").err == ""
    assert b"+Own" not in target.read_bytes()


def test_equal_input_gives_equal_bytes(command: Command, report: Path, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        command("export", report, "-o", tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_the_dates_of_the_file(command: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are those of the source, or what a repeatable build asks for."""
    target = tmp_path / "a.pdf"
    os.utime(report, (1736152200, 1736152200))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    command("export", report, "-o", target)
    with opened(target.read_bytes()) as file:
        assert file.get_metadata_dict()["CreationDate"].startswith("D:20250106083000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    command("export", report, "-o", target)
    with opened(target.read_bytes()) as file:
        assert file.get_metadata_dict()["CreationDate"].startswith("D:20231114221320")


@pytest.mark.parametrize("value", ["soon", "9" * 30])
def test_a_date_that_is_none(
    command: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    done = command("export", report, "-o", tmp_path / "a.pdf")
    assert (done.code, done.sentence) == (2, f"环境变量 SOURCE_DATE_EPOCH 应是一个秒数，不能是“{value}”。")


def test_what_is_missing_is_listed(command: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text("一、深入学习贯彻习近平法治思想\n开展学习3次😀。\n二、存在的不足和原因\n", encoding="utf-8")
    done = command("export", source, "-o", target)
    assert (done.code, done.out) == (0, f"{target}\n")
    lines = done.err.splitlines()
    assert lines[:4] == ["缺少标题。", "缺少主送机关。", "缺少发文机关署名。", "缺少成文日期。"]
    assert "“二、不足和原因”这一部分还是空的。" in lines
    assert lines[-1] == "第一部分里的“😀”（U+1F600）所有字体都没有，印出来会是空框。请换一个写法。"


def test_strict_writes_nothing(command: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text("一、存在的不足和原因\n", encoding="utf-8")
    target.write_bytes(b"old")
    done = command("export", source, "-o", target, "--strict")
    lines = done.err.splitlines()
    assert (done.code, done.out) == (1, "")
    assert lines[-1] == f"上面{len(lines) - 1}处要先处理，没有导出。"
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {"a.txt", "a.pdf"}


def test_strict_writes_what_is_complete(command: Command, report: Path, tmp_path: Path) -> None:
    assert command("export", report, "-o", tmp_path / "a.pdf", "--strict").code == 0


def test_year_and_office_fill_what_is_missing(command: Command, tmp_path: Path) -> None:
    source, target = tmp_path / "a.txt", tmp_path / "a.pdf"
    source.write_text("一、存在的不足和原因\n正文。\n", encoding="utf-8")
    command("export", source, "-o", target, "--year", "2024", "--office", " 青溪县\n水务局\x00 ")
    assert pdf_text(target).startswith("青溪县水务局2024年")
    assert pdf_text(target).endswith("青溪县水务局")


def test_year_and_office_change_nothing_that_is_there(command: Command, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    command("export", report, "-o", target, "--year", "2020", "--office", "某局")
    assert pdf_text(target) == re.sub(r"\s", "", REPORT)


def test_copies(command: Command, report: Path, tmp_path: Path) -> None:
    sizes: dict[str, int] = {}
    for copy in ("submission", "public", "draft"):
        target = tmp_path / f"{copy}.pdf"
        assert command("export", report, "-o", target, "--copy", copy).code == 0
        sizes[copy] = target.stat().st_size
        assert ("县委、县政府：" in pdf_text(target)) == (copy != "public")
    assert sizes["draft"] > sizes["submission"]


def test_a_type_can_be_named(command: Command, report: Path, tmp_path: Path) -> None:
    for known in ("guangdong", "statutory", "leader_first"):
        assert command("export", report, "-o", tmp_path / "a.pdf", "--type", known).code == 0
    done = command("export", report, "-o", tmp_path / "a.pdf", "--type", "none")
    assert done.code == 2
    assert done.sentence.startswith("没有“none”这个报告类型，可用的有：guangdong、")


@pytest.mark.parametrize("name", ["a.doc", "a", "a.pdf.bak", ".pdf"])
def test_other_suffixes(command: Command, report: Path, tmp_path: Path, name: str) -> None:
    done = command("export", report, "-o", tmp_path / name)
    assert (done.code, done.sentence) == (2, f"“{name}”的后缀不认识。能导出 .pdf、.docx、.html、.txt、.json。")
    assert names(tmp_path) == {report.name}


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("没有/a.pdf", "没有“{folder}/没有”这个文件夹，a.pdf没有导出。"),
        ("file.txt/a.pdf", "没有“{folder}/file.txt”这个文件夹，a.pdf没有导出。"),
        ("folder.pdf", "“{folder}/folder.pdf”是一个文件夹，不能当作文件名。"),
        ("字" * 100 + ".pdf", "太长。请缩短后重试。"),
    ],
)
def test_targets_that_cannot_be(command: Command, report: Path, tmp_path: Path, target: str, words: str) -> None:
    (tmp_path / "file.txt").write_bytes(b"")
    (tmp_path / "folder.pdf").mkdir()
    before = names(tmp_path)
    done = command("export", report, "-o", tmp_path / target)
    assert (done.code, done.out) == (2, "")
    assert words.format(folder=tmp_path) in done.sentence
    assert names(tmp_path) == before


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "没有在“{folder}”里写文件的权限，a.pdf没有导出。"),
        (errno.EROFS, "“{folder}”所在的磁盘是只读的，a.pdf没有导出。"),
        (errno.ENOSPC, "“{folder}”所在的磁盘已满，a.pdf没有导出，原有文件没有动。"),
        (errno.EIO, "“a.pdf”没有写成："),
    ],
)
def test_disks_that_refuse(
    command: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", refuse)
    done = command("export", report, "-o", target)
    assert (done.code, done.out) == (2, "")
    assert done.sentence.startswith(words.format(folder=tmp_path))
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == {report.name, "a.pdf"}


def test_the_source_is_not_overwritten(command: Command, report: Path, tmp_path: Path) -> None:
    source = report.rename(tmp_path / "a.pdf")
    done = command("export", source, "-o", f"{tmp_path}/./a.pdf")
    assert done.code == 2
    assert done.sentence.startswith("输出文件“a.pdf”就是原文。")
    assert source.read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize("name", ["none.txt", "none/a.txt", "字" * 3000])
@pytest.mark.parametrize("verb", ["export", "show"])
def test_a_source_that_is_not_there(command: Command, tmp_path: Path, name: str, verb: str) -> None:
    target = ["-o", tmp_path / "a.pdf"] if verb == "export" else []
    done = command(verb, tmp_path / name, *target)
    assert (done.code, done.out) == (2, "")
    assert done.sentence == f"找不到“{tmp_path / name}”。请核对文件名和所在文件夹。"
    assert names(tmp_path) == set()


SOURCES = {
    "docx": (b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", "已损坏或不完整，"),
    "xlsx": (b"PK\x03\x04" + b"\0" * 26 + b"xl/workbook.xml", "是 Excel 表格。"),
    "pptx": (b"PK\x03\x04" + b"\0" * 26 + b"ppt/slides", "是 PPT 演示文稿。"),
    "zip": (archive({"a.txt": b"x"}), "是压缩包。"),
    "doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "WordDocument".encode("utf-16-le"),
        "是旧版 Word 或 WPS 文档，",
    ),
    "pdf": (b"%PDF-1.7\n1 0 obj", "是 PDF。"),
    "rtf": (b"{\\rtf1\\ansi}", "是 RTF 文档，"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(99), "是图片，"),
    "database": (b"SQLite format 3\x00" + bytes(99), "是数据库文件，"),
    "binary": (bytes(range(256)) * 9, "不是文档，"),
    "surrogates": (b"\xed\xa0\x80\xed\xb0\x80" * 9, "的文字编码认不出来。"),
    "empty": (b"", "里没有文字。"),
    "spaces": ("\ufeff \r\n\t\u3000\u200b\u2028\x01a\x7f".replace("a", "").encode(), "里没有文字。"),
    "enormous": (b"a" * 20_000_001, "太大（20,000,001，上限20,000,000）"),
}


@pytest.mark.parametrize("kind", SOURCES)
@pytest.mark.parametrize("verb", ["export", "show"])
def test_sources_that_are_no_report(
    command: Command, tmp_path: Path, kind: str, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)  # no program that converts old documents
    source = tmp_path / "a.txt"
    data, words = SOURCES[kind]
    source.write_bytes(data)
    target = ["-o", tmp_path / "a.pdf"] if verb == "export" else []
    done = command(verb, source, *target)
    assert (done.code, done.out) == (2, "")
    assert done.sentence.startswith(f"“a.txt”{words}")
    assert names(tmp_path) == {"a.txt"}


def test_a_folder_as_source(command: Command, tmp_path: Path) -> None:
    done = command("export", tmp_path, "-o", tmp_path / "a.pdf")
    assert (done.code, done.sentence) == (2, f"“{tmp_path}”是一个文件夹，不是文本文件。请写明其中的文件。")


def test_a_source_that_may_not_be_read(
    command: Command, report: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> IO[Any]:  # noqa: ANN401 - as open
        if self == report:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    done = command("export", report, "-o", tmp_path / "a.pdf")
    assert done.code == 2
    assert done.sentence.startswith(f"“{report}”打不开。")


def test_a_font_that_is_damaged(
    command: Command, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = json.loads(resource("fonts", "manifest.json").read_text("utf-8"))
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    (fonts / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    monkeypatch.setattr("exports.pdf.export.resource", lambda *_parts: fonts)
    done = command("export", report, "-o", tmp_path / "a.pdf")
    assert done.code == 2
    assert done.sentence.startswith(f"字体文件“{fonts / 'FandolFang-Regular.otf'}”缺失或损坏")
    assert done.sentence.endswith("请重新安装本程序。")


MARKS = str.maketrans("，；：！？（）", ",;:!?()")


@pytest.mark.seed
def test_every_character_of_the_published_report(command: Command, seed: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    office, title = "廉江市应急管理局", "廉江市应急管理局2024年法治政府建设年度报告"
    done = command("export", seed, "-o", target, "--office", office, "--year", "2024")
    assert done.err.splitlines() == ["缺少主送机关。", "“六、下年安排”这一部分还是空的。"]
    found = pdf_text(target).translate(MARKS)
    text = re.sub(r"\s", "", seed.read_text(encoding="utf-8")).translate(MARKS)
    body, date = text[:-9], text[-9:]
    assert date == "2025年1月6日"
    assert found == f"{title}{body}{office}{date}"
