"""The list of what a check found and what was ignored, as a document that can be signed and kept beside the report."""

from collections.abc import Iterator, Sequence

from report.checking.finding import Finding, Severity
from report.checking.ignoring import key_of
from report.document import Closing, Document, Folio, Grid, Piece, Place, Prose, Style
from report.report import Report
from report.template import ReportType
from resources.i18n import _
from ui.checking.reasons import reason_words
from ui.checking.rows import Head, look_of, rows_of
from ui.checking.watch import CheckState

_NOWHERE = Place("")


def record(report_type: ReportType, state: CheckState, who: str) -> Document:
    """The document: what is open, what is ignored and why; who checked, when."""
    report, moment = state.report, state.moment.astimezone()
    name = report.front.title.strip() or _("{year}年度报告").format(year=report.year or "")
    return Document(
        title=_("{name}体检清单").format(name=name),
        addressee="",
        body=tuple(_body(report_type, state)),
        closing=Closing(who.strip() or report.front.office.strip(), f"{moment.year}年{moment.month}月{moment.day}日"),
        office=report.front.office.strip(),
        year=report.year,
        day=moment.date(),
        style=Style(Folio.CENTRED),
    )


def _body(report_type: ReportType, state: CheckState) -> Iterator[Piece]:
    counts = {one: sum(each.severity is one for each in state.standing) for one in Severity}
    told = "，".join(f"{look_of(one)[2]}{count}处" for one, count in counts.items())
    moment = state.moment.astimezone()
    yield Prose(
        _("{moment:%H:%M}检查全文，还有{count}处：{told}；另有{ignored}处已忽略。").format(
            moment=moment, count=len(state.standing), told=told, ignored=len(state.ignored)
        )
        if state.standing
        else _("{moment:%H:%M}检查全文，没有发现问题；另有{ignored}处已忽略。").format(
            moment=moment, ignored=len(state.ignored)
        ),
        _NOWHERE,
    )
    if state.standing:
        rows = [
            (str(number), look_of(one.severity)[2], part, one.quote, one.message)
            for number, (part, one) in enumerate(_by_part(state.standing, state.report, report_type), 1)
        ]
        yield Grid(((_("序号"), _("程度"), _("部分"), _("文字"), _("问题")), *rows), _NOWHERE, caption=_("待处理"))
    if state.ignored:
        rows = [
            (str(number), one.message, *_decision(one, state.report))
            for number, (_part, one) in enumerate(_by_part(state.ignored, state.report, report_type), 1)
        ]
        heads = (_("序号"), _("问题"), _("忽略的理由"), _("谁"), _("何时"))
        yield Grid((heads, *rows), _NOWHERE, caption=_("已忽略"))


def _by_part(findings: Sequence[Finding], report: Report, report_type: ReportType) -> Iterator[tuple[str, Finding]]:
    part = ""
    for row in rows_of(findings, report, report_type):
        if isinstance(row, Head):
            part = row.title
        else:
            yield part, row


def _decision(finding: Finding, report: Report) -> tuple[str, str, str]:
    one = report.ignored[key_of(finding)]
    return reason_words(one.reason), one.who, one.moment[:10]
