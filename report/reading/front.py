"""What stands before the text: head (份号, 密级, 文号, 签发人), title, addressee; the rest is preface."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from report.content import WrittenDate
from report.reading.leading import read_lead
from report.reading.lines import Line
from report.reading.names import as_date, is_office, name_and_date, without_spaces
from report.reading.residue import is_web_residue
from report.report import Front

_NUMBER = re.compile(
    r"(?P<number>[^\W\d_]{1,14}\s*[〔\[【（(［]\s*(?:19|20)[0-9]{2}\s*[〕\]】）)］]\s*第?\s*[0-9]{1,5}\s*号)(?:\s+(?P<rest>签发人.*))?"
)
_SIGNER = re.compile(r"签\s*发\s*人?\s*[:：]\s*(?P<signer>.{0,30})")
_COPY_NUMBER = re.compile(r"(?:份号\s*[:：]\s*)?[0-9]{6}")
_SECRECY = re.compile(r"(?:密级\s*[:：]\s*)?(?:绝密|机密|秘密|内部)(?:\s*[★☆*].{0,8})?")
_URGENCY = re.compile(r"(?:紧急程度\s*[:：]\s*)?(?:特\s*急|加\s*急|特提|平急|急件)")
_PILE = re.compile(r"(?:(?!关于).){1,30}文件")
"""A red name or a channel of a web site, no first line of a title."""
_MASTHEAD = re.compile(r"[^，。：]{3,30}文件")
_TITLE_END = re.compile(
    r"(?:报告|总结|汇报)(?:书|材料|[及和与暨].{2,16}(?:计划|打算|安排|思路|要点))?\s*(?:[（(【][^（）()]{1,15}[)）】])?"
)
_TITLE_KEY = re.compile(
    r"法治|法制|依法行政|依法治|年度报告|工作报告|年报|20[0-9]{2}|二[〇○零O][一二三四五六七八九〇○零]{2}"
)
_TITLE_AND_TEXT = re.compile(r"(?P<title>[^。，；：\s]{6,60}(?:报告|总结))\s+(?P<text>\S.{20,})", re.DOTALL)
_ADDRESSEE_END = re.compile(r"(?:单位|部门|领导|小组|督[察查]组|[组室队])[:：]")
_NOT_ADDRESSEE = re.compile(r"报告|如下|情况|主要有|[0-9]{4}年|附件|来源|时间|[。；]")
_ADDRESSEE_AND_TEXT = re.compile(r"(?P<to>[^。，；：:]{2,40}[:：])(?P<text>.{20,})", re.DOTALL)
_UNMARKED_ADDRESSEE = re.compile(r"[^\W\d_]{0,8}委[、，,]\s*[^\W\d_]{0,8}政府")
_HEAD_LINES, _TITLE_LINES, _TITLE_LIMIT, _ADDRESSEE_LIMIT = 40, 3, 90, 60
_MARK_WITHIN = 8
"""Lines below the red name in which the number or the title stands."""


@dataclass(slots=True)
class Head:
    """What was found at the top while it is read: `office` a line that names one under the title."""

    front: Front = field(default_factory=Front)
    office: str = ""
    unplaced: list[str] = field(default_factory=list[str])

    def put(self, **values: str | WrittenDate) -> None:
        """Set fields of the front matter."""
        self.front = replace(self.front, **values)  # pyright: ignore[reportArgumentType]


def take_front(lines: Sequence[Line], title_words: Sequence[str]) -> tuple[Head, list[Line]]:
    """The head and the lines behind it."""
    head = Head()
    rest = _split_title(lines, title_words)
    at = 0
    while at < min(len(rest), _HEAD_LINES):
        used = _take(head, rest, at, title_words)
        if not used:
            break
        at += used
    rest = rest[at:]
    if rest and not head.front.addressee:
        rest = [*_split_addressee(head, rest[0]), *rest[1:]]
    return head, rest


def _take(head: Head, lines: Sequence[Line], at: int, title_words: Sequence[str]) -> int:
    """Put the line (or the lines of a title) where it belongs; how many lines were taken, 0 at the first other one."""
    text = lines[at].text
    lead = read_lead(text)
    if (lead and not lead.weak) or lines[at].form.level is not None:
        return 0
    if _take_mark(head, text):
        return 1
    if not head.front.title and not head.front.issuer_mark and _is_issuer_mark(lines, at):
        head.put(issuer_mark=without_spaces(text))
        return 1
    if not head.front.title and (count := _title_lines(lines, at, title_words)):
        head.put(title="".join(line.text for line in lines[at : at + count]))
        return count
    if _take_below_title(head, text):
        return 1
    if is_web_residue(text) or (not head.front.title and _is_stray(lines, at, title_words)):
        head.unplaced.append(text)
        return 1
    return 0


def _take_mark(head: Head, text: str) -> bool:
    """Whether the line is one of the marks of a document's head."""
    if len(text) > 100:
        return False
    front = head.front
    if found := _NUMBER.fullmatch(text):
        head.put(document_number=found["number"])
        return not found["rest"] or _take_mark(head, found["rest"])
    if found := _SIGNER.fullmatch(text):
        head.put(signer=found["signer"])
        return True
    for name, pattern in (("copy_number", _COPY_NUMBER), ("secrecy", _SECRECY), ("urgency", _URGENCY)):
        if not getattr(front, name) and pattern.fullmatch(text):
            head.put(**{name: text})
            return True
    return False


