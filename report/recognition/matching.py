"""Which indicator of the catalogue a count is: by the words around it, their context, and the unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from report.indicators.catalogue import Catalogue, Indicator
from report.recognition.clauses import clause_end, clause_start
from report.recognition.units import split_scale

_CONTEXT_REACH = 240
"""Characters before an alias in which its context is looked for."""
_TITLE = 60
_FAMILIES: tuple[frozenset[str], ...] = tuple(
    frozenset(units.split())
    for units in (
        "件 宗 起 例 案 份 个 条 卷 件次 部 项 次 篇 本 册 张 幅 块 类 大类",
        "次 场 场次 期 批次 批 轮 轮次 讲 堂 课 回 个 节 班 班次 件 项 课时 学时",
        "人 名 位",
        "人 名 位 人次 名次",
        "家 户 家次 户次 处 处次 个 次 点次 间 所 座 家(次) 辆 辆次 台",
    )
)
_COMPARED = re.compile(
    "(?:上年|去年|同期|上一年度?|往年|前年|近年)(?!结转|转结|遗留)[^，。；]*$"
    "|(?:增长|下降|增加|减少|提高|上升|提升|降低|压缩|压减|缩短|增幅|降幅|翻)了?[^，。；、]{0,4}$|同比[^，。；、]*$|环比[^，。；、]*$"
)
_ROSE_TO = re.compile("(?:提高|提升|上升|增加|增长|下降|降低|减少|增|升|降|减)(?:到|至|为)[^，。；、]{0,2}$")


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    alias: str


class Matcher:
    """Finds indicators by their aliases; made once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._choices = {f"@{one.id}": frozenset(one.units) for one in catalogue.choices}
        self._usual = {f"@{one.id}": one.units[0] for one in catalogue.choices if one.units}
        self._by_alias: dict[str, list[Indicator]] = {}
        for indicator in catalogue.indicators:
            for alias in indicator.aliases:
                self._by_alias.setdefault(alias, []).append(indicator)
        aliases = sorted(self._by_alias, key=len, reverse=True)
        self._shorter = {
            alias: [alias[:end] for end in range(len(alias) - 1, 0, -1) if alias[:end] in self._by_alias]
            for alias in aliases
        }
        pattern = "|".join(map(re.escape, aliases))
        self._pattern = re.compile(f"(?=({pattern}))") if aliases else None

    def match(
        self, text: str, start: int, at: int, end: int, unit: str, *, after: int = 0, implied: bool = False
    ) -> Indicator | None:
        """The indicator that a count at `at` is, named by the words from `start` to `end`; None for none.

        `text` before `start` gives context; `after` is the end of the count before, whose words are not this one's. An
        implied zero has no unit to agree with.
        """
        clause = text[max(clause_start(text, at), start) : at]
        if not implied and _COMPARED.search(clause) and not _ROSE_TO.search(clause):
            return None
        best: tuple[tuple[int, int, bool, int], Indicator] | None = None
        for hit in self._hits(text, start, end):
            for indicator in self._by_alias[hit.alias]:
                if not implied and not self._agrees(indicator, unit):
                    continue
                context = _context(text, indicator, hit)
                if context is None or _forbidden(text, indicator, hit, after, max(end, at)):
                    continue
                if not implied and _is_denied(text, hit):
                    continue
                near = -(at - hit.end) if hit.end <= at else -(hit.start - at) - 2
                rank = (len(hit.alias), near, self._same(indicator, unit), context)
                if best is None or rank > best[0]:
                    best = rank, indicator
        return best[1] if best else None

    def usual_unit(self, indicator: Indicator) -> str:
        """The indicator's unit, the first of those that an office may choose."""
        return self._usual.get(indicator.unit, indicator.unit)

    def _hits(self, text: str, start: int, end: int) -> Iterator[_Hit]:
        if self._pattern is None:
            return
        for match in self._pattern.finditer(text, start, end):
            for alias in (match[1], *self._shorter[match[1]]):
                if match.start() + len(alias) <= end:
                    yield _Hit(match.start(), match.start() + len(alias), alias)

    def _same(self, indicator: Indicator, unit: str) -> bool:
        return split_scale(unit)[1] in self._choices.get(indicator.unit, (split_scale(indicator.unit)[1],))

    def _agrees(self, indicator: Indicator, unit: str) -> bool:
        declared = self._choices.get(indicator.unit) or {split_scale(indicator.unit)[1]}
        plain = re.sub(r"\(.*\)", "", split_scale(unit)[1])
        if not plain or plain in declared or declared == {""}:
            return True
        if plain == "人次" and "人" in declared:
            return False
        return any(plain in family and not family.isdisjoint(declared) for family in _FAMILIES)


@lru_cache(maxsize=4)
def matcher(catalogue: Catalogue) -> Matcher:
    """The matcher of a catalogue, made once."""
    return Matcher(catalogue)


def _context(text: str, indicator: Indicator, hit: _Hit) -> int | None:
    """How well the indicator's context stands before the alias: 0 without need of one, None when it is missing."""
    if not indicator.context:
        return -_CONTEXT_REACH
    low = max(0, hit.start - _CONTEXT_REACH)
    nearest = max((text.rfind(word, low, hit.end) for word in indicator.context), default=-1)
    if nearest < 0 or any(text.find(word, nearest, hit.start) >= 0 for word in indicator.context_end):
        return None
    return nearest - hit.start


def _is_denied(text: str, hit: _Hit) -> bool:
    """未参加考试 counts nobody who did; what a title names is not what is counted."""
    low = max(0, hit.start - _TITLE)
    in_title = text.rfind("《", low, hit.start) > text.rfind("》", low, hit.start)
    return in_title or text.endswith(("未", "没有"), max(0, hit.start - 2), hit.start)


def _forbidden(text: str, indicator: Indicator, hit: _Hit, after: int, end: int) -> bool:
    if not indicator.without:
        return False
    clause = text[max(clause_start(text, hit.start), after) : min(clause_end(text, hit.end), end)]
    return any(word in clause for word in indicator.without)
