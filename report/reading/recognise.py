"""Text → report. The phases, each in its module: clean, drop residue, join, split, cut the ends, outline, match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from report.content import Attachment, Blocks, WrittenDate
from report.errors import TooMuchText, UnknownType
from report.identity import NewId, random_id
from report.notes import Note
from report.numbering import Scheme
from report.reading.blocks import Builder
from report.reading.cleaning import clean
from report.reading.decoding import SIZE_LIMIT
from report.reading.differences import note_differences
from report.reading.ending import Ending, take_ending
from report.reading.facts import find_office, find_year
from report.reading.front import Head, take_front
from report.reading.headings import KnownHeadings, split_heading
from report.reading.inline import split_inline
from report.reading.lines import Line, Log
from report.reading.manuscript import OWN_KIND, Manuscript
from report.reading.matching import Heard, Matched, Matcher
from report.reading.outline import Chapter, Item, find_outline, natural_levels
from report.reading.residue import drop_page_numbers, drop_template_hints, split_contents
from report.reading.rows import table_rows
from report.reading.rules import Rule
from report.reading.wrapping import join_wrapped
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef
from report.template import ReportType

LINE_LIMIT = 50_000
"""Lines that a report may have; one of a province has some hundred."""
_FIRST_SENTENCE = 120
_YEAR_SAMPLE = 200
"""Lines of the text in which the year is looked for when nothing better names it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A report read from text, what was noticed on the way, and what found no place in it.

    `lines` are the source lines of its sections and blocks by id.
    """

    report: Report
    notes: tuple[Note, ...]
    unplaced: tuple[str, ...]
    type_confidence: float
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class _Typed:
    """A type with the sections matched to it."""

    type: ReportType
    matched: Sequence[Matched]
    confidence: float

    def given(self, chapters: Sequence["_Headed"]) -> "_Typed":
        """With the sections that the clerk gave to chapters."""
        known = {one.id for one in self.type.sections}
        kinds = [one.chapter.line.form.kind for one in chapters]
        pairs = zip(kinds, self.matched, strict=True)
        made = [
            Matched(None, 0.0) if kind == OWN_KIND else Matched(kind, 1.0) if kind in known else one
            for kind, one in pairs
        ]
        return replace(self, matched=made)


@dataclass(frozen=True, slots=True)
class _Headed:
    """A chapter with its heading parted from the text behind it."""

    chapter: Chapter
    heading: str
    items: tuple[Item, ...]


def read_report(
    source: str | Manuscript,
    types: Sequence[ReportType],
    *,
    type_id: str | None = None,
    report_id: str = "",
    new_id: NewId = random_id,
) -> Reading:
    """The report that a text or the manuscript of a file is. Without `type_id` the type is recognised.

    Nothing visible is lost: it is in the report, in `unplaced`, or in the reverts of the notes.
    Raises UnknownType, and TooMuchText with a count of characters or of lines.
    """
    candidates = [one for one in types if type_id is None or one.id == type_id]
    if not candidates:
        raise UnknownType(type_id or "", tuple(one.id for one in types))
    log = Log()
    manuscript = Manuscript(source) if isinstance(source, str) else source
    for one in manuscript.remarks:
        log.add(one.rule, one.line, one.quote, count=one.count)
    lines = _prepare(manuscript, log)
    words = tuple(dict.fromkeys(word for one in candidates for word in one.title_words))
    ending, lines = take_ending(lines, log)
    lines, contents = split_contents(lines)
    head, lines = take_front(lines, words)
    head.unplaced += contents
    matchers = [(one, Matcher(one)) for one in candidates]
    outline = find_outline(lines, lambda line: _first_kind(matchers, line), log)
    builder = Builder(new_id, log)
    chapters = _headed(outline.chapters, candidates, log)
    title = head.front.title
    year = find_year(title, (one.heading for one in chapters), ending.date, (one.text for one in lines[:_YEAR_SAMPLE]))
    typed = _choose(matchers, chapters, year).given(chapters)
    note_differences(outline.chapters, outline.scheme, log)
    front, unplaced = _front(builder, head, ending)
    unplaced += manuscript.notes
    preface = builder.blocks(outline.preface)
    sections = tuple(_section(builder, one, kind) for one, kind in zip(chapters, typed.matched, strict=True))
    report = Report(
        id=report_id,
        type=TypeRef(typed.type.id, typed.type.edition, typed.type.hash),
        year=year,
        front=front,
        numbering=outline.scheme,
        preface=preface,
        sections=sections,
        attachments=_attachments(builder, ending, outline.scheme, log),
    )
    return Reading(report, log.notes(), unplaced, typed.confidence, MappingProxyType(builder.places))


def read_blocks(
    source: str | Manuscript, *, new_id: NewId = random_id, scheme: Scheme = Scheme.FOUR
) -> tuple[Blocks, tuple[Note, ...]]:
    """Paragraphs with levels and tables of a text that is pasted into a section numbered by `scheme`.

    Raises TooMuchText.
    """
    log = Log()
    manuscript = Manuscript(source) if isinstance(source, str) else source
    items = natural_levels(_prepare(manuscript, log), scheme)
    return Builder(new_id, log).blocks(items), log.notes()


def _prepare(manuscript: Manuscript, log: Log) -> list[Line]:
    """The paragraphs of a text, without what is no part of it. Raises TooMuchText."""
    text = manuscript.text
    if len(text) > SIZE_LIMIT:
        raise TooMuchText(len(text), SIZE_LIMIT)
    lines = clean(text, log)
    if len(lines) > LINE_LIMIT:
        raise TooMuchText(len(lines), LINE_LIMIT)
    if manuscript.forms:
        lines = [line.with_form(manuscript.form(line.number)) for line in lines]
    if len(lines) > 1:  # a number by itself is what was copied, such as a cell of a table
        lines = drop_page_numbers(lines, log)
    lines = join_wrapped(drop_template_hints(lines, log), log)
    return split_inline(lines, log)


def _first_kind(matchers: Sequence[tuple[ReportType, Matcher]], line: str) -> str | None:
    return next((kind for _, matcher in matchers if (kind := matcher.kind_of(line))), None)


def _headed(chapters: Sequence[Chapter], types: Sequence[ReportType], log: Log) -> list[_Headed]:
    known = KnownHeadings(
        heading.replace("{year}年度", "").replace("{next_year}年度", "")
        for one in types
        for section in one.sections
        for heading in (section.heading, *section.aliases)
    )
    headed: list[_Headed] = []
    for chapter in chapters:
        split = split_heading(chapter.text, known)
        items = chapter.items
        if split.text and split.heading:
            log.add(Rule.HEADING_SPLIT, chapter.line.number, chapter.line.text)
        if split.text:
            items = (Item(replace(chapter.line, text=split.text)), *items)
        headed.append(_Headed(chapter, split.heading, items))
    return headed


def _choose(matchers: Sequence[tuple[ReportType, Matcher]], chapters: Sequence[_Headed], year: int | None) -> _Typed:
    """The type that fits the sections best."""
    heard = [
        Heard(one.heading, one.items[0].text[:_FIRST_SENTENCE].split("。")[0] if one.items else "") for one in chapters
    ]
    tried: list[_Typed] = []
    for report_type, matcher in matchers:
        matched = matcher.match(heard, year)
        tried.append(_Typed(report_type, matched, matcher.fitness(matched)))
    return max(tried, key=lambda one: one.confidence)


def _section(builder: Builder, headed: _Headed, kind: Matched) -> Section:
    id_ = builder.new_id()
    builder.places[id_] = headed.chapter.line.number
    lead = headed.chapter.lead
    number = (lead.source or None) if lead else None
    heading = builder.words(headed.heading, id_, line=headed.chapter.line.number, number=number or "")
    values = MappingProxyType({TEXT_FIELD: builder.blocks(headed.items)})
    return Section(id_, heading, kind.kind, kind.confidence, number, values)


def _front(builder: Builder, head: Head, ending: Ending) -> tuple[Front, tuple[str, ...]]:
    """Front matter from head and ending, and what is left over of both."""
    unplaced = [*head.unplaced, *ending.unplaced]
    front = head.front
    if head.office and ending.signatory:
        unplaced.append(head.office)
    date = ending.date
    if front.date.text and date.text:
        unplaced.append(front.date.text)
    elif front.date.text:
        date = front.date
    signatory = ending.signatory or head.office
    made = replace(
        front,
        title=builder.words(front.title),
        office=find_office(front.title, signatory),
        addressee=builder.words(front.addressee),
        document_number=front.document_number,
        signatory=signatory,
        date=date,
        annotation=builder.words(ending.annotation),
        contact=builder.words(ending.contact),
        copy_to=builder.words(ending.copy_to),
        printer=ending.printer,
        print_date=ending.print_date if ending.print_date.text else WrittenDate(),
    )
    return made, tuple(unplaced)


def _attachments(builder: Builder, ending: Ending, scheme: Scheme, log: Log) -> tuple[Attachment, ...]:
    """The attachments themselves; those that are only listed have a title and nothing on their pages."""
    made: list[Attachment] = []
    for place, (title, lines) in enumerate(ending.bodies):
        listed = ending.listed[place] if place < len(ending.listed) else ""
        title, lines = _title(title, lines, listed)
        if listed and title != listed:
            number = lines[0].number if lines else 1
            log.removed(Rule.ATTACHMENT_TITLE, number, listed)
        made.append(Attachment(builder.new_id(), builder.words(title), builder.blocks(_attached(lines, scheme))))
    made.extend(Attachment(builder.new_id(), builder.words(title)) for title in ending.listed[len(ending.bodies) :])
    return tuple(made)


def _attached(lines: Sequence[Line], scheme: Scheme) -> list[Item]:
    """The lines of an attachment; only those in a heading's style have a level, numbers of others stay in the text."""
    rows = table_rows(lines)
    levels = natural_levels(lines, scheme)
    return [
        item if line.form.heading and item.lead and item.lead.source else Item(line, row=at in rows)
        for at, (line, item) in enumerate(zip(lines, levels, strict=True))
    ]


def _title(title: str, lines: list[Line], listed: str) -> tuple[str, list[Line]]:
    """An attachment's title and the lines below it: from its first line, the next one or two, or the list."""
    if title or not lines:
        return title or listed, lines
    if len(lines) > 1 and lines[0].text + lines[1].text == listed:
        return listed, lines[2:]
    first = lines[0].text
    if "\t" not in first and len(first) <= 60 and not first.endswith("。"):
        return first, lines[1:]
    return listed, lines
