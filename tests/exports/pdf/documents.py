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
