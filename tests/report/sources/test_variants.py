"""One report in every form that offices keep it in: the same outline and the same characters."""

import os
import re
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path
from typing import cast

import pytest

from report.content import Block, Blocks, Table
from report.loader import load_types
from report.numbering import parse_han
from report.reading.decoding import decode
from report.reading.manuscript import Manuscript
from report.reading.recognise import Reading, read_report
from report.report import Report
from report.sources.docx.reader import read_docx
from report.sources.html.reader import read_html
from resources import resource
from tests.report.sources.word_files import OFFICIAL, lists, numbered, paragraph, table, word_file

TYPES = load_types(resource("templates"))
SHARED = os.environ.get("CHENGBAO_SHARED", "")
OWN = """青溪县应急管理局2024年法治政府建设年度报告
县委、县政府：
2024年，青溪县应急管理局扎实推进法治政府建设，现将有关情况报告如下。
一、主要举措和成效
（一）加强学习
坚持学法用法，全年组织集中学习12次。
1.领导带头学。局党委会议会前学法10次。
2.干部经常学。组织考试2次。
（二）规范执法
全年检查生产经营单位612家次，有关情况见下表。
领域\t检查（家次）\t处罚（件）
危险化学品\t200\t9
烟花爆竹\t412\t6
二、存在的不足和原因
一是力量不足。二是能力不强。
三、2025年度安排
（一）继续学习
抓好落实。
青溪县应急管理局
2025年1月10日
"""
_NUMBERS = (
    re.compile("([一二三四五六七八九十]+)、"),
    re.compile("（([一二三四五六七八九十]+)）"),
    re.compile("([0-9]+)[.．](?![0-9])"),
    re.compile("（([0-9]+)）"),
)


def texts() -> Iterator[tuple[str, str]]:
    yield "own", OWN
    if SHARED:
        shared = Path(SHARED)
        for path in sorted([*shared.glob("seed/*.txt"), *shared.glob("dev-cases/*.txt")]):
            yield path.stem, decode(path.read_bytes())


def outline(reading: Reading) -> list[object]:
    """All that is read of a report, without ids and without numbers as they were typed."""
    return list(_outline(reading.report))


def _outline(report: Report) -> Iterator[object]:
    yield report.front, report.year, report.numbering, report.type.id
    yield from map(_block, report.preface)
    for section in report.sections:
        yield section.kind, section.heading
        for value in section.values.values():
            yield from map(_block, cast("Blocks", value))
    for one in report.attachments:
        yield one.title
        yield from map(_block, one.blocks)


def _block(block: Block) -> object:
    return block.rows if isinstance(block, Table) else (block.level, block.text)


def level_of(line: str, counts: list[int]) -> tuple[int, str] | None:
    """Depth from 0 and words of a line that a list would number just so; None for any other."""
    for level, pattern in enumerate(_NUMBERS):
        found = pattern.match(line)
        value = (parse_han(found[1]) if level < 2 else int(found[1])) if found else None
        if found and value == counts[level] + 1 and line[found.end() :].strip():
            counts[level] += 1
            counts[level + 1 :] = [0] * (3 - level)
            return level, line[found.end() :]
    return None


def pieces(text: str) -> Iterator[str | list[list[str]]]:
    """Lines, and tables as rows."""
    rows: list[list[str]] = []
    for line in [*re.split(r"\r\n|\r|\n", text), ""]:
        if "\t" in line.strip():
            rows.append(line.strip().split("\t"))
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line


def typed(text: str) -> Manuscript:
    body = "".join(paragraph(one) if isinstance(one, str) else table(one) for one in pieces(text))
    return read_docx(word_file(body))


def automatic(text: str) -> Manuscript:
    return read_docx(word_file(_by_level(text, lambda level: numbered(level)), {"numbering": lists(OFFICIAL)}))


def styled(text: str) -> Manuscript:
    """Headings of sections in heading styles, whose list numbers them."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level + 1}"/><w:pPr>'
        f"{numbered(level)}</w:pPr></w:style>"
        for level in range(4)
    )
    body = _by_level(text, lambda level: f'<w:pStyle w:val="h{level}"/>')
    return read_docx(word_file(body, {"styles": styles, "numbering": lists(OFFICIAL)}))


def _by_level(text: str, properties) -> str:  # noqa: ANN001
    counts = [0] * 4
    body = ""
    for one in pieces(text):
        if not isinstance(one, str):
            body += table(one)
            continue
        found = level_of(one, counts)
        body += paragraph(found[1], properties(found[0])) if found else paragraph(one)
    return body


def web(text: str) -> Manuscript:
    body = "".join(f"<p>{escape(one)}</p>" if isinstance(one, str) else _rows(one) for one in pieces(text))
    head = '<head><title>政府网</title></head><body><div class="nav"><a>首页</a></div>'
    page = f"<html>{head}<div>{body}</div></body></html>"
    return read_html(page.encode())


def _rows(rows: Sequence[Sequence[str]]) -> str:
    return (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
        + "</table>"
    )


@pytest.mark.parametrize("form", [typed, automatic, styled, web])
@pytest.mark.parametrize(("name", "text"), list(texts()))
def test_every_form_reads_as_the_text(name: str, text: str, form) -> None:  # noqa: ANN001
    assert name
    wanted = outline(read_report(text, TYPES))
    found = outline(read_report(form(text), TYPES))
    assert found == wanted


def test_headings_that_only_their_style_tells() -> None:
    """No number is typed or counted: the levels come from the styles alone."""
    counts = [0] * 4
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="h{level}"><w:name w:val="heading {level + 1}"/></w:style>'
        for level in range(4)
    )
    body = ""
    for one in pieces(OWN):
        found = level_of(one, counts) if isinstance(one, str) else None
        if found and found[0] < 2:
            body += paragraph(found[1], f'<w:pStyle w:val="h{found[0]}"/>')
        else:
            body += paragraph(one) if isinstance(one, str) else table(one)
    found = read_report(read_docx(word_file(body, {"styles": styles})), TYPES)
    wanted = read_report(OWN, TYPES)
    assert outline(found) == outline(wanted)
    assert all(section.source_number is None for section in found.report.sections)
