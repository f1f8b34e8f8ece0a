"""Invented reports with the outline a reader sees in them: cases/*.txt, head and outline above a line of =====.

An outline line reads `level number heading`; a number "-" is none, a final " +" marks a run-in heading and a heading
"-" a number that leads a paragraph without one.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from report.content import Paragraph
from report.loader import load_types
from report.numbering import heading_length, run_in_length
from report.report import Report
from report.template import ReportType

FOLDER = Path(__file__).parent / "cases"
TEMPLATES = Path(__file__).parents[3] / "resources" / "templates"


@dataclass(frozen=True, slots=True)
class Head:
    """One line of an outline."""

    level: int
    number: str
    heading: str
    run_in: bool


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    text: str
    facts: dict[str, str]
    outline: tuple[Head, ...]


def cases() -> list[Case]:
    return [_case(path) for path in sorted(FOLDER.glob("*.txt"))]


@cache
def types() -> tuple[ReportType, ...]:
    return load_types(TEMPLATES)


def outline_of(report: Report) -> tuple[Head, ...]:
    heads: list[Head] = []
    for section in report.sections:
        heads.append(Head(1, section.source_number or "-", section.heading, False))
        for block in section.text:
            if isinstance(block, Paragraph) and block.level:
                heading = block.text[: heading_length(block.text, block.level)] or "-"
                run_in = run_in_length(block.text, block.level) > 0
                closed = block.text if not run_in and heading != "-" else heading
                heads.append(Head(block.level, block.source_number or "-", closed, run_in))
    return tuple(heads)


def _case(path: Path) -> Case:
    head, _, text = path.read_text("utf-8").partition("==========\n")
    facts: dict[str, str] = {}
    outline: list[Head] = []
    for line in head.splitlines():
        if line[0].isdigit() and line[1] == " ":
            level, number, heading = line.split(" ", 2)
            run_in = heading.endswith(" +")
            outline.append(Head(int(level), number, heading.removesuffix(" +"), run_in))
        else:
            key, _, value = line.partition("=")
            facts[key.strip()] = value.strip()
    return Case(path.stem, text, facts, tuple(outline))
