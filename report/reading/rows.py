"""Which leading numbers of a text count: weak ones that fit in their row, mistyped ones judged by their neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from report.content import PLAIN
from report.reading.found import Found
from report.reading.leading import Form, Lead, read_lead
from report.reading.lines import Line
from report.reading.styled import add_styled

_LISTED = re.compile("[；;，,][ \u3000]?(?=[（(0-9一二])")
_LISTED_WITHIN = 200
"""Characters in which the second entry of a list inside a line is looked for."""
_SPARSE_LIMIT = 20
_WEAK_LIMIT = 60
"""Characters of a line that a weak number may head."""


def find_leads(lines: Sequence[Line]) -> list[Found]:
    """The lines with the numbers that count."""
    rows = table_rows(lines)
    found: list[Found] = []
    for at, line in enumerate(lines):
        lead = None if at in rows or line.form.caption or line.form.level == PLAIN else read_lead(line.text)
        # A number with nothing behind it numbers nothing.
        lead = lead if lead and lead.end < len(line.text) and not _opens_list(line, lead, lines, at) else None
        if lead and line.form.level:
            lead = replace(lead, weak=False)
        found.append(Found(line, lead, lead.form if lead else Form.HAN, at in rows))
    found = add_styled(_drop_weak(found))
    return _mend(_nest(found))


def _opens_list(line: Line, lead: Lead, lines: Sequence[Line], at: int) -> bool:
    """Whether a line holds its whole list: （1）力量不足；（2）质量不高。, and the next line does not go on with it."""
    second = _LISTED.search(line.text, lead.end, lead.end + _LISTED_WITHIN)
    inner = read_lead(line.text, second.end()) if second and lead.value == 1 else None
    if inner is None or (inner.form, inner.value) != (lead.form, 2):
        return False
    after = read_lead(lines[at + 1].text) if at + 1 < len(lines) else None
    return after is None or (after.form, after.value) != (lead.form, 2)


def table_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Places of lines that are rows of tables: two or more together with tabs in them, or one with three cells."""
    tabbed = [1 if line.form.table else _cell_count(line) for line in lines]
    rows: set[int] = set()
    for at, count in enumerate(tabbed):
        beside = (at > 0 and tabbed[at - 1] > 1) or (at + 1 < len(tabbed) and tabbed[at + 1] > 1)
        if (
            lines[at].form.is_row
            or count > 2
            or (count > 1 and beside)
            or (at - 1 in rows and _is_sparse_row(lines[at]))
        ):
            rows.add(at)
    return frozenset(rows)


def _is_sparse_row(line: Line) -> bool:
    """Whether a line below a row may be one with a single filled cell."""
    return bool(line.lead or line.tail) and len(line.text) <= _SPARSE_LIMIT and not line.text.endswith("。")


def _cell_count(line: Line) -> int:
    if "\t" not in line.text:
        return 1
    lead = read_lead(line.text)
    # The tab of an automatic number (一、⇥主要举措) makes no table.
    rest = line.text[lead.end :] if lead else line.text
    return 1 if "\t" not in rest else len(line.cells)


def top_form(found: Sequence[Found]) -> Form | None:
    """The form of the numbers that head sections, None when no numbers do."""
    values: dict[Form, list[int]] = {form: [] for form in Form}
    for one in found:
        if one.lead and not one.sub:
            values[one.form].append(one.lead.value)
    if len(values[Form.PART]) > 1:
        return Form.PART
    if values[Form.HAN]:
        return Form.HAN
    for form in (Form.HAN_BRACKET, Form.ARABIC, Form.ARABIC_BRACKET):
        if values[form]:
            # One number alone, or a row that does not begin, is no outline.
            return form if values[form][0] == 1 and 2 in values[form] else None
    return None


def _drop_weak(found: Sequence[Found]) -> list[Found]:
    """Without weak numbers whose neighbours of the same form do not count on from or to them."""
    kept = list(found)
    for form in Form:
        places = [at for at, one in enumerate(found) if one.lead and one.lead.form is form]
        for index, at in enumerate(places):
            lead = found[at].lead
            if lead is None or not lead.weak:
                continue
            before = found[places[index - 1]].lead if index else None
            after = found[places[index + 1]].lead if index + 1 < len(places) else None
            fits = (before and before.value == lead.value - 1) or (after and after.value == lead.value + 1)
            short = form is not Form.HAN or len(found[at].line.text) <= _WEAK_LIMIT
            if not (fits and short):
                kept[at] = replace(found[at], lead=None)
    return kept


