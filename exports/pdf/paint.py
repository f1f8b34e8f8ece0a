"""Paint laid-out pages on a ReportLab canvas. Everything is decided before; here is only ink."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from reportlab import rl_config
from reportlab.lib.utils import TimeStamp
from reportlab.pdfgen.canvas import Canvas

from exports.pdf.embedding import EmbeddedFont
from exports.pdf.face import Face
from exports.pdf.faces import Faces, Piece, Role
from exports.pdf.lines import Line, Measure, Run, natural_width
from exports.pdf.page import CELL, FOLIO_DROP, FOUR, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH
from exports.pdf.pages import Bookmark, Page, PlacedLine, Rule

_RED = "0.8 0 0"
_DASH_HEIGHT = 0.36
"""Height of the folio's dashes above their baseline, in em."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; `moment` becomes its dates, so that equal input gives equal bytes."""

    title: str
    author: str
    moment: datetime
    producer: str
    subject: str = ""


def paint(pages: Sequence[Page], faces: Faces, metadata: Metadata, *, draft: bool = False) -> bytes:
    """The PDF of the pages."""
    rl_config.useA85 = 0
    buffer = io.BytesIO()
    sheets = _Sheets(buffer, metadata)
    outline = _Outline(sheets.canvas)
    for page in pages:
        if draft:
            sheets.draft_mark(faces)
        for rule in page.rules:
            sheets.rule(rule)
        for placed in page.lines:
            sheets.line(placed, faces)
        for bookmark in page.bookmarks:
            outline.add(bookmark)
        sheets.folio(page.number, faces)
        sheets.canvas.showPage()
    sheets.canvas.save()
    return buffer.getvalue()


