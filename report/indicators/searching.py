"""Indicators found by what a clerk types of their name: characters, pinyin, initials, or these in turn."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from report.indicators.catalogue import Catalogue, Indicator
from report.indicators.pinyin import Typed
from report.indicators.values import Values

_NAME, _ALIAS, _NONE = 0, 3, 6
_WHOLE, _BEGINNING, _INSIDE = range(3)


def search(values: Values, typed: str) -> Sequence[str]:
    """Ids of the indicators of which a name or an alias has what was typed, best first.

    A name goes before an alias; the whole of one before its beginning, its beginning before its inside. Marks, spaces,
    capitals and the width of letters make no difference.
    """
    words = _folded(typed)
    if not words:
        return [] if typed.strip() else [one.id for one in values]
    asked = Typed(words)
    ranks = _ranks(asked, _of_catalogue(values.catalogue)) | _ranks(asked, _of_own(values.figures.own))
    return sorted((one.id for one in values if one.id in ranks), key=ranks.__getitem__)


@dataclass(frozen=True, slots=True)
class _Text:
    """A name or alias, folded, of an indicator; `rank` tells which of the two."""

    indicator: str
    rank: int
    text: str


@dataclass(frozen=True, slots=True)
class _Index:
    """The texts in which a character stands, and where."""

    places: Mapping[str, Sequence[tuple[_Text, int]]]


def _ranks(asked: Typed, index: _Index) -> dict[str, int]:
    """How well each indicator that fits does, the smaller the better."""
    ranks: dict[str, int] = {}
    for char, places in index.places.items():
        if not asked.steps(char, 0):
            continue
        for text, start in places:
            best = text.rank + (_INSIDE if start else _WHOLE)
            if best >= ranks.get(text.indicator, _NONE):
                continue
            if end := asked.said_by(text.text, start):
                rank = best if start or end == len(text.text) else text.rank + _BEGINNING
                ranks[text.indicator] = min(rank, ranks.get(text.indicator, _NONE))
    return ranks


@lru_cache(maxsize=8)
def _of_catalogue(catalogue: Catalogue) -> _Index:
    return _index(catalogue.indicators)


@lru_cache(maxsize=8)
def _of_own(own: tuple[Indicator, ...]) -> _Index:
    return _index(own)


def _index(indicators: Iterable[Indicator]) -> _Index:
    places: dict[str, list[tuple[_Text, int]]] = defaultdict(list)
    for one in indicators:
        names = [
            (_NAME, one.name),
            (_NAME, one.short.removeprefix("其中：")),
            *((_ALIAS, alias) for alias in one.aliases),
        ]
        for rank, name in names:
            text = _Text(one.id, rank, _folded(name))
            for start, char in enumerate(text.text):
                places[char].append((text, start))
    return _Index(places)


def _folded(text: str) -> str:
    """Letters, digits and characters in their plain form; nothing else."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ü", "v")
    return "".join(char for char in plain if char.isalnum())
