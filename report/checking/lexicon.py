"""Which words are words, and which of them are usual in such reports: resources/words."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from typing import Final

from resources import resource

LONGEST: Final = 4
"""Characters of the longest word that is known."""


@cache
def _known() -> Mapping[str, str]:
    """The last characters of words by all before them."""
    found: dict[str, str] = {}
    for line in resource("words", "lexicon.txt").read_text("utf-8").splitlines():
        head, last = line.split("\t")
        found[head] = last
    for word in _common():
        if word[-1] not in found.get(word[:-1], ""):
            found[word[:-1]] = found.get(word[:-1], "") + word[-1]
    return found


@cache
def _common() -> frozenset[str]:
    return frozenset(resource("words", "common.txt").read_text("utf-8").split())


@cache
def _holes() -> Mapping[str, str]:
    """The characters that make a usual word, or an idiom, of it with a hole: 环_ has 境."""
    found: dict[str, str] = defaultdict(str)
    idioms = (head + char for head, last in _known().items() if len(head) == LONGEST - 1 for char in last)
    for word in {*_common(), *idioms}:
        for at, char in enumerate(word):
            found[f"{word[:at]}_{word[at + 1 :]}"] += char
    return found


def is_word(text: str) -> bool:
    """Whether a text of two to four characters is a word."""
    return text[-1] in _known().get(text[:-1], "")


def fitting(word: str, at: int) -> str:
    """The characters that make a usual word when they stand at a place of it."""
    return _holes().get(f"{word[:at]}_{word[at + 1 :]}", "")


def covered(text: str) -> list[bool]:
    """Which characters of a text belong to a word of two to four characters."""
    known, found = _known(), [False] * len(text)
    for start in range(len(text) - 1):
        for length in range(LONGEST, 1, -1):
            last = start + length - 1
            if text[last : last + 1] and text[last] in known.get(text[start:last], ""):
                found[start : last + 1] = [True] * length
                break
    return found
