"""The rules: what each is called, how grave it is, what it says and by what right, with its examples.

All that is words stands in resources/checks/rules.toml; the functions that look are registered by the rules' ids.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, ParamSpec, TypeVar, cast

from report.checking.finding import Hit, Severity
from report.checking.passages import Checked, Passage
from report.toml_reading import read_toml
from resources import resource

Example = str | Mapping[str, str]
"""Words of a report's measures, or lines of it by their slots (see resources/checks/rules.toml)."""
PassageCheck = Callable[[Passage], Iterable[Hit]]
ReportCheck = Callable[[Checked], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `sentence` says what is wrong, with names in braces for the words of a hit."""

    id: str
    group: str
    severity: Severity
    title: str
    sentence: str
    source: str
    hit: tuple[Example, ...] = ()
    quiet: tuple[Example, ...] = ()


OF_SOURCES = frozenset({"numbering", "number-bracket", "number-form", "attachment-title"})
"""Rules that only a source text can break: a report has its numbers and lists computed."""
OF_PRINT = frozenset({"no-face"})
"""Rules that only the faces of the page can answer (see exports.print_check)."""
_REMEMBERED: Final = 4096
_CACHES: list[Callable[[], None]] = []
P = ParamSpec("P")
R = TypeVar("R")
_PASSAGE_CHECKS: dict[str, PassageCheck] = {}
_REPORT_CHECKS: dict[str, ReportCheck] = {}


def remembered(function: "Callable[P, R]") -> "Callable[P, R]":
    """The function with what it has answered kept, until `forget_answers`."""
    cached = lru_cache(maxsize=_REMEMBERED)(function)
    _CACHES.append(cached.cache_clear)
    return cast("Callable[P, R]", cached)


def forget_answers() -> None:
    """Ask what is remembered anew."""
    for clear in _CACHES:
        clear()


def passage_rule(name: str) -> Callable[[PassageCheck], PassageCheck]:
    """Registers what looks at one text by itself: its answer depends on nothing else."""

    def register(check: PassageCheck) -> PassageCheck:
        _PASSAGE_CHECKS[name] = check
        return check

    return register


def report_rule(name: str) -> Callable[[ReportCheck], ReportCheck]:
    """Registers what looks at the whole report."""

    def register(check: ReportCheck) -> ReportCheck:
        _REPORT_CHECKS[name] = check
        return check

    return register


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules with their checks."""

    rules: Mapping[str, Rule]
    of_passages: Mapping[str, PassageCheck]
    of_reports: Mapping[str, ReportCheck]


@cache
def rulebook() -> Rulebook:
    """The shipped rules. Raises ValueError where words and checks do not belong together."""
    from report.checking import rules  # registers them

    del rules
    known = {one.id: one for one in read_rules(resource("checks", "rules.toml"))}
    checks = {*_PASSAGE_CHECKS, *_REPORT_CHECKS, *OF_SOURCES, *OF_PRINT}
    if set(known) != checks:
        raise ValueError(f"rules without words or words without rules: {sorted(set(known) ^ checks)}")
    return Rulebook(known, dict(_PASSAGE_CHECKS), dict(_REPORT_CHECKS))


def read_rules(path: Path) -> Iterator[Rule]:
    """The rules of a file."""
    for one in read_toml(path).get("rule", []):
        yield Rule(
            one["id"],
            one["group"],
            Severity(one["severity"]),
            one["title"],
            one["sentence"],
            one["source"],
            tuple(one.get("hit", ())),
            tuple(one.get("quiet", ())),
        )