def _is_issuer_mark(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the red name at the head of a document (7.2.4), not the channel of a web site.

    The number of the document follows it, or a title that begins with the same office.
    """
    mark = without_spaces(lines[at].text)
    office = mark.removesuffix("文件")
    if not is_office(office):
        return False
    following = [without_spaces(line.text) for line in lines[at + 1 : at + _MARK_WITHIN]]
    if office == mark:
        return bool(following) and _NUMBER.match(following[0]) is not None
    return any(_NUMBER.match(text) or (text.startswith(office) and _is_title_part(text)) for text in following)


def _take_below_title(head: Head, text: str) -> bool:
    """Whether the line is the addressee, or the office or date that some set under the title."""
    front = head.front
    if not front.addressee and _is_addressee(text):
        head.put(addressee=text)
        return True
    if not front.title:
        return False
    if not front.addressee and not head.office and (both := name_and_date(text.strip("（）()"))):
        head.office = both[0]
        head.put(date=both[1])
        return True
    if not head.office and not front.addressee and is_office(text):
        head.office = text
        return True
    day = as_date(text)
    if day and not front.date.text:
        head.put(date=day)
    return bool(day and front.date is not day and head.front.date is day)


def _is_addressee(text: str) -> bool:
    if len(text) > _ADDRESSEE_LIMIT or _NOT_ADDRESSEE.search(text):
        return False
    if _UNMARKED_ADDRESSEE.fullmatch(text):
        return True
    if not text.endswith(("：", ":")) or text.startswith(("我", "本", "全年")):
        return False
    last = re.split("[、，, 　]", text)[-1]
    return is_office(last[:-1]) or bool(_ADDRESSEE_END.search(last))


def _title_lines(lines: Sequence[Line], at: int, title_words: Sequence[str]) -> int:
    """How many lines from `at` on are a title; 0 when they are none."""
    if at < len(lines) and lines[at].form.title:
        return sum(1 for _line in takewhile(lambda line: line.form.title, lines[at : at + _TITLE_LINES]))
    joined = ""
    for count in range(1, _TITLE_LINES + 1):
        if at + count > len(lines) or not _is_title_part(lines[at + count - 1].text):
            return 0
        joined += lines[at + count - 1].text
        if len(joined) <= _TITLE_LIMIT and _is_title(joined, title_words):
            if count > 1 and _is_title(lines[at + count - 1].text, title_words) and _PILE.fullmatch(lines[at].text):
                return 0
            # A channel's name above the real title ends like one, too.
            later = lines[at + count].text if at + count < len(lines) else ""
            return 0 if _is_title(later, title_words) and joined in later and joined != later else count
    return 0


def _is_title_part(text: str) -> bool:
    return (
        len(text) <= _TITLE_LIMIT
        and not re.search(r"[。；：:;，！？\t]", text)
        and read_lead(text) is None
        and not as_date(text)
    )


def _is_title(text: str, title_words: Sequence[str]) -> bool:
    if len(text) > _TITLE_LIMIT or "。" in text:
        return False
    known = bool(_TITLE_KEY.search(text)) or any(word in text for word in title_words)
    ends = re.search(rf"(?:{_TITLE_END.pattern})$", text)
    return known and (bool(ends) or (text.endswith("情况") and "法治政府建设" in text))


def _is_stray(lines: Sequence[Line], at: int, title_words: Sequence[str]) -> bool:
    """Whether a short line stands above a title that follows soon: a masthead, a channel of a web site."""
    if _MASTHEAD.fullmatch(lines[at].text):
        return True
    for further in range(at, min(at + 8, len(lines))):
        if further > at and _title_lines(lines, further, title_words):
            return True
        if len(lines[further].text) > 40 or "。" in lines[further].text:
            return False
    return False


def _split_title(lines: Sequence[Line], title_words: Sequence[str]) -> list[Line]:
    """The lines; a first one that holds title and text with a space between becomes two."""
    found = _TITLE_AND_TEXT.fullmatch(lines[0].text) if lines and len(lines[0].text) < 20_000 else None
    if not found or not _is_title(found["title"], title_words):
        return list(lines)
    parts = [replace(lines[0], text=found["title"]), replace(lines[0], text=found["text"])]
    return [*parts, *lines[1:]]


def _split_addressee(head: Head, line: Line) -> list[Line]:
    """The line without the addressee that may lead it."""
    found = _ADDRESSEE_AND_TEXT.fullmatch(line.text)
    if not found or not _is_addressee(found["to"]) or not re.search("委|政府|局|办", found["to"]) or "2" in found["to"]:
        return [line]
    head.put(addressee=found["to"])
    return [replace(line, text=found["text"].strip())]
