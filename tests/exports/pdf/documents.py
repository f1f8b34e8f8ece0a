"""Documents for tests of the page."""

from report.document import AttachmentPage, Closing, Document, Foot, Grid, Head, Prose
from report.document import Place as At

HERE = At("s", "text", "b")


def prose(text: str, level: int = 0, label: str = "", heading: int = 0) -> Prose:
    """A paragraph, or a heading of a level."""
    return Prose(text, HERE, level, label or None, label, heading)


def heading(text: str, level: int = 1, label: str = "一、") -> Prose:
    """A heading line."""
    return prose(text, level, label, len(text))


def document(*body: Prose | Grid, **parts: object) -> Document:
    """A document of these pieces, signed."""
    base: dict[str, object] = {
        "title": "青溪县应急管理局2024年法治政府建设年度报告",
        "addressee": "县委、县政府：",
        "body": body,
        "closing": Closing("青溪县应急管理局", "2025年1月6日"),
    }
    return Document(**{**base, **parts})  # type: ignore[arg-type]


def everything() -> Document:
    """A document with every element of the standard that we set."""
    table = Grid(
        (("类别", "件数（件）"), *((f"第{number}类", str(number)) for number in range(40))), HERE, 1, "处罚情况"
    )
    text = "坚持以习近平法治思想为指导，落实“谁执法谁普法”普法责任制——全年办理案件31件……处罚260.5529万元。" * 3
    return document(
        prose(text),
        heading("举措和成效"),
        heading("抓学习", 2, "（一）"),
        prose("放管服。" + text, 3, "1.", 3),
        prose(text, 4, "（1）"),
        table,
        prose("堃、镕、㙍、𬭎、𠮷。" + text),
        head=Head("000001", "秘密", "特急", "青溪县应急管理局文件", "某应急〔2025〕1号", ("张堃", "李某某", "王某")),
        foot=Foot("县委依法治县办", "某县应急管理局办公室", "2025年1月6日"),
        attachments=(
            AttachmentPage("附件1", "某县应急管理局2024年度行政处罚案件统计表", (table,), At("a")),
            AttachmentPage("附件2", "目录", (prose("正文。"),), At("b")),
        ),
        closing=Closing("青溪县应急管理局", "2025年1月6日", ("此件公开发布",)),
    )


def every_element() -> Document:
    """Some twelve pages with every element of GB/T 9704—2012 that we set, to be looked at page by page."""
    cases = (
        ("案由", "立案（件）", "办结（件）", "罚没款（万元）", "说明"),
        *(
            (
                f"第{number}类违法行为",
                str(number * 7 % 23),
                str(number * 5 % 19),
                f"{number * 1.37:.4f}",
                NOTES[number % 4],
            )
            for number in range(1, 29)
        ),
        ("合计", "312", "298", "55.6220", ""),
    )
    wide = (
        tuple(f"指标{letter}" for letter in "甲乙丙丁戊己庚辛壬癸"),
        *(tuple(str((row * 37 + column * 11) % 997) for column in range(10)) for row in range(6)),
    )
    tall = (("事项", "办理情况"), ("信访事项一", LONG * 6), ("信访事项二", "已办结。"))
    return document(
        prose(OPENING),
        heading("2024年推进法治政府建设的主要举措和成效"),
        prose("（一）坚持党的领导。" + LONG, 0),
        heading("深入学习贯彻习近平法治思想，把党的领导贯彻到法治政府建设全过程各方面", 2, "（一）"),
        prose("抓学习培训。" + LONG, 3, "1.", 5),
        prose("组织旁听庭审3次，72人次参加。" + LONG, 4, "（1）"),
        prose(MARKS, 4, "（2）"),
        prose("抓制度建设。" + NUMBERS, 3, "2.", 5),
        heading("规范行政执法", 2, "（二）"),
        Grid(cases, HERE, 1, "2024年度行政处罚案件情况"),
        prose(LONG),
        heading("存在的不足和原因", 1, "二、"),
        prose(RARE),
        prose(ADDRESS),
        heading("下一年度工作安排", 1, "三、"),
        *(prose(LONG) for _ in range(3)),
        title="广东省湛江市廉江市城市管理和综合执法局关于2024年度法治政府建设工作开展情况及2025年工作计划的报告",
        addressee="县委、县政府，县委全面依法治县委员会办公室，县人大常委会监察和司法工作委员会：",
        head=Head(
            "000001", "机密★1年", "特急", "青溪县应急管理局文件", "青应急〔2025〕3号", ("梁堃", "欧阳某某", "李某")
        ),
        foot=Foot(
            "县人大常委会办公室，县政协办公室，县纪委监委，县法院，县检察院，县司法局。",
            "青溪县应急管理局办公室",
            "2025年1月10日",
        ),
        attachments=(
            AttachmentPage(
                "附件1",
                "青溪县应急管理局2024年度行政处罚案件统计表",
                (Grid(cases, HERE, 1, "单位：件、万元"),),
                At("a"),
            ),
            AttachmentPage(
                "附件2",
                "青溪县应急管理局2024年度行政执法人员培训考试和持证上岗情况说明以及各股室分工一览表",
                (heading("基本情况", 1, "一、"), prose(LONG), Grid(wide, HERE, 1), prose(MARKS)),
                At("b"),
            ),
            AttachmentPage("附件3", "信访事项办理情况", (Grid(tall, HERE, 1),), At("c")),
        ),
        closing=Closing("青溪县应急管理局", "2025年1月10日", ("此件公开发布", "联系人：王某某，0000-5550123")),
    )


