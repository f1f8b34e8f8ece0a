"""The same page by ReportLab's stock Paragraph: `python -m tests.bench.page.peer_paragraph TEXT OUT.pdf`.

It cannot take FandolFang (CFF outlines), so the text is set in the bundled 楷体, which loads one face less than ours.
"""

import html
import sys
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph

from exports.layout.page import FOUR, HEIGHT, LEFT, MM, PAGE_HEIGHT, PAGE_WIDTH, PITCH, THREE, TOP, TWO, WIDTH
from tests.bench.page.texts import OFFICE, TITLE, YEAR, blocks

_FONTS = Path(__file__).parents[3] / "resources" / "fonts"
_FILES = {
    "body": "LXGWWenKai-Regular.ttf",
    "level 1": "NotoSansSC-Regular.ttf",
    "title": "NotoSerifSC-Bold.ttf",
    "folio": "NotoSerifSC-Regular.ttf",
}


def _styles() -> dict[str, ParagraphStyle]:
    text: dict[str, Any] = {
        "fontSize": THREE, "leading": PITCH, "wordWrap": "CJK", "alignment": TA_JUSTIFY, "firstLineIndent": 2 * THREE,
    }  # fmt: skip
    return {
        "plain": ParagraphStyle("plain", fontName="body", **text),
        "level 1": ParagraphStyle("level 1", fontName="level 1", **text),
        "level 2": ParagraphStyle("level 2", fontName="body", **text),
        "title": ParagraphStyle(
            "title", fontName="title", fontSize=TWO, leading=35, alignment=TA_CENTER, wordWrap="CJK"
        ),
        "end": ParagraphStyle("end", fontName="body", fontSize=THREE, leading=PITCH, alignment=TA_RIGHT),
    }


def _folio(canvas: Any, document: Any) -> None:  # noqa: ANN401 - ReportLab's
    canvas.setFont("folio", FOUR)
    shown, y = f"— {document.page} —", PAGE_HEIGHT - TOP - HEIGHT - 7 * MM - FOUR * 0.8
    if document.page % 2:
        canvas.drawRightString(LEFT + WIDTH - FOUR, y, shown)
    else:
        canvas.drawString(LEFT + FOUR, y, shown)


def main(text: str, target: str) -> None:
    """Set a text file once."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))
    styles = _styles()
    parts = [
        ("title", TITLE), *blocks(Path(text).read_text("utf-8")), ("end", OFFICE), ("end", f"{YEAR + 1}年1月6日"),
    ]  # fmt: skip
    frame = Frame(LEFT, PAGE_HEIGHT - TOP - HEIGHT, WIDTH, HEIGHT + 0.5, 0, 0, 0, 0)
    document = BaseDocTemplate(target, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), title=TITLE)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_folio))
    document.build([Paragraph(html.escape(shown), styles[kind]) for kind, shown in parts])


if __name__ == "__main__":
    main(*sys.argv[1:])
