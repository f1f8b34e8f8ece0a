"""Words of a paragraph: what XML cannot hold is left out, a line break stays one."""

import re
from typing import Final

from docx.shared import Pt
from docx.text.paragraph import Paragraph

from exports.docx.page import set_face

_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def add_words(paragraph: Paragraph, text: str, *, face: str = "", size: float = 0, bold: bool | None = None) -> None:
    """A run with the text; without a face or size it has those of the paragraph."""
    run = paragraph.add_run(_UNFIT.sub("", text))
    if face:
        set_face(run, face)
    if size:
        run.font.size = Pt(size)
    if bold is not None:
        run.font.bold = bold
