"""Hard-wrapped text, as copied from a PDF or a mail, put together to paragraphs; other text is left alone."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from report.dates import looks_like_date
from report.reading.leading import read_lead
from report.reading.lines import Line, Log
from report.reading.manuscript import PLAIN_LINE
from report.reading.rules import Rule

_WIDTHS = range(36, 130)
"""Half-cells that a wrapped line may have: 18 to 64 Chinese characters."""
_MIN_LINES = 8
_FULL_SHARE = 0.35
_SLACK = 5
"""Half-cells by which a full line may be shorter than the widest: a mark or a number that did not fit."""
_NUMBER_LIMIT = 8
_CLOSED = re.compile(r"[。！？：；!?:;…]$")
_OWN_LINE = re.compile(
    r"附件\s*[0-9一二三四五六七八九十]{0,2}\s*(?:[:：]|$)|抄送|联系人|签发人|[（(]此件|(?:绝|机|秘)密"
)
_PAGE_LIMIT, _NUMBERED_PAGE_LIMIT = 20, 60
"""Characters from which a line that a page number follows is taken for the first half of a paragraph; a numbered
line may be a heading and must be longer."""


def join_wrapped(lines: Sequence[Line], log: Log) -> list[Line]:
    """The lines, joined to paragraphs where the text as a whole is hard-wrapped, and over page numbers."""
    width = _wrap_width(lines)
    indents = _uses_indents(lines)
    joined: list[Line] = []
    parts: list[str] = []
    last: Line | None = None
    for line in lines:
        if last is not None and _continues(last, line, width, indents):
            log.add(Rule.JOINED, line.number, line.text)
            parts.append(_glue(last.text, line.text))
        else:
            _close(joined, parts)
            joined.append(line)
            parts = [line.text]
        last = line
    _close(joined, parts)
    return joined


def _close(joined: list[Line], parts: list[str]) -> None:
    if len(parts) > 1:
        joined[-1] = replace(joined[-1], text="".join(parts))


def _glue(before: str, after: str) -> str:
    """The second line as it continues the first: Latin words keep a space between them."""
    latin = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha()
    return f" {after}" if latin else after


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text[: _WIDTHS.stop])


def _wrap_width(lines: Sequence[Line]) -> int:
    """Half-cells to which the text is wrapped, 0 when it is not."""
    widths = [_width(line.text) for line in lines]
    if len(widths) < _MIN_LINES or max(widths) not in _WIDTHS:
        return 0
    widest = sorted(widths)[-1 - len(widths) // 20]
    full = [line for line, width in zip(lines, widths, strict=True) if width >= widest - _SLACK]
    broken = [line for line in full if not _CLOSED.search(line.text)]
    enough = len(full) >= _FULL_SHARE * len(lines) and len(broken) >= 0.6 * len(full)
    return widest if enough and widest in _WIDTHS else 0


def _uses_indents(lines: Sequence[Line]) -> bool:
    """Whether white space marks where paragraphs begin: some lines have it, not most."""
    share = sum(line.indented for line in lines) / (len(lines) or 1)
    return 0.05 < share < 0.7


def _continues(last: Line, line: Line, width: int, indents: bool) -> bool:
    if last.form != PLAIN_LINE or line.form != PLAIN_LINE:
        return False
    if _is_number_alone(last.text) and "\t" not in line.text:
        return read_lead(line.text) is None
    if "\t" in last.text or "\t" in line.text or _starts_anew(line) or looks_like_date(last.text):
        return False
    if line.page_before and not _CLOSED.search(last.text) and not line.indented:
        return len(last.text) >= (_NUMBERED_PAGE_LIMIT if read_lead(last.text) else _PAGE_LIMIT)
    if not width or line.blank_before:
        return False
    if indents:
        return not line.indented and _width(last.text) >= width - 3 * _SLACK
    return _width(last.text) >= width - _SLACK


def _is_number_alone(text: str) -> bool:
    """Whether a line is a number whose heading stands on the next line."""
    lead = read_lead(text) if len(text) <= _NUMBER_LIMIT else None
    return lead is not None and lead.end == len(text) and not lead.weak


def _starts_anew(line: Line) -> bool:
    return bool(read_lead(line.text) or _OWN_LINE.match(line.text) or looks_like_date(line.text))
