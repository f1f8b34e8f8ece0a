"""What stands behind the text: attachments list, signatory, date, annotation, contact, imprint, attachments."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from report.content import WrittenDate
from report.dates import read_date
from report.reading.leading import read_lead
from report.reading.lines import Line, Log
from report.reading.names import as_date, ending_in, is_office, name_and_date, split_seal
from report.reading.residue import is_web_residue
from report.reading.rows import table_rows
from report.reading.rules import Rule

_COPY_TO = re.compile(r"抄\s*[送报]\s*[:：]\s*")
_PRINTED = re.compile(r"(?P<printer>.{0,40}?)\s*(?P<date>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)\s*印\s*发")
_CONTACT = re.compile(r"[（(]?\s*(?:联\s*系\s*人|联系电话|联系方式|联系地址|电\s*话|传\s*真|经办人|填报人)\s*[:：]")
_ANNOTATION = re.compile(
    r"[（(【\[]\s*(?:此件|本件|信息公开|公开|[^（）()]{0,8}(?:主动公开|依申请公开|不予公开|公开发布))[^（）()]{0,20}[)）】\]]"
    r"|(?:信息公开选项|公开方式|公开属性|公开类型)\s*[:：]\s*.{2,12}|此件(?:公开发布|主动公开|依申请公开|不公开)"
)
_ATTACHMENT = re.compile(r"附\s*[件表](?:\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2}))?\s*[:：.．、]?")
_NUMBERED_ATTACHMENT = re.compile(
    r"附\s*[件表]\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*[:：.．、]?\s*(?P<title>[^。]{0,60})"
)
_LIST = re.compile(r"附\s*[件表]\s*[:：]\s*(?P<first>.*)", re.DOTALL)
_LIST_LINES, _TAIL_LINES = 25, 12
_LONGEST = 150


@dataclass(slots=True)
class Ending:
    """What was found at the foot while it is read. `bodies` are the lines of each attachment, its first line apart."""

    signatory: str = ""
    date: WrittenDate = WrittenDate()
    annotation: str = ""
    contact: str = ""
    copy_to: str = ""
    printer: str = ""
    print_date: WrittenDate = WrittenDate()
    listed: list[str] = field(default_factory=list[str])
    bodies: list[tuple[str, list[Line]]] = field(default_factory=list[tuple[str, list[Line]]])
    unplaced: list[str] = field(default_factory=list[str])


def take_ending(lines: Sequence[Line], log: Log) -> tuple[Ending, list[Line]]:
    """The ending and the lines before it."""
    ending = Ending()
    rest = _take_imprint(ending, list(lines))
    rest = _split_last(rest)
    anchor = _anchor(rest)
    if anchor is None:
        rest = _take_bodies_without_date(ending, rest)
    else:
        _take_behind(ending, rest[anchor + 1 :])
        ending.date = as_date(rest[anchor].text) or ending.date
        both = name_and_date(rest[anchor].text)
        if both:
            _sign(ending, both[0], rest[anchor], log)
            ending.date = both[1]
        rest = rest[:anchor]
    rest = _take_tail(ending, rest, log, signed=anchor is not None)
    return ending, _take_list(ending, rest)


def _take_imprint(ending: Ending, lines: list[Line]) -> list[Line]:
    """Without the foot of the last page: 抄送, 印发, and what a web page put below."""
    while lines and is_web_residue(lines[-1].text) and not (_CONTACT.match(lines[-1].text) or as_date(lines[-1].text)):
        ending.unplaced.insert(0, lines.pop().text)
    if lines and len(lines[-1].text) < _LONGEST and (found := _PRINTED.fullmatch(lines[-1].text)):
        ending.printer, ending.print_date = found["printer"], read_date(found["date"])
        lines.pop()
    for at in range(len(lines) - 1, max(-1, len(lines) - 6), -1):
        found = _COPY_TO.match(lines[at].text)
        if found:
            ending.copy_to = "".join([lines[at].text[found.end() :], *(line.text for line in lines[at + 1 :])])
            return lines[:at]
    return lines


def _split_last(lines: list[Line]) -> list[Line]:
    """The lines; a last paragraph that ends in signatory and date gives them a line of their own."""
    if not lines or "\t" in lines[-1].text:
        return lines
    last = lines[-1]
    at = ending_in(last.text)
    if at == len(last.text):
        return lines
    return [*lines[:-1], replace(last, text=last.text[:at]), replace(last, text=last.text[at:].strip())]


def _anchor(lines: Sequence[Line]) -> int | None:
    """Place of the report's date: the first line that is one and has only an ending behind it."""
    rows = table_rows(lines)
    for at, line in enumerate(lines):
        if at in rows or not (as_date(line.text) or name_and_date(line.text)):
            continue
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        if not following or (at > 0 and _is_ending(following)):
            return at
    return None


