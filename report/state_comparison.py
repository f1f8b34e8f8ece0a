"""A report beside what it was: the same report, so that ids say which paragraph is which."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from report.compose import attachment_pages, preface_pieces, section_label, section_pieces
from report.differences import FRONT
from report.document import FIGURES, PREFACE, Piece, Place, Prose
from report.indicators.values import values_of
from report.last_year import ATTACHMENTS, Passage, compare_pieces, front_pieces, pieces_with_title
from report.report import Report, Section
from report.template import FrontGroup, ReportType
from report.year_alignment import MatchKind

HEADING = "heading"
"""Field of a section's heading, among its pieces here."""


@dataclass(frozen=True, slots=True)
class States:
    """A report as it was (`then`) and as it is (`now`); `groups` declare the front matter."""

    type: ReportType
    then: Report
    now: Report
    groups: tuple[FrontGroup, ...] = ()


def compare_states(states: States, scope: Place) -> tuple[Passage, ...]:
    """What became of each paragraph of a part, a field, a paragraph, or with Place("") of all, in the order of parts.

    A part is a section by its id, FRONT, PREFACE, FIGURES, ATTACHMENTS or one of the attachments.
    """
    return tuple(one for part in _parts(states, scope) for one in _passages(states, part) if _is_within(one, scope))


def changed_characters(passages: Sequence[Passage]) -> tuple[int, int]:
    """Characters of the texts then and now, to be set against each other."""
    before = sum(_length(one.before) for one in passages)
    return before, sum(_length(one.after) for one in passages)


def _parts(states: States, scope: Place) -> Iterator[str]:
    attached = {one.id for report in (states.then, states.now) for one in report.attachments}
    if scope.section:
        yield ATTACHMENTS if scope.section in attached else scope.section
        return
    yield FRONT
    yield PREFACE
    yield from _sections_of_both(states)
    yield ATTACHMENTS
    yield FIGURES


def _sections_of_both(states: States) -> Iterator[str]:
    """The sections of now in their order, each followed by those that stood behind it and are gone."""
    now = [one.id for one in states.now.sections]
    gone: dict[str, list[str]] = {}
    last = ""
    for section in states.then.sections:
        if section.id in now:
            last = section.id
        else:
            gone.setdefault(last, []).append(section.id)
    yield from gone.get("", ())
    for section_id in now:
        yield section_id
        yield from gone.get(section_id, ())


def _passages(states: States, part: str) -> Sequence[Passage]:
    before, after = (_pieces(states, report, part) for report in (states.then, states.now))
    was = {_address(one): one for one in before}
    same = [
        Passage(MatchKind.CHANGED, was[_address(one)], one)
        for one in after
        if _address(one) in was and isinstance(one, Prose) == isinstance(was[_address(one)], Prose)
    ]
    return compare_pieces(before, after, same).passages


def _pieces(states: States, report: Report, part: str) -> tuple[Piece, ...]:
    if part == FRONT:
        return front_pieces(states.groups, report)
    if part == PREFACE:
        return preface_pieces(report)
    if part == ATTACHMENTS:
        return tuple(_distinct(piece) for page in attachment_pages(report) for piece in pieces_with_title(page))
    if part == FIGURES:
        return tuple(_figures(states.type, report))
    for index, section in enumerate(report.sections):
        if section.id == part:
            return (_heading(report, section, index), *section_pieces(states.type, report, section))
    return ()


def _heading(report: Report, section: Section, index: int) -> Piece:
    label = section_label(report.numbering, index)
    return Prose(section.heading, Place(section.id, HEADING), 1, label=label, heading=len(section.heading))


def _figures(report_type: ReportType, report: Report) -> Iterator[Piece]:
    values = values_of(report_type.catalogue, report.figures)
    for indicator in report.figures.given:
        if text := values.quoted(indicator):
            yield Prose(text, Place(FIGURES, indicator), label=values.name(indicator))


def _distinct(piece: Piece) -> Piece:
    """A piece of an attachment; titles of several must not be taken for one field."""
    return replace(piece, label="", level=1) if isinstance(piece, Prose) and piece.place.field == "title" else piece


def _address(piece: Piece) -> Place:
    return piece.place


def _is_within(passage: Passage, scope: Place) -> bool:
    if not scope.section:
        return True
    return any(one is not None and _matches(one.place, scope) for one in (passage.before, passage.after))


def _matches(place: Place, scope: Place) -> bool:
    return (
        scope.section in (place.section, ATTACHMENTS)
        and scope.field in ("", place.field)
        and scope.block in ("", place.block)
    )


def _length(piece: Piece | None) -> int:
    if piece is None:
        return 0
    return len(piece.text) if isinstance(piece, Prose) else sum(len(cell) for row in piece.rows for cell in row)


def pieces_then(states: States, scope: Place) -> tuple[Piece, ...]:
    """What stood in the scope then, in order."""
    found = (piece for part in _parts(states, scope) for piece in _pieces(states, states.then, part))
    return tuple(one for one in found if not scope.section or _matches(one.place, scope))