class _BareCanvas(Canvas):
    """ReportLab's canvas without the base-14 font that it would name, unembedded, at the start of every page."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class _Sheets:
    """The pages being painted, on ReportLab's canvas (untyped, so Any) with our own fonts and text operators."""

    def __init__(self, buffer: io.BytesIO, metadata: Metadata) -> None:
        size = PAGE_WIDTH, PAGE_HEIGHT
        self.canvas: Any = _BareCanvas(
            buffer, pagesize=size, pageCompression=1, invariant=1, lang="zh-CN", pdfVersion=(1, 7)
        )
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._document: Any = self.canvas._doc  # noqa: SLF001 - the only way to add fonts and to set the dates
        self._document._timeStamp = _stamp(metadata.moment)  # noqa: SLF001
        self.canvas.setTitle(metadata.title)
        self.canvas.setAuthor(metadata.author)
        self.canvas.setSubject(metadata.subject)
        self.canvas.setCreator(metadata.producer)
        self.canvas.setProducer(metadata.producer)

    def write(self, operators: str) -> None:
        """Append operators to the page's content."""
        self.canvas._code.append(operators)  # noqa: SLF001 - ReportLab's text object cannot adjust single marks

    def font(self, face: Face) -> EmbeddedFont:
        """The face's font in this document."""
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
            self._document.delayedFonts.append(font)
        return font

    def line(self, placed: PlacedLine, faces: Faces) -> None:
        """A line of text, its baseline given from the top of the type area."""
        line = placed.line
        x, y = LEFT + line.left, PAGE_HEIGHT - TOP - placed.baseline
        self.write(f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {_show(line, faces, self)} ET")

    def rule(self, rule: Rule) -> None:
        """A straight rule."""
        colour = f"{_RED} RG " if rule.red else "0 0 0 RG "
        top = PAGE_HEIGHT - TOP
        ends = f"{LEFT + rule.x1:.3f} {top - rule.y1:.3f} m {LEFT + rule.x2:.3f} {top - rule.y2:.3f} l"
        self.write(f"q {colour}{rule.width:.3f} w {ends} S Q")

    def folio(self, number: int, faces: Faces) -> None:
        """— 1 — in 四号 宋体, 7 mm below the type area, one cell in: right on odd pages, left on even ones (7.5).

        Marked as an artifact, so that copied text does not contain it.
        """
        runs = (Run(Role.FOLIO, f"— {number} —"),)
        measure = Measure(faces.measure, WIDTH / FOUR, FOUR, FOUR)
        left = CELL if number % 2 == 0 else WIDTH - CELL - natural_width(runs, measure)
        baseline = HEIGHT + FOLIO_DROP + _DASH_HEIGHT * FOUR
        self.write("/Artifact <</Type /Pagination>> BDC")
        self.line(PlacedLine(Line(runs, left, FOUR, 0.0), baseline), faces)
        self.write("EMC")

    def draft_mark(self, faces: Faces) -> None:
        """草稿 in pale grey across the page, behind the text and outside of what is copied."""
        size = 150.0
        runs = (Run(Role.LEVEL_1, "草稿"),)
        shown = _show(Line(runs, 0.0, size, 0.0), faces, self)
        slant = 0.7071
        x, y = PAGE_WIDTH / 2 - size * slant * 0.75, PAGE_HEIGHT / 2 - size * slant * 1.25
        matrix = f"{slant} {slant} -{slant} {slant} {x:.2f} {y:.2f} Tm"
        self.write("/Artifact <</Type /Background>> BDC")
        self.write(f"q 0.9 g BT {matrix} {shown} ET Q EMC")


class _Outline:
    """Bookmarks in a tree; ReportLab refuses levels that are skipped, so they are drawn up."""

    def __init__(self, canvas: Any) -> None:  # noqa: ANN401 - ReportLab's
        self._canvas = canvas
        self._levels: list[int] = []
        self._count = 0

    def add(self, bookmark: Bookmark) -> None:
        """Add an entry that leads to the current page."""
        while self._levels and self._levels[-1] >= bookmark.level:
            self._levels.pop()
        key = f"h{self._count}"
        self._count += 1
        self._canvas.bookmarkHorizontalAbsolute(key, PAGE_HEIGHT - TOP - bookmark.top + 4)
        self._canvas.addOutlineEntry(bookmark.title, key, len(self._levels))
        self._levels.append(bookmark.level)


def _show(line: Line, faces: Faces, sheets: _Sheets) -> str:
    """Text operators of a line: one Tf a face, one Tc a line, adjustments where marks give room."""
    taken = dict(line.squeezes)
    operators = [f"{line.spacing:.4f} Tc"]
    if -1 in taken:
        operators.append(f"[{taken[-1] / line.size * 1000:.1f}] TJ")
    index = 0
    for run in line.runs:
        own = faces.plain_face(run.role, run.text)
        pieces = faces.split(run.role, run.text) if own is None else (Piece(own, run.text),)
        for piece in pieces:
            font = sheets.font(piece.face)
            operators.append(f"/{font.name} {line.size:g} Tf")
            if own is not None and not taken:
                operators.append(f"<{font.encode(piece.text)}> Tj")
            else:
                operators += _strings(piece.text, font, taken, index, line.size)
            index += len(piece.text)
    return " ".join(operators)


def _strings(text: str, font: EmbeddedFont, taken: dict[int, float], offset: int, size: float) -> list[str]:
    """Show operators of one face's characters; marks that must fill a cell and do not are stretched to it."""
    shown: list[str] = []
    parts: list[str] = []
    start = 0

    def flush(end: int) -> None:
        if end > start:
            parts.append(f"<{font.encode(text[start:end])}>")

    for index, char in enumerate(text):
        if font.face.is_stretched(char):
            flush(index)
            shown += _joined(parts)
            shown += [f"{100 / font.face.advance(char):.2f} Tz <{font.encode(char)}> Tj 100 Tz"]
            parts, start = [], index + 1
        if index + offset in taken:
            flush(index + 1)
            parts.append(f"{taken[index + offset] / size * 1000:.1f}")
            start = index + 1
    flush(len(text))
    return shown + _joined(parts)


def _joined(parts: list[str]) -> list[str]:
    if not parts:
        return []
    return [parts[0] + " Tj"] if len(parts) == 1 and parts[0].startswith("<") else [f"[{''.join(parts)}] TJ"]


def _stamp(moment: datetime) -> Any:  # noqa: ANN401 - ReportLab's untyped class
    stamp = TimeStamp(1)
    utc = moment.astimezone(UTC)
    stamp.t = utc.timestamp()
    stamp.lt = utc.timetuple()
    stamp.YMDhms = tuple(stamp.lt)[:6]
    return stamp
