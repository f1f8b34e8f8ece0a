"""Paint laid-out pages: text operators and rules. Everything is decided before; here is only ink."""

from collections.abc import Iterator, Sequence

from exports.layout.characters import STAND_INS, is_invisible
from exports.layout.page import CELL, FOLIO_DROP, FOUR, HEIGHT, LEFT, PAGE_HEIGHT, PAGE_WIDTH, TOP, WIDTH
from exports.pdf.embedding import EmbeddedFont
from exports.pdf.face import Face
from exports.pdf.faces import Faces, Piece, Role
from exports.pdf.file import Painting
from exports.pdf.lines import Line, Measure, Run, natural_width
from exports.pdf.outline import Entry
from exports.pdf.pages import Page, PlacedLine, Rule
from report.document import Folio

_RED = "0.8 0 0"
_DASH_HEIGHT = 0.36
"""Height of the folio's dashes above their baseline, in em."""
_BOOKMARK_RISE = 4.0
"""How far above a heading's line its bookmark leads, in points."""


def paint(pages: Sequence[Page], faces: Faces, folio: Folio = Folio.OUTER, *, draft: bool = False) -> Painting:
    """The operators of each page, what they name, and the outline."""
    brush = _Brush(faces)
    total = sum(page.numbered for page in pages)
    painted = ["\n".join((*_page(page, brush, draft=draft), *brush.folio(page, folio, total))) for page in pages]
    outline = [
        Entry(one.level, one.title, number, PAGE_HEIGHT - TOP - one.top + _BOOKMARK_RISE)
        for number, page in enumerate(pages)
        for one in page.bookmarks
    ]
    return Painting(painted, outline, brush.fonts)


def _page(page: Page, brush: "_Brush", *, draft: bool) -> Iterator[str]:
    if draft:
        yield brush.draft_mark()
    for rule in page.rules:
        yield brush.rule(rule)
    for placed in page.lines:
        yield brush.line(placed)


class _Brush:
    """Makes operators and knows the fonts that they name."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._fonts: dict[Face, EmbeddedFont] = {}

    @property
    def fonts(self) -> list[EmbeddedFont]:
        """The fonts in order of their first use."""
        return [font for font in self._fonts.values() if font.is_used]

    def _font(self, face: Face) -> EmbeddedFont:
        font = self._fonts.get(face)
        if font is None:
            font = self._fonts[face] = EmbeddedFont(face, f"F{len(self._fonts) + 1}")
        return font

    def line(self, placed: PlacedLine) -> str:
        """A line of text, its baseline given from the top of the type area."""
        line = placed.line
        before = next((points for index, points in line.squeezes if index < 0), 0.0)
        x, y = LEFT + line.left - before, PAGE_HEIGHT - TOP - placed.baseline
        shown = f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm {self._show(line)} ET"
        return f"q {_RED} rg {shown} Q" if placed.red else shown

    def rule(self, rule: Rule) -> str:
        """A straight rule."""
        colour = f"{_RED} RG " if rule.red else "0 0 0 RG "
        top = PAGE_HEIGHT - TOP
        ends = f"{LEFT + rule.x1:.3f} {top - rule.y1:.3f} m {LEFT + rule.x2:.3f} {top - rule.y2:.3f} l"
        return f"q {colour}{rule.width:.3f} w {ends} S Q"

    def folio(self, page: Page, style: Folio, total: int) -> Iterator[str]:
        """— 1 — in 四号 宋体, 7 mm below the type area, one cell in: right on odd pages, left on even ones (7.5).

        Marked as an artifact, so that copied text does not contain it. `total` is the count of numbered pages.
        """
        if style is Folio.NONE or not page.numbered:
            return
        counted = style is Folio.COUNTED
        runs = (Run(Role.FOLIO, f"第{page.number}页 共{total}页" if counted else f"— {page.number} —"),)
        free = WIDTH - natural_width(runs, Measure(self._faces.measure, WIDTH / FOUR, FOUR, FOUR))
        left = CELL if page.number % 2 == 0 else free - CELL
        if style is not Folio.OUTER:
            left = free / 2
        baseline = HEIGHT + FOLIO_DROP + _DASH_HEIGHT * FOUR
        shown = self.line(PlacedLine(Line(runs, left, FOUR, 0.0), baseline))
        yield f"/Artifact <</Type /Pagination>> BDC {shown} EMC"

    def draft_mark(self) -> str:
        """草稿 in pale grey across the page, behind the text and outside of what is copied."""
        size = 150.0
        shown = self._show(Line((Run(Role.LEVEL_1, "草稿"),), 0.0, size, 0.0))
        slant = 0.7071
        x, y = PAGE_WIDTH / 2 - size * slant * 0.75, PAGE_HEIGHT / 2 - size * slant * 1.25
        matrix = f"{slant} {slant} -{slant} {slant} {x:.2f} {y:.2f} Tm"
        return f"/Artifact <</Type /Background>> BDC q 0.9 g BT {matrix} {shown} ET Q EMC"

    def _show(self, line: Line) -> str:
        """Text operators of a line: one Tf a face, one Tc a line, adjustments where marks give room."""
        faces, taken = self._faces, dict(line.squeezes)
        operators = [f"{line.spacing:.4f} Tc"]
        index = 0
        for run in filter(lambda run: run.text, line.runs):
            own = faces.plain_face(run.role, run.text)
            for piece in faces.split(run.role, run.text) if own is None else (Piece(own, run.text),):
                font = self._font(piece.face)
                if own is not None and not taken:
                    strings = [f"<{font.encode(piece.text)}> Tj"]
                else:
                    strings = _strings(piece.text, font, taken, index, line.size)
                if strings:
                    operators += [f"/{font.name} {line.size:g} Tf", *strings]
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
        single = _single(char, font)
        if single is not None:
            flush(index)
            shown += [*_joined(parts), *single]
            parts, start = [], index + 1
        if index + offset in taken:
            flush(index + 1)
            parts.append(f"{taken[index + offset] / size * 1000:.1f}")
            start = index + 1
    flush(len(text))
    return shown + _joined(parts)


def _single(char: str, font: EmbeddedFont) -> list[str] | None:
    """The operators of a character that is not shown as it is, if any; None when it is.

    A mark that must fill a cell is stretched to it; what no face has is shown by a stand-in, and copied as it is.
    """
    face = font.face
    if face.is_stretched(char):
        return [f"{100 / face.advance(char):.2f} Tz <{font.encode(char)}> Tj 100 Tz"]
    if is_invisible(char):
        return []
    if face.glyph(char):
        return None
    stand_in = next((one for one in STAND_INS if face.glyph(one)), " ")
    text = char.encode("utf-16-be", "replace").hex().upper()
    return [f"/Span <</ActualText <FEFF{text}>>> BDC <{font.encode(stand_in)}> Tj EMC"]


def _joined(parts: list[str]) -> list[str]:
    if not parts:
        return []
    return [parts[0] + " Tj"] if len(parts) == 1 and parts[0].startswith("<") else [f"[{''.join(parts)}] TJ"]
