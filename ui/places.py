"""What the clerk calls a place in the report."""

from collections.abc import Mapping

from report.compose import fields_of, section_label
from report.content import Blocks, Item, Pairs, Table
from report.document import FIGURES, PREFACE, Place
from report.report import Report, Value
from report.template import ReportType
from report.texts import FRONT_TEXTS, Spot
from resources.i18n import _


def place_words(place: Place, report: Report) -> str:
    """What the clerk calls the place."""
    for index, section in enumerate(report.sections):
        if section.id == place.section:
            return _("第{number}部分").format(number=section_label(report.numbering, index).rstrip("、"))
    if any(one.id == place.section for one in report.attachments):
        return _("附件")
    if place.section == FIGURES:
        return _("指标数据")
    return _("引言") if place.section == PREFACE else _("基本信息")


def spot_words(spot: Spot, report: Report, report_type: ReportType, front_labels: Mapping[str, str]) -> str:
    """What the clerk calls the place of a text within its part: 第3段, 表格第2行, 第1条原因, 主送机关.

    `front_labels` are the words for the fields of the basic data, by their ids.
    """
    place = spot.place
    for section in report.sections:
        if section.id == place.section:
            if spot.part == "heading":
                return _("标题")
            fields = fields_of(report_type.section(section.kind))
            label = next((field.label for field in fields if field.id == place.field), "")
            return _entry_words(spot, section.values.get(place.field)) or label
    for number, attachment in enumerate(report.attachments, 1):
        if attachment.id == place.section:
            within = _("标题") if spot.part == "title" else _entry_words(spot, attachment.blocks)
            several = len(report.attachments) > 1
            return _("附件{number}").format(number=number) + within if several else within
    if place.section == PREFACE:
        return _entry_words(spot, report.preface)
    return front_labels.get(place.field, "") if place.field in FRONT_TEXTS else ""


def _entry_words(spot: Spot, value: Value) -> str:
    """Which entry or row of a field's value it is, "" for one that has none."""
    if isinstance(value, Table):
        return _("表格第{row}行").format(row=spot.row + 1)
    if isinstance(value, Pairs):
        return _("引语") if spot.part == "lead" else _pair_words(spot, value)
    return _block_words(spot, value) if isinstance(value, tuple) else ""


def _pair_words(spot: Spot, pairs: Pairs) -> str:
    number = next((place for place, row in enumerate(pairs.rows, 1) if row.id == spot.place.block), 0)
    words = _("第{number}条原因") if spot.part == "cause" else _("第{number}条不足")
    return words.format(number=number)


def _block_words(spot: Spot, entries: Blocks | tuple[Item, ...]) -> str:
    if spot.part == "caption":
        return _("表名")
    if spot.row >= 0:
        return _("表格第{row}行").format(row=spot.row + 1)
    for number, entry in enumerate(entries, 1):
        if entry.id == spot.place.block:
            words = _("第{number}条") if isinstance(entry, Item) else _("第{number}段")
            return words.format(number=number)
    return ""
