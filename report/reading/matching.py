"""Which section of a type a heading means, and which type a report is of: scores of words, with a confidence."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.template import ReportType, SectionType

THRESHOLD = 0.45
"""Confidence under which a section stays one of the report's own."""

_YEARS = re.compile(r"\{(?:next_)?year\}|(?:19|20)[0-9]{2}|[一二][〇○零O九][一二三四五六七八九〇○零O]{2}(?=年)")
_NOISE = re.compile(r"本?年度?|[^\w]|_")
_USUAL = re.compile(r"推进|法治政府|法治|建设|工作|年度|本年|主要|有关|相关|取得|[的及和与中情况]")
_SHORTEST_CORE = 2
_HEADING_LIMIT, _SHORT_HEADING = 100, 24
_CLOSERS = tuple("。，；：:;,！？.、")
_YEAR = re.compile(r"(20[0-9]{2})\s*年?")
_MOST_SECTIONS = 60
"""Sections that are compared; a report with more is none."""
_SURELY_ALIKE = 0.6
"""Likeness that suffices where no word of the type speaks."""
_ORDER_BONUS = 0.03
_FIRST_SHARE = 0.35
"""What a word in the first sentence weighs beside one in the heading."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a section: its heading and the first sentence of its text."""

    heading: str
    first: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """The type's section that a heading means and how sure that is (0 to 1); None and 0 for none."""

    kind: str | None
    confidence: float


def plain_heading(text: str) -> str:
    """A heading without years, marks and spaces, for comparison."""
    return _NOISE.sub("", _YEARS.sub("", text[:200]))


def _core(text: str) -> str:
    """What is left of a heading without the words that any heading may have; the whole where that is too little."""
    plain = plain_heading(text)
    core = _USUAL.sub("", plain)
    return core if len(core) >= _SHORTEST_CORE else plain


