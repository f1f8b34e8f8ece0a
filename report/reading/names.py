"""What names of offices, dates and titles look like as lines of their own."""

import re

from report.content import WrittenDate
from report.dates import looks_like_date, read_date

_ORG_END = (
    "委员会办公室|办公室|委员会|管委会|人民政府|街道办事处|办事处|人民法院|人民检察院|政府|党组|党委|党工委|工委|公司|集团|协会|"
    "联合会|学校|大学|学院|医院|中心|大队|支队|总队|中队|分局|街道|[局委办厅部院处所站镇乡县市区州旗盟队社会馆]"
)
_ORG = re.compile(r"(?:[^\W\d_]|[×＊*○（）()·、])+")
_ENDS_LIKE_ORG = re.compile(rf".(?:{_ORG_END})\Z", re.DOTALL)
_SEAL = re.compile(r"\s*[（(]\s*(?:盖\s*章|公\s*章|印\s*章|章|签\s*章|单位公章|加盖公章)\s*[)）]\s*$")
_DATE_LABEL = re.compile(r"^(?:成文|报告|填报|发文)?(?:日期|时间)\s*[:：]\s*")
_BLANK = "0-9０-９×xX*_＿…〇○零O一二三四五六七八九十"
_PARTIAL_DATE = re.compile(rf"[{_BLANK}]{{2,4}}\s*年\s*[{_BLANK}]{{0,3}}\s*月\s*(?:[{_BLANK}]{{0,3}}\s*[日号])?")
_BRACKETS = re.compile(r"^[（(]\s*(.{6,20}?)\s*[)）]$")
_LONGEST_NAME, _LONGEST_DATE = 40, 30
_TAIL = re.compile(
    r"(?P<name>.*?)\s*(?P<date>[0-9〇○零O一二三四五六七八九]{4}\s*年\s*[0-9一二三四五六七八九十]{1,3}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*[日号])"
)


def without_spaces(text: str) -> str:
    """The text without white space inside (廉　江　市)."""
    return re.sub(r"\s", "", text)


def split_seal(text: str) -> tuple[str, str]:
    """A name and the （盖章） behind it, "" when there is none."""
    found = _SEAL.search(text)
    return (text[: found.start()].rstrip(), found[0].strip()) if found else (text, "")


def is_office(text: str) -> bool:
    """Whether a line as a whole may be the name of one or more offices."""
    name = without_spaces(split_seal(text)[0]) if len(text) <= 2 * _LONGEST_NAME else text
    return 2 <= len(name) <= _LONGEST_NAME and bool(_ORG.fullmatch(name) and _ENDS_LIKE_ORG.search(name))


def as_date(text: str) -> WrittenDate | None:
    """The date that a line as a whole is, also in brackets, with a label, or with blanks (2025年 月 日); else None."""
    if len(text) > _LONGEST_DATE:
        return None
    plain = _DATE_LABEL.sub("", text)
    bracketed = _BRACKETS.match(plain)
    plain = bracketed[1] if bracketed else plain
    if looks_like_date(plain) or _PARTIAL_DATE.fullmatch(plain):
        return read_date(plain)
    return None


def name_and_date(text: str) -> tuple[str, WrittenDate] | None:
    """Signatory and date on one line; None when the line is anything else."""
    if len(text) > _LONGEST_NAME + _LONGEST_DATE:
        return None
    found = _TAIL.fullmatch(text)
    if not found or not is_office(found["name"]):
        return None
    return found["name"], read_date(found["date"])


def ending_in(text: str) -> int:
    """Where signatory and date begin that end a paragraph behind its last 。; the text's length when none do."""
    stop = text.rfind("。", max(0, len(text) - 90)) + 1
    tail = text[stop:].strip()
    if not stop or not tail or not (name_and_date(tail) or as_date(tail)):
        return len(text)
    return stop
