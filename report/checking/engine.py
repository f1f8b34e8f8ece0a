"""Runs all rules over a report. What was found in a text is remembered: only texts that changed are read again."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from report.checking.finding import Change, Finding, Hit
from report.checking.passages import Checked, Passage, part_of
from report.checking.rulebook import Rule, forget_answers, rulebook
from report.document import Place
from report.texts import Spot

QUOTED = 30
"""Most characters of a quote."""
_REMEMBERED = 4096
_WEAKER = {
    "near-miss": ("wrong-word", "own-word", "twice"),
    "non-word": ("wrong-word", "own-word", "twice", "near-miss"),
    "digits-swapped": ("same-count", "two-values"),
}
"""Rules whose findings say less than those of others at the same words."""
_ANYWHERE = Spot(Place(""))


def check(checked: Checked, off: Collection[str] = ()) -> tuple[Finding, ...]:
    """All findings in the order of the tabs; `off` are ids of rules that are switched off."""
    book = rulebook()
    places = {passage.spot: number for number, passage in enumerate(checked.passages)}
    found: list[tuple[tuple[int, int], Finding]] = []
    for number, passage in enumerate(checked.passages):
        for name, hit in _hits_in(_placeless(passage)):
            finding = _finding(book.rules[name], replace(hit, spot=passage.spot), checked, places)
            found.append(((number, hit.start), finding))
    for name, rule_check in book.of_reports.items():
        for hit in rule_check(checked):
            finding = _finding(book.rules[name], hit, checked, places)
            found.append((_order(finding, places, checked), finding))
    found.sort(key=lambda one: one[0])
    # What a rule that is off had to say is not said by a weaker one in its place.
    return tuple(one for one in _without_doubles([finding for _place, finding in found]) if one.rule not in off)


def finding_at(checked: Checked, name: str, hit: Hit) -> Finding:
    """What a rule that is not run here has hit."""
    places = {passage.spot: number for number, passage in enumerate(checked.passages)}
    return _finding(rulebook().rules[name], hit, checked, places)


def _placeless(passage: Passage) -> Passage:
    """The passage without what tells where it stands: the same words are read once wherever they are."""
    return replace(passage, spot=_ANYWHERE, section="", block=None)


@lru_cache(maxsize=_REMEMBERED)
def _hits_in(passage: Passage) -> tuple[tuple[str, Hit], ...]:
    book = rulebook()
    return tuple((name, hit) for name, look in book.of_passages.items() for hit in look(passage))


def forget() -> None:
    """Read every text anew at the next check."""
    _hits_in.cache_clear()
    forget_answers()


def _finding(rule: Rule, hit: Hit, checked: Checked, places: "dict[Spot, int]") -> Finding:
    passage = checked.passages[places[hit.spot]] if hit.spot is not None and hit.spot in places else None
    quote = passage.text[hit.start : hit.end] if passage is not None else ""
    words = {"words": quote, "fix": hit.fix or "", **hit.words}
    changes: tuple[Change, ...] = hit.others
    if hit.fix is not None and hit.spot is not None:
        changes = (Change(hit.spot, hit.start, hit.end, hit.fix), *changes)
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.severity,
        spot=hit.spot,
        start=hit.start,
        end=hit.end,
        quote=quote[:QUOTED],
        message=rule.sentence.format_map(words),
        source=rule.source,
        changes=changes,
        section=part_of(passage) if passage is not None else hit.section or "document",
        block=passage.block if passage is not None else None,
        words=words,
    )


def _order(finding: Finding, places: "dict[Spot, int]", checked: Checked) -> tuple[int, int]:
    if finding.spot is not None:
        return places.get(finding.spot, -1), finding.start
    own = [number for number, one in enumerate(checked.passages) if one.section == finding.section]
    return (own[-1], len(checked.passages[own[-1]].text)) if own else (-1, 0)


def _without_doubles(findings: Sequence[Finding]) -> Iterator[Finding]:
    """Of two rules at the same words with the same repair the first is enough; a listed mistake is no near miss."""
    seen: set[object] = set()
    at: dict[Spot | None, list[Finding]] = defaultdict(list)
    for one in findings:
        at[one.spot].append(one)
    for one in findings:
        stronger = _WEAKER.get(one.rule, ())
        if stronger and any(other.rule in stronger and _overlap(one, other) for other in at[one.spot]):
            continue
        key = (one.spot, one.start, one.end, one.fix or one.rule)
        if one.spot is None or key not in seen:
            seen.add(key)
            yield one


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end
