"""A report with something of every kind."""

from dataclasses import replace
from decimal import Decimal

from report.content import Attachment, Item, Link, Pair, Pairs, Paragraph, Table
from report.dates import read_date
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NOT_APPLICABLE, OWN, Figure, Figures
from report.report import Report
from tests.report.builders import make_report, make_section


def plain_report() -> Report:
    """Sections with every kind of value, a preface with a table, an attachment: all that schema 1 could hold."""
    made = make_report(
        make_section(
            "measures",
            *("总起。", "抓学习", "读书。", "抓执法"),
            levels=(0, 2, 3, 2),
            pairs=Pairs("主要有：", (Pair("p1", "人少", "编制不足"), Pair("p2", "车少", ""))),
            items=(Item("i1", "甲"), Item("i2", "乙")),
            day=read_date("2025年2月30日"),
            count=Decimal("12345678901234567890.10"),
            table=Table("own", (("甲", "1"), ("乙",)), 0, "表"),
            choice="有",
            nothing=None,
        ),
        make_section("other", "无。"),
        make_section("empty"),
    )
    table = Table("t1", (("类别", "件数"), ("处罚", "3")), 1, "统计表")
    return replace(
        made,
        preface=(Paragraph("pre", "引言。", source_number="二）"), table),
        attachments=(Attachment("att", "名单", (Paragraph("y", "张三𠮷"),)),),
    )


def report_of_schema_2() -> Report:
    """The same with indicators, links to them, and what came from the year before."""
    quoting = Paragraph("q", "𠮷查处31起", links=(Link(3, 5, "own-1"),))
    given = {"own-1": Figure(Decimal("31"), "起", "含1起未结", "执法股"), "b": Figure(NOT_APPLICABLE)}
    given["c"] = Figure(decimals=2)
    own = (Indicator("own-1", "联合执法", OWN, "次", aliases=("执法",)), Indicator("own-2", "窝点", OWN))
    return replace(
        (made := plain_report()),
        attachments=(*made.attachments, Attachment("att2", "数", (quoting,))),
        figures=Figures(given, own, {"case": "宗"}, {"exams": False}),
        follows="r0",
        carried={"y": "abc"},
    )


def full_report() -> Report:
    """The same with a finding that is ignored."""
    one = Ignored("wrong-word", "变跟", "name", "张三", "2026-01-05T08:00:00+00:00")
    return replace(report_of_schema_2(), ignored={"k1": one})
