"""This year's report beside last year's, part by part: what became of each paragraph as it is printed.

What is compared is what would be printed: so every kind of field can be, and one kind with another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from report.compose import attachment_pages, preface_pieces, section_pieces
from report.content import Block, Paragraph, Table, WrittenDate
from report.differences import FRONT
from report.document import PREFACE, AttachmentPage, Piece, Place, Prose
from report.kinds import written
from report.likeness import similarity
from report.reading.matching import plain_heading
from report.report import Report, Section
from report.template import FrontGroup, ReportType
from report.year_alignment import MatchKind, align_years

ATTACHMENTS = "attachments"
"""Name of the part that all attachments make up; the other parts are FRONT, PREFACE and sections by their ids."""
TITLE = "title"
"""Field of an attachment's title."""
_ALIKE = 0.7
"""Likeness from which two headings of unlike types mean the same section."""


@dataclass(frozen=True, slots=True)
class Years:
    """A report and the one of the year before, each with its type; `groups` declare the front matter of both."""

    type: ReportType
    report: Report
    last_type: ReportType
    last: Report
    groups: tuple[FrontGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What last year printed (`before`) and what continues it (`after`); see `year_alignment.Match`.

    A piece of level 0 with a label is a named value: a field of the front matter or the title of an attachment.
    """

    kind: MatchKind
    before: Piece | None
    after: Piece | None

    @property
    def is_kept_heading(self) -> bool:
        """Whether it is a heading line that stayed, as headings should: nothing a clerk has to look at."""
        one = self.after
        return self.kind is MatchKind.UNCHANGED and isinstance(one, Prose) and bool(one.level) and one.is_heading_line


@dataclass(frozen=True, slots=True)
class Comparison:
    """A part in both years: `before` is all that last year printed, in its order.

    `has_counterpart` is False for a section that last year's report does not have.
    """

    passages: tuple[Passage, ...] = ()
    before: tuple[Piece, ...] = ()
    has_counterpart: bool = True

    def count(self, kind: MatchKind) -> int:
        """How many passages of a kind there are, headings that stayed apart."""
        return sum(one.kind is kind and not one.is_kept_heading for one in self.passages)


def compare_part(years: Years, part: str, known: Sequence[Passage] = ()) -> Comparison:
    """A part of this year's report beside last year's.

    `known` are the passages found before an edit: paragraphs that are as they were keep their partners, so that nothing
    jumps while one is being written, and only the rest is compared. Nothing is there for a part that does not exist.
    """
    if part == FRONT:
        return compare_pieces(front_pieces(years.groups, years.last), front_pieces(years.groups, years.report), known)
    if part == PREFACE:
        return compare_pieces(preface_pieces(years.last), preface_pieces(years.report), known)
    if part == ATTACHMENTS:
        return _attachments(years, known)
    section = next((one for one in years.report.sections if one.id == part), None)
    if section is None:
        return Comparison()
    after = section_pieces(years.type, years.report, section)
    counterpart = counterparts(years).get(part)
    if counterpart is None:
        return Comparison(_passages((), after, {}), (), has_counterpart=False)
    return compare_pieces(section_pieces(years.last_type, years.last, counterpart), after, known)


def unchanged_count(report_type: ReportType, report: Report, last: Report, last_type: ReportType | None = None) -> int:
    """How many paragraphs and tables of the whole text read as they did last year; headings are not counted."""
    years = Years(report_type, report, last_type or report_type, last)
    return sum(compare_part(years, part).count(MatchKind.UNCHANGED) for part in text_parts(report))


def text_parts(report: Report) -> Iterator[str]:
    """The names of all parts but the front matter."""
    yield PREFACE
    yield from (section.id for section in report.sections)
    yield ATTACHMENTS


def counterparts(years: Years) -> Mapping[str, Section]:
    """Last year's section for the id of this year's: of the same kind, else of the same heading, years apart.

    Where the types differ, a heading that is much alike will do.
    """
    rest = list(years.last.sections)
    found: dict[str, Section] = {}
    ways = [_same_kind, _same_heading] + ([_like_heading] if years.type.id != years.last_type.id else [])
    for way in ways:
        for section in years.report.sections:
            if section.id not in found:
                best = max(rest, key=lambda one, section=section, way=way: way(section, one), default=None)
                if best is not None and way(section, best):
                    found[section.id] = best
                    rest.remove(best)
    return found


def _same_kind(one: Section, other: Section) -> float:
    return float(one.kind is not None and one.kind == other.kind)


def _same_heading(one: Section, other: Section) -> float:
    heading = plain_heading(one.heading)
    return float(bool(heading) and heading == plain_heading(other.heading))


def _like_heading(one: Section, other: Section) -> float:
    share = similarity(plain_heading(one.heading), plain_heading(other.heading))
    return share if share >= _ALIKE else 0.0


# The parts


def front_pieces(groups: Sequence[FrontGroup], report: Report) -> tuple[Piece, ...]:
    """Every field of the front matter that holds something, its label as the piece's."""
    pieces: list[Piece] = []
    for group in groups:
        for field in group.fields:
            value = getattr(report.front, field.id, "")
            text = written(value) if isinstance(value, WrittenDate) else str(value).strip()
            if text:
                pieces.append(Prose(text, Place(FRONT, field.id), label=field.label))
    return tuple(pieces)


def _attachments(years: Years, known: Sequence[Passage]) -> Comparison:
    """Attachment by attachment: those of like titles belong together."""
    old, new = attachment_pages(years.last), attachment_pages(years.report)
    titles = align_years(_titles(old), _titles(new))
    passages: list[Passage] = []
    for match in titles:
        before = pieces_with_title(old[int(match.before.id)]) if match.before else ()
        after = pieces_with_title(new[int(match.after.id)]) if match.after else ()
        passages += compare_pieces(before, after, known).passages
    return Comparison(tuple(passages), tuple(piece for page in old for piece in pieces_with_title(page)))


def _titles(pages: Sequence[AttachmentPage]) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(str(number), page.title or page.label) for number, page in enumerate(pages))


