"""Near misses of fixed terms: one character off by sound, by shape, swapped, lost or added."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, TypeVar

from report.checking.alike import are_alike
from report.checking.finding import Hit
from report.checking.passages import Passage
from report.checking.rulebook import passage_rule
from report.checking.terms import terms

K = TypeVar("K")
_LEAST_LOSING: Final = 6
_MAY_BE_ADDED: Final = "的之和与及各新等大小本市县区镇省全做好抓了为在是、"


@dataclass(frozen=True, slots=True)
class _Halves:
    """Terms cut in two: one half stands in the text as it should, the other is looked at.

    `heads` are the halves by their first two characters, the longest first. `after` are the second halves by the first
    and one of the two characters next to it, `before` the first halves by the second so: a slip leaves one of the two.
    """

    heads: Mapping[str, tuple[str, ...]]
    after: Mapping[tuple[str, str], tuple[str, ...]]
    before: Mapping[tuple[str, str], tuple[str, ...]]


@cache
def _halves() -> _Halves:
    heads: dict[str, set[str]] = defaultdict(set)
    after: dict[tuple[str, str], set[str]] = defaultdict(set)
    before: dict[tuple[str, str], set[str]] = defaultdict(set)
    for term in _known():
        first, second = term[: len(term) // 2], term[len(term) // 2 :]
        for half in (first, second):
            heads[half[:2]].add(half)
        for char in second[:2]:
            after[first, char].add(second)
        for char in first[-2:]:
            before[second, char].add(first)
    return _Halves(_sorted(heads), _sorted(after), _sorted(before))


def _sorted(found: Mapping[K, set[str]]) -> Mapping[K, tuple[str, ...]]:
    return {key: tuple(sorted(some, key=_longest)) for key, some in found.items()}


def _longest(half: str) -> tuple[int, str]:
    return -len(half), half


@passage_rule("near-miss")
def near_miss(passage: Passage) -> Iterator[Hit]:
    """One character off a fixed term."""
    text = passage.text
    taken: list[tuple[int, int]] = []
    for at, half in _halves_in(text):
        for term, start, end in _candidates(text, at, half):
            if not any(low < end and start < high for low, high in taken):
                taken.append((start, end))
                yield Hit(start=start, end=end, words={"right": term}, fix=term)


def _halves_in(text: str) -> Iterator[tuple[int, str]]:
    """Where halves of terms stand in a text; of several at one place the longest first."""
    heads = _halves().heads
    for at in range(len(text) - 1):
        for half in heads.get(text[at : at + 2], ()):
            if text.startswith(half, at):
                yield at, half


def _candidates(text: str, at: int, half: str) -> Iterator[tuple[str, int, int]]:
    """Terms one of whose halves stands at `at`, the other being one step off."""
    after, before = _halves().after, _halves().before
    behind = at + len(half)
    for rest in after.get((half, text[behind : behind + 1]), ()) + after.get((half, text[behind + 1 : behind + 2]), ()):
        if not text.startswith(rest, behind):
            for length in _lengths(half, rest):
                end = behind + length
                if end <= len(text) and _is_slip(rest, text[behind:end]) and _is_surely(text, at, end, half + rest):
                    yield half + rest, at, end
    for rest in before.get((half, text[at - 1 : at]), ()) + before.get(
        (half, text[max(0, at - 2) : max(0, at - 1)]), ()
    ):
        if not text.endswith(rest, 0, at):
            for length in _lengths(half, rest):
                start = at - length
                if start >= 0 and _is_slip(rest, text[start:at]) and _is_surely(text, start, behind, rest + half):
                    yield rest + half, start, behind


def _lengths(half: str, rest: str) -> tuple[int, ...]:
    """How long the other half may be: short terms lose and gain characters in many right words."""
    least = len(rest) if len(half) + len(rest) < _LEAST_LOSING else max(2, len(rest) - 1)
    if len(rest) < 2:
        return ()
    return (len(rest),) if least == len(rest) else (len(rest), len(rest) + 1, least)


def _is_surely(text: str, start: int, end: int, term: str) -> bool:
    """Whether the words are Chinese, no other term, and no part of the right one."""
    words, known = text[start:end], _known()
    if words in known or not all("\u4e00" <= char <= "\u9fff" for char in words):
        return False
    if len(words) != len(term) and (term in _shorts() or _lost(term, words) == 1):
        return False  # 农产品质量安全普法 is no law, and 政服务中心 is the end of another word
    around = text[max(0, start - 8) : end + 8]
    return term not in around and not any(words in one for one in known)


@cache
def _known() -> frozenset[str]:
    """All terms and short titles."""
    return frozenset({one.text for one in terms()} | _shorts())


@cache
def _shorts() -> frozenset[str]:
    return frozenset(one.short for one in terms() if one.short)


def _lost(term: str, words: str) -> int:
    """Which character of a term is not in the words, 0 for none."""
    found = (at for at in range(1, len(term)) if term[:at] + term[at + 1 :] == words)
    return next(found, 0)


def _is_slip(right: str, wrong: str) -> bool:
    """Whether one slip of the hand makes `wrong` of `right`."""
    if right == wrong:
        return False
    if len(right) == len(wrong):
        differing = [at for at, (one, other) in enumerate(zip(right, wrong, strict=True)) if one != other]
        if len(differing) == 1:
            return are_alike(right[differing[0]], wrong[differing[0]])
        swapped = len(differing) == 2 and differing[1] == differing[0] + 1
        return swapped and right[differing[0]] == wrong[differing[1]] and right[differing[1]] == wrong[differing[0]]
    longer, shorter = (right, wrong) if len(right) > len(wrong) else (wrong, right)
    added = [at for at in range(1, len(longer)) if longer[:at] + longer[at + 1 :] == shorter]
    if not added:
        return False
    return longer[added[0]] not in _MAY_BE_ADDED if longer is wrong else True
