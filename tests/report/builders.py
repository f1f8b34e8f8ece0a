"""Small reports and types for tests."""

from decimal import Decimal

from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table, WrittenDate
from report.dates import read_date
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef, Value, Values
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
        declaration="0",
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


def make_whole_report() -> Report:
    """A report of 青溪县应急管理局 with text of every kind in every part, and 2024 in most of them."""
    front = Front(
        title="青溪县应急管理局2024年法治政府建设年度报告",
        office="青溪县应急管理局",
        addressee="县委、县政府",
        signatory="青溪县应急管理局",
        date=read_date("2025年1月10日"),
        document_number="青应急〔2025〕3号",
        seal="不盖章",
        folio="居中",
    )
    table = Table("t1", (("事项", "2023年", "2024年"), ("行政处罚", "31", "2024件次")), caption="2024年执法情况")
    pairs = Pairs(
        "2024年的工作还有不足：", (Pair("p1", "执法力量薄弱", "2024年人员调动较多"), Pair("p2", "宣传不够", ""))
    )
    measures: Values = {
        TEXT_FIELD: (Paragraph("b1", "２０２４年，我局开展执法检查412次。", 2), table, Paragraph("b2", "成效明显。")),
        "cases": Decimal(2024),
        "grade": "优秀",
    }
    shortfalls: Values = {"pairs": pairs, "until": read_date("2024年12月31日"), "note": "见2024年台账。"}
    plans: Values = {
        "items": (Item("i1", "修订2024年版执法手册"), Item("i2", "办好“宪法宣传周”")),
        "targets": Table("t2", (("培训", "4期"), ("演练",)), 0, "表名"),
    }
    return Report(
        "r1",
        TypeRef("test"),
        2024,
        front,
        preface=(Paragraph("b0", "根据有关规定，现将2024年度情况报告如下："),),
        sections=(
            Section("s1", "推进法治政府建设的举措和成效", "measures", values=measures),
            Section("s2", "存在的不足和原因", "shortfalls", values=shortfalls),
            Section("s3", "下一年度安排", "plans", values=plans),
        ),
        attachments=(Attachment("a1", "2024年度重大行政决策目录", (Paragraph("b3", "防汛应急预案（2024年修订）"),)),),
    )
