"""Headings that only their style tells: they get the number that the row of their level would have here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from report.reading.found import Found
from report.reading.leading import Form, Lead

_LONGEST = 60
"""Characters of a heading; whole paragraphs in a heading's style are text."""
_CLOSERS = tuple("。，；：:;,！？")


def add_styled(found: Sequence[Found]) -> list[Found]:
    """The lines; a heading by its style that has no number gets one with an empty source, of a form that fits."""
    forms = _forms(found)
    made: list[Found] = []
    counts: Counter[Form] = Counter()
    for one in found:
        form = one.form if one.lead else forms.get(one.line.form.heading) if _is_styled(one) else None
        if form is None:
            made.append(one)
            continue
        for deeper in Form:
            if deeper > form:
                counts.pop(deeper, None)
        counts[form] = one.lead.value if one.lead else counts[form] + 1
        made.append(one if one.lead else replace(one, lead=Lead(form, counts[form], "", 0), form=form))
    return made


def _is_styled(one: Found) -> bool:
    line = one.line
    if one.lead or one.row or not line.form.heading or line.form.level is not None:
        return False
    return len(line.text) <= _LONGEST and not line.text.endswith(_CLOSERS)


def _forms(found: Sequence[Found]) -> dict[int, Form]:
    """The form of numbers for each depth of heading styles: that of its numbered headings, else the next deeper one."""
    depths = sorted({one.line.form.heading for one in found if _is_styled(one)})
    if not depths:
        return {}
    known: dict[int, Counter[Form]] = {}
    for one in found:
        if one.lead and one.line.form.heading:
            known.setdefault(one.line.form.heading, Counter())[one.form] += 1
    forms: dict[int, Form] = {}
    last: Form | None = None
    for depth in sorted({*depths, *known}):
        form = known[depth].most_common(1)[0][0] if depth in known else _deeper(last)
        if form is None:
            break
        forms[depth] = last = form
    return forms


def _deeper(form: Form | None) -> Form | None:
    if form is None or form is Form.PART:
        return Form.HAN
    return Form(form + 1) if form < max(Form) else None
