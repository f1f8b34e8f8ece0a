"""What findings can be put right by the program: all of one kind at once, shown before, links kept."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.checking.finding import Change, Finding
from report.report import Report
from report.texts import Spot, change_texts


@dataclass(frozen=True, slots=True)
class Repaired:
    """The report put right, and how many findings that was."""

    report: Report
    count: int


def repair(report: Report, findings: Iterable[Finding]) -> Repaired:
    """Make the changes of the findings. One whose words are no longer there, or were just changed, is left out.

    `findings` are of this report. A finding is put right wholly or not at all.
    """
    texts = dict[Spot, str]()
    wanted = [one for one in findings if one.changes]
    spots = {change.spot for one in wanted for change in one.changes}
    change_texts(report, lambda spot, text: texts.setdefault(spot, text) if spot in spots else text)
    taken: dict[Spot, list[Change]] = defaultdict(list)
    count = 0
    for one in wanted:
        if all(_fits(change, texts, taken[change.spot]) for change in one.changes):
            count += 1
            for change in one.changes:
                taken[change.spot].append(change)
    changed = {spot: changed_text(texts[spot], changes) for spot, changes in taken.items() if changes}
    if not changed:
        return Repaired(report, 0)
    return Repaired(change_texts(report, lambda spot, text: changed.get(spot, text)), count)


def same_kind(finding: Finding, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that one repair of the same kind would put right, this one among them.

    Of a wrong word those of the same words; else those of the same rule.
    """
    if not finding.changes:
        return ()
    alike = (one for one in findings if one.rule == finding.rule and one.changes)
    if finding.rule in _BY_WORDS:
        alike = (one for one in alike if (one.quote, one.fix) == (finding.quote, finding.fix))
    return tuple(alike)


_BY_WORDS = frozenset({"wrong-word", "own-word", "near-miss"})


def changed_text(text: str, changes: Sequence[Change]) -> str:
    """A text with changes that do not overlap."""
    for one in sorted(changes, key=lambda change: change.start, reverse=True):
        text = text[: one.start] + one.text + text[one.end :]
    return text


def _fits(change: Change, texts: dict[Spot, str], taken: Sequence[Change]) -> bool:
    text = texts.get(change.spot)
    if text is None or change.end > len(text):
        return False
    return all(change.end <= one.start or one.end <= change.start for one in taken)
