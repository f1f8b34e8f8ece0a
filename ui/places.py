"""What the clerk calls a place in the report."""

from report.compose import section_label
from report.document import PREFACE, Place
from report.report import Report
from resources.i18n import _


def place_words(place: Place, report: Report) -> str:
    """What the clerk calls the place."""
    for index, section in enumerate(report.sections):
        if section.id == place.section:
            return _("第{number}部分").format(number=section_label(report.numbering, index).rstrip("、"))
    if any(one.id == place.section for one in report.attachments):
        return _("附件")
    return _("引言") if place.section == PREFACE else _("基本信息")
