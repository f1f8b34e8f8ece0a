"""What looks like a count and is none: dates, ordinals, names, slogans, time limits, rates a rule sets.

`masked` marks stretches of a text that hold no counts whatever stands in them; `is_none` judges one number by its
neighbours.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from report.recognition.numerals import Numeral
from report.recognition.units import MONEY, TIME_UNITS, Unit

Spans = Sequence[tuple[int, int]]

_WINDOW = 24
"""Characters before and behind a number that are looked at: rules of speech reach no further."""
_NEAR = 8
_QUOTED = 40
"""A longer quotation is somebody's speech, not a name; numbers in it count."""
_HAN = "[零〇一二两三四五六七八九十百千]"
_NUMBER = "[0-9０-９零〇一二两三四五六七八九十百千]"


@cache
def _names() -> re.Pattern[str]:
    return re.compile(
        rf"“[^“”。]{{0,{_QUOTED}}}”|‘[^‘’。]{{0,{_QUOTED}}}’|「[^「」]{{0,{_QUOTED}}}」|『[^『』]{{0,{_QUOTED}}}』"
        rf"|[\"＂][^\"＂。]{{0,{_QUOTED}}}[\"＂]|〔[^〔〕]{{0,9}}〕|【[^【】]{{0,9}}】|\[[0-9]{{4}}\]"
        # Links and addresses of mail.
        r"|https?://[!-~]+|www\.[!-~]+"
    )


@cache
def _dates() -> re.Pattern[str]:
    year = r"(?:19|20|１９|２０)[0-9０-９]{2}"
    mark = r"[—－\-~～至到、和]{1,2}"
    return re.compile(
        rf"[0-9０-９]{{2,4}}年?(?:{mark}[0-9０-９]{{2,4}})?(?:年度?|学年)"
        rf"|[0-9０-９]{{1,2}}月?(?:份)?{mark}[0-9０-９]{{1,2}}月(?:份)?"
        r"|[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}[日号]?)?(?:份|底|初|末)?"
        rf"|[0-9０-９]{{1,2}}(?:[日号]{mark}[0-9０-９]{{1,2}})?日(?!均)"
        rf"|{year}[./．／\-][0-9]{{1,2}}(?:[./．／\-][0-9]{{1,2}})?(?![0-9.]|[万亿]?元|件)"
        r"|[0-9０-９]{1,2}[·•・‧][0-9０-９]{1,2}"
        r"|[0-9]{1,2}\.[0-9]{1,2}(?=[”\"]|国家|全国|国际|世界|宪法|消防|禁毒|安全|防灾|消费者|知识产权)"
        rf"|{_NUMBER}{{1,2}}(?:个)?季度|[0-9０-９]{{1,2}}[:：时点][0-9０-９]{{2}}分?(?![0-9０-９件人次起宗个])"
    )


@cache
def _phrases() -> re.Pattern[str]:
    """Set phrases, with digits or Chinese numerals."""
    return re.compile(
        rf"第\s?{_NUMBER}+(?:[、，至到和\-—~～]第?{_NUMBER}+)*[（(]?[个类条款项章节届次批期轮号名位个季]?"
        rf"|(?<![目此之以年日])前{_NUMBER}+(?:[名位强]|(?=[，。；、]))"
        rf"|{_NUMBER}{{1,4}}个(?:维护|意识|自信|确立|全面|务必|结合|坚持|统一|一律|必须|明确|一批|有之|带头|过硬|到位|转变"
        r"|方面|层面|维度|抓手|倍增)"
        rf"|(?<!率){_NUMBER}个100%"
        rf"|{_HAN}{{1,4}}个(?:不|清单|环节|关键|重点|突破|阶段|步骤|要点|文明|振兴|先行|重要|新|更|就|责任|优先|平台)"
        rf"|{_HAN}{{1,4}}项(?:制度|机制|清单|原则|重点任务|硬措施|规定|纪律)|(?<!等)3项制度"
        r"|[1一]件事|[1一]次(?:办|性|告知|申报|申请|办结|受理|办好|办成|不跑|也?不|都不|登录)|[1一]张(?:网|表|图|清单|卡)"
        r"|最多跑[1一]次|[1一]个(?:窗口|平台办|标准|声音|不[少落漏]|也?不|都不|口|样|半|月|时期|环节都?不|又[1一]个)"
        r"|(?:7|七)\s?[×xX*＊天]\s?24\s?(?:个)?小?时?|5\s?[×xX*]\s?8|24\s?小时|365天|８小时|8小时(?:内外|之?外)"
        r"|[粤湘京津沪渝冀豫云辽黑皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵青藏川宁琼][A-Z][·]?[A-Z0-9]{5,6}"
        r"|一[^，。；、0-9一等]{1,4}一[^，。；、0-9一等]{1,3}(?=[，。；、”]|制度|机制|工作|要求|管理|行动|建设)"
        r"|1[^，。；、0-9等]{1,4}1[^，。；、0-9等]{1,3}(?=[，。；、”]|制度|机制|工作|要求|管理|行动|建设)"
        r"|[0-9一二三四五六七八九十]{1,4}[+＋][0-9NXn一二三四五六七八九十]|[+＋][0-9N]{1,4}(?![0-9])|[NX][+＋][0-9]{1,4}"
        rf"|{_NUMBER}{{1,4}}(?:中全会|大精神|大报告|次全会|次会议精神|大以来)"
    )