NOTES = ("", "均已结案", "其中2件移送公安机关，1件申请法院强制执行", "与上年持平")
OPENING = (
    "2024年，青溪县应急管理局坚持以习近平新时代中国特色社会主义思想为指导，认真贯彻落实《法治政府建设实施纲要（2021—2025年）》"
    "和《青溪县2024年法治政府建设工作要点》，全面推进依法行政。现将有关情况报告如下。"
)
LONG = (
    "坚持以习近平法治思想为指导，严格落实“谁执法谁普法”普法责任制，全年开展“第一议题”学习12次、专题研讨4次，组织行政执法人员参加"
    "线上培训与考试，应考81人，实考81人，合格率100%；印发《关于进一步规范行政处罚裁量权的通知》（青应急〔2024〕17号），办理行政处罚案件"
    "31宗，罚没款合计260.5529万元，行政复议、行政诉讼“零败诉”。"
)
MARKS = (
    "“《甲〈乙〉丙》”——破折号；省略号……一、二、三……（圆括号）〔2025〕5号、【方头】；问？叹！冒：“‘五进’活动”，"
    "《安全生产法》《突发事件应对法》《生产安全事故应急条例》（以下简称《条例》），“放管服”“双随机、一公开”“互联网+监管”；"
    "“5·12”全国防灾减灾日、“119”消防宣传月，收缴罚没款12,345.67元，同比增长约3.5个百分点，12345热线转办1126件。"
)
NUMBERS = (
    "2024年1月6日至12月31日，检查企业1,234家次，出动执法人员4567人次，发现隐患2345处，整改2340处，整改率99.79%，投入资金260.5529万元，"
    "发放资料3万余份，第31届培训班112人参加，5G、AI、ISO 9001、GB/T 9704—2012、"
    "Microsoft Word等照原样写。"
)
RARE = (
    "人名和地名里的生僻字：梁堃、陈喆、朱镕某、王珺、李昇、张犇、㙍某、𬭎某、𠮷某、苏瑄、罗瞭某；"
    "单位用℃、㎡、㎏、①②③，都能复制和查找。"
)
ADDRESS = (
    "公开网址为https://www.example.gov.cn/zwgk/fzzfjs/2024/content/index.html?id=2024010600001，"
    "电子邮箱为yingjiguanli@example.gov.cn，请社会各界监督。"
)
