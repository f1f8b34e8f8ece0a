"""The same thing stated twice with two numbers; those who came, those who did not, and the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Checked, Passage, PassageKind
from report.checking.rulebook import passage_rule, report_rule

_HAN: Final = "\u4e00-\u9fff"
_UNITS: Final = "人次|场次|家次|车次|批次|万元|亿元|辆|个|件|宗|起|份|次|人|名|位|户|家|台|套|处|条|项|场|期|部|批"
_OF_YEAR: Final = re.compile(
    rf"(?:全年|累计|年内|本年度|一年来|\d{{4}}年(?:度)?，?(?:全[局县市区镇]|我[局县市区镇])?)(?:共计?|累计|总共|已|一共)?"
    rf"([{_HAN}“”、]{{4,24}}?)(\d[\d,]*(?:\.\d+)?)(万?(?:{_UNITS}))"
)
_LEAST: Final = 5
_NO_NAME: Final = re.compile("其中|同比|比上年|较上年|其他|其余|分别|以上|不少于|目标|任务|计划|培训|会议|活动")
_DOING: Final = re.compile("^(?:共计?|组织|开展|举办|召开|办理|处理|进行|完成|累计|依法|对|向|为)+")
_CAME: Final = "到会?|考|参考|参加|参训|参会|出席|参学|训|出庭"
_ABSENT: Final = re.compile(
    rf"应(?:{_CAME})(\d+)([人名件])[^。；\d]{{0,6}}实(?:际)?(?:{_CAME})(\d+)[人名件]，[^。；\d]{{0,14}}"
    r"(?:请假|缺席|缺考|缺勤|未参加|未到|未出庭|未参训)[^。；\d，]{0,4}(\d+)[人名件]"
)
_REST: Final = re.compile(rf"(?:其余|剩余|尚余|还有|尚有)的?(\d[\d,]*)({_UNITS})")
_COUNT: Final = re.compile(rf"(\d[\d,]*)({_UNITS})")


@report_rule("same-count")
def same_count(checked: Checked) -> Iterator[Hit]:
    """全年……抽查26次 and 全年……抽查28次: one name, one year, two numbers. Either may be wrong, so both are told."""
    seen: dict[tuple[str, str], tuple[Hit, str]] = {}
    told: set[tuple[str, str]] = set()
    for one in checked.prose:
        for found in _OF_YEAR.finditer(one.text) if one.kind is PassageKind.PROSE else ():
            name, number, unit = found[1].strip("“”、"), found[2], found[3]
            key = (_DOING.sub("", name), unit)
            if len(key[0]) < _LEAST or _NO_NAME.search(name):
                continue
            hit = Hit(one.spot, found.start(1), found.end())
            before, first = seen.setdefault(key, (hit, number))
            if first != number:
                yield replace(hit, words={"name": name, "other": first + unit})
                if key not in told:
                    told.add(key)
                    yield replace(before, words={"name": name, "other": number + unit})


@passage_rule("absent")
def absent(passage: Passage) -> Iterator[Hit]:
    """应到62人，实到59人，请假2人: three are missing."""
    for found in _ABSENT.finditer(passage.text):
        due, came, missed = int(found[1]), int(found[3]), int(found[4])
        if came + missed != due:
            words = {"due": f"{due}{found[2]}", "sum": f"{came + missed}{found[2]}"}
            yield Hit(start=found.start(), end=found.end(), words=words)


@passage_rule("the-rest")
def the_rest(passage: Passage) -> Iterator[Hit]:
    """受理216件，办结211件，其余6件正在办理: five are left."""
    for start, sentence in passage.sentences():
        for rest in _REST.finditer(sentence):
            before = [_number(one[1]) for one in _COUNT.finditer(sentence[: rest.start()]) if one[2] == rest[2]]
            left = _number(rest[1])
            if len(before) < 2 or max(before) != before[0] or "其中" in sentence[: rest.start()].split("，")[-2:]:
                continue
            whole, parts = before[0], before[1:]
            spans = [parts[low:high] for low in range(len(parts)) for high in range(low + 1, len(parts) + 1)]
            if whole - left not in [sum(span, Decimal(0)) for span in spans]:
                unit, right = rest[2], whole - parts[-1]
                words = {"whole": f"{whole}{unit}", "part": f"{parts[-1]}{unit}", "right": f"{right}{unit}"}
                yield Hit(start=start + rest.start(), end=start + rest.end(), words=words)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
