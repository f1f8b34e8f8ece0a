"""Text → lines: characters that nobody sees are removed and counted, white space is trimmed. No visible one is lost."""

import re

from report.reading.lines import Line, Log
from report.reading.manuscript import CELL_BREAK
from report.reading.rules import Rule

_REMOVED = (
    (Rule.CONTROL, re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+"), ""),
    (Rule.ZERO_WIDTH, re.compile(r"[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+"), ""),
    (Rule.DIRECTION, re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]+"), ""),
    (Rule.LINE_SEPARATOR, re.compile(r"[\x0b\x0c\x85\u2028\u2029]+"), " "),
    (Rule.SURROGATE, re.compile(r"[\ud800-\udfff]+"), "\ufffd"),
)
_BREAK = re.compile(r"\r\n|\r|\n")
_SPACES = " \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INNER_RUN = re.compile(f"[{_SPACES}]{{2,}}|[\u00a0\u1680\u2000-\u200a\u202f\u205f]")
_EDGE = "".join(map(chr, (0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))


def clean(text: str, log: Log) -> list[Line]:
    """The non-empty lines of a text, trimmed, with their line numbers (broken at CRLF, LF and CR only)."""
    for rule, pattern, replacement in _REMOVED:
        text = _replace(text, rule, pattern, replacement, log)
    lines: list[Line] = []
    blank = False
    for number, raw in enumerate(_BREAK.split(text), 1):
        trimmed = raw.strip(_EDGE + "\t")
        if not trimmed:
            blank = True
            continue
        start = raw.index(trimmed[0])
        lead, tail = ("\t" * edge.count("\t") for edge in (raw[:start], raw[start + len(trimmed) :]))
        lines.append(Line(number, _INNER_RUN.sub(_one_space, trimmed), start > 0, lead, tail, blank))
        blank = False
    return lines


def tab_to_space(text: str) -> str:
    """A text that is no table row: each run of tabs and spaces becomes one space."""
    return re.sub(rf"[{_SPACES}\t]*\t[{_SPACES}\t]*", " ", text) if "\t" in text else text


def _replace(text: str, rule: Rule, pattern: re.Pattern[str], replacement: str, log: Log) -> str:
    first = pattern.search(text)
    if first is None:
        return text
    count = sum(len(found[0]) for found in pattern.finditer(text))
    line = len(_BREAK.findall(text, 0, first.start())) + 1
    nearby = pattern.sub("", text[max(0, first.start() - 10) : first.end() + 20]).replace(CELL_BREAK, " ")
    log.add(rule, line, _BREAK.sub(" ", nearby), count=count)
    return pattern.sub(lambda found: replacement * (len(found[0]) if rule is Rule.SURROGATE else 1), text)


def _one_space(run: re.Match[str]) -> str:
    """A full-width space stays one (郗　喆 is set with it); anything else becomes a plain space."""
    return "\u3000" if "\u3000" in run[0] else " "
