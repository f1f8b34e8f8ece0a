"""Which Chinese numerals count: 六位专业人士 and 两次 do, 三项制度, 一件事 and 四套班子 do not.

Offices write counts with digits; a Chinese numeral before a measure word is more often a set phrase. So it counts only
where its measure word and its neighbours say so.
"""

import re
from dataclasses import dataclass
from functools import cache

from report.recognition.numerals import Numeral
from report.recognition.units import MONEY, Unit, words

_WINDOW = 16
_ROUND = re.compile("[百千万亿]+$")
"""Numerals that stand for “many” (百名, 千家万户) unless something says how many: 近百名, 百余名."""
_MANY = re.compile(r"(?:[近约超逾上达过]|不少于|超过|将近|接近|突破)$")
_VAGUE = re.compile(r"[数几好多]$")
_END = r"(?=[，。；：、！）)\s]|$)"
_MEASURED = words(
    "吨 公斤 千克 克 斤 公里 千米 米 亩 公顷 平方米 平方公里 立方米 人次 家次 户次 件次 辆次 "
    "场次 批次 课时 学时 份 册 枚 艘 株 桶 箱 瓶 台次 处次 辆 卷 篇 幢 栋"
)
"""Measure words that hardly ever stand in a set phrase."""
_ACT = "落实|召开|开展|组织|举办|举行|进行|听取|研究|审议|完成|主持|参加|接受|实施|启动|出台|制定|印发|修订|作出|出具"
_HELD = (
    "会议?|汇报|培训|演练|检查|评查|听证|讲座|学习|活动|清理|审查|论证|考试|课|督察|督查|整治|行动|调研|研讨|旁听|述法"
)
_CASE = "决策|案件?|诉讼|复议|纠纷|投诉|举报|事故|建议书?|提案|线索|申请|文件|赔偿|处罚"
_NONE = words("起 宗 例 份 人 人次")
_SHARES = words("倍 个百分点 百分点 % 成")
_ONES = words("名 位 件 宗 起 部 家 个 项 篇 户 所 处")
_LAST_ONES = words("次 起 件 宗 例 份 场 期 部 人 名 项")
_THINGS = words("块 面 幅 张 把 支 架 套 头 口 扇 盏 间 本 部 条 个")
_MADE_ONES = words("处 条 个 座 支 台 辆 所 家 本 部")
_DISTINGUISHED = "[^，。；]{0,12}?(?:被|获|入选|进入|荣获|列入|通过|取得|评为)"
_TEN = 10


@dataclass(frozen=True, slots=True)
class _Place:
    """A numeral, and what stands on both sides of it and its measure word."""

    written: str
    value: int
    before: str
    behind: str


