"""The check of a text as it was given: what its import mended and what was filled in counts too, as mended."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from report.checking.engine import QUOTED, check
from report.checking.finding import Finding
from report.checking.passages import Checked
from report.checking.rulebook import rulebook
from report.checking.verbatim import Original
from report.indicators.adopting import adopt_known
from report.notes import Note
from report.reading.rules import Rule as Noted
from report.report import Report

_BY_NOTE: Final = {
    Noted.MARKS: "half-width",
    Noted.NUMBER_GAP: "numbering",
    Noted.NUMBER_REPEATED: "numbering",
    Noted.NUMBER_BACK: "numbering",
    Noted.NUMBER_RUNS_ON: "numbering",
    Noted.NUMBER_MISSING: "numbering",
    Noted.NUMBER_BRACKET: "number-bracket",
    Noted.NUMBER_FORM: "number-form",
    Noted.LEVEL_DEEP: "number-form",
    Noted.TEMPLATE_HINT: "placeholder",
    Noted.ATTACHMENT_TITLE: "attachment-title",
}
"""What an import notes, by the rule that it breaks. The rest of its notes is no fault of the author's."""
_HEAD: Final = 12
_ADDRESSEE: Final = "addressee-missing"


def check_source(checked: Checked, given: Report, notes: Sequence[Note], text: str) -> tuple[Finding, ...]:
    """All findings about a source text.

    `checked` is the report that was made of it, `given` the same before options filled in what it lacks; what only
    `given` has is found as fixed. Quotes are as the source has them.
    """
    original = Original(text)
    filled = replace(checked, report=adopt_known(checked.type, checked.report)[0])
    plain = replace(checked, report=adopt_known(checked.type, given)[0])
    before = check(plain)
    if any(one.rule == _ADDRESSEE for one in before):  # a title that was filled in makes it no published copy
        filled = replace(filled, copy_is_guessed=False)
    now = {_key(one) for one in check(filled)}
    found = [replace(one, fixed=_key(one) not in now) for one in before]
    found += _from_notes(notes)
    return tuple(replace(one, quote=original.words(one.quote)) for one in found)


def _key(one: Finding) -> tuple[str, str, str, int]:
    return one.rule, one.section, one.quote, one.start


def _from_notes(notes: Sequence[Note]) -> Iterator[Finding]:
    rules = rulebook().rules
    for note in notes:
        name = _BY_NOTE.get(Noted(note.rule))
        if name is None:
            continue
        rule = rules[name]
        quote = note.quote[:QUOTED] if note.rule != Noted.MARKS else _first_mark(note.quote)
        words = {"words": quote[:_HEAD], "count": str(note.count)}
        yield Finding(
            rule=rule.id,
            severity=rule.severity,
            spot=None,
            start=0,
            end=0,
            quote=quote,
            message=rule.sentence.format_map(words),
            source=rule.source,
            section="document",
            fixed=True,
        )


def _first_mark(quote: str) -> str:
    return next((char for char in quote if char in ",;:!?()"), quote)
