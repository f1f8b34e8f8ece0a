"""Small reports and types for tests."""

from report.content import Paragraph, WrittenDate
from report.dates import read_date
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef, Value
from report.template import Field, ReportType, SectionType, Statutory

TEXT = Field(id=TEXT_FIELD, kind="prose", label="正文")


def make_type(*sections: SectionType) -> ReportType:
    """A type with these sections, or with two."""
    given = sections or (
        SectionType("measures", "{year}年举措", "举措", True, (Statutory.MEASURES,), fields=(TEXT,)),
        SectionType("other", "其他情况", "其他", False, (Statutory.OTHER,), fields=(TEXT,)),
    )
    return ReportType(
        id="test",
        name="试用类型",
        edition="1",
        hash="0",
        description="",
        title="{office}{year}年报告",
        addressee="市政府：",
        signatory="{office}",
        title_words=("报告",),
        preface="{year}年，现报告如下：",
        preface_guidance="",
        deadlines=(),
        sections=given,
    )


def make_section(kind: str | None, *texts: str, levels: tuple[int, ...] = (), **values: Value) -> Section:
    """A section whose prose field holds the texts."""
    depth = levels or (0,) * len(texts)
    blocks = tuple(
        Paragraph(f"{kind}-{number}", text, level)
        for number, (text, level) in enumerate(zip(texts, depth, strict=True))
    )
    return Section(f"s-{kind}", f"{kind}的标题", kind, values={TEXT_FIELD: blocks, **values})


def make_report(*sections: Section, date: str = "2025年1月6日") -> Report:
    """A report with full front matter."""
    front = Front(
        title="某局2024年报告",
        office="某局",
        addressee="市政府",
        signatory="某局",
        date=read_date(date) if date else WrittenDate(),
    )
    return Report("r1", TypeRef("test"), 2024, front, sections=sections)
