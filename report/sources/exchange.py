"""A manuscript, or why there is none, as JSON: what the process that reads a file hands to the one that asked."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from report.errors import ReportError, TooMuchText, UnreadableSource
from report.reading.manuscript import PLAIN_LINE, LineForm, Manuscript, Remark
from report.reading.rules import Rule

_PLAIN = asdict(PLAIN_LINE)


def manuscript_json(manuscript: Manuscript) -> str:
    """The manuscript."""
    forms = {number: _changes(form) for number, form in manuscript.forms.items()}
    remarks = [[one.rule.value, one.count, one.line, one.quote] for one in manuscript.remarks]
    return json.dumps({"text": manuscript.text, "forms": forms, "notes": manuscript.notes, "remarks": remarks})


def refusal_json(error: ReportError) -> str:
    """Why a file is not read."""
    if isinstance(error, TooMuchText):
        return json.dumps({"too-much": [error.size, error.limit]})
    assert isinstance(error, UnreadableSource)
    return json.dumps({"unreadable": [error.reason, error.detail[:500]]})


def read_answer(answer: bytes) -> Manuscript:
    """The manuscript in an answer. Raises what it tells: UnreadableSource, TooMuchText; ValueError for no answer."""
    data: dict[str, Any] = json.loads(answer)
    if "too-much" in data:
        raise TooMuchText(*data["too-much"])
    if "unreadable" in data:
        raise UnreadableSource(*data["unreadable"])
    forms = {int(number): LineForm(**changes) for number, changes in data["forms"].items()}
    remarks = tuple(Remark(Rule(rule), count, line, quote) for rule, count, line, quote in data["remarks"])
    return Manuscript(data["text"], MappingProxyType(forms), tuple(data["notes"]), remarks)


def _changes(form: LineForm) -> Mapping[str, Any]:
    return {name: value for name, value in asdict(form).items() if value != _PLAIN[name]}
