"""Lines → preface and chapters: which numbers head a section, and how deep the others are.

Depth is found from the order of forms in each section, so that 一、→1.→（1） and 一、→（一）→1. both come out right.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from report.content import LEVEL_4, PLAIN
from report.numbering import Scheme
from report.reading.found import Found
from report.reading.leading import Form, Lead
from report.reading.lines import Line, Log
from report.reading.rows import find_leads, top_form
from report.reading.rules import Rule
from report.reading.sections import section_starts

KindOf = Callable[[str], str | None]
"""The section id whose heading or alias a line as a whole is, or None."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line below a section: `row` says that it is a row of a table."""

    line: Line
    lead: Lead | None = None
    level: int = PLAIN
    row: bool = False

    @property
    def text(self) -> str:
        """The text without its number."""
        return self.line.text[self.lead.end :] if self.lead else self.line.text


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as found: its heading line (with the text that may run on in it) and what stands below."""

    line: Line
    lead: Lead | None
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """The heading line without its number."""
        return self.line.text[self.lead.end :] if self.lead else self.line.text


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole text in order."""

    preface: tuple[Item, ...]
    chapters: tuple[Chapter, ...]
    scheme: Scheme


def find_outline(lines: Sequence[Line], kind_of: KindOf, log: Log) -> Outline:
    """Preface, chapters and numbering scheme of the lines between front and ending."""
    found = find_leads(lines)
    top = top_form(found)
    starts = _as_given(found, section_starts(found, top, kind_of))
    ends = [*starts[1:], len(found)] if starts else []
    chapters = tuple(
        Chapter(found[start].line, found[start].lead, tuple(_levels(found[start + 1 : end], log)))
        for start, end in zip(starts, ends, strict=True)
    )
    preface = found[: starts[0]] if starts else found
    items = tuple(_levels(preface, log)) if not starts else tuple(_plain(one) for one in preface)
    return Outline(items, chapters, _scheme(chapters))


def natural_levels(lines: Sequence[Line], scheme: Scheme) -> list[Item]:
    """Lines out of their context (a paste): the level that prints the typed form; 一、 stands above （一）."""
    found = find_leads(lines)
    forms = {one.lead.form for one in found if one.lead}
    levels = {Form.HAN_BRACKET: 2, Form.ARABIC: 3, Form.ARABIC_BRACKET: 4}
    if scheme is Scheme.THREE:
        levels = {Form.ARABIC: 2, Form.ARABIC_BRACKET: 3}
        if Form.HAN_BRACKET in forms:
            levels = {Form.HAN_BRACKET: 2, Form.ARABIC: 3, Form.ARABIC_BRACKET: 4}
    if Form.HAN in forms or Form.PART in forms:
        levels = {form: depth for depth, form in enumerate(sorted(forms), 2) if depth <= LEVEL_4}
    return [_plain(one) if one.lead is None else _at(one, levels.get(one.lead.form, PLAIN)) for one in found]


def _at(one: Found, level: int) -> Item:
    return Item(one.line, one.lead if level else None, level)


def _plain(one: Found) -> Item:
    """A line whose number, if any, stays in its text."""
    return Item(one.line, row=one.row)


def _levels(found: Sequence[Found], log: Log) -> list[Item]:
    """Depth by the stack of forms that are open: a known form closes the deeper ones, a new one opens a level."""
    stack: list[Form] = []
    items: list[Item] = []
    for one in found:
        given = one.line.form.level
        if given:
            stack = (stack + list(Form))[: max(0, given - 2)]
            stack += [one.form] if one.lead else []
            items.append(_at(one, given))
            continue
        if one.lead is None:
            items.append(_plain(one))
            continue
        form = one.form
        if form in stack:
            del stack[stack.index(form) + 1 :]
        else:
            while stack and stack[-1] > form:
                stack.pop()
            stack.append(form)
        level = len(stack) + 1
        if level > LEVEL_4:
            stack.pop()
            log.add(Rule.LEVEL_DEEP, one.line.number, one.line.text)
            items.append(_plain(one))
            continue
        items.append(_at(one, level))
    return items


def _as_given(found: Sequence[Found], starts: Sequence[int]) -> list[int]:
    """The sections, but where the clerk said otherwise of a line."""
    given = {at: one.line.form.level for at, one in enumerate(found) if one.line.form.level is not None}
    return sorted({at for at in starts if at not in given} | {at for at, level in given.items() if level == 1})


def _scheme(chapters: Sequence[Chapter]) -> Scheme:
    """一、1.（1） where the second level is mostly written 1., else 一、（一）1.（1）."""
    forms = [item.lead.form for chapter in chapters for item in chapter.items if item.lead and item.level == 2]
    arabic = sum(form is Form.ARABIC for form in forms)
    return Scheme.THREE if 2 * arabic > len(forms) else Scheme.FOUR