def masked(text: str) -> Spans:
    """Stretches of the text in which no number counts, in order and without overlaps."""
    found = [*_titles(text)]
    for pattern in (_names(), _dates(), _phrases()):
        found += [match.span() for match in pattern.finditer(text)]
    return _merged(found)


def covers(spans: Spans, at: int) -> bool:
    """Whether one of the spans holds the position."""
    before = bisect_right(spans, at, key=lambda span: span[0])
    return before > 0 and at < spans[before - 1][1]


def _titles(text: str) -> list[tuple[int, int]]:
    """The outermost 《…》, which may hold others; one that is never closed is none."""
    found: list[tuple[int, int]] = []
    depth, start = 0, 0
    for match in re.finditer("[《》]", text):
        if match[0] == "《":
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append((start, match.end()))
        if depth and match.start() - start > 200:
            depth = 0
    return found


def _merged(spans: list[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _before_none() -> re.Pattern[str]:
    """Endings of the text before a number that make it no count."""
    number = "[0-9０-９]"
    return re.compile(
        # Part of a code, a version, a range, a formula.
        rf"(?:[A-Za-z#＃№][-.]?|{number}[.．:：/／×xX*—－~～\-]|[+＋×/／][0-9]*|{number}\s?[至到]"
        # Named by its number: 编号, No.; a house, a storey.
        r"|(?:编号|序号|代码|号码|电话|邮编|文号|账号)[为是：:]?|[0-9路街道巷]号|公交|地铁"
        # A rule, not a count: 每月1次, 每桶10升, 凡…满3次.
        r"|每(?:一|个|逢|隔)?[^，。；、：（）()0-9共计均]{1,6}?(?<!配备)(?<!配有)(?:至少|不少于|不低于|组织|开展|召开|举办|进行|不超过|不得少于)?"
        r"|(?:一|两|三|半|1)(?:年|月|周|季度?|天|日)|(?:^|[^一-龥0-9０-９])[年月季周]"
        # What a thing holds or can do.
        r"|(?:日处理|年处理|日产|年产|容量|库容|净含量|规格|额定|时速|能力|设计)(?:能力|规模)?[为约达]?"
        # What was aimed at.
        r"|(?:力争|争取|预计|计划[到于]|到20[0-9]{2}年底?)[^，。；]{0,16}"
        # Nobody counts what a text says has not been: 未发生1起, 没有一例.
        r"|(?:未发生|没有|未出现|无|未收到|未接到|未有)(?:任何|过)?"
        r"|(?:满|达不到|不超过|不得超过|不足|少于(?<!不少于)|限于|低于(?<!不低于)|不高于)"
        r"|(?:最多|至多)(?:跑|只跑|去|需)?)$"
    )


@cache
def _behind_none() -> re.Pattern[str]:
    """Beginnings of the text behind number and unit that make it no count."""
    return re.compile(
        r"以内|之内|以下|(?:以上|及以上).{0,8}以下|起步"
        r"|[1一][策档码案表册岗]|一(?:议|评|责|人)|100%|(?:的|等)?(?:要求|标准)"
        r"|/|／|[×*]|以上(?:行政)?执法|(?:执法人员)(?:共同|在场|到场|同时)"
    )


_LIMIT = re.compile(r"内(?!容|部|设)|前(?!期)|后(?!续)|(?:的)?(?:期限|时限|时间)")
_RANGE = re.compile(r"[至到\-—~～][0-9０-９]")
_FROM = re.compile("[从由自][^，。；]{0,16}$")


def is_none(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Whether a number with a unit is no count of what was done."""
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    behind = text[unit.end - len(unit.more) if unit.more == "以上" else unit.end : unit.end + _WINDOW]
    if _before_none().search(before) or _behind_none().match(behind):
        return True
    if _RANGE.match(behind) and not _FROM.search(before):
        return True
    if unit.word in TIME_UNITS:
        return bool(_LIMIT.match(behind)) or not _is_spent_time(before)
    if unit.word in MONEY and re.search("[/／]", unit.written):
        return True
    if unit.word == "岁":
        return "平均" not in before[-_NEAR:]
    if unit.word == "分":
        return not _score().search(before)
    return unit.word == "版" and "." in text[numeral.start : numeral.end]


@cache
def _score() -> re.Pattern[str]:
    return re.compile(r"(?:得分|评分|成绩|均分|总分|分值|考核|测评|评议|得|[扣加积计]了?)[^，。；]{0,16}$")


def _is_spent_time(before: str) -> bool:
    """Whether a length of time counts work that was done, or by how much it became shorter."""
    clause = re.split("[，。；：、]", before)[-1]
    if re.search("(?:缩短|压缩|压减|减少|提速)了?约?$", clause):
        return True
    if re.search("(?:平均|用时|耗时)[^，。；]{0,8}(?:压缩|压减|缩短|减少|提速)(?:至|到|为)?$", clause):
        return True
    if re.search("累计|共计|合计|总计|时长|总时|服务|学法|学习|天数", clause):
        return not re.search("为期|时限|期限|限时|之日|不超过|每", clause)
    return False
