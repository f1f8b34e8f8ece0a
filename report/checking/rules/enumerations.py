"""Counts that are said, and what is listed with them: 五进, 三项措施, A、B、C三项制度."""

import re
from collections.abc import Iterator
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule

_HAN: Final = "\u4e00-\u9fff"
_ENTER: Final = re.compile("“?([二三四五六七八九十]|\\d{1,2})进”?")
_ENTERED: Final = re.compile(f"进[{_HAN}]{{1,4}}(?=[、，。；和及等（]|$)")
_THINGS: Final = "方面|措施|任务|举措|机制|制度|问题|环节|原则|步骤|行动|工程|重点"
_DECLARED: Final = re.compile(
    f"([两二三四五六七八九十]|\\d{{1,2}})(?:个|项|条|大|方面|点)?(?:专项|重点|主要|具体|工作|便民|惠企){{0,2}}(?:{_THINGS})[^。；，：]{{0,6}}[：:，,。]"
)
_IN_ALL: Final = re.compile(
    f"([两二三四五六七八九十]|\\d{{1,2}})(?:个|项|条|大|类|种|家|支|方面)(?:[{_HAN}]{{0,4}}?)(?:{_THINGS}|领域|清单|程序|流程|内容|类别|指标|平台|工作组|小组|专班|部门|单位|股室|科室|乡镇|街道|社区|品牌|窗口|队伍|中心|系统)"
)
_LISTED: Final = re.compile("(?:^|[。；：，])([一二三四五六七八九十])是")
_DIGITS: Final = {char: at for at, char in enumerate("零一二三四五六七八九十")} | {"两": 2}
_REACH: Final = 160
_LEAST_ITEMS, _LEAST_LETTERS = 3, 3
_VERBAL: Final = re.compile("^(?:建立|健全|完善|落实|制定|推进|修订|细化|优化|规范|实施|出台|推行|执行|深化|强化)")


@passage_rule("declared-count")
def declared_count(passage: Passage) -> Iterator[Hit]:
    """五进 with six listed, 三项措施 with two."""
    yield from _entered(passage.text)
    yield from _itemised(passage.text)
    yield from _named(passage.text)


def _entered(text: str) -> Iterator[Hit]:
    for found in _ENTER.finditer(text):
        sentence = re.split("[。；]", text[found.end() : found.end() + _REACH])[0]
        entered = _ENTERED.findall("。".join(re.split("[。；]", text[found.end() : found.end() + _REACH])[:2]))
        if len(entered) >= 2 and "等" not in sentence:
            yield from _unequal(found, len(entered))


def _itemised(text: str) -> Iterator[Hit]:
    for found in _DECLARED.finditer(text):
        listed = [_DIGITS[one] for one in _LISTED.findall(text[found.end() - 1 :])]
        if len(listed) >= 2 and listed == list(range(1, len(listed) + 1)):
            yield from _unequal(found, len(listed))


def _named(text: str) -> Iterator[Hit]:
    """甲、乙、丙四项制度. One more or one less is a slip; more than that is another list."""
    plain = re.sub("“[^“”]*”|《[^《》]*》|（[^（）]*）", lambda quoted: "名" * len(quoted[0]), text)
    for found in _IN_ALL.finditer(plain):
        clause = re.split("[，。；：]", plain[: found.start()])[-1]
        items = clause.split("、")
        if len(items) < _LEAST_ITEMS or items[-1].endswith(("等", "和", "及", "与", "共", "的", "了")):
            continue
        if min(map(len, items)) < _LEAST_LETTERS or any(map(_VERBAL.match, items[1:])) or re.search(r"\d", clause):
            continue
        declared, joined = _number(found[1]), len(re.split("和|及|与|以及", items[-1])) - 1
        if declared not in (len(items), len(items) + joined) and abs(declared - len(items) - joined) == 1:
            yield from _unequal(found, len(items) + joined)


def _unequal(found: "re.Match[str]", listed: int) -> Iterator[Hit]:
    declared = _number(found[1])
    if declared and declared != listed:
        words = {"declared": str(declared), "listed": str(listed)}
        yield Hit(start=found.start(), end=found.end(), words=words)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _DIGITS.get(text, 0)
