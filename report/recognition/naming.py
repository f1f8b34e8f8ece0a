"""The words of a text that name a count: 共开展了7次联合执法行动 → 联合执法行动."""

import re
from dataclasses import dataclass
from functools import cache

from report.recognition.clauses import clause_end, clause_start
from report.recognition.quantities import Quantity

LONGEST = 20
"""Characters that a name may have."""
_LISTS = re.compile(r"、|以及|和|与|及(?!时|格)")
_EDGES = "“”、，。；：·—（）() \u3000"


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a count in its clause: from `start` to `end` in the text, those before it and those behind."""

    start: int
    end: int
    left: str
    right: str


def words_around(text: str, quantity: Quantity, before: int, behind: int) -> Words:
    """The clause around the count, cut at its neighbours: `before` is the end of one, `behind` that of the next."""
    start = max(clause_start(text, quantity.start), before)
    end = min(clause_end(text, quantity.end), behind)
    if before and start == before:
        # 举报188件、投诉61件: what stands before the mark belongs to the count before.
        comma = text.find("、", start, quantity.start)
        start = comma + 1 if comma >= 0 else start
    if text[start - 1 : start] in "）)" and not text[start : quantity.start].strip("共计为约达有"):
        # 检查企业（场所）320家: a bracket parts no words.
        opening = max(text.rfind("（", 0, start), text.rfind("(", 0, start))
        start = max(clause_start(text, opening), 0) if start - opening < LONGEST else start
    comma = text.find("、", quantity.end, end)
    end = comma if comma >= 0 else end
    return Words(start, end, text[start : quantity.start], text[quantity.end : end])


def name_of(words: Words, unit: str) -> str:
    """A name of at most 20 characters for what is counted, "" when the words give none."""
    left, right = _trim_left(words.left), _trim_right(words.right)
    if unit in ("%", "‰") or unit.endswith("百分点"):
        return shortened(left or right)
    if not left or not right:
        return shortened(left or right)
    verb = _verb().search(left)
    if verb is None or (verb[1] and words.right[:1] in "，。；"):
        return shortened(left)
    return (right if verb[1] else _silent().sub("", verb[2]) + right)[:LONGEST]


def shared_names(left: str, unit: str) -> tuple[str, ...]:
    """The names that share one number: 参考率与优秀率均达 → (参考率, 优秀率); () when there is but one."""
    match = _shared().search(left)
    body = left[: match.start()] if match else left
    parts = [part for part in _LISTS.split(body) if part.strip()]
    if len(parts) < 2 or re.search("等[^、]*$", parts[-1]):
        return ()
    if unit in ("%", "‰"):
        rates = [part for part in parts if re.search("(?:率|比例|占比|度)$", part.strip())]
        return tuple(map(_name, rates)) if len(rates) > 1 and parts[-len(rates) :] == rates else ()
    if match and match[1] and all(2 <= len(part) <= 16 for part in parts[1:]):
        return () if re.search("[对向为给到在]", parts[-1]) else tuple(map(_name, parts))
    return ()


def shortened(name: str) -> str:
    """At most 20 characters: a long name keeps its end, cut where words may begin."""
    name = name.strip(_EDGES)
    if len(name) > LONGEST:
        tail = name[-LONGEST - 1 :]
        cut = next((tail.index(mark) for mark in "、的》”和与对" if mark in tail[:-2]), 0)
        name = tail[cut + 1 :].strip(_EDGES)
    for opening, closing in ("“”", "《》"):
        if (opening in name) != (closing in name):
            name = name.replace(opening, "").replace(closing, "")
    return name


def _name(text: str) -> str:
    return shortened(_trim_left(text))


@cache
def _shared() -> re.Pattern[str]:
    return re.compile(
        "(均|各|都|皆|全部|双双)?(?:已|能)?(?:保持|稳定|实现|维持)?在?(?:达到了?|达|为|是|有)?(?:[两三四五2-5]个)?$"
    )


@cache
def _opening() -> re.Pattern[str]:
    """Words before a name that are no part of it."""
    return re.compile(
        r"^(?:[\s、]|[0-9]{1,2}[.．](?![0-9])|(?:20)?[0-9]{2}年(?:度|以来|来)?|全年|本年度?|今年(?:以来)?|年内|当年|上半年|下半年|截至年底|一年来|目前|现有|其中|另有"
        r"|[和与并]|及(?!时|格)|以及|并且|[一二三四五六七八九十]是|我[局镇县市区委办街院](?!民)|全[局镇县市区街系统](?=[^域面])|共计|共(?!建|享|同|治|青)|累计|合计|总计|分别"
        r"|先后|已|均|还|又|约(?!谈|束|见|定)|达到?|成功(?!率)|对|将|把|包括|包含|依法|积极|组织局|现已)+"
    )


@cache
def _closing() -> re.Pattern[str]:
    """Words between a name and its number."""
    return re.compile(
        r"(?:共计?|累计|合计|总计|约|达到了?|高达|达|数量为|(?<!行)为|有|了|(?<![人平])均|各|已|分别|的|是|就|先后|近|超过?|逾|全部|数量(?=为|达)|[\s、：和与并])+$"
    )


@cache
def _verb() -> re.Pattern[str]:
    """A verb at the end: one that says no more than that there was something (1), or a part of the name (2)."""
    light = (
        "开展|进行|组织|举办|召开|举行|实施|完成|主办"
        "|承办|开设|设立|建立|建成|拥有|发生|办理|作出|推出|做出|共有|分|分成|形成|涉及|涵盖|其他|打造|成立"
    )
    heavy = (
        "查处|查扣|查获|查办|出动|检查|捣毁|移送|收缴|发放|排查|整改|化解|调解|调处|评选|聘请|选聘|聘任|培训|拆除|清理|处置|处罚|整治|取缔|约谈|审核"
        "|审查|办结|受理|制定|修订|废止|印发|出台|报送|推送|培育|配备|新增|抓获|扣押|没收|销毁|关停|责令|吊销|抽查|巡查|走访|服务|解决|解答|接受|邀请"
        "|选派|处分|问责|评查|公布|发布|公开|梳理|取消|下放|承接|追回|挽回|立案|起诉|逮捕|移交|通报|曝光|帮助|指导|引导|提供|收集|征集|采纳|吸纳|开发|接待"
        "|更换|安装|设置|投入|争取|缴获|监测|检测|检验|登记|备案|发现|转移|解救|救助|遣返|劝导|纠正|回访|转办|交办|督办|参加|旁听|对|将|为|使|向|有"
    )
    return re.compile(rf"(?:({light})|(?:^|[^，。；]*?)({heavy}))(?:了|过)?$")


@cache
def _silent() -> re.Pattern[str]:
    """Words that only put what follows before its verb."""
    return re.compile("^(?:对|将|为|使|向|有)$")


def _trim_left(text: str) -> str:
    text = re.sub(r"[（(][^（）()]*[）)]?", "", text)
    text = _closing().sub("", text.strip(_EDGES))
    return _opening().sub("", text).strip("、，。 \u3000")


def _trim_right(text: str) -> str:
    text = re.split(r"[，。；：（(]", text)[0]
    return re.sub("^(?:的|余|多)+|(?:和|与|及|并|以及|共|、|\\s)+$", "", text)