def pieces_with_title(page: AttachmentPage) -> tuple[Piece, ...]:
    """What an attachment prints, its title first."""
    title = Prose(page.title, Place(page.place.section, TITLE), label=page.label, heading=len(page.title))
    return (title, *page.pieces)


# Pieces beside pieces


def compare_pieces(before: Sequence[Piece], after: Sequence[Piece], known: Sequence[Passage]) -> Comparison:
    """Pieces beside those that continue them; see `compare_part` for what is `known`."""
    partners = _fixed(before, after) | _known_partners(before, after, known)
    taken = set(partners.values())
    old = tuple(_block(one, number) for number, one in enumerate(before) if number not in taken)
    new = tuple(_block(one, number) for number, one in enumerate(after) if number not in partners)
    for match in align_years(old, new):
        if match.before is not None and match.after is not None:
            partners[int(match.after.id)] = int(match.before.id)
    return Comparison(_passages(before, after, partners), tuple(before))


def _fixed(before: Sequence[Piece], after: Sequence[Piece]) -> dict[int, int]:
    """Named values belong to the one of the same name, whatever they read; so do titles that were put together."""
    names = {_name(one): number for number, one in enumerate(before) if _name(one)}
    return {number: names[_name(one)] for number, one in enumerate(after) if _name(one) in names}


def _name(piece: Piece) -> str:
    return piece.place.field if isinstance(piece, Prose) and piece.label and not piece.level else ""


def _known_partners(before: Sequence[Piece], after: Sequence[Piece], known: Sequence[Passage]) -> dict[int, int]:
    """Index of last year's piece by index of this year's, for those that read as they did when they were compared."""
    was = {one.after.place: one for one in known if one.after is not None and one.before is not None}
    old = {one.place: number for number, one in enumerate(before)}
    partners: dict[int, int] = {}
    for number, one in enumerate(after):
        passage = was.get(one.place)
        if passage and passage.before and passage.after and words_of(passage.after) == words_of(one):
            at = old.get(passage.before.place)
            if at is not None:
                partners[number] = at
    return partners


def _passages(before: Sequence[Piece], after: Sequence[Piece], partners: Mapping[int, int]) -> tuple[Passage, ...]:
    """In the order of `after`; what is gone, behind what continues the piece that stood before it."""
    later = {old: new for new, old in partners.items()}
    gone: dict[int, list[Passage]] = {}
    last = -1
    for number, one in enumerate(before):
        last = later.get(number, last)
        if number not in later:
            gone.setdefault(last, []).append(Passage(MatchKind.REMOVED, one, None))
    passages = gone.get(-1, [])
    for number, one in enumerate(after):
        old = before[partners[number]] if number in partners else None
        passages.append(Passage(_kind(old, one), old, one))
        passages += gone.get(number, ())
    return tuple(passages)


def _kind(old: Piece | None, new: Piece) -> MatchKind:
    if old is None:
        return MatchKind.ADDED
    return MatchKind.UNCHANGED if words_of(old) == words_of(new) else MatchKind.CHANGED


def words_of(piece: Piece) -> str:
    """The words of a piece as one text; of a table caption and rows, a line each, cells apart by bars."""
    if isinstance(piece, Prose):
        return piece.text
    rows = (" ｜ ".join(row) for row in piece.rows)
    return "\n".join((piece.caption, *rows) if piece.caption else rows)


def _block(piece: Piece, number: int) -> Block:
    if isinstance(piece, Prose):
        return Paragraph(str(number), piece.text, piece.level)
    return Table(str(number), piece.rows, piece.head_rows, piece.caption)
