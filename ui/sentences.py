"""One Chinese sentence for each failure a user can meet: what, where, what to do.

No Qt here: the command line and the window say the same.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from exports.errors import ExportError, FontUnusable, TargetUnwritable
from report.errors import ReportError, TemplateError, TooMuchText, UnknownType, UnreadableSource
from report.holes import Hole, Lack
from report.notes import Note
from report.reading.rules import Rule
from resources.i18n import N_, _
from storage.errors import StorageError
from ui.storage_sentences import storage_sentence

if TYPE_CHECKING:  # importing it would load all that draws a page
    from exports.pdf.export import MissingCharacter
    from exports.pdf.system_faces import SystemFace

_TARGET = {
    "no-folder": N_("没有“{folder}”这个文件夹，{name}没有导出。请换一个已有的文件夹。"),
    "is-folder": N_("“{path}”是一个文件夹，不能当作文件名。请写上文件名，例如“{path}/报告.pdf”。"),
    "no-right": N_("没有在“{folder}”里写文件的权限，{name}没有导出。请换一个文件夹，例如“文档”。"),
    "read-only": N_("“{folder}”所在的磁盘是只读的，{name}没有导出。请换一个文件夹。"),
    "full": N_("“{folder}”所在的磁盘已满，{name}没有导出，原有文件没有动。请清理空间后重试，或换一个位置。"),
    "in-use": N_("“{name}”正被别的程序打开。关掉后重试，或换一个文件名。"),
    "name-too-long": N_("文件名“{name}”太长。请缩短后重试。"),
    "other": N_("“{name}”没有写成：{detail}。请换一个文件夹重试。"),
}
_UNREADABLE = {
    "xlsx": N_("“{name}”是 Excel 表格。请打开后全选、复制，再用“从剪贴板导入”。"),
    "pptx": N_("“{name}”是 PPT 演示文稿。请打开后复制文字，再用“从剪贴板导入”。"),
    "archive": N_("“{name}”是压缩包。请先解压，再导入其中的文件。"),
    "database": N_("“{name}”是数据库文件，不是报告的文字。请导入 Word 文档（.docx）、网页或文本文件。"),
    "doc": N_("“{name}”是旧版 Word 或 WPS 文档，本机没有能转换它的程序。请在 WPS 或 Word 里另存为 .docx 再导入。"),
    "rtf": N_("“{name}”是 RTF 文档，本机没有能转换它的程序。请在 WPS 或 Word 里另存为 .docx 再导入。"),
    "pdf": N_("“{name}”是 PDF。请打开后全选、复制文字，再用“从剪贴板导入”。"),
    "picture": N_("“{name}”是图片，里面没有可读的文字。请导入文字版。"),
    "encoding": N_("“{name}”的文字编码认不出来。请用记事本打开，另存为 UTF-8 编码后再导入。"),
    "binary": N_("“{name}”不是文档，读不出文字。请导入 Word 文档（.docx）、网页或文本文件。"),
    "empty": N_("“{name}”里没有文字。请核对是不是选错了文件。"),
    "no-text": N_("“{name}”里没有文字。请核对是不是选错了文件。"),
    "encrypted": N_("“{name}”加了密码，读不出来。请在 WPS 或 Word 里去掉打开密码，保存后再导入。"),
    "macros": N_("“{name}”含有宏，不能导入。请在 WPS 或 Word 里另存为 .docx 再导入。"),
    "doctype": N_("“{name}”含有外部实体，可能是恶意文件，没有导入。请核对它的来历。"),
    "damaged": N_("“{name}”已损坏或不完整，读不出来。请重新复制一份，或在 WPS 里打开后另存为 .docx 再导入。"),
    "too-large": N_("“{name}”展开以后太大，不像一份报告，没有导入。请核对它的来历。"),
    "too-deep": N_("“{name}”里的表格或格式套得太深，读不出来。请复制文字，再用“从剪贴板导入”。"),
    "too-heavy": N_("“{name}”读了太久或占用内存太多，没有导入。请复制其中的文字，再用“从剪贴板导入”。"),
    "unsafe-names": N_("“{name}”里有指到文件以外的路径，可能是恶意文件，没有导入。请核对它的来历。"),
    "duplicate-parts": N_("“{name}”里有重名的内容，可能是恶意文件，没有导入。请在 WPS 里打开后另存为 .docx 再导入。"),
    "not-word": N_("“{name}”不是 Word 文档。请在 WPS 或 Word 里另存为 .docx 再导入。"),
    "ofd": N_("“{name}”是 OFD 版式文件。请打开后全选、复制文字，再用“从剪贴板导入”。"),
    "mail": N_("“{name}”是邮件，不是报告。请把其中的附件另存出来再导入。"),
    "no-report": N_("“{name}”不是本程序导出的报告，或已被改动，没有导入。"),
    "newer": N_("“{name}”是较新版本的程序导出的。请先升级本程序。"),
}
_LACKS = {
    Lack.FRONT: N_("缺少{name}。"),
    Lack.PREFACE: N_("引言还是空的。"),
    Lack.SECTION: N_("“{name}”这一部分还是空的。"),
    Lack.FIELD: N_("“{name}”这一栏还没有填。"),
    Lack.PART: N_("缺少“{name}”这一部分。"),
    Lack.VALUE: N_("文中还有〔{name}〕。"),
}
_NOTES = {
    Rule.MARKS: N_("半角标点改成全角"),
    Rule.CONTROL: N_("去掉控制字符"),
    Rule.ZERO_WIDTH: N_("去掉看不见的零宽字符"),
    Rule.DIRECTION: N_("去掉看不见的书写方向符"),
    Rule.LINE_SEPARATOR: N_("行内的分行符改成空格"),
    Rule.SURROGATE: N_("残缺的字符改成“�”"),
    Rule.PAGE_NUMBER: N_("去掉页码"),
    Rule.TEMPLATE_HINT: N_("去掉模板里的提示"),
    Rule.WEB_RESIDUE: N_("网页上的字没有放进报告"),
    Rule.JOINED: N_("断开的行连成一段"),
    Rule.SPLIT: N_("没有分段的文字按序号分段"),
    Rule.HEADING_SPLIT: N_("标题与正文连在一起，已分开"),
    Rule.NUMBER_GAP: N_("序号跳号"),
    Rule.NUMBER_REPEATED: N_("序号重复"),
    Rule.NUMBER_BACK: N_("序号倒退"),
    Rule.NUMBER_RUNS_ON: N_("序号跨过上一级标题连着数"),
    Rule.NUMBER_BRACKET: N_("序号缺少括号"),
    Rule.NUMBER_FORM: N_("序号写法与层级不符"),
    Rule.NUMBER_MISSING: N_("标题没有序号"),
    Rule.LEVEL_DEEP: N_("第五级序号留在正文里"),
    Rule.ATTACHMENT_TITLE: N_("附件说明与附件标题不一致"),
    Rule.SEAL: N_("去掉“（盖章）”"),
    Rule.DELETION: N_("修订中删除的文字没有读入"),
    Rule.INSERTION: N_("修订中插入的文字按接受读入"),
    Rule.COMMENT: N_("批注没有读入"),
    Rule.HIDDEN: N_("隐藏的文字没有读入"),
    Rule.PICTURE: N_("图片没有读入"),
    Rule.EMBEDDED: N_("嵌入的表格、图表等对象没有读入"),
    Rule.SYMBOL: N_("符号字体里的字没有读入"),
    Rule.BULLET: N_("项目符号没有读入"),
    Rule.CONTENTS: N_("目录没有读入，部分和标题以正文为准"),
    Rule.PAGE_HEAD: N_("页眉页脚里的文字没有读入"),
    Rule.FOOTNOTE: N_("脚注、尾注没有放进正文"),
    Rule.TEXT_BOX: N_("文本框里的文字接在所在的段落后面"),
    Rule.WEB_FRAME: N_("网页上正文以外的文字没有读入"),
}


def sentence(error: Exception, name: str = "") -> str:
    """What to tell the user. `name` is the file or thing at hand. Raises TypeError for an error nobody can meet."""
    if isinstance(error, ReportError):
        return _report_sentence(error, name)
    if isinstance(error, ExportError):
        return _export_sentence(error)
    if isinstance(error, StorageError):
        return storage_sentence(error)
    raise TypeError(error)


def hole_sentence(hole: Hole) -> str:
    """What is missing, in words."""
    return _(_LACKS[hole.lack]).format(name=_(hole.name))


def note_sentence(rule: str, count: int, line: int, quote: str) -> str:
    """What an import changed or noticed; `rule` is the id of a Rule, `line` the first place."""
    quote = "".join(char for char in quote if char.isprintable() or char.isspace())
    words = {"what": _(_NOTES[Rule(rule)]), "count": count, "line": line, "quote": quote}
    if quote:
        return _("{what}，{count}处，第一处在原文第{line}行“{quote}”").format_map(words)
    return _("{what}，{count}处，第一处在原文第{line}行").format_map(words)


def missing_character_sentence(missing: "MissingCharacter", where: str) -> str:
    """A character that cannot be printed, its code and its place."""
    code = f"U+{ord(missing.char):04X}"
    shown = missing.char if missing.char.isprintable() else "�"
    return _("{where}里的“{char}”（{code}）所有字体都没有，印出来会是空框。请换一个写法。").format(
        where=where, char=shown, code=code
    )


def _report_sentence(error: ReportError, name: str) -> str:
    match error:
        case TemplateError():
            return _("报告类型文件“{file}”有错：{place}，{problem}。请改正这个文件，或恢复原来的文件。").format(
                file=error.file, place=error.place, problem=error.problem
            )
        case UnknownType():
            return _("没有“{type}”这个报告类型，可用的有：{known}。").format(
                type=error.type_id, known="、".join(error.known)
            )
        case UnreadableSource():
            return _(_UNREADABLE.get(error.reason, _UNREADABLE["damaged"])).format(name=name)
        case TooMuchText():
            return _("“{name}”太大（{size:,}，上限{limit:,}），不像一份年度报告。请核对是不是选错了文件。").format(
                name=name, size=error.size, limit=error.limit
            )
        case _:
            raise TypeError(error)


def _export_sentence(error: ExportError) -> str:
    match error:
        case TargetUnwritable():
            path: Path = error.path
            return _(_TARGET[error.reason]).format(path=path, folder=path.parent, name=path.name, detail=error.detail)
        case FontUnusable():
            return _("字体文件“{path}”缺失或损坏（{detail}），不能排版。请重新安装本程序。").format(
                path=error.path, detail=error.detail
            )
        case _:
            raise TypeError(error)


def system_faces_sentence(faces: "Iterable[SystemFace]") -> str:
    """Which of the machine's own faces the page is set in."""
    found = list(faces)
    used = "、".join(dict.fromkeys(face.family for face in found if face.embeddable))
    locked = "、".join(dict.fromkeys(face.family for face in found if not face.embeddable))
    told = [
        _("本机可用：{names}；没有的用随程序的。").format(names=used)
        if used
        else _("本机没有装可用的公文字体，都用随程序的。")
    ]
    if locked:
        told.append(_("{names}不许嵌入文件，用随程序的。").format(names=locked))
    return "".join(told)


def paste_sentence(notes: Iterable[Note]) -> str:
    """What a paste changed, in one sentence; "" when nothing."""
    counts = [(one.rule, one.count) for one in notes]
    marks = sum(count for rule, count in counts if rule == "marks")
    other = sum(count for rule, count in counts if rule != "marks")
    told: list[str] = []
    if marks:
        told.append(_("{count}处半角标点已改为全角").format(count=marks))
    if other:
        told.append(_("另有{count}处整理").format(count=other))
    return _("已粘贴，") + "，".join(told) if told else ""
