"""The pages of help that a report type declares: basic data, preface, sections, attachments."""

from collections.abc import Sequence

from report.compose import fields_of
from report.template import FrontGroup, ReportType, SectionType
from resources.i18n import _
from ui.editor.states import ATTACHMENTS, FRONT, PREFACE, YEAR
from ui.help.blocks import Block, Heading, Link, Page, Paragraph, Points, said
from ui.help.field_words import field_entry
from ui.statutory import SOURCE, statutory_words

OWN = "own"
"""The page of sections that the clerk added."""


def section_id(kind: str) -> str:
    """The page of a section."""
    return f"section/{kind}"


def part_anchor(place: int) -> str:
    """The entry of the part at an index."""
    return f"part-{place}"


def type_pages(report_type: ReportType, groups: Sequence[FrontGroup]) -> tuple[Page, ...]:
    """All pages in the order of the outline."""
    sections = tuple(_section_page(one) for one in report_type.sections)
    return (_front_page(groups), _preface_page(report_type), *sections, _attachments_page(), _own_page())


def _front_page(groups: Sequence[FrontGroup]) -> Page:
    blocks: list[Block] = []
    for number, group in enumerate(groups):
        blocks.append(Heading(group.label))
        if not number:
            blocks += field_entry(YEAR, front=True)
        for field in group.fields:
            blocks += field_entry(field, front=True)
    return Page(FRONT, _("基本信息"), tuple(blocks), _("标题、主送、署名和日期印在报告上，其余按需要填"))


def _preface_page(report_type: ReportType) -> Page:
    blocks: list[Block] = []
    if report_type.preface_guidance:
        blocks += [Heading(_("写什么")), _points(report_type.preface_guidance)]
    blocks += [Heading(_("怎么写")), Paragraph((Link(_("怎么写正文"), "writing"),))]
    return Page(PREFACE, _("引言"), tuple(blocks), _("写在第一部分之前，交代依据，引出下文"))


def _section_page(kind: SectionType) -> Page:
    """What belongs here, by what rule, the usual parts, then what there is to fill in."""
    blocks: list[Block] = []
    if kind.guidance:
        blocks += [Heading(_("写什么")), _points(kind.guidance)]
    if kind.parts:
        blocks += [Heading(_("常用的小标题")), said(_("不用的可以不写，名称可以改。"), quiet=True)]
    for place, part in enumerate(kind.parts):
        blocks.append(Heading(part.heading, part_anchor(place), 3))
        if part.guidance:
            blocks.append(_points(part.guidance))
    blocks.append(Heading(_("怎么填")))
    for field in fields_of(kind):
        blocks += field_entry(field)
    if kind.statutory:
        contents = "、".join(statutory_words(one) for one in kind.statutory)
        law = _("{source}要求报告写明五项内容，这里写的是{contents}。").format(source=SOURCE, contents=contents)
        blocks += [Heading(_("依据")), said(law)]
    meta = [_("必填") if kind.required else _("可空"), *(statutory_words(one) for one in kind.statutory)]
    return Page(section_id(kind.id), kind.short, tuple(blocks), " · ".join(meta))


def _own_page() -> Page:
    blocks = (
        said(_("这一部分是自己加的，提纲里没有，写什么由本单位定。")),
        Points(
            (
                (_("标题旁边的铅笔可以改标题。"),),
                (_("换次序、删去：用左边一行下面的“添加或整理各部分…”，或按住左边的一行拖动换序。"),),
                (_("留空会算作没有写好；用不着就删去。"),),
            )
        ),
        Paragraph((Link(_("怎么写正文"), "writing"),)),
    )
    return Page(OWN, _("自设部分"), blocks)


def _attachments_page() -> Page:
    blocks = (
        Points(
            (
                (_("统计表、文件目录等可以放在附件里，正文只写结论。"),),
                (_("附件说明自动列在正文后面，有几个附件时自动编号。"),),
            )
        ),
        Heading(_("附件标题"), "title", 3),
        said(_("例如：2024年度行政处罚案件统计表")),
        Heading(_("附件内容"), "text", 3),
        said(_("段落和表格都可以。")),
        Paragraph((Link(_("怎么写正文"), "writing"), "　", Link(_("怎么填表"), "tables"))),
    )
    return Page(ATTACHMENTS, _("附件"), blocks, _("每个附件另起一页，附件说明自动列在正文后面"))


def _points(text: str) -> Points:
    """Guidance is one point a line."""
    return Points(tuple((line.strip(),) for line in text.strip().splitlines() if line.strip()))
