"""One road from report to document: order, numbers, what each copy leaves out."""

from dataclasses import replace
from decimal import Decimal

import pytest

from report.compose import Copy, compose, section_pieces
from report.content import Attachment, Item, Pair, Pairs, Paragraph, Table
from report.document import Grid, Prose
from report.numbering import Scheme
from report.template import Field, SectionType
from tests.report.builders import TEXT, make_report, make_section, make_type


def texts(pieces: tuple[Prose | Grid, ...]) -> list[str]:
    return [piece.label + piece.text if isinstance(piece, Prose) else "table" for piece in pieces]


def test_sections_in_order_with_computed_numbers() -> None:
    report = make_report(
        make_section("measures", "总起。", "抓学习", "读书。", "抓执法", levels=(0, 2, 3, 2)),
        make_section("other", "无。"),
    )
    document = compose(make_type(), replace(report, preface=(Paragraph("p", "引言。"),)))
    assert texts(document.body) == [
        "引言。",
        "一、measures的标题",
        "总起。",
        "（一）抓学习",
        "1.读书。",
        "（二）抓执法",
        "二、other的标题",
        "无。",
    ]
    assert [piece.place.section for piece in document.body][:2] == ["preface", "s-measures"]


def test_scheme_of_town_reports() -> None:
    report = replace(make_report(make_section("measures", "甲", "乙", levels=(2, 3))), numbering=Scheme.THREE)
    assert texts(compose(make_type(), report).body)[1:] == ["1.甲", "（1）乙"]


def test_addressee_always_ends_with_a_full_width_colon() -> None:
    for typed in ("市政府", "市政府:", "市政府：", " 市政府： "):
        report = make_report()
        report = replace(report, front=replace(report.front, addressee=typed))
        assert compose(make_type(), report).addressee == "市政府："


def test_public_copy_keeps_what_is_between_offices_to_itself() -> None:
    report = make_report()
    front = replace(report.front, document_number="某〔2025〕1号", signer="张三", copy_to="司法局", contact="李四 电话")
    report = replace(report, front=front)
    public = compose(make_type(), report, Copy.PUBLIC)
    assert (public.addressee, bool(public.head), bool(public.foot), public.closing.sealed) == ("", False, False, False)
    assert public.title
    assert public.closing.signatory == "某局"
    submission = compose(make_type(), report, Copy.SUBMISSION)
    assert submission.head.document_number == "某〔2025〕1号"
    assert submission.foot.copy_to == "司法局"
    assert compose(make_type(), report, Copy.DRAFT) == replace(submission, draft=True)


def test_empty_blocks_print_nothing_and_take_no_number() -> None:
    report = make_report(make_section("measures", "甲", "  ", "乙", levels=(2, 2, 2)))
    assert texts(compose(make_type(), report).body)[1:] == ["（一）甲", "（二）乙"]


def test_fields_print_in_the_order_of_the_type() -> None:
    kind = SectionType(
        "mixed",
        "综合",
        "综合",
        True,
        fields=(
            TEXT,
            Field(id="pairs", kind="pairs", label="不足"),
            Field(id="plans", kind="items", label="安排", level=2),
            Field(id="count", kind="number", label="件数", print="共{value}件。"),
        ),
    )
    section = make_section(
        "mixed",
        "总起。",
        pairs=Pairs("主要有：", (Pair("a", "人少", "编制不足"), Pair("b", "不熟。", "原因是培训少。"))),
        plans=(Item("c", "抓培训。"), Item("d", " ")),
        count=Decimal(0),
    )
    assert texts(section_pieces(make_type(kind), make_report(section), section)) == [
        "总起。",
        "主要有：一是人少。主要原因是编制不足。二是不熟。原因是培训少。",
        "（一）抓培训。",
        "共0件。",
    ]


def test_tables_are_made_rectangular() -> None:
    section = make_section("measures")
    section = section.with_value("text", (Table("t", (("甲", "乙"), ("1",)), 1, "表"), Table("e", ((" ",),))))
    pieces = section_pieces(make_type(), make_report(section), section)
    assert [piece.rows for piece in pieces if isinstance(piece, Grid)] == [(("甲", "乙"), ("1", ""))]


def test_attachments_are_numbered_only_when_there_are_several() -> None:
    one = Attachment("a", "统计表", (Paragraph("x", "内容"),))
    assert [page.label for page in compose(make_type(), replace(make_report(), attachments=(one,))).attachments] == [
        "附件"
    ]
    two = (one, Attachment("b", "目录"), Attachment("c"))
    assert [page.label for page in compose(make_type(), replace(make_report(), attachments=two)).attachments] == [
        "附件1",
        "附件2",
    ]


def test_a_heading_line_is_known_with_and_without_its_stop() -> None:
    report = make_report(make_section("measures", "抓学习。", "抓执法", "抓普法。开展活动。", levels=(2, 2, 2)))
    pieces = [piece for piece in compose(make_type(), report).body[1:] if isinstance(piece, Prose)]
    assert [piece.is_heading_line for piece in pieces] == [True, True, False]
    assert [piece.text[: piece.heading] for piece in pieces] == ["抓学习", "抓执法", "抓普法"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("张三", ("张三",)),
        ("张三　李四", ("张三", "李四")),
        ("张三、李四，王五", ("张三", "李四", "王五")),
        ("郗　喆", ("郗　喆",)),
        ("郗 喆　欧阳明 李　四", ("郗　喆", "欧阳明", "李　四")),
        ("", ()),
    ],
)
def test_who_signs(typed: str, names: tuple[str, ...]) -> None:
    front = replace(make_report().front, signer=typed)
    assert compose(make_type(), replace(make_report(), front=front)).head.signers == names
