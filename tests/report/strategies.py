"""Any report: every kind of value, any text that can be stored, ids that are used once."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from hypothesis import strategies as st

from report.content import Attachment, Item, Link, Pair, Pairs, Paragraph, Table, WrittenDate
from report.ignored import Ignored
from report.indicators.catalogue import Indicator
from report.indicators.figures import NOT_APPLICABLE, OWN, Figure, Figures
from report.numbering import Scheme
from report.report import TEXT_FIELD, Front, Report, Section, TypeRef, Value

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["", "　", "法治", "a\0b", "\r\n", "𠮷", "'; DROP TABLE block;--", "\ufeff", "00123", "1e5"]
)
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False) | st.decimals(places=2, min_value=-10, max_value=10)
DATES = st.builds(WrittenDate, TEXTS, st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
FRONT_TEXTS = [name for name, value in ((n, getattr(Front(), n)) for n in Front.__slots__) if isinstance(value, str)]
_SOURCE_NUMBERS = st.none() | TEXTS
_ROWS = st.lists(st.lists(TEXTS, max_size=3).map(tuple), max_size=3).map(tuple)


_NAMES = st.sampled_from(["penalties", "exam_due", "own-1", "own-2"])
_CUTS = st.lists(st.integers(0, 12), max_size=4, unique=True)
_FIGURES = st.builds(
    Figure, st.none() | NUMBERS | st.just(NOT_APPLICABLE), TEXTS, TEXTS, TEXTS, st.none() | st.integers(0, 4)
)
_OWN = st.builds(
    lambda name, unit, decimals, aliases: Indicator("own-1", name, OWN, unit, decimals=decimals, aliases=aliases),
    *(TEXTS, TEXTS, st.integers(0, 4), st.lists(TEXTS, max_size=2).map(tuple)),
)
FIGURES = st.builds(
    Figures,
    st.dictionaries(_NAMES, _FIGURES, max_size=3).map(MappingProxyType),
    st.lists(_OWN, max_size=1).map(tuple),
    st.dictionaries(st.sampled_from(["case", "paper"]), TEXTS, max_size=2).map(MappingProxyType),
    st.dictionaries(_NAMES, st.booleans(), max_size=2).map(MappingProxyType),
)


_IGNORED = st.builds(Ignored, *[TEXTS] * 5)
IGNORED = st.dictionaries(_NAMES, _IGNORED, max_size=2).map(MappingProxyType)


def _paragraph(id_: str, text: str, level: int, number: str | None, cuts: list[int]) -> Paragraph:
    """A paragraph with links between each two cuts that fall into its text."""
    places = sorted(one for one in cuts if one <= len(text))
    ends = zip(places[::2], places[1::2], strict=False)
    return Paragraph(id_, text, level, number, tuple(Link(start, end, "penalties") for start, end in ends))


class Pieces:
    """Strategies that draw pieces with ids of one row."""

    def __init__(self, prefix: str = "x") -> None:
        numbers = itertools.count(1)
        self._ids = st.builds(lambda: f"{prefix}{next(numbers)}")

    def paragraphs(self) -> st.SearchStrategy[Paragraph]:
        return st.builds(_paragraph, self._ids, TEXTS, st.sampled_from([0, 2, 3, 4]), _SOURCE_NUMBERS, _CUTS)

    def tables(self) -> st.SearchStrategy[Table]:
        return st.builds(Table, self._ids, _ROWS, st.integers(0, 3), TEXTS)

    def blocks(self) -> st.SearchStrategy[tuple[Paragraph | Table, ...]]:
        return st.lists(self.paragraphs() | self.tables(), max_size=4).map(tuple)

    def pairs(self) -> st.SearchStrategy[Pairs]:
        rows = st.lists(st.builds(Pair, self._ids, TEXTS, TEXTS), max_size=3).map(tuple)
        return st.builds(Pairs, TEXTS, rows, st.booleans())

    def items(self) -> st.SearchStrategy[tuple[Item, ...]]:
        return st.lists(st.builds(Item, self._ids, TEXTS), max_size=3).map(tuple)

    def values(self) -> st.SearchStrategy[Value]:
        own_table = st.builds(Table, TEXTS, _ROWS, st.integers(0, 3), TEXTS)
        scalars = st.none() | TEXTS | NUMBERS | DATES | own_table
        return scalars | self.blocks() | self.pairs() | self.items()

    def sections(self) -> st.SearchStrategy[Section]:
        fields = st.dictionaries(st.sampled_from([TEXT_FIELD, "a", "b", "c"]), self.values(), max_size=3)
        return st.builds(
            Section,
            self._ids,
            TEXTS,
            st.none() | TEXTS,
            st.floats(0, 1),
            _SOURCE_NUMBERS,
            fields.map(MappingProxyType),
            st.booleans(),
        )

    def attachments(self) -> st.SearchStrategy[Attachment]:
        return st.builds(Attachment, self._ids, TEXTS, self.blocks())

    def fronts(self) -> st.SearchStrategy[Front]:
        return st.builds(Front, **dict.fromkeys(FRONT_TEXTS, TEXTS), date=DATES, print_date=DATES)

    def reports(self, report_id: str = "r1") -> st.SearchStrategy[Report]:
        return st.builds(
            Report,
            st.just(report_id),
            st.builds(TypeRef, TEXTS, TEXTS, TEXTS),
            st.none() | st.integers(1949, 2099),
            self.fronts(),
            st.sampled_from(Scheme),
            self.blocks(),
            st.lists(self.sections(), max_size=3).map(tuple),
            st.lists(self.attachments(), max_size=2).map(tuple),
            FIGURES,
            TEXTS,
            st.dictionaries(_NAMES, TEXTS, max_size=2).map(MappingProxyType),
            IGNORED,
        )


@st.composite
def edited(draw: st.DrawFn, report: Report, pieces: Pieces) -> Report:
    """The report after one edit of any sort."""
    sections, attachments = list(report.sections), list(report.attachments)
    edits: list[Callable[[], Report]] = [
        lambda: replace(report, front=draw(pieces.fronts())),
        lambda: replace(
            report, year=draw(st.none() | st.integers(1949, 2099)), numbering=draw(st.sampled_from(Scheme))
        ),
        lambda: replace(report, figures=draw(FIGURES)),
        lambda: replace(report, ignored=draw(IGNORED)),
        lambda: replace(report, preface=_relisted(draw, report.preface, pieces.blocks())),
        lambda: replace(report, sections=_relisted(draw, sections, pieces.sections().map(lambda one: (one,)))),
        lambda: replace(report, attachments=_relisted(draw, attachments, pieces.attachments().map(lambda one: (one,)))),
    ]
    if sections:
        edits.append(lambda: _with_value(draw, report, pieces))
        edits.append(lambda: _with_moved_block(draw, report))
    return draw(st.sampled_from(edits))()


def _with_value(draw: st.DrawFn, report: Report, pieces: Pieces) -> Report:
    section = draw(st.sampled_from(report.sections))
    field = draw(st.sampled_from([TEXT_FIELD, "a", "b", "c"]))
    old = section.values.get(field)
    if isinstance(old, tuple) and draw(st.booleans()):
        of_items = any(isinstance(one, Item) for one in old)
        value: Value = _relisted(draw, old, pieces.items() if of_items else pieces.blocks())
    else:
        value = draw(pieces.values())
    return report.with_section(section.id, lambda one: one.with_value(field, value))


def _with_moved_block(draw: st.DrawFn, report: Report) -> Report:
    """The last block of a section's text put at the end of the preface, with the same id."""
    section = draw(st.sampled_from(report.sections))
    blocks = [one for one in section.text if isinstance(one, Paragraph | Table)]
    if not blocks or len(blocks) != len(section.text):
        return report
    moved = report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, tuple(blocks[:-1])))
    return replace(moved, preface=(*moved.preface, blocks[-1]))


def _relisted(draw: st.DrawFn, old: Sequence[Any], fresh: st.SearchStrategy[tuple[Any, ...]]) -> tuple[Any, ...]:
    """A list with some left out, some moved, some new."""
    kept = [one for one in draw(st.permutations(list(old))) if draw(st.booleans())]
    place = draw(st.integers(0, len(kept)))
    return (*kept[:place], *draw(fresh), *kept[place:])
