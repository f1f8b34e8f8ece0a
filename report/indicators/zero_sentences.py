"""A quoted zero said in the words that its indicator has for it."""

import re

from report.content import Link, Paragraph
from report.document import Place
from report.indicators.quoting import map_paragraphs, values_in
from report.linked_text import head, joined, tail
from report.report import Report
from report.template import ReportType

_ENDS = "，。；：！？、（）\n"
_START = re.compile(f"[^{_ENDS}]*$")
_END = re.compile(f"[^{_ENDS}]*")


def say_zero(report_type: ReportType, report: Report, place: Place, link: Link) -> Report:
    """The report with the clause around a quoted zero reading as its indicator's sentence, which quotes it from now on.

    Nothing changes where the indicator has no sentence, its value is not zero, or the clause quotes another one, too.
    """
    values = values_in(report_type, report)
    known = values.indicator(link.indicator)
    if known is None or not known.zero or values.amount(link.indicator) != 0:
        return report

    def rewrite(one: Paragraph) -> Paragraph:
        return _rewritten(one, link, known.zero) if one.id == place.block and link in one.links else one

    return map_paragraphs(report, rewrite)


def _rewritten(paragraph: Paragraph, link: Link, sentence: str) -> Paragraph:
    text = paragraph.text
    before, behind = _START.search(text, 0, link.start), _END.match(text, link.end)
    start = before.start() if before else link.start
    end = behind.end() if behind else link.end
    if any(other != link and start < other.end and other.start < end for other in paragraph.links):
        return paragraph
    said = Paragraph("", sentence, links=(Link(0, len(sentence), link.indicator),))
    return joined(paragraph, head(paragraph, start), said, tail(paragraph, end))