def counts(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Whether a Chinese numeral with its measure word counts something."""
    before = text[max(0, numeral.start - _WINDOW) : numeral.start]
    if numeral.value != int(numeral.value):
        return unit.word in MONEY or unit.word in _SHARES
    place = _Place(text[numeral.start : numeral.end], int(numeral.value), before, text[unit.end : unit.end + _WINDOW])
    if _VAGUE.search(before) or (_ROUND.match(place.written) and not (unit.more or _MANY.search(before))):
        return False
    if _is_phrase(unit, place):
        return False
    if place.value == 0:
        return unit.word in _NONE and place.written == "零"
    if unit.word in MONEY or unit.word in _SHARES:
        return True
    return _one_counts(unit.word, place) if place.value == 1 else _several_count(unit, place)


def _is_phrase(unit: Unit, place: _Place) -> bool:
    """三次会议 of 人大, 三个以上部门 and 成 that is no tenth."""
    if unit.word == "成":
        return not _CHANGED.search(place.before)
    return unit.more == "以上" or (unit.word == "次" and bool(_SESSION.search(place.before)))


def _several_count(unit: Unit, place: _Place) -> bool:
    if unit.word in _MEASURED or unit.more or _is_listed(unit.word, place):
        return True
    pattern = _several().get(unit.word)
    return bool(pattern and pattern.search(f"{place.before}｜{place.behind}")) and place.written != "二"


_CHANGED = re.compile("(?:降|升|增长|提高|减少|增加|占|达|超过?|近|逾|约)[^，。；、]{0,2}$|占[^，。；、]{1,12}$")
_MADE = re.compile(
    "(?:建成|命名|打造|设立|新增|创建|配备|获评|开通|成立|建立|新建|购置|编印|收缴|查扣|扣押|没收|查获|暂扣|设置|安装|制作|更换|捐赠)[^，。；]{2,12}$"
)
_SESSION = re.compile("(?:人大|政协|代会|委员会|全会|届)$")


def _is_listed(word: str, place: _Place) -> bool:
    """Whether it ends a clause as counts do: 案卷评查四轮, 采纳二十一条, 省级1个、市级三个."""
    if not re.match(_END, place.behind):
        # 十二个行业: a number above ten stands in few set phrases, and those are known.
        return word in ("个", "条", "项", "轮") and place.value > _TEN
    if word in ("条", "项", "个") and place.value > _TEN:
        return True
    if word in ("轮", "次", "场", "期", "批") and re.search(f"(?:{_HELD})$", place.before):
        return place.written != "二"
    if word in _THINGS and _MADE.search(place.before):
        return True
    if word in ("面", "幅", "封", "块") and re.search("(?:锦旗|感谢信|表扬信|牌匾|奖牌|展板|标语)$", place.before):
        return True
    return word in ("个", "项", "条", "件") and bool(re.search("[0-9][个项条件]、[^，。；、]{1,8}$", place.before))


def _one_counts(word: str, place: _Place) -> bool:
    """一 counts at a clause's end behind what is counted (行政诉讼案件一起), and before it behind what was done."""
    if re.search(r"(?:[每任第再又上下同另某首跑唯这那哪新]|任何|至少|最多|至多|最后|与.{0,8}|和.{0,8})$", place.before):
        return False
    if re.search("(?:其中|另有|仅有)$", place.before):
        return word in _ONES
    if re.search("(?:^|[，。；：、])$", place.before) and re.match(_DISTINGUISHED, place.behind):
        return word in _ONES
    at_end = re.match(_END, place.behind)
    if at_end and re.search(rf"(?:{_HELD}|{_CASE}|报告|合同|刑事拘留|拘留|逮捕|判刑|移送|处分)$", place.before):
        return word in _LAST_ONES
    if at_end and _MADE.search(place.before):
        return word in _MADE_ONES
    act = re.search(
        rf"(?:{_ACT}|发生|收到|办理|受理|查处|办结|移送|发现|聘请|配备|增配|新增|指派|仅有?|共)了?$", place.before
    )
    if not act:
        return False
    if word in ("起", "件", "宗", "例"):
        return bool(re.match(rf"[^，。；]{{0,10}}?(?:{_CASE})", place.behind)) and not place.behind.startswith("事")
    if word in ("次", "场", "期"):
        return bool(re.match(rf"[^，。；]{{0,10}}?(?:{_HELD})", place.behind))
    return word in ("名", "位") and not at_end


@cache
def _several() -> dict[str, re.Pattern[str]]:
    """Two and more, by measure word: patterns over before｜behind."""
    case = re.compile(r"(?<!每)｜(?!套|实事|大事|好事|要事|民生|事(?!故)|小事)")
    event = re.compile(r"(?<![再每第])｜(?!硬仗|战|攻坚|叠加|分配|元|方|革命|浪潮|性)")
    people = re.compile(r"｜(?!一体|数|以上|一组|一)")
    holder = re.compile(r"｜(?!合一|一体|抬|分|一|班子)")
    thing = (
        "案例|典型|单位|村|社区|镇|乡|街道|县|区|中队|大队|支队|窗口|站|科室|股室|文件|项目|小组|工作组|工作室|企业|集体|"
        "基地|公园|部门|机构|品牌|集镇|行政村|点|学校|市场|工地|景区|矿|厂|法治|示范|规范性|典型案|普法|法律|调解|检查组|专班|"
        "行业|领域|小区|批次|督导组|法庭|协会|商会|主体|商户|门店|路段|路口|合作社|作品|奖|荣誉|称号|先进|试点|课题|案件|线索|议题|"
        "课程|讲座|岗位|名额|街区|园区|医院|公司|网格|党组织|支部|展馆|大厅|自然村|村组|家庭|服务队|志愿"
    )
    decided = (
        "行政|许可|处罚|试点|课题|提案|重大|规范性|决策|荣誉|奖|专利|国家标准|地方标准|行业标准|省级|市级|国家级|表彰"
    )
    return {
        **dict.fromkeys(("起", "宗", "件", "例"), case),
        **dict.fromkeys(("次", "场", "期", "批"), event),
        "轮": re.compile(r"(?:开展|进行|组织|完成|启动|经过|经)了?｜"),
        **dict.fromkeys(("名", "位"), people),
        **dict.fromkeys(("家", "户", "台", "处", "座"), holder),
        "所": re.compile("｜(?:学校|高校|院校|中小?学|小学|幼儿园)"),
        "部": re.compile(
            "｜(?:[^，。；、]{0,4}(?:短视频|微电影|宣传片|情景剧|作品|剧)|法律|地方性?法规|规章|条例|政府规章|党内法规)"
        ),
        "个": re.compile(rf"｜(?:[^，。；、]{{0,4}})?(?:{thing})"),
        "项": re.compile(rf"｜(?:{decided})|(?:制定|列入|完成|获得?|承接|取消|新增|下放)[^，。；、]{{1,14}}｜{_END}"),
        **dict.fromkeys(("节", "堂", "门"), re.compile("｜[^，。；、]{0,6}课")),
        "条": re.compile("｜[^，。；、]{0,4}(?:意见|建议|线索|信息)"),
        "人": re.compile(rf"(?<!每)｜(?:{_END}|被|因|均|受|获|取得|参加|移送|提拔|通过)"),
    }
