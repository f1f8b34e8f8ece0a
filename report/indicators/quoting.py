"""Where the text of a report quotes its indicators, and how the text follows their values.

A link's words read as the indicator's value: digits, the number in characters, its sentence for zero, or 〔待填：…〕.
Linking changes no text; a changed value changes the words of all its links, and nothing else does.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import cast

from report.content import Attachment, Blocks, Link, Paragraph
from report.document import PREFACE, Place
from report.indicators.amounts import reads_as
from report.indicators.figures import Amount, Figures
from report.indicators.values import Values, values_of
from report.linked_text import linked, unlinked, with_pieces
from report.report import TEXT_FIELD, Report, Section, Value
from report.template import ReportType


@dataclass(frozen=True, slots=True)
class Quotation:
    """One place in the text that quotes an indicator: the paragraph's place, the link, its words."""

    place: Place
    link: Link
    words: str


def values_in(report_type: ReportType, report: Report) -> Values:
    """The values of a report's indicators."""
    return values_of(report_type.catalogue, report.figures)


def quotations(report: Report, indicator: str | None = None) -> Iterator[Quotation]:
    """Every linked place in the order of the tabs; those of one indicator when it is named."""
    for place, paragraph in linked_paragraphs(report):
        for link in paragraph.links:
            if indicator is None or link.indicator == indicator:
                yield Quotation(place, link, paragraph.text[link.start : link.end])


def linked_paragraphs(report: Report) -> Iterator[tuple[Place, Paragraph]]:
    """The paragraphs that quote something, with their places."""
    for section, field, value in _prose(report):
        for one in value:
            if isinstance(one, Paragraph) and one.links:
                yield Place(section, field, one.id), one


def set_figures(report_type: ReportType, report: Report, figures: Figures) -> Report:
    """The report with other figures, its text following: links whose value differs get other words."""
    before, after = values_in(report_type, report), values_of(report_type.catalogue, figures)
    linked_to = {link.indicator for _, one in linked_paragraphs(report) for link in one.links}
    changed = {one for one in linked_to if not _same(before, after, one)}
    return replace(_requoted(report, after, changed), figures=figures)


def settled(report_type: ReportType, before: Report, after: Report) -> Report:
    """The report after an edit of its text, with every link reading as its value.

    What the edit brought along, from a paste or from last year, may quote a value that is another by now: it is written
    anew. A link to an indicator that there is not in this report becomes plain text.
    """
    known = {id(one) for _, one in linked_paragraphs(before)}
    if all(id(one) in known for _, one in linked_paragraphs(after)):
        return after
    values = values_in(report_type, after)

    def settle(paragraph: Paragraph) -> Paragraph:
        if not paragraph.links or id(paragraph) in known:
            return paragraph
        strange = [one for one in paragraph.links if values.indicator(one.indicator) is None]
        for link in strange:
            paragraph = unlinked(paragraph, link)
        return _rewritten(paragraph, values, [one for one in paragraph.links if not reads(values, one, paragraph.text)])

    return map_paragraphs(after, settle)


def reads(values: Values, link: Link, text: str) -> bool:
    """Whether the words of a link say its indicator's value."""
    words, amount = text[link.start : link.end], values.amount(link.indicator)
    if words == values.quoted(link.indicator):
        return True
    return isinstance(amount, Decimal) and _number(values, link.indicator, words) == amount


def link_place(report: Report, place: Place, link: Link) -> Report:
    """The report with a number in its text linked; the text stays. Nothing changes where the paragraph is not there."""
    return map_paragraphs(report, lambda one: linked(one, link) if one.id == place.block else one)


def unlink_place(report: Report, place: Place, link: Link) -> Report:
    """The report with a link taken off; its words stay as plain text."""
    return map_paragraphs(report, lambda one: unlinked(one, link) if one.id == place.block else one)


def unlink_all(report: Report, indicator: str) -> Report:
    """The report without any link to an indicator; the words stay."""

    def plain(one: Paragraph) -> Paragraph:
        kept = tuple(link for link in one.links if link.indicator != indicator)
        return one if len(kept) == len(one.links) else replace(one, links=kept)

    return map_paragraphs(report, plain)


