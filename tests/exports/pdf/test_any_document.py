"""Any document: nothing is lost, nothing stands outside of the type area, nothing overlaps, the file is whole."""

from collections import Counter
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.layout.characters import visible
from exports.layout.page import HEIGHT, WIDTH
from exports.pdf.export import export_pdf, lay_out
from exports.pdf.faces import Faces
from exports.pdf.lines import Measure, natural_width
from exports.pdf.pages import Page
from report.document import AttachmentPage, Closing, Document, Folio, Foot, Grid, Head, Piece, Prose, Style
from tests.exports.pdf.documents import HERE
from tests.exports.pdf.reading import opened
from tests.exports.pdf.strategies import noise, paragraphs

MOMENT = datetime(2025, 1, 6, tzinfo=UTC)
SHORT = st.one_of(st.just(""), paragraphs().map(lambda text: text[:40]), noise().map(lambda text: text[:30]))
PROSE = st.builds(
    lambda text, level, label, whole: Prose(text, HERE, level, None, label, len(text) if whole and level else 0),
    st.one_of(paragraphs(), noise()),
    st.integers(0, 4),
    st.sampled_from(["", "一、", "（一）", "1."]),
    st.booleans(),
)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns, rows = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    cells = st.one_of(SHORT, st.just("长文字" * 60), st.just("第一行\n第二行"))
    found = tuple(tuple(draw(cells) for _ in range(columns)) for _ in range(rows))
    return Grid(found, HERE, draw(st.integers(0, min(2, rows))), draw(SHORT))


PIECES: st.SearchStrategy[tuple[Piece, ...]] = st.lists(st.one_of(PROSE, grids()), max_size=6).map(tuple)
DOCUMENTS = st.builds(
    Document,
    title=SHORT,
    addressee=SHORT,
    body=PIECES,
    closing=st.builds(Closing, SHORT, SHORT, st.lists(SHORT, max_size=2).map(tuple), st.booleans()),
    head=st.one_of(
        st.just(Head()), st.builds(Head, SHORT, SHORT, SHORT, SHORT, SHORT, st.lists(SHORT, max_size=4).map(tuple))
    ),
    foot=st.one_of(st.just(Foot()), st.builds(Foot, SHORT, SHORT, SHORT)),
    attachments=st.lists(st.builds(AttachmentPage, st.just("附件1"), SHORT, PIECES, st.just(HERE)), max_size=2).map(
        tuple
    ),
    style=st.builds(Style, st.sampled_from(Folio)),
)


def texts(document: Document) -> str:
    """All that must be found on the pages; the head of a table may be there more often."""
    parts = [document.title, document.addressee]
    pieces = [*document.body, *(piece for page in document.attachments for piece in page.pieces)]
    for piece in pieces:
        parts += ["".join(map("".join, piece.rows)), piece.caption] if isinstance(piece, Grid) else [piece.text]
    parts += [page.title for page in document.attachments]
    parts += [document.closing.signatory, document.closing.date, *document.closing.notes]
    head, foot = document.head, document.foot
    parts += [head.copy_number, head.secrecy, head.urgency, head.issuer_mark, head.document_number, *head.signers]
    return "".join([*parts, foot.copy_to, foot.printer])


def check_inside(page: Page, faces: Faces) -> None:
    for placed in page.lines:
        line = placed.line
        if not visible(line.text).strip():
            continue
        # Room that marks gave and the space after the last character are outside of no edge.
        wide = natural_width(line.runs, Measure(faces.measure, 1, line.size, line.size))
        wide += line.spacing * (len(visible(line.text.rstrip())) - 1) - sum(points for _, points in line.squeezes)
        assert line.left >= -0.01
        assert line.left + wide <= WIDTH + line.size, line.text
        assert line.size * 0.5 <= placed.baseline <= HEIGHT + 0.01
    for rule in page.rules:
        assert -0.01 <= min(rule.x1, rule.x2) <= max(rule.x1, rule.x2) <= WIDTH + 0.01
        assert -0.01 <= min(rule.y1, rule.y2) <= max(rule.y1, rule.y2) <= HEIGHT + 0.01


@given(DOCUMENTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_document(faces: Faces, document: Document) -> None:
    pages = lay_out(document, faces)
    shown = Counter(char for page in pages for line in page.lines for char in line.line.text)
    wanted = Counter(char for char in texts(document) if char.strip())
    wanted -= Counter({mark: wanted[mark] for mark in "。　\n："})
    assert wanted <= shown, wanted - shown
    for page in pages:
        check_inside(page, faces)
    with opened(export_pdf(document, faces, MOMENT)) as file:
        assert len(file) == len(pages)
