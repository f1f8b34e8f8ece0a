"""Units and measure words that stand behind a count, and what they are not part of.

The lexicon is open and generous: what makes a number a count is its measure word, and exclusions do the rest.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


def words(text: str) -> tuple[str, ...]:
    """The words of a list that is written in one string."""
    return tuple(text.split())


_PLAIN = words(
    "人次 户次 家次 处次 件次 项次 辆次 艘次 架次 车次 台次 台套 点次 店次 站次 村次 校次 "
    "队次 组次 班次 课次 条次 例次 份次 卷次 场次 批次 轮次 期次 企次 名次 个次 宗次 起次 "
    "厂次 船次 座次 所次 矿次 人件 公斤 千克 毫克 吨 立方米 立方 平方米 平方公里 平方千米 "
    "公顷 亩次 亩 公里 千米 海里 厘米 毫米 毫升 ㎡ m² m³ km kg 美元 欧元 港元 港币 人民币 "
    "千瓦时 千瓦 兆瓦 TB GB MB 课时 学时 个百分点 百分点 % ％ ‰ 个工作日 工作日 个自然日 "
    "个小时 个月 个课时 个学时 小时 分钟 天 大类 小类 大项 小项 册 枚 艘 株 棵 桶 瓶 箱 袋 "
    "盒 幢 栋 盏 趟 卷 辆 罐 斤 篇 匹 尾 羽 羊只 摊次 档次 "
    "微克/立方米 毫克/立方米 毫克/升 微克 分贝"
)
_NOT_BEFORE: Mapping[str, str] = {
    "人": "大(?!队|学|型)|民|员|士|口|力|才|物|类|工|格|文(?!化)|性|社局|防|脸|证|案|均|数|机",
    "名": "录(?!取|用)|单(?!位)|称|义(?!务|工)|额|牌|城",
    "位": "置|于|列|居",
    "户": "外|籍|口|型",
    "家": "庭|具|长(?!途|期)|属(?!地|于)|园|风|规|访|乡|政",
    "件": "套",
    "宗": "旨|教(?!育)|族|祠|地(?!块|案|面)",
    "起": "草|来|点|步|义|到|始|底|伏|码|至|止|诉(?!讼)|施行|执行|实施|正式|重|降|航|飞",
    "例": "如|会|行|外",
    "份": "额|内",
    "次": "级|日|年|要|序|品|生|第|于|贷|月",
    "场": "所|景|地|面|合|馆|镇|长|站",
    "期": "间|限|末|刊|满|货|待|望|中|权",
    "批": "准|复|示|评|发|量|文|改|驳|捕|办|阅",
    "处": "罚|理|置|长|室|分|以|于|警|事|级|方|境|女|暑|所|处",
    "项": "目(?!标|录|的)|链",
    "条": "例|约|款|块|件(?!.{0,4}意见)|文(?!件)|线(?!索|路)|理",
    "个": "体(?!系)|别|性|案(?!例|件|由|卷)|税",
    "台": "账|阶|湾|风|州|胞|办|式",
    "套": "路|用|取|牌|现|利",
    "部": "门|署|委|分|位|队|长|级|属|编|际|落|里|首",
    "只": "有|要|是|能|需|为|限|做|跑",
    "支": "持|部|付|撑|行|援|出|局|委|农|教|点|柱|线",
    "张": "贴|家|店|某|三|扬|榜|力|挂",
    "块": "状|链",
    "面": "向|对|临|积|貌|上|试|谈|广|签",
    "幅": "度|员|射",
    "本": "级|次|年|地|市|县|区|局|镇|单|着|人|月|周|报|科|土|身|质|院|所|辖|行|领|系|部|省|乡|街|村|期|部",
    "把": "关|握|手|控|好|脉|法",
    "头": "部|脑|号|条|雁|等",
    "架": "构|子|设|桥",
    "门": "户|店|前|口|牌|诊|票|槛|类|卫|头",
    "节": "点|日|约|能|水|假|目|俗|省|气|余|奏|庆|前|后|期",
    "课": "程|题|堂|后|外",
    "讲": "座|解|话|师|堂|好|授|稿|述|政|规|法|学|评|习|清|透|坛",
    "堂": "而",
    "包": "案|括|含|保|装|联|片|抓|容|干|村|裹|庇|户",
    "副": "局|书|主|县|市|镇|乡|科|处|所|总|院|检|队|校|食|本|省|区|站|厅|部",
    "顶": "层|级|格|岗|替|尖",
    "克": "服|难|扣|隆",
    "升": "级|至|到|学|旗|华|温|幅|降|为|格",
    "L": "[A-Za-z]",
    "方": "面|式|案|法|可|便|向|米|针|能|得|圆|位|阵|言|队|责|当|签",
    "米": "袋|面|粉|厂|线",
    "里": "程|面",
    "元": "旦|素|件|月|宵|器",
    "倍": "增|数|受|感",
    "番": "禺",
    "分": "钟|别|类|级|管|局|期|布|析|工|为|公|批|层|区|散|享|段|发|院|会|中|支|步|流|户|配|队|色|组|片|赴|解|行|值|之",
    "类": "型|似|案|比|推|人群",
    "种": "植|子|类|养|业|苗|粮",
    "间": "隔|断|接|谍|歇|距",
    "座": "谈|位|席|椅|右|城",
    "所": "有|以|需|在|属|长|涉|得|列|获|谓|内|辖|见|提|能|做|办|作|述",
    "口": "头|径|袋|岸|号|碑|述|罩|粮|腔|令",
    "眼": "睛|光|镜|前|科|下|里|球",
    "组": "织|长|成|建|员|团|合|稿|卷|局|宣",
    "笔": "录|试|记|墨|误|者|迹|下",
    "单": "位|独|项|一|纯|元|边|方|个|件|据|身|行|列|证|次|价|设|兵|日|双|体",
    "票": "据|价|证|面|房|决|难",
    "版": "本|面|权|图|块|式|画",
    "集": "中|体|团|市|装|约|成|合|结|群|镇|贸|思|训|资|聚|采|散|会|邮|美",
    "轮": "训|岗|换|候|流|值|动|椅|船|胎|班",
    "遍": "布|及|地",
    "周": "年|边|密|期|末|报|到|转|岁|一|二|三|四|五|六|日|知|全|围|五",
    "根": "据|本|治|源|植|除",
    "案": "件|例|卷|由|情|值|源|发|三|后|涉",
    "片": "区|面|段|警|长|儿",
    "扇": "形",
    "路": "专|公交|灯|段|面|口|线|政|长|边|公|径|由|演|基|网|过|况",
    "道": "路|德|歉|口|安|具|理|班|观",
    "成": "(?!以上|左右)[一-龥]",
    "封": "闭|锁|存|堵|条|控|山|面|建|禁",
    "岁": "月|以|末|首|数",
    "班": "子|组|长|级|主|车|底|前|后|列|次",
    "桩": "基|脚",
    "股": "份|东|级|室|长|所|站|权|票",
    "t": "[A-Za-z]",
    "m": "[A-Za-z²³]",
}
"""Measure words of one character with what may not follow: 项 is none in 项目."""

TIME_UNITS = frozenset(["个工作日", "工作日", "个自然日", "个小时", "个月", "小时", "分钟", "天", "周"])
"""Units of what is mostly a time limit or a length of time."""
MONEY = frozenset(["元", "美元", "欧元", "港元", "港币", "人民币"])
_SCALES = ("万亿", "千万", "百万", "十万", "千亿", "百亿", "十亿", "万", "亿", "千", "百")
_MORE = "余多来+＋"
_WIDTH = str.maketrans("（）％", "()%")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit behind a number: `end` of all that was read, the unit as written, what stood for “more than” in it.

    `more` is 余, 多 or 来, 以上, 左右 or ""; `word` is the unit without 万 and brackets.
    """

    end: int
    written: str
    word: str
    more: str = ""


