"""Zeros said in words: 未发生行政诉讼案件, 无行政行为被撤销, 未收到监察建议、司法建议, 实现零投诉."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from report.recognition.clauses import clause_end, clause_start
from report.recognition.exclusions import Spans, covers

_CASES = (
    "案件?|诉讼|复议|应诉|败诉|纠纷|投诉|举报|信访|上访|舆情|事故|事件|火灾|伤亡|死亡"
    "|疫情|冲突|泄密|失误|差错|积案|命案|溺水|中毒|赔偿|申请|建议书?|提案|文件|线索|听证"
)
_JUDGED = (
    "撤销|变更|变跟|确认违法|责令|纠正|问责|追责|追究|处分|通报|约谈|纠错|改判|判决|起诉|提起|复议|诉讼|败诉|投诉|举报|立案|查处"
    "|认定|驳回|否决|曝光"
)
_DONE = (
    "撤销|作出|实施|采取|适用|启动|组织|举行|召开|办理|处理|移送|提起"
    "|承办|申请|制定|出台|印发|发布|制发|修改|修订|废止|公布|起草|开展|查处"
)
_LEGAL = (
    "行政许可|行政处罚|行政强制|强制措施|强制执行|听证|复议|诉讼|赔偿|案件|规范性文件|行政规范性|重大行政决策|重大决策|政府规章"
    "|地方性法规|不予许可|责令停产|案$"
)
_ANCHORS = (
    "复议",
    "诉讼|应诉|败诉",
    "监察建议",
    "司法建议",
    "检察建议",
    "赔偿",
    "听证",
    "强制",
    "信访|上访",
    "事故",
    "事件",
    "舆情",
    "投诉",
    "建议",
    "提案",
    "许可",
    "规范性文件",
    "重大行政决策|重大决策",
)
"""Things that are each counted for themselves: a list of them says a zero of each."""
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Zero:
    """A zero said in words from `start` to `end`; `subject` is what there was none of, `unit` what it is counted in."""

    start: int
    end: int
    subject: str
    unit: str


def zeros(text: str, mask: Spans) -> tuple[Zero, ...]:
    """The zeros that the text says in words, in order."""
    found: list[Zero] = []
    last = 0
    for match in _negations().finditer(text):
        at = match.start()
        if at < last or (covers(mask, at) and not match["zero"]):
            continue
        end = clause_end(text, match.end())
        if match["zero"]:
            found.extend(_zero_words(text, match))
        elif match["rate"]:
            found.extend(_zero_counts(text, match))
        elif _is_statement(text, at) and (body := _body(match, text[match.end() : end])):
            found += [Zero(at, end, subject, unit_of(subject)) for subject in _subjects(body)]
            last = end
    return tuple(found)


def unit_of(subject: str) -> str:
    """What is usually counted of it: 人 of people, 起 of accidents, 件 of everything else."""
    if re.search("问责|追责|伤亡|死亡|违纪|被?追究|处分|约谈(?!函)", subject) and "案件" not in subject:
        return "人"
    return "起" if re.search("事故|事件|火灾|舆情|上访", subject) else "件"


@cache
def _negations() -> re.Pattern[str]:
    happened = "发生|受到|接获|引起|出现|产生|引发|造成|收到|接收到?|接到|接报|受理|新增|涉及"
    return re.compile(
        r"(?P<found>(?:(?<![尚仍还])未|没有)发现)"
        rf"|(?P<happened>(?:(?<!仍)未曾?|没有?|从未|无)(?:再|新)?(?:{happened})过?)"
        rf"|(?P<done>(?:(?<![尚仍还])未|没有)新?(?:{_DONE})过?)"
        r"|(?P<passive>(?:(?<![尚仍还])未有?|没有|无)(?=[^，。；：！？]{0,40}?[被因]))"
        r"|(?P<none>(?<![从绝])没有(?!任何理由|不|最)|无(?!证|照|障|人机|缝|差|偿|讼|违建|关|法|论|疑|须|需|形|限|私|害|效|故|力|牌"
        r"|主|业|纸|毒|废|烟|线|忧|接|打|死角|盲|理|悔|锡|异|条件|感|不|从|任何理由|数|愧|非|处|为|奈|视|所|止|时|正当)|不存在)"
        r"|(?P<rate>(?:数|率|数量|件数|人数|起数|宗数|次数)(?:均|都)?[为是](?:零|0|０)(?=[，。；、）)]|$))"
        r"|(?P<zero>(?<![零一二三四五六七八九十百千万第归])零(?=[一-龥]{2})(?!部件|售|散|星|碎|容忍|距离|跑|成本|打扰|工|食))"
    )


def _is_statement(text: str, at: int) -> bool:
    """Whether the negation says what was, not what must not be, might be or is asked: 对未…的, 如无…, 是否."""
    before = text[max(0, at - 6) : at]
    if re.search("(?:确保(?!了)|力争|争取|力求|努力)[^，。；]{0,6}$", text[max(0, at - 12) : at]):
        return False
    return not re.search(
        "(?:[对如若凡因将把或]|如果|对于|针对|是否|有没|有|防止|避免|鉴于|由于|(?<!行)为|坚决|关于|在|及时|不得)$",
        before,
    )


def _body(match: re.Match[str], body: str) -> str:
    """What there was none of, "" when the words say no zero."""
    body = re.sub("^(?:任何)?(?:一|1|１)?[起件例宗人次份名](?=[^数员大])", "", body)
    if len(body.strip()) < _LEAST or re.search(
        "的(?:企业|单位|村|人员|个人|对象|乡镇|部门|地方|项目|情况下|基础上|前提下?)$", body
    ):
        return ""
    if match["happened"]:
        pattern = rf"{_CASES}|{_JUDGED}|违纪|违法|干预|插手|情[形况]|行为|超时|超期|逾期"
    elif match["found"]:
        pattern = "(?:问题|文件|案件|行为|情形|情况|现象|线索)$"
    elif match["done"]:
        pattern = _LEGAL
    elif match["passive"]:
        pattern = rf"[被因].*?(?:{_JUDGED}|赔偿|{_CASES})"
    else:
        pattern = (
            rf"(?:{_CASES}|{_JUDGED})(?:的?(?:情形|情况|现象|行为|案件|问题|发生|出现|记录|事项))?$"
            r"|依申请公开(?:政府信息|信息)?(?:事项|申请|情况)?$|(?:规范性文件|重大行政决策|重大决策|行政强制|行政许可)(?:事项|目录)?(?:的?(?:制定|出台|发布|印发|备案|报备)[^的]{0,6})?$"
            r"|(?:情形|发生|出现|干预|插手).*?(?:情况|发生|出现|情形|现象)?$|(?:违纪|违法|违规|干预|乱)[^的]*(?:情况|情形|现象)$"
        )
    if re.search(pattern, body):
        return body
    # 没有行政行为被撤销 begins as what there was none of, and may name only what happened to it.
    return body if match["none"] and re.search(rf"被.*?(?:{_JUDGED})", body) else ""


def _subjects(body: str) -> list[str]:
    """One subject, or each of a list of things that are counted for themselves."""
    parts = [part for part in re.split("、|以及|和|及(?!以上)|或者?", body) if part]
    anchors = [next((one for one in _ANCHORS if re.search(one, part)), None) for part in parts]
    if len(parts) > 1 and None not in anchors and len(set(anchors)) == len(parts) and "被" not in body:
        return [part.removesuffix("等情况").removesuffix("的情形") for part in parts]
    return [body]


def _zero_words(text: str, match: re.Match[str]) -> Iterator[Zero]:
    """实现零投诉、零复议: a zero for the word behind 零 when it is one of what is judged or happens."""
    before = text[clause_start(text, match.start()) : match.start()]
    more = "违纪|违法|违规|差错|差评|撤改|滞留|超时|超期|逾期|发生|制定|出台|新增"
    kinds = rf"(?:行政|重大|安全|生产)*(?:{_CASES}|{_JUDGED}|{more})"
    word = re.match(kinds, text[match.end() : match.end() + 8])
    if word and not re.search("力争|确保(?!了)|目标|努力|争取|打造|创建|追求|坚持", before):
        end = match.end() + word.end()
        if re.search("实现|保持|达到|做到|继续|连续", before) or re.match(
            "[”』」]?(?:[，。；、]|$)", text[end : end + 2]
        ):
            yield Zero(match.start(), end, word[0], unit_of(word[0]))


def _zero_counts(text: str, match: re.Match[str]) -> Iterator[Zero]:
    """败诉率为零: what stands before is what there was none of."""
    start = max(clause_start(text, match.start()), match.start() - 20)
    subject = text[start : match.start()].rpartition("、")[2] + match[0].rstrip("均都为是零0０")
    yield Zero(match.start(), match.end(), subject, "%" if subject.endswith("率") else unit_of(subject))
