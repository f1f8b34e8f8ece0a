"""Pairs that are told apart by the words around them: 截止 and 截至, 做出 and 作出, 已 and 己, 未 and 末, 帐 and 账."""

import re
from collections.abc import Iterator
from typing import Final

from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule

_PAIRS: Final = (
    (
        re.compile(
            r"截止(?:到|至)?(?=\d|目前|去年|今年|本年|本月|年底|月底|报告|发稿|当前|[一二三四五六七八九十]{1,3}月)"
        ),
        "截至",
        "后面跟着时间用“截至”",
    ),
    (
        re.compile("做出(?=[^，。；、]{0,8}(?:决定|处罚|答复|裁决|判决|裁定|批示|规定|认定|许可))"),
        "作出",
        "后面是决定、处罚、答复一类的用“作出”",
    ),
    (
        re.compile("制订(?=[^，。；、]{0,10}(?:规范性文件|规章|条例|办法|规定|细则|制度|清单))"),
        "制定",
        "文件、制度定下来用“制定”",
    ),
    (
        re.compile(
            "(?<![自知利律各舍克身一异])己"
            "(?=经|完成|办结|建成|达到|整改|制定|开展|印发|落实|全部|取得|纳入|列入|移送|立案)"
        ),
        "已",
        "“已经”的“已”",
    ),
    (
        re.compile(
            "(?<![年期月周岁始最结])末"
            "(?=经|能|按|被|发生|办结|出现|取得|收到|达到|完成|履行|依法|及时|落实|建立|公开|整改)"
        ),
        "未",
        "“没有”的“未”",
    ),
    (re.compile("(?<=[年月期周])未(?=[，。；、）前])"), "末", "“年末”的“末”"),
    (
        re.compile("必需(?=经|要|依法|严格|按照|遵守|做到|坚持|由|有|先|报|符合|取得|履行|落实|公开|进行|开展)"),
        "必须",
        "后面是动词用“必须”",
    ),
    (re.compile("(?<![蚊营帷纱])帐(?![篷幕子蓬])"), "账", "账目的“账”"),
)
"""What stands there, what it should be, and when."""


@passage_rule("confused")
def confused(passage: Passage) -> Iterator[Hit]:
    """One of a pair where the other belongs."""
    for pattern, right, why in _PAIRS:
        for found in pattern.finditer(passage.text):
            low, high = max(0, found.start() - 2), min(len(passage.text), found.end() + 2)
            fix = passage.text[low : found.start()] + right + passage.text[found.end() : high]
            yield Hit(start=low, end=high, words={"wrong": found[0], "right": right, "why": why}, fix=fix)


_COLLOCATIONS: Final = (
    (re.compile("增强(?:了)?([^，。；、和]{0,14}水平)(?=[，。；])"), "提高", "水平用“提高”"),
    (re.compile("加大([^，。；、和力]{1,8}(?:水平|能力|质量|意识|素质))(?=[，。；])"), "提高", "“加大”配力度"),
    (re.compile("(?:提高|提升|增强|改善)([^，。；、和]{1,8}力度)(?=[，。；])"), "加大", "力度用“加大”"),
    (re.compile("(?:加强)(?:了)?([^，。；、]{0,20}力度)(?=[，。；])"), "加大", "力度用“加大”"),
)
"""A verb with an object that it does not take: the object, the right verb, and why."""


@passage_rule("collocation")
def collocation(passage: Passage) -> Iterator[Hit]:
    """加大办案水平: a level is raised."""
    for pattern, verb, why in _COLLOCATIONS:
        for found in pattern.finditer(passage.text):
            yield Hit(start=found.start(), end=found.end(), words={"why": why}, fix=verb + found[1])


@passage_rule("no-subject")
def no_subject(passage: Passage) -> Iterator[Hit]:
    """通过……，使……: a sentence that begins so has no subject."""
    for start, sentence in passage.sentences():
        found = _NO_SUBJECT.match(sentence[passage.head if start == 0 else 0 :])
        if found is not None:
            shift = start + (passage.head if start == 0 else 0)
            yield Hit(start=shift, end=shift + found.end())


@passage_rule("denied-twice")
def denied_twice(passage: Passage) -> Iterator[Hit]:
    """避免不再发生 says the contrary of what is meant."""
    for found in _DENIED.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end())


@passage_rule("one-sided")
def one_sided(passage: Passage) -> Iterator[Hit]:
    """是否依法行政，是建设法治政府的关键: two cases, and one result."""
    for found in _ONE_SIDED.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end())


_DENIED: Final = re.compile(
    "(?:避免|防止|杜绝|制止|禁止|遏制)(?:了)?(?:不再|再不|不发生|不出现|不会|没有|不得)|切忌不[要能可]|以防不(?:再|发生|出现)"
    "|无时无刻都|否认[^，。；]{0,8}不是|难免不"
)
_ONE_SIDED: Final = re.compile(
    "(?:是否|能否)[^，。；]{2,20}，?(?:是|事关|决定着?)[^，。；是否]{2,24}(?:的关键|的前提|的基础|的保障|的重要标志|的成效)(?=[，。；])"
)


@passage_rule("no-object")
def no_object(passage: Passage) -> Iterator[Hit]:
    """增强了运用法治思维解决问题: 的能力 is missing."""
    for found in _NO_OBJECT.finditer(passage.text):
        yield Hit(start=found.start(), end=found.end(), fix=found[0] + "的能力")


_NO_OBJECT: Final = re.compile(
    "(?:增强|提高|提升)了?[^，。；：、力识性]{0,12}(?:运用|依法|以)[^，。；：力识性平]{2,20}(?:解决问题|推动工作|推动发展|化解矛盾|维护稳定|办事|处理问题|开展工作)(?=[，。；])"
)
_NO_SUBJECT: Final = re.compile(
    "(?:通过|经过)[^，。；：]{4,40}，(?:不断|进一步|切实|有效)?使得?(?!用|命|者)[^，。；]{2}"
)
