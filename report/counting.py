"""Count the characters of a report as office suites show them: marks included, spaces not; a Latin word is one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from report import kinds
from report.compose import fields_of
from report.content import Block, Table
from report.report import Report, Section
from report.template import ReportType, SectionType

_COUNTED = re.compile(r"[0-9A-Za-zÀ-ɏ]+(?:[.,'’\-][0-9A-Za-zÀ-ɏ]+)*|[^\s]")


_KEPT = 4096
"""Texts whose counts are remembered: while one paragraph is written the others stay as they are."""


@lru_cache(_KEPT)
def count_text(text: str) -> int:
    """Words and characters of a text, as the 字数 of WPS and Word: 2024年度 is 3."""
    return len(_COUNTED.findall(text))


def count_blocks(blocks: Iterable[Block]) -> int:
    """The count of paragraphs and of the cells of tables."""
    total = 0
    for block in blocks:
        if isinstance(block, Table):
            total += sum(count_text(cell) for row in block.rows for cell in row)
        else:
            total += count_text(block.text)
    return total


def count_section(kind: SectionType | None, section: Section) -> int:
    """The count of what a section prints below its heading."""
    total = 0
    for field in fields_of(kind):
        codec = kinds.KINDS[field.kind]
        total += count_blocks(codec.blocks(field, section.values.get(field.id, codec.empty())))
    return total


def count_report(report_type: ReportType, report: Report) -> int:
    """The count of the text: preface, headings and sections, without title, signature and attachments."""
    sections = sum(
        count_text(section.heading) + count_section(report_type.section(section.kind), section)
        for section in report.sections
    )
    return count_blocks(report.preface) + sections
