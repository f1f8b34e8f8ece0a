"""What the pictures of the history show: a report with some days behind it."""

from collections.abc import Hashable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QDialog

from report.content import Paragraph
from report.document import Place
from report.report import TEXT_FIELD, Report
from report.state_comparison import States
from storage.records import Revision
from ui.application import Application
from ui.diagnosis import Packed
from ui.dialogs.diagnosis import DiagnosisDialog
from ui.history.dialog import HistoryDialog, Scope
from ui.history.naming import NamingDialog

_NOW = datetime(2026, 1, 19, 2, 34, tzinfo=UTC)
_WORK = (
    (0, "张三", "", 46, "修改“举措和成效”第4段"),
    (22, "张三", "", -12, "修改“举措和成效”第2段"),
    (64 * 60, "李四", "", 118, "添加“举措和成效”第3段"),
    (66 * 60, "张三", "送审稿", 0, "freeze"),
    (67 * 60, "张三", "", 203, "修改“举措和成效”第1段"),
    (13 * 24 * 60, "张三", "", 862, "导入“去年.txt”"),
)


def history_dialogs(program: Application) -> Iterator[tuple[str, QDialog]]:
    """The history with a version chosen; a version getting its name."""
    report, theme, icons, window = program.window.report, program.theme, program.icons, program.window
    assert report is not None
    section = next(one for one in report.sections if one.kind == "measures")
    place = Place(section.id)
    scopes: dict[Hashable, Scope] = {
        "part": Scope("这一部分", f"四、{section.heading}", place),
        "here": Scope("光标这段", "", place),
        "all": Scope("全文", "全文", place),
    }
    type_ = program.window.session.opened.type if program.window.session is not None else program.context.types[0]
    dialog = HistoryDialog(scopes, lambda then: States(type_, then, report), theme, icons, window)
    revisions = tuple(_revision(100 - number, *work) for number, work in enumerate(_WORK))
    dialog.ask()
    dialog.show_revisions(place, revisions)
    dialog.show_state(revisions[1], place, _earlier(report, section.id))
    yield "history", dialog
    entries = (
        Packed(
            "版本.txt",
            "程序、组件和系统的版本",
            "呈报 0.1.0\nPython 3.11.7\nQt 6.9.3\nSQLite 3.40.1\nReportLab 5.1.0\n",
        ),
        Packed("数据状况.txt", "数据文件多大、各表多少行、核对结果，没有内容", "第4版\ndb\t229376\nblock\t63\n"),
        Packed("日志.txt", "出错的位置，没有报告文字", "没有出过错。\n"),
    )
    yield "diagnosis", DiagnosisDialog(entries, theme, window)
    yield "version", NamingDialog(["送审稿"], theme, window)


def _revision(sequence: int, ago: int, who: str, name: str, grown: int, deed: str) -> Revision:
    moment = _NOW - timedelta(minutes=ago)
    return Revision(sequence, moment - timedelta(minutes=5), moment, who, name, (deed,), grown, ())


def _earlier(report: Report, section: str) -> Report:
    """The report with some words otherwise and a paragraph less."""
    first, second, *rest = report.section(section).text
    assert isinstance(second, Paragraph)
    older = replace(second, text=second.text.replace("，", "，全面", 1)[:-8] + "。", links=())
    return report.with_section(section, lambda one: one.with_value(TEXT_FIELD, (first, older, *rest[1:])))
