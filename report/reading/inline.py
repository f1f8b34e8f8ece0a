"""A report pasted without paragraphs, split at its numbers; a list inside a sentence stays in it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from report.reading.leading import Form, Lead, read_lead
from report.reading.lines import Line, Log
from report.reading.rules import Rule

_SHORTEST, _LONGEST = 40, 400_000
"""Characters of a line that may hold several headings with their text. Longer ones are no report."""
_HEADING_LIMIT = 60
_NUMBER = {
    Form.PART: re.compile("第[一二三四五六七八九十]{1,3}(?:部分|章|篇)"),
    Form.HAN: re.compile("(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3} ?[、.．]"),
    Form.HAN_BRACKET: re.compile("(?:[（(] ?)?(?<![一二三四五六七八九十])[一二三四五六七八九十]{1,3} ?[）)]"),
    Form.ARABIC: re.compile(r"(?<![0-9０-９.．])[0-9０-９]{1,2} ?[.．、]"),
    Form.ARABIC_BRACKET: re.compile("[（(] ?[0-9０-９]{1,2} ?[）)]"),
}
_STOPS = "。！？!?…；;”"
_FIRMER_STOPS = "。！？!?…”"


def split_inline(lines: Sequence[Line], log: Log) -> list[Line]:
    """The lines, split where numbers inside them form a proper row of headings."""
    split: list[Line] = []
    for line in lines:
        whole = "\t" in line.text or line.form.table or not _SHORTEST <= len(line.text) <= _LONGEST
        pieces = [line.text] if whole else _pieces(line.text)
        if len(pieces) > 1:
            log.add(Rule.SPLIT, line.number, line.text, count=len(pieces) - 1)
            split += [replace(line, text=piece, blank_before=False) for piece in pieces]
        else:
            split.append(line)
    return split


def _pieces(text: str) -> list[str]:
    lead = read_lead(text)
    pieces = [text]
    loose = False
    for form in Form:
        cut: list[str] = []
        found = False
        for piece in pieces:
            places = _row(piece, form)
            if places and _may_split(form, places, lead, loose=loose):
                cut += _cut(piece, places)
                found = True
            else:
                cut.append(piece)
        pieces = cut
        loose = loose or (found and (form <= Form.HAN or (lead is not None and lead.form < form)))
    return pieces


def _may_split(form: Form, places: Sequence[int], lead: Lead | None, *, loose: bool) -> bool:
    """Whether a row of numbers in a line is one of headings.

    It is in a text without paragraphs (`loose`), where the line begins with it, where it is of sections, and for
    （一） where the line begins with a section.
    """
    if loose or places[0] == 0 or form <= Form.HAN:
        return True
    return form is Form.HAN_BRACKET and lead is not None and lead.form < form


def _cut(text: str, places: Sequence[int]) -> list[str]:
    ends = [*places[1:], len(text)]
    pieces = [text[: places[0]], *(text[start:end] for start, end in zip(places, ends, strict=True))]
    return [piece.strip() for piece in pieces if piece.strip()]


def _row(text: str, form: Form) -> list[int]:
    """Where the numbers of a row 1, 2, 3… stand that follow a closed sentence; [] when there are fewer than two."""
    places: list[int] = []
    wanted = 0
    for found in _NUMBER[form].finditer(text):
        at = found.start()
        lead = read_lead(text, at)
        if lead is None or lead.form is not form or (lead.weak and not places):
            continue
        if not places and (at == 0 or (lead.value == 1 and _may_open(text, at))):
            places, wanted = [at], lead.value + 1
        elif places and lead.value == wanted and _follows_stop(text, at):
            places.append(at)
            wanted += 1
    return places if len(places) > 1 else []


def _follows_stop(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at]
    trimmed = before.rstrip(" \u3000")
    return trimmed[-1:] in tuple(_FIRMER_STOPS) or (
        len(trimmed) < len(before) and trimmed[-1:] not in tuple("；;，,、")
    )


def _may_open(text: str, at: int) -> bool:
    """Whether a first number may stand here: behind a closed sentence or directly behind the line's heading."""
    if _follows_stop(text, at):
        return True
    head = text[:at]
    return len(head) <= _HEADING_LIMIT and not any(stop in head for stop in _STOPS) and read_lead(text) is not None