class Matcher:
    """Compares headings with the sections of one type."""

    def __init__(self, report_type: ReportType) -> None:
        self._type = report_type
        self._known = [_known(section) for section in report_type.sections]
        self._pairs = [[_pairs(heading) for heading in known] for known in self._known]
        uses = Counter(word for section in report_type.sections for word in set(section.words))
        self._weights = {word: 1 / count for word, count in uses.items()}
        self._exact = {
            _core(heading): section.id
            for section in reversed(report_type.sections)
            for heading in (section.heading, *section.aliases)
        }

    def kind_of(self, text: str) -> str | None:
        """The section whose heading or alias `text` as a whole is, years, marks and usual words apart."""
        if len(text) > _HEADING_LIMIT:
            return None
        return self._exact.get(_core(text)) or self._kind_by_words(text)

    def _kind_by_words(self, text: str) -> str | None:
        """The only section that words of a short open line speak for."""
        if len(text) > _SHORT_HEADING or text.endswith(_CLOSERS):
            return None
        plain = plain_heading(text)
        spoken = {section.id for section in self._type.sections if any(word in plain for word in section.words)}
        strongest = max(map(len, _words_in(self._type, plain)), default=0)
        return spoken.pop() if len(spoken) == 1 and 2 * strongest >= len(_core(text)) else None

    def match(self, heard: Sequence[Heard], year: int | None) -> list[Matched]:
        """For each section the kind it means; each kind goes to the section that fits it best, order weighs little."""
        scores = [self._scores(one, year) for one in heard[:_MOST_SECTIONS]]
        count, kinds = len(heard), len(self._known)
        ranked = sorted(
            (
                (score + _ORDER_BONUS * (1 - abs(at / max(1, count - 1) - kind / max(1, kinds - 1))), at, kind)
                for at, row in enumerate(scores)
                for kind, score in enumerate(row)
                if score >= THRESHOLD
            ),
            key=lambda entry: (-entry[0], entry[1], entry[2]),
        )
        matched = [Matched(None, 0.0)] * count
        taken: set[int] = set()
        for _, at, kind in ranked:
            if kind not in taken and matched[at].kind is None:
                matched[at] = Matched(self._type.sections[kind].id, min(1.0, scores[at][kind]))
                taken.add(kind)
        return matched

    def fitness(self, matched: Sequence[Matched]) -> float:
        """How well sections that were matched make a report of this type (0 to 1): what, how many, in which order."""
        by_kind = {one.kind: one.confidence for one in matched if one.kind}
        wanted = [section.id for section in self._type.sections if section.required]
        if not wanted or not matched:
            return 0.0
        covered = sum(by_kind.get(kind, 0.0) for kind in wanted) / len(wanted)
        used = sum(one.confidence for one in matched if one.kind) / len(matched)
        order = [section.id for section in self._type.sections]
        places = [order.index(one.kind) for one in matched if one.kind]
        steps = list(pairwise(places))
        ordered = sum(earlier < later for earlier, later in steps) / len(steps) if steps else float(bool(places))
        begins = bool(places) and places[0] == 0
        return 0.6 * covered + 0.2 * used + 0.15 * ordered * min(1.0, covered + used) + 0.05 * begins

    def _scores(self, heard: Heard, year: int | None) -> list[float]:
        heading = plain_heading(heard.heading)
        pairs = _pairs(heading)
        words = [self._word_score(section, heading, heard.first) for section in self._type.sections]
        total = sum(words)
        hint = _year_hint(heard.heading, year)
        scores: list[float] = []
        for section, known, known_pairs, strength in zip(
            self._type.sections, self._known, self._pairs, words, strict=True
        ):
            alike = 1.0 if heading in known else max((_alike(pairs, other) for other in known_pairs), default=0.0)
            share = strength / total if total else float(alike >= _SURELY_ALIKE)
            by_words = (1 - math.exp(-1.6 * strength)) * share
            score = alike if alike == 1.0 else max(0.95 * alike * (0.5 + 0.5 * share), 0.4 * alike + 0.6 * by_words)
            scores.append(_shifted(score, section, hint, alone=not total))
        return scores

    def _word_score(self, section: SectionType, heading: str, first: str) -> float:
        """Weights of the section's words found; a word inside a longer one that was found counts once."""
        score, seen = 0.0, ""
        for word in sorted(section.words, key=len, reverse=True):
            if word in heading and word not in seen:
                score += self._weights[word]
                seen += f"|{word}"
            elif word in first and word not in seen:
                score += _FIRST_SHARE * self._weights[word]
                seen += f"|{word}"
        return score


def _words_in(report_type: ReportType, text: str) -> list[str]:
    return [word for section in report_type.sections for word in section.words if word in text]


def _known(section: SectionType) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain_heading(one) for one in (section.heading, *section.aliases)))


def _pairs(text: str) -> Counter[str]:
    """Pairs of neighbouring characters."""
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient of two texts' pairs."""
    total = one.total() + other.total()
    shared = sum(min(one[pair], other[pair]) for pair in one.keys() & other.keys())
    return 2 * shared / total if total else 0.0


def _year_hint(heading: str, year: int | None) -> int:
    """1 when the heading names the year after the report's, -1 when it names the report's, 0 when neither."""
    found = _YEAR.search(heading)
    if year is None or found is None:
        return 1 if re.search(r"下一?年|明年|来年|下一?步", heading) else 0
    return {year + 1: 1, year: -1}.get(int(found[1]), 0)


def _shifted(score: float, section: SectionType, hint: int, *, alone: bool) -> float:
    """The score, raised or lowered where the heading's year speaks for or against a section about the next year.

    `alone` says that no word speaks for any section, so that the year is all there is.
    """
    about_next = "{next_year}" in section.heading or "下一年" in section.heading
    if hint > 0:
        return max(min(1.0, score + 0.12), 0.5 * alone) if about_next else 0.7 * score
    return 0.7 * score if hint < 0 and about_next else score