def _is_ending(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    patterns = (_ANNOTATION, _ATTACHMENT, _NUMBERED_ATTACHMENT)
    whole = any(pattern.fullmatch(text) for pattern in patterns) or is_office(text) or is_web_residue(text)
    return whole or bool(_CONTACT.match(text) or _LIST.match(text) or _COPY_TO.match(text))


def _take_behind(ending: Ending, lines: Sequence[Line]) -> None:
    """What stands behind the date: attachments from the first that begins, small things before them."""
    for at, line in enumerate(lines):
        if _starts_body(line.text) or _LIST.match(line.text):
            if _is_list(lines[at:]) and not ending.listed:
                ending.listed = _list_titles(lines[at:])
            else:
                _take_bodies(ending, lines[at:])
            return
        if not _take_small(ending, line.text) and not _take_late_signatory(ending, line.text):
            ending.unplaced.append(line.text)


def _take_late_signatory(ending: Ending, text: str) -> bool:
    if ending.signatory or not is_office(text):
        return False
    ending.signatory = text
    return True


def _take_small(ending: Ending, text: str) -> bool:
    """Whether a line is an annotation or names whom to call."""
    if len(text) > _LONGEST:
        return False
    if _ANNOTATION.fullmatch(text) and not ending.annotation:
        ending.annotation = text
        return True
    if _CONTACT.match(text):
        ending.contact = f"{text}　{ending.contact}" if ending.contact else text
        return True
    return False


def _starts_body(text: str) -> bool:
    if len(text) > _LONGEST:
        return False
    return bool(_ATTACHMENT.fullmatch(text) or _NUMBERED_ATTACHMENT.fullmatch(text))


def _is_list(lines: Sequence[Line]) -> bool:
    """Whether 附件： behind the date opens a list: its entries follow, and no table."""
    found = _LIST.match(lines[0].text)
    if not found or any("\t" in line.text for line in lines[1:_LIST_LINES]):
        return False
    lead = read_lead(found["first"])
    return all(read_lead(line.text) for line in lines[1:]) and (len(lines) == 1 or lead is not None)


def _take_bodies(ending: Ending, lines: Sequence[Line]) -> None:
    for line in lines:
        if _starts_body(line.text) or (not ending.bodies and _LIST.match(line.text)):
            head = _ATTACHMENT.match(line.text)
            title = line.text[head.end() :].strip() if head else ""
            ending.bodies.append((title, []))
        else:
            ending.bodies[-1][1].append(line)


def _take_bodies_without_date(ending: Ending, lines: list[Line]) -> list[Line]:
    """Attachments where the report has no date: from the first 附件1 that stands alone, not followed by a list."""
    for at, line in enumerate(lines):
        if at and len(line.text) <= 8 and _ATTACHMENT.fullmatch(line.text):
            following = lines[at + 1].text if at + 1 < len(lines) else ""
            if not (read_lead(following) and _LIST.match(line.text)):
                _take_bodies(ending, lines[at:])
                return lines[:at]
    return lines


def _take_tail(ending: Ending, lines: list[Line], log: Log, *, signed: bool) -> list[Line]:
    """Without signatory, annotation and contact at the end of the text."""
    for _ in range(_TAIL_LINES):
        if not lines:
            break
        text = lines[-1].text
        if _take_small(ending, text):
            lines.pop()
        elif not ending.signatory and read_lead(text) is None and is_office(text):
            _sign(ending, text, lines.pop(), log)
        elif signed and ending.signatory and read_lead(text) is None and is_office(text) and len(text) > 3:
            # Offices that sign together, one a line.
            ending.signatory = f"{lines.pop().text}　{ending.signatory}"
        else:
            break
    return lines


def _sign(ending: Ending, text: str, line: Line, log: Log) -> None:
    ending.signatory, seal = split_seal(text)
    if seal:
        log.removed(Rule.SEAL, line.number, seal)


def _take_list(ending: Ending, lines: list[Line]) -> list[Line]:
    """Without the list of attachments that ends the text."""
    for at in range(len(lines) - 1, max(-1, len(lines) - _LIST_LINES), -1):
        if _LIST.match(lines[at].text):
            ending.listed = _list_titles(lines[at:])
            return lines[:at]
        if len(lines[at].text) > _LONGEST or "。" in lines[at].text:
            break
    return lines


def _list_titles(lines: Sequence[Line]) -> list[str]:
    """Titles of a list: each number begins one, a line without number goes on with the last."""
    found = _LIST.match(lines[0].text)
    first = found["first"] if found else lines[0].text
    titles: list[str] = []
    for text in (first, *(line.text for line in lines[1:])):
        for part in re.split(r"[\s；;]+(?=[0-9]{1,2}[.．、])", text):
            lead = read_lead(part)
            if lead or not titles:
                titles.append(part[lead.end :] if lead else part)
            else:
                titles[-1] += part
    return [title.strip() for title in titles if title.strip()]