def unit_at(text: str, at: int) -> Unit | None:
    """The unit that begins at `at`, or None: 万余元 is 万元 with 余, 辆（个） is 辆(个)."""
    match = _pattern().match(text, at)
    if match is None:
        return None
    scale = (match["scale"] or "") + (match["scale_after"] or "")
    word = match["unit"] or ""
    if not word and not scale:
        return None
    bracket = match["bracket"] or ""
    more = match["more"] or match["more_after"] or match["about"] or ""
    return Unit(match.end(), (scale + word + bracket).translate(_WIDTH), word.translate(_WIDTH), more)


def split_scale(unit: str) -> tuple[str, str]:
    """万 and the like, and the unit behind it: 万平方米 → (万, 平方米)."""
    for scale in _SCALES:
        rest = unit.removeprefix(scale)
        if rest != unit and unit not in ("千克", "千米", "千瓦", "千瓦时", "百分点"):
            return scale, rest
    return "", unit


@cache
def _pattern() -> re.Pattern[str]:
    words = [re.escape(word) for word in _PLAIN]
    words += [f"{word}(?!{after})" if after else word for word, after in _NOT_BEFORE.items()]
    words.sort(key=lambda word: -len(word.split("(?!")[0]))
    unit = "|".join(words)
    scale = "|".join(_SCALES)
    bare = r"(?=[+＋]?(?:[，。；、）)！\s]|余?[，。；、]|$|浏览|点击|阅读|粉丝))"
    inside = "[次件个份人户家台辆套处条场宗起项名期集部篇张位间座点本批]{1,2}"
    return re.compile(
        rf"\s?(?:(?P<scale>{scale})(?!克|米|瓦|分点))?(?P<more>[{_MORE}](?!个?次数|项目))?(?P<scale_after>万|亿)?"
        rf"(?:(?P<unit>{unit})(?P<bracket>[（(]{inside}[）)]|[/／][次个家份条台套部处户场件](?![^，。；、）)]))?|(?<=[万亿余多]){bare}[+＋]?)"
        rf"(?:(?P<more_after>余|多(?=[，。；、）)]|$))|(?P<about>以上|左右|上下|之多))?"
    )
