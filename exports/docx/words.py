"""Words of a paragraph: what XML cannot hold is left out, a line break stays one."""

import re
from collections.abc import Sequence
from typing import Final

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from exports.docx.page import set_face
from exports.layout.page import TWO, WIDTH
from exports.layout.title import break_title

_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def fit(text: str) -> str:
    """The text without what XML has no place for."""
    return _UNFIT.sub("", text)


def add_words(paragraph: Paragraph, text: str, *, face: str = "", size: float = 0, bold: bool | None = None) -> None:
    """A run with the text; without a face or size it has those of the paragraph."""
    run = paragraph.add_run(fit(text))
    if face:
        set_face(run, face)
    if size:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold


def add_lines(paragraph: Paragraph, lines: Sequence[str], *, face: str = "", size: float = 0) -> None:
    """Lines that are broken here, within one paragraph."""
    for number, line in enumerate(lines):
        if number:
            paragraph.runs[-1].add_break()
        add_words(paragraph, line, face=face, size=size)


def ems(text: str) -> float:
    """About how wide a text is set; ASCII is taken for half as wide."""
    return sum(map(_em, text))


def title_lines(title: str) -> list[str]:
    """A title in lines, broken where its members end as in print."""
    return break_title(title, WIDTH / TWO, _em)


def _em(char: str) -> float:
    return 0.5 if char.isascii() else 1.0