def _nest(found: Sequence[Found]) -> list[Found]:
    """A row 一、二、… inside a section whose own row goes on afterwards (四、一、二、三、五、) is of a deeper level."""
    made = list(found)
    places = [at for at, one in enumerate(found) if one.lead and one.form is Form.HAN]
    values = [lead.value for at in places if (lead := found[at].lead)]
    top, index = 0, 0
    while index < len(values):
        length = _nested_length(values, index, top)
        if length:
            for at in places[index : index + length]:
                made[at] = replace(found[at], sub=True)
            index += length
        else:
            top = values[index]
            index += 1
    return made


def _nested_length(values: Sequence[int], index: int, top: int) -> int:
    """How many numbers from `index` on are a row of their own after which `top` goes on; 0 when they are not."""
    if top < 1 or values[index] != 1:
        return 0
    length = 1
    while index + length < len(values) and values[index + length] == length + 1:
        length += 1
    if length > top and length > 1 and _value_at(values, index + length) != top + 1:
        # The row may have run into the next number above it: 三、一、二、三、四、 is three below and 四、.
        length = top
    return length if length > 1 and _value_at(values, index + length) == top + 1 else 0


def _value_at(values: Sequence[int], index: int) -> int:
    return values[index] if index < len(values) else 0


def _mend(found: Sequence[Found]) -> list[Found]:
    """Numbers typed in the form of another level, where both rows show it."""
    made = list(found)
    tops = [at for at, one in enumerate(made) if one.lead and one.form is Form.HAN and not one.sub]
    brackets = _last_brackets(made)
    for index, at in enumerate(tops):
        before = made[tops[index - 1]].lead if index else None
        following = tops[index + 1] if index + 1 < len(tops) else len(made)
        after = made[following].lead if following < len(made) else None
        behind = next((one.lead.value for one in made[at + 1 : following] if _is_bracket(one) and one.lead), 0)
        lead = made[at].lead
        if lead is None:
            continue
        double = _misplaced(made, at, following, lead.value) if behind == lead.value + 1 else None
        if _belongs_below(lead, before, after, brackets[at], behind, doubled=double is not None):
            made[at] = replace(made[at], form=Form.HAN_BRACKET, sub=True)
            missing = double
        else:
            gap = after is not None and after.value == lead.value + 2
            missing = _misplaced(made, at, following, lead.value + 1) if gap else None
        if missing is not None:
            made[missing] = replace(made[missing], form=Form.HAN, sub=False)
    return made


def _is_bracket(one: Found) -> bool:
    return one.lead is not None and one.form is Form.HAN_BRACKET


def _last_brackets(made: Sequence[Found]) -> list[int]:
    """For each place the value of the last （一） before it, 0 for none."""
    last, values = 0, list[int]()
    for one in made:
        values.append(last)
        last = one.lead.value if one.lead and _is_bracket(one) else last
    return values


def _belongs_below(
    lead: Lead, before: Lead | None, after: Lead | None, bracket: int, behind: int, *, doubled: bool
) -> bool:
    """Whether "二、" stands for （二）: （一） before it (`bracket`), （三） `behind` it, and no need of it above.

    `doubled` says that another number of this value stands out of its row before the next section.
    """
    if before is None or bracket != lead.value - 1:
        return False
    needed = lead.value == before.value + 1 and not doubled and not (after and after.value == lead.value)
    goes_on = behind == lead.value + 1 or (after is not None and after.value == before.value + 1)
    return goes_on and not needed


def _misplaced(made: Sequence[Found], start: int, end: int, value: int) -> int | None:
    """Place of a short line between two sections whose number has this value and breaks the row of its form."""
    last: dict[Form, int] = {}
    for at in range(start + 1, end):
        one = made[at]
        if one.lead is None:
            continue
        continues = last.get(one.form, one.lead.value - 1) == one.lead.value - 1
        if one.lead.value == value and not continues and len(one.line.text) <= _WEAK_LIMIT:
            return at
        last[one.form] = one.lead.value
        for deeper in Form:
            if deeper > one.form:
                last.pop(deeper, None)
    return None