def map_paragraphs(report: Report, change: Callable[[Paragraph], Paragraph]) -> Report:
    """The report with each paragraph as `change` gives it; what stays equal is the same object."""

    def blocks(old: Blocks) -> Blocks:
        new = tuple(change(one) if isinstance(one, Paragraph) else one for one in old)
        return old if all(one is other for one, other in zip(old, new, strict=True)) else new

    def section(old: Section) -> Section:
        changed = {name: after for name, value in old.values.items() if (after := _mapped(value, blocks)) is not value}
        return replace(old, values=MappingProxyType({**old.values, **changed})) if changed else old

    def attachment(old: Attachment) -> Attachment:
        new = blocks(old.blocks)
        return old if new is old.blocks else replace(old, blocks=new)

    parts: Mapping[str, object] = {
        "preface": blocks(report.preface),
        "sections": _kept(report.sections, map(section, report.sections)),
        "attachments": _kept(report.attachments, map(attachment, report.attachments)),
    }
    if all(getattr(report, name) is part for name, part in parts.items()):
        return report
    return replace(report, **parts)  # pyright: ignore[reportArgumentType]


def _kept(old: tuple[object, ...], new: Iterable[object]) -> tuple[object, ...]:
    made = tuple(new)
    return old if all(one is other for one, other in zip(old, made, strict=True)) else made


def _mapped(value: Value, blocks: Callable[[Blocks], Blocks]) -> Value:
    return blocks(cast("Blocks", value)) if _is_prose(value) else value


def _is_prose(value: Value) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, Paragraph) for one in value)


def _prose(report: Report) -> Iterator[tuple[str, str, Blocks]]:
    """All prose: section, field, blocks."""
    yield PREFACE, TEXT_FIELD, report.preface
    for section in report.sections:
        for field, value in section.values.items():
            if _is_prose(value):
                yield section.id, field, cast("Blocks", value)
    for attachment in report.attachments:
        yield attachment.id, TEXT_FIELD, attachment.blocks


def _same(before: Values, after: Values, indicator: str) -> bool:
    """Whether an indicator's links say the same; a name counts where it stands in the text."""
    old, new = before.amount(indicator), after.amount(indicator)
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        return old == new and old.as_tuple().exponent == new.as_tuple().exponent
    return old is new and before.quoted(indicator) == after.quoted(indicator)


def _requoted(report: Report, values: Values, changed: Iterable[str]) -> Report:
    changed = frozenset(changed)
    if not changed:
        return report

    def rewrite(paragraph: Paragraph) -> Paragraph:
        return _rewritten(paragraph, values, [one for one in paragraph.links if one.indicator in changed])

    return map_paragraphs(report, lambda one: rewrite(one) if one.links else one)


def _rewritten(paragraph: Paragraph, values: Values, links: list[Link]) -> Paragraph:
    """The paragraph with these links saying their values; a sentence for zero gives way to a number with its name."""
    if not links:
        return paragraph
    zeros = [one for one in links if _is_zero_sentence(values, one, paragraph.text)]
    paragraph = with_pieces(paragraph, [(one, values.quoted(one.indicator)) for one in links if one not in zeros])
    return _spell_out(paragraph, values) if zeros else paragraph


def _spell_out(paragraph: Paragraph, values: Values) -> Paragraph:
    """Sentences for a zero that is none any more become name, value and unit; the link stays on the value."""
    for link in reversed(paragraph.links):
        if not _is_zero_sentence(values, link, paragraph.text) or values.amount(link.indicator) == 0:
            continue
        indicator, quoted = link.indicator, values.quoted(link.indicator)
        number = isinstance(values.amount(indicator), Decimal)
        before = values.name(indicator) if number else ""
        behind = values.unit(indicator) if number else ""
        grown = with_pieces(paragraph, [(link, before + quoted + behind)])
        start = link.start + len(before)
        links = tuple(
            Link(start, start + len(quoted), indicator) if one.start == link.start else one for one in grown.links
        )
        paragraph = replace(grown, links=links)
    return paragraph


def _is_zero_sentence(values: Values, link: Link, text: str) -> bool:
    known = values.indicator(link.indicator)
    return bool(known and known.zero) and text[link.start : link.end] == (known.zero if known else "")


def _number(values: Values, indicator: str, words: str) -> Amount:
    known = values.indicator(indicator)
    if known and known.zero and words == known.zero:
        return Decimal(0)
    return reads_as(words)
