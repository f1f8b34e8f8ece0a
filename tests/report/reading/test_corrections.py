"""What the clerk says of a line counts, whatever its number or its style says."""

import pytest

from report.content import Paragraph
from report.loader import load_types
from report.reading.manuscript import Manuscript
from report.reading.recognise import Reading, read_report
from resources import resource

TYPES = load_types(resource("templates"))
TEXT = """某局2024年法治政府建设年度报告
2024年，某局推进法治政府建设，现将有关情况报告如下。
一、主要举措和成效
（一）加强学习
全年学习12次。
总的来看还有差距
二、2025年度安排
抓好落实。
"""


def read(manuscript: Manuscript) -> Reading:
    return read_report(manuscript, TYPES, type_id="statutory")


def levels(reading: Reading) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for section in reading.report.sections:
        found.append((1, section.heading))
        found += [(one.level, one.text) for one in section.text if isinstance(one, Paragraph)]
    return found


def test_lines_of_the_source() -> None:
    reading = read(Manuscript(TEXT))
    lines = TEXT.split("\n")
    for section in reading.report.sections:
        assert section.heading in lines[reading.lines[section.id] - 1]
        for block in section.text:
            assert isinstance(block, Paragraph)
            assert block.text in lines[reading.lines[block.id] - 1]


def test_a_line_becomes_a_section_of_the_kind_that_is_said() -> None:
    reading = read(Manuscript(TEXT).corrected(6, 1, "shortfalls"))
    assert [one.heading for one in reading.report.sections] == [
        "主要举措和成效",
        "总的来看还有差距",
        "2025年度安排",
    ]
    assert [one.kind for one in reading.report.sections] == ["measures", "shortfalls", "plans"]


@pytest.mark.parametrize("level", [0, 2, 3, 4])
def test_a_line_gets_the_depth_that_is_said(level: int) -> None:
    reading = read(Manuscript(TEXT).corrected(5, level))
    assert (level, "全年学习12次。") in levels(reading)


def test_a_heading_becomes_text_with_its_number() -> None:
    assert (0, "（一）加强学习") in levels(read(Manuscript(TEXT).corrected(4, 0)))
    section = read(Manuscript(TEXT).corrected(7, 0))
    assert levels(section)[-2:] == [(0, "二、2025年度安排"), (0, "抓好落实。")]


def test_a_number_goes_when_a_line_becomes_a_heading() -> None:
    reading = read(Manuscript(TEXT).corrected(4, 1))
    assert [one.heading for one in reading.report.sections] == ["主要举措和成效", "加强学习", "2025年度安排"]


def test_a_line_of_the_front_can_be_made_text() -> None:
    reading = read(Manuscript("县政府门户网站\n" + TEXT).corrected(1, 0))
    assert reading.report.preface[0] == Paragraph(reading.report.preface[0].id, "县政府门户网站")
