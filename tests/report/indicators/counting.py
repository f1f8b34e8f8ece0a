"""A small report type that counts, and reports of it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from report.content import Link, Paragraph
from report.indicators.catalogue import Catalogue, Group, Indicator, UnitChoice
from report.loader import load_type
from report.report import Report
from report.template import ReportType
from resources import resource
from tests.report.builders import make_report, make_section

CATALOGUE = Catalogue(
    choices=(UnitChoice("case", "案件", ("件", "宗", "起")),),
    groups=(Group("exams", "学法考试", ("thought", "measures")), Group("suits", "应诉", ("measures",))),
    indicators=(
        Indicator("due", "应考人数", "exams", "人"),
        Indicator("taken", "实考人数", "exams", "人"),
        Indicator("rate", "参考率", "exams", "%", decimals=1, formula="taken / due"),
        Indicator("won", "胜诉", "suits", "@case"),
        Indicator("lost", "败诉", "suits", "@case"),
        Indicator("suits", "行政诉讼案件", "suits", "@case", formula="won + lost", zero="未发生行政诉讼案件"),
    ),
)
IDS = [one.id for one in CATALOGUE.indicators]


def counting_type() -> ReportType:
    """An ordinary type with the small catalogue."""
    return replace(load_type(Path(resource("templates")) / "statutory.toml"), catalogue=CATALOGUE)


def aliased_type() -> ReportType:
    """The type whose indicators are recognised in text."""
    aliases = {"due": ("应考",), "taken": ("实考",), "rate": ("参考率",)}
    named = tuple(replace(one, aliases=aliases.get(one.id, (one.name,))) for one in CATALOGUE.indicators)
    return replace(counting_type(), catalogue=replace(CATALOGUE, indicators=named))


def marked(id_: str, text: str) -> Paragraph:
    """A paragraph in which ⟦id words⟧ are links."""
    links: list[Link] = []
    while "⟦" in text:
        start, end = text.index("⟦"), text.index("⟧")
        indicator, words = text[start + 1 : end].split(" ", 1)
        text = text[:start] + words + text[end + 1 :]
        links.append(Link(start, start + len(words), indicator))
    return Paragraph(id_, text, links=tuple(links))


def spelt(paragraph: Paragraph) -> str:
    """The way back."""
    text = paragraph.text
    for link in reversed(paragraph.links):
        text = f"{text[: link.start]}⟦{link.indicator} {text[link.start : link.end]}⟧{text[link.end :]}"
    return text


def counting_report(*texts: str) -> Report:
    """A report whose one section reads `texts`, with links marked."""
    section = make_section("measures")
    blocks = tuple(marked(f"p{number}", text) for number, text in enumerate(texts, 1))
    return make_report(section.with_value("text", blocks))


def texts_of(report: Report) -> list[str]:
    """The paragraphs of the one section, links marked."""
    return [spelt(one) for one in report.sections[0].text if isinstance(one, Paragraph)]


def number(text: str) -> Decimal:
    """A value."""
    return Decimal(text)
