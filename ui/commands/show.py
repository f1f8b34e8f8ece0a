"""`show` and `types`: what a report is and which types there are, for people and as JSON."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from typing import Any

from report.errors import ReportError
from report.summary import summarise
from resources.i18n import _
from ui.commands.failure import CommandFailure
from ui.commands.output import tell
from ui.commands.sources import Wanted, all_types, load_source
from ui.sentences import note_sentence, sentence

_SHOWN = 40
"""Characters of a paragraph shown in the outline for people."""


def run_show(options: Namespace) -> int:
    """Print what the report is. Raises CommandFailure."""
    source = load_source(Wanted(options.source, options.type, options.year, options.office, options.data))
    from report.recognition.report_numbers import recognise  # not needed to refuse a source

    summary = summarise(
        source.type,
        source.report,
        notes=source.notes,
        unplaced=source.unplaced,
        type_confidence=source.type_confidence,
        recognised=recognise(source.type, source.report, source.type.catalogue),
    )
    if options.json:
        tell(json.dumps(summary, ensure_ascii=False, indent=1))
    else:
        tell("\n".join(_outline(summary, source.type.name)))
    return 0


def run_types(options: Namespace) -> int:
    """Print the report types. Raises CommandFailure."""
    try:
        types = all_types()
    except ReportError as error:
        raise CommandFailure(sentence(error)) from error
    if options.json:
        rows = [{"id": one.id, "name": one.name, "edition": one.edition} for one in types]
        tell(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        tell("\n".join(f"{one.id}\t{one.name}" for one in types))
    return 0


def _outline(summary: Mapping[str, Any], type_name: str) -> Iterator[str]:
    front = (("title", _("标题")), ("addressee", _("主送")), ("signatory", _("署名")), ("date_text", _("日期")))
    for key, label in front:
        yield f"{label}：{summary[key] or _('（没有）')}"
    yield f"{_('类型')}：{type_name}（{summary['type_confidence']:.0%}）"
    yield ""
    for section in summary["sections"]:
        kind = section["kind"] or _("自设")
        yield f"{section['label']}{section['heading']}  〔{kind} {section['confidence']:.0%}〕"
        yield from _blocks(section["blocks"])
    for attachment in summary["attachments"]:
        yield f"{_('附件')}：{attachment['title']}"
    for text in summary["unplaced"]:
        yield f"{_('没有归处')}：{text[:_SHOWN]}"
    for note in summary["notes"]:
        yield f"{_('说明')}：{note_sentence(note['rule'], note['count'], note['line'], note['quote'])}"


def _blocks(blocks: list[dict[str, Any]]) -> Iterator[str]:
    for block in blocks:
        indent = "  " * max(block["level"] - 1, 1)
        if "table" in block:
            yield indent + _("〔表格，{rows}行〕").format(rows=len(block["table"]))
            continue
        text = block["text"]
        yield indent + (block["label"] or "") + text[:_SHOWN] + ("……" if len(text) > _SHOWN else "")
