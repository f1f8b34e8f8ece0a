"""All counts of a report, in the order in which they are printed, with what they count."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from report.compose import attachment_pages, preface_pieces, section_pieces
from report.document import Grid, Piece, Place, Prose
from report.indicators.catalogue import Catalogue, Indicator
from report.recognition.clauses import clause_end, clause_start
from report.recognition.exclusions import covers, masked
from report.recognition.matching import Matcher, matcher
from report.recognition.naming import LONGEST, Words, name_of, shared_names, shortened, words_around
from report.recognition.quantities import Quantity, quantities
from report.recognition.tables import table_counts
from report.recognition.zeros import Zero, zeros
from report.report import Report, Section
from report.template import ReportType, Statutory

_PLANS, _SHORTFALLS = Statutory.PLANS, Statutory.SHORTFALLS
_LEAST = 2
"""Characters before a number that are enough for a quote."""
_NEAR = 160
"""Characters around a zero in which its unit is looked for."""
_QUOTE = 60
"""Characters of a quote before its number."""

_REMEMBERED = 4096
"""Paragraphs."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A count that the report's text states.

    `place` and `index` say in which printed block it stands: the `index`-th of its section or attachment. `start` and
    `end` span the number in the block's text as printed (a zero in words: the words), `quote_start` and `quote_end` the
    quote. In a table they count within the cell at `row` and `column`; `quote` is the row, its cells joined by tabs.
    `indicator` is an id of the catalogue, None for a count that it does not have; `own` is then the id of the group
    where it may belong, "" when nothing tells.
    """

    place: Place
    index: int
    start: int
    end: int
    quote_start: int
    quote_end: int
    quote: str
    value: str
    unit: str
    qualifier: str | None
    implied: bool
    name: str
    indicator: str | None
    own: str = ""
    row: int = -1
    column: int = -1


def recognise(report_type: ReportType, report: Report, catalogue: Catalogue | None = None) -> tuple[Recognised, ...]:
    """Every count of preface, sections and attachments, in order; those of plans are targets and are left out."""
    found = _Recogniser(catalogue or Catalogue(), report.year)
    runs: list[Iterator[Recognised]] = [found.run(preface_pieces(report), "", zero=True)]
    for section in report.sections:
        if not _is_plans(report_type, section, report.year):
            pieces = section_pieces(report_type, report, section)
            runs.append(found.run(pieces, section.kind or "", zero=not _is_of(report_type, section, _SHORTFALLS)))
    runs += [found.run(page.pieces, "", zero=True, title=page.title) for page in attachment_pages(report)]
    return tuple(one for run in runs for one in run)


@lru_cache(maxsize=_REMEMBERED)
def _counts_in(catalogue: Catalogue, year: int | None, text: str, zero: bool) -> tuple[Recognised, ...]:
    """The counts of a paragraph wherever it stands: while one is written the others are not read again."""
    return tuple(_Recogniser(catalogue, year).prose(Prose(text, Place("")), 0, zero=zero))


def forget() -> None:
    """Read every paragraph anew."""
    _counts_in.cache_clear()


class _Recogniser:
    def __init__(self, catalogue: Catalogue, year: int | None) -> None:
        self._catalogue, self._year = catalogue, year
        self._matcher: Matcher = matcher(catalogue)

    def run(self, pieces: Sequence[Piece], kind: str, *, zero: bool, title: str = "") -> Iterator[Recognised]:
        """The counts of one run of blocks. `title` heads it and may tell the unit of its tables."""
        group = self._first_group(kind)
        before, planned = title, 0
        for index, piece in enumerate(pieces):
            if isinstance(piece, Grid):
                if not planned:
                    yield from (
                        replace(one, own="" if one.indicator else group) for one in self._table(piece, index, before)
                    )
                continue
            if planned and piece.level and piece.level <= planned:
                planned = 0
            if not planned and piece.level and _plan_heading().search(piece.text[: piece.heading]):
                planned = piece.level
            if not planned:
                for read in _counts_in(self._catalogue, self._year, piece.text, zero):
                    one = replace(read, place=piece.place, index=index)
                    group = self._group_of(one.indicator) or group
                    yield one if one.indicator else replace(one, own=group)
            before = piece.text

    def prose(self, piece: Prose, index: int, *, zero: bool) -> Iterator[Recognised]:
        """The counts of one paragraph by itself."""
        end = self._planned_from(piece.text)
        text = piece.text[:end]
        mask = masked(text)
        said = zeros(text, mask) if zero else ()
        within = [(one.start + 1, one.end) for one in said]
        # 未发生一起事故: no count stands within a zero.
        counts = [one for one in quantities(text, mask) if not covers(within, one.number_start)]
        made: list[Recognised] = []
        for at, one in enumerate(counts):
            previous = counts[at - 1].end if at else 0
            following = counts[at + 1].start if at + 1 < len(counts) else len(text)
            made += self._count(piece, index, text, one, previous, following, made[-1].name if made else "")
        if said:
            made += [self._zero(piece, index, text, one) for one in said]
            made.sort(key=lambda one: one.start)
        yield from made

    def _count(
        self, piece: Prose, index: int, text: str, one: Quantity, previous: int, following: int, last: str
    ) -> Iterator[Recognised]:
        words = words_around(text, one, previous, following)
        if rise := _risen_to(text, words.left, previous):
            # 出庭应诉率由上年的92.5%提高到100%: what rose is named before the number it rose from.
            words = Words(rise[0], rise[1], text[rise[0] : rise[1]], "")
        quote = _quote(text, one, previous)
        names = shared_names(text[max(clause_start(text, one.start), previous) : one.start], one.unit)
        for name in names or (name_of(words, one.unit) or last,):
            at = text.rfind(name, 0, one.start) if names else -1
            span = (at, at + len(name)) if at >= 0 else (words.start, words.end)
            after = previous if names else max(previous, min(span[0], words.start))
            if words.right and name not in text[quote[0] : quote[1]]:
                # 先后4次主持召开党组会议: what is counted stands behind.
                quote = quote[0], max(quote[1], words.end)
            indicator = self._matcher.match(text, span[0], one.start, span[1], one.unit, after=after)
            yield self._recognised(piece.place, index, one, quote, text, name, indicator)

    def _recognised(
        self,
        place: Place,
        index: int,
        one: Quantity,
        quote: tuple[int, int],
        text: str,
        name: str,
        indicator: Indicator | None,
    ) -> Recognised:
        return Recognised(
            place,
            index,
            one.number_start,
            one.number_end,
            *quote,
            text[quote[0] : quote[1]],
            one.value,
            one.unit,
            one.qualifier,
            implied=False,
            name=indicator.name if indicator else name,
            indicator=indicator.id if indicator else None,
        )

    def _zero(self, piece: Prose, index: int, text: str, one: Zero) -> Recognised:
        at = text.find(one.subject, one.start, one.end)
        span = (at, at + len(one.subject)) if at >= 0 else (one.start, one.end)
        indicator = self._matcher.match(text, *_zero_span(text, span, one), "", implied=True)
        start = max(clause_start(text, one.start), one.start - _QUOTE)
        return Recognised(
            piece.place,
            index,
            one.start,
            one.end,
            start,
            one.end,
            text[start : one.end],
            "0",
            _unit_beside(text, one) or (self._matcher.usual_unit(indicator) if indicator else "") or one.unit,
            None,
            implied=True,
            name=indicator.name if indicator else shortened(one.subject),
            indicator=indicator.id if indicator else None,
        )

    def _table(self, grid: Grid, index: int, before: str) -> Iterator[Recognised]:
        for cell in table_counts(grid, before):
            line = "\t".join(grid.rows[cell.row])
            one = cell.quantity
            # A row of one kind of what the head counts is not the indicator; the row of totals is.
            words = f"{before}：{cell.words if _is_total(cell.row_words) else cell.row_words}"
            indicator = self._matcher.match(words, len(before) + 1, len(words), len(words), one.unit)
            yield Recognised(
                grid.place,
                index,
                one.number_start,
                one.number_end,
                one.number_start,
                one.number_end,
                line,
                one.value,
                one.unit,
                one.qualifier,
                implied=False,
                name=indicator.name if indicator else _cell_name(cell.words, cell.row_words),
                indicator=indicator.id if indicator else None,
                row=cell.row,
                column=cell.column,
            )

    def _planned_from(self, text: str) -> int:
        """Where a paragraph turns to what will be done."""
        match = _turn(self._year).search(text)
        return match.start() if match else len(text)

    def _first_group(self, kind: str) -> str:
        return next((one.id for one in self._catalogue.groups if kind in one.sections), "")

    def _group_of(self, indicator_id: str | None) -> str:
        indicator = self._catalogue.by_id.get(indicator_id or "")
        return indicator.group if indicator else ""


def _quote(text: str, one: Quantity, previous: int) -> tuple[int, int]:
    """The words from behind the count before up to the unit; with what follows when none stand before the number."""
    clause = max(clause_start(text, one.start), one.start - _QUOTE)
    start = max(clause, previous)
    start += len(text[start : one.start]) - len(text[start : one.start].lstrip("、和与及并 "))
    if len(text[start : one.start].strip("共计其中有约")) >= _LEAST:
        return start, one.end
    if start > clause:
        return clause, one.end
    return start, max(one.end, clause_end(text, one.end))


_ROSE = re.compile("(?:提高|提升|上升|增加|增长|下降|降低|减少|压缩|缩短|增|升|降|减)(?:到了?|至|为)$")


def _risen_to(text: str, left: str, previous: int) -> tuple[int, int] | None:
    """The span of what is named before 由…提高到 when that stands directly before a count."""
    if not _ROSE.fullmatch(left.strip()):
        return None
    start = clause_start(text, previous - 1)
    named = re.search("[由从自]", text[start:previous])
    return (start, start + named.start()) if named and named.start() > 1 else None


def _unit_beside(text: str, one: Zero) -> str:
    """The unit in which the same paragraph counts 检察建议 and the like: offices write 件, 份 or 条."""
    kind = re.search("建议|规范性文件|提案", one.subject)
    near = text[max(0, one.start - _NEAR) : one.end + _NEAR]
    beside = re.search(rf"{kind[0]}[^，。；0-9]{{0,6}}[0-9]+([件份条宗])", near) if kind else None
    return beside[1] if beside else ""


def _zero_span(text: str, span: tuple[int, int], one: Zero) -> tuple[int, int, int]:
    """Where the words stand that name a zero: what was not undone stands before 未被."""
    if text.startswith(("未被", "未因"), one.start):
        return clause_start(text, one.start), one.end, one.end
    return min(span[0], one.start) if span[0] - one.start < 4 else span[0], span[1], span[1]


def _is_total(row_words: str) -> bool:
    return bool(re.search("合\\s*计|总\\s*计", row_words))


def _cell_name(words: str, row_words: str) -> str:
    head = re.sub(r"[（(][^（）()]*[）)]", "", words.removesuffix(row_words) if words != row_words else "")
    row = re.sub(r"[（(][^（）()]*[）)]", "", row_words)
    return (f"{head}（{row}）" if head and row else head or row)[:LONGEST]


def _is_of(report_type: ReportType, section: Section, content: Statutory) -> bool:
    """Whether the section is of the kind that has just this statutory content."""
    kind = report_type.section(section.kind)
    return kind is not None and kind.statutory == (content,)


def _is_plans(report_type: ReportType, section: Section, year: int | None) -> bool:
    if re.search("不足|问题|短板|困难", section.heading):
        # 不足和下一步: what will be done is told by the paragraphs themselves.
        return False
    if _is_of(report_type, section, _PLANS):
        return True
    next_year = f"{year + 1}年" if year else "明年"
    return bool(_plan_heading().search(section.heading)) or (
        next_year in section.heading and bool(re.search("安排|计划|打算|思路|重点", section.heading))
    )


@cache
def _plan_heading() -> re.Pattern[str]:
    return re.compile(
        "^(?!.*(?:不足|问题|成效|举措))(?:.{0,4}(?:下一步|下步|下一年|明年|下年度|来年).{0,24}(?:安排|计划|打算|思路|重点|工作|举措|措施|方向)|.{0,12}工作(?:打算|思路|计划|安排)$)"
    )


@cache
def _turn(year: int | None) -> re.Pattern[str]:
    following = f"|{year + 1}年(?:度|上半年|初|内)?[，,]?(?![0-9])" if year else ""
    return re.compile(
        f"(?:(?<=[。；！])|^)(?:下一步|下步|下一年度?[，,]|明年[，,]?|下一阶段|今后一个时期{following})"
        "(?=[^。]{0,80}(?:将|要|继续|进一步|持续|拟|着力|坚持|推进|加强|加大|强化|深化|完善|力争))"
    )
