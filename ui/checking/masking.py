"""Before a copy is published: what must not be told is shown masked, and the clerk says what is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from report.checking.finding import Finding
from report.template import FrontGroup
from report.texts import texts
from resources.i18n import _
from ui.checking.alike import AlikeDialog, ChangeModel
from ui.checking.rows import place_words
from ui.open_report import OpenReport
from ui.theme import Theme


def ask_masking(
    opened: OpenReport, findings: Sequence[Finding], groups: Sequence[FrontGroup], theme: Theme, parent: QWidget
) -> list[Finding] | None:
    """Which of the findings are to be masked in the copy; None when it is not to be made."""
    report = opened.report
    labels = {field.id: field.label for group in groups for field in group.fields}
    places = {
        change.spot: place_words(one, report, opened.type, labels) for one in findings for change in one.changes[:1]
    }
    dialog = AlikeDialog(
        ChangeModel(list(findings), dict(texts(report)), places),
        theme,
        parent,
        _("公开稿里有{count}处个人信息").format(count=len(findings)),
        _("遮盖{count}处，导出"),
        _("不遮盖，照原样导出"),
    )
    dialog.note.setText(_("只在公开稿里遮盖，报告里的文字不变。去掉勾选的照原样印。"))
    return dialog.wanted if dialog.exec() else None
