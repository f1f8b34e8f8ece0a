"""Automatic numbering resolved to the text that Word shows before a paragraph. ECMA-376, 17.9."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from report.sources.docx.numerals import numeral
from report.sources.docx.values import attribute, child, children, is_on, number, value
from report.sources.markup import Element

LEVELS: Final = 9
_MARK: Final = re.compile("%([1-9])")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
BULLET: Final = "bullet"


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: first number, form of its numbers, pattern ("（%1）"), the style that brings it."""

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    restart: int | None = None
    digits: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """A use (num) of a definition (abstractNum), with the levels and starts that it changes."""

    definition: str
    levels: Mapping[int, Level] = field(default_factory=dict[int, Level])
    starts: Mapping[int, int] = field(default_factory=dict[int, int])


class Numbering:
    """The lists of a file; `label` counts on with each paragraph, so it is asked once for each, in order."""

    def __init__(self, root: Element | None, style_lists: Mapping[str, str]) -> None:
        self._definitions: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()
        for one in children(root, "abstractNum"):
            name = attribute(one, "abstractNumId") or ""
            levels = {place: level for place, level in map(_level, children(one, "lvl")) if place is not None}
            self._definitions[name] = levels
            if link := value(one, "numStyleLink"):
                self._links[name] = style_lists.get(link, "")
        for one in children(root, "num"):
            self._lists[attribute(one, "numId") or ""] = _list(one)

    def label(self, list_id: str, place: int | None, style: str = "") -> tuple[str, bool]:
        """What stands before the next paragraph of a list, and whether it is a bullet; ("", False) for no list.

        Without a level (`place`) it is the one that the paragraph's style brings.
        """
        used = self._list(list_id)
        if used is None:
            return "", False
        levels = {**self._definitions.get(used.definition, {}), **used.levels}
        if place is None:
            place = next((at for at, one in levels.items() if style and one.style == style), 0)
        level = levels.get(place)
        if level is None or not 0 <= place < LEVELS:
            return "", False
        counts = self._count(list_id, used, levels, place)
        if level.form == BULLET:
            return "", True
        return _filled(level, levels, counts), False

    def _list(self, list_id: str) -> _List | None:
        used = self._lists.get(list_id)
        for _step in range(LEVELS):
            if used is None or used.definition not in self._links:
                return used
            target = self._lists.get(self._links[used.definition])
            used = replace(used, definition=target.definition) if target else None
        return None

    def _count(self, list_id: str, used: _List, levels: Mapping[int, Level], place: int) -> list[int | None]:
        counts = self._counts.setdefault(used.definition, [None] * LEVELS)
        if list_id not in self._begun:
            self._begun.add(list_id)
            for at, start in used.starts.items():
                if 0 <= at < LEVELS:
                    counts[at] = start - 1
        before = counts[place]
        counts[place] = levels[place].start if before is None else before + 1
        for at in range(place):
            if counts[at] is None:
                counts[at] = levels[at].start if at in levels else 1
        for at in range(place + 1, LEVELS):
            restart = levels[at].restart if at in levels else None
            if restart is None or 0 < place + 1 <= restart:
                counts[at] = None
        return counts


def _level(element: Element) -> tuple[int | None, Level]:
    form = value(element, "numFmt") or attribute(child(element, "numFmt"), "val") or "decimal"
    start = number(value(element, "start"))
    level = Level(
        start=1 if start is None else start,
        form=form,
        pattern=value(element, "lvlText") or "",
        restart=number(value(element, "lvlRestart")),
        digits=is_on(element, "isLgl"),
        style=value(element, "pStyle") or "",
    )
    return number(attribute(element, "ilvl")), level


def _list(element: Element) -> _List:
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for change in children(element, "lvlOverride"):
        place = number(attribute(change, "ilvl"))
        if place is None:
            continue
        other = child(change, "lvl")
        if other is not None:
            levels[place] = _level(other)[1]
        start = number(value(change, "startOverride"))
        if start is not None:
            starts[place] = start
    return _List(value(element, "abstractNumId") or "", levels, starts)


def _filled(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        other = levels.get(at, level)
        return numeral(counts[at] or 0, "decimal" if level.digits else other.form)

    label = _PRIVATE.sub("", _MARK.sub(shown, level.pattern)).strip()
    # A number without a mark would run into the text.
    return label + " " if label[-1:].isalnum() else label
