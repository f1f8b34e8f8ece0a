"""Whether all is there: front matter, statutory contents, causes, what a heading promises; no leftovers of a form."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule
from report.compose import Copy, fields_of
from report.content import Pairs, Paragraph
from report.document import PREFACE
from report.holes import section_is_empty
from report.report import Section
from report.template import Statutory

_FRONT: Final = "document"
_CAUSE: Final = re.compile(
    "原因|由于|因为|根源|源于|缘于|在于|症结|归结|导致|造成|受制于|所致|主观上|客观上|因此|是因|系因|受[^，。]{2,12}(?:影响|制约|限制)"
)
_COVERED: Final = {
    Statutory.MEASURES: re.compile("举措|成效|情况|工作|做法|开展|推进|落实"),
    Statutory.SHORTFALLS: re.compile("不足|问题|短板|困难|差距|薄弱"),
    Statutory.PLANS: re.compile("安排|打算|计划|下一?步|思路|下一?年度?|来年|展望|工作重点|努力方向"),
    Statutory.LEADER: re.compile("第一责任人|主要负责人|主要领导"),
    Statutory.OTHER: re.compile("其他|其它"),
}
_NAMES: Final = {
    Statutory.MEASURES: "主要举措和成效",
    Statutory.SHORTFALLS: "存在的不足和原因",
    Statutory.LEADER: "党政主要负责人履行第一责任人职责的情况",
    Statutory.PLANS: "下一年度主要安排",
    Statutory.OTHER: "其他需要报告的情况",
}
_MEETING: Final = re.compile("(?:党的)?(?:十八|十九|二十|二十一)(?:届[一二三四五六七]中全会|大(?![数量型力家批幅会]))")
_NAMED: Final = 24
"""Characters of an item that its finding repeats."""
_SLOGAN: Final = re.compile("“([^“”]{2,12})”")
_PLACEHOLDER: Final = re.compile(
    r"[〔【（\[［]待(?:填|补充|核实|定)(?:：[^〕】）\]］]*)?[〕】）\]］]|[XxＸ]{2,}(?=[\u4e00-\u9fff年月日])|[×╳]{2,}|(?<=[\u4e00-\u9fff])[XxＸ×](?=[年月日件项次个家人场份条宗起户名期])"
    r"|某某(?=[局县市区镇乡村街道单位公司科股])|_{2,}|＿{2,}|（(?:此处|请)[^（）]{0,30}(?:填|写|补|删)[^（）]{0,20}）"
    r"|（(?:仿宋|宋体|黑体|楷体|小标宋)[^（）]{0,12}）|\{[^{}]{1,20}\}"
)
_WAITING: Final = re.compile(r"[〔【（\[［](?:待|此处|请)|[XxＸ×╳]|[_＿]")
"""What stands for a number or a name that is not there yet."""


@report_rule("title-missing")
def title_missing(checked: Checked) -> Iterator[Hit]:
    """No title."""
    if not checked.report.front.title.strip():
        yield Hit(section=_FRONT)


@report_rule("addressee-missing")
def addressee_missing(checked: Checked) -> Iterator[Hit]:
    """No addressee. Where nobody said which copy it is, a text with title and signatory may be the published one."""
    front = checked.report.front
    if front.addressee.strip() or checked.copy is Copy.PUBLIC:
        return
    may_be_public = checked.copy_is_guessed and front.title.strip() and front.signatory.strip()
    if not may_be_public or front.document_number.strip() or front.signer.strip():
        yield Hit(section=_FRONT)


@report_rule("signatory-missing")
def signatory_missing(checked: Checked) -> Iterator[Hit]:
    """Nobody signs."""
    if not checked.report.front.signatory.strip():
        yield Hit(section=_FRONT)


@report_rule("date-missing")
def date_missing(checked: Checked) -> Iterator[Hit]:
    """No date."""
    if not checked.report.front.date.text.strip():
        yield Hit(section=_FRONT)


@report_rule("section-empty")
def section_empty(checked: Checked) -> Iterator[Hit]:
    """A heading with nothing below it."""
    for section in checked.report.sections:
        kind = checked.type.section(section.kind)
        if not section_is_empty(fields_of(kind), section):
            continue
        heading = _heading(checked, section.id)
        if kind is not None and not kind.required:
            continue
        if heading is None:
            yield Hit(section=section.id, words={"name": checked.label(section.id)})
        else:
            yield Hit(heading.spot, 0, len(heading.text), {"name": checked.label(section.id)})


@report_rule("content-missing")
def content_missing(checked: Checked) -> Iterator[Hit]:
    """A statutory content is in no part: there is none of its kind, and no heading speaks of it."""
    kinds = [checked.type.section(one.kind) for one in checked.report.sections]
    covered = {one for kind in kinds if kind is not None for one in kind.statutory}
    headings = [one for one in checked.passages if one.kind is PassageKind.HEADING or one.head]
    for content, words in _COVERED.items():
        if content in covered or any(words.search(one.text[: one.head or None]) for one in headings):
            continue
        if content is Statutory.LEADER and _COVERED[content].search(checked.all_text):
            continue
        yield Hit(
            section=_FRONT,
            words={"name": _NAMES[content]},
            severity={Statutory.LEADER: Severity.SHOULD, Statutory.OTHER: Severity.HINT}.get(content),
        )


@report_rule("preface-turn")
def preface_turn(checked: Checked) -> Iterator[Hit]:
    """The preface does not lead over to the report."""
    preface = checked.of_section(PREFACE)
    if preface and not re.search("如下|报告于后|汇报于下", "".join(one.text for one in preface)):
        last = preface[-1]
        start = max(0, last.text.rstrip("。").rfind("，") + 1)
        yield Hit(last.spot, start, len(last.text))


@report_rule("causes-missing")
def causes_missing(checked: Checked) -> Iterator[Hit]:
    """Shortfalls without causes: none at all where the heading promises them, or one item among others that have."""
    for section in checked.report.sections:
        kind = checked.type.section(section.kind)
        heading = _heading(checked, section.id)
        if heading is None or not (
            (kind is not None and Statutory.SHORTFALLS in kind.statutory) or "不足" in heading.text
        ):
            continue
        paired = [value for value in section.values.values() if isinstance(value, Pairs) and value.rows]
        if paired:
            yield from _rows_without_cause(checked, section, paired)
            continue
        body = checked.body_of(section.id)
        if body.strip() and not _CAUSE.search(body):
            if "原因" in heading.text:
                yield Hit(heading.spot, 0, len(heading.text), {"name": "这一部分"})
        else:
            yield from _items_without_cause(checked, section)


def _rows_without_cause(checked: Checked, section: Section, paired: Sequence[Pairs]) -> Iterator[Hit]:
    """Rows of a list of shortfalls whose box for the cause is empty, unless the shortfall tells it."""
    lacking = {row.id for pairs in paired for row in pairs.rows if row.shortfall.strip() and not row.cause.strip()}
    for one in checked.of_section(section.id):
        if one.spot.place.block in lacking and one.spot.part == "shortfall" and not _CAUSE.search(one.text):
            end = min(len(one.text), _NAMED)
            yield Hit(one.spot, 0, end, {"name": f"“{one.text[:end].rstrip('。')}”"})


def _items_without_cause(checked: Checked, section: Section) -> Iterator[Hit]:
    """Of several numbered items all but few give causes."""
    items: list[list[Passage]] = []
    for one in checked.of_section(section.id):
        if one.kind is PassageKind.PROSE and one.level == 2:
            items.append([one])
        elif items and one.kind is PassageKind.PROSE:
            items[-1].append(one)
    lacking = [one for one in items if not any(_CAUSE.search(passage.text) for passage in one)]
    if len(items) > len(lacking) * 2 and lacking:
        for one in lacking:
            end = one[0].head or min(len(one[0].text), _NAMED)
            yield Hit(one[0].spot, 0, end, {"name": f"“{one[0].text[:end].rstrip('。')}”"})


@report_rule("heading-promise")
def heading_promise(checked: Checked) -> Iterator[Hit]:
    """A meeting or slogan in a heading of which the part says nothing."""
    for section in checked.report.sections:
        heading = _heading(checked, section.id)
        body = checked.body_of(section.id)
        if heading is None or not body.strip():
            continue
        for found in _MEETING.finditer(heading.text):
            core = found[0].removeprefix("党的")
            plain = core[-4:] if core.endswith("中全会") else core
            if core not in body and plain not in body:
                yield Hit(heading.spot, found.start(), found.end(), {"name": found[0]})
        for found in _SLOGAN.finditer(heading.text):
            if found[1] not in body:
                yield Hit(heading.spot, found.start(), found.end(), {"name": found[1]})


@passage_rule("placeholder")
def placeholder(passage: Passage) -> Iterator[Hit]:
    """What a form left behind."""
    for found in _PLACEHOLDER.finditer(passage.text):
        waiting = _WAITING.match(found[0])
        yield Hit(start=found.start(), end=found.end(), severity=Severity.BLOCK if waiting else None)


@report_rule("no-figures")
def no_figures(checked: Checked) -> Iterator[Hit]:
    """A subsection on what is always counted, without a count of it."""
    for section in checked.report.sections:
        kind = checked.type.section(section.kind)
        if kind is not None and Statutory.MEASURES not in kind.statutory:
            continue
        groups: list[list[tuple[Passage, Paragraph]]] = []
        blocks = {one.id: one for one in section.text if isinstance(one, Paragraph)}
        for one in checked.of_section(section.id):
            block = blocks.get(one.spot.place.block)
            if one.kind is not PassageKind.PROSE or block is None:
                continue
            if one.level == 2:
                groups.append([(one, block)])
            elif groups:
                groups[-1].append((one, block))
        for group in groups:
            head = group[0][0]
            title = head.text[: head.head]
            ids = {block.id for _one, block in group}
            if len(group) > 1 and any(_lacks(checked, title, ids, *pair) for pair in _COUNTED):
                yield Hit(head.spot, 0, head.head, {"name": title.rstrip("。")})


def _lacks(checked: Checked, title: str, ids: set[str], words: "re.Pattern[str]", counted: "re.Pattern[str]") -> bool:
    """Whether a title is on what is counted, and no count of it stands in the paragraphs."""
    if not words.search(title):
        return False
    return not any(one.place.block in ids and counted.search(one.quote) for one in checked.counts)


_COUNTED: Final = (
    (re.compile("普法|法治宣传"), re.compile("")),
    (re.compile("重大行政决策|规范性文件"), re.compile("决策|规范性文件|备案|论证|听证|制定")),
)


def _heading(checked: Checked, section: str) -> Passage | None:
    return next((one for one in checked.of_section(section) if one.kind is PassageKind.HEADING), None)
