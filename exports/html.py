"""A document as one web page: semantic, without scripts, its style inside, readable on a phone and printable.

Headings are h1 to h4 by level, a run-in heading is strong text in its paragraph; tables have captions and heads.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count, pairwise
from typing import Final

from exports.layout.title import word_ends
from exports.text import foot_lines, head_lines, note_line
from report.document import AttachmentPage, Document, Grid, Piece, Prose, attachment_list

_HEADINGS: Final = {1: "h2", 2: "h3", 3: "h4", 4: "h5"}
_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --line: #8a8a8a; --quiet: #555; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #1b1d20; --line: #777; --quiet: #bbb; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.8 "仿宋_GB2312", FangSong, "FangSong_GB2312", "Noto Serif CJK SC", "Songti SC", serif; }
article { max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; overflow-wrap: anywhere; }
h1 { font: 700 1.75rem/1.4 "方正小标宋简体", "方正小标宋_GBK", "Noto Serif CJK SC", SimSun, serif;
  text-align: center; margin: 1rem 0 1.5rem; text-wrap: balance; word-break: keep-all; }
h2 { font: 400 1.2rem/1.7 "黑体", SimHei, "Noto Sans CJK SC", "PingFang SC", sans-serif; margin: 1.4rem 0 .4rem; }
h3 { font: 400 1.15rem/1.7 "楷体_GB2312", KaiTi, "Kaiti SC", serif; margin: 1rem 0 .3rem; }
h4, h5 { font-size: 1.125rem; line-height: 1.7; font-weight: 700; margin: .6rem 0 .2rem; }
h2, h3, h4, h5, p.text { text-indent: 2em; }
p { margin: .2rem 0; text-align: justify; }
p.addressee, p.caption { text-indent: 0; }
p.above { color: var(--quiet); text-indent: 0; margin: 0; }
.closing { text-align: right; padding-right: 4em; margin-top: 2rem; }
.closing p { text-align: inherit; }
.list { margin-top: 1.8em; }
.foot { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: .5rem; font-size: 1rem; }
.attachment { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; }
.attachment h2 { text-indent: 0; }
.attachment h3 { text-align: center; text-indent: 0; font-size: 1.4rem; }
.table { overflow-x: auto; margin: .8rem 0; }
table { border-collapse: collapse; min-width: 100%; font-size: 1rem; line-height: 1.5; }
caption { font-weight: 700; padding: .3rem; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: center; }
th { font-weight: 700; }
.draft { text-align: center; color: #b00020; font-weight: 700; }
@media (prefers-color-scheme: dark) { .draft { color: #ff8a80; } }
@media (max-width: 30rem) { body { font-size: 1.0625rem; } h1 { font-size: 1.4rem; } .closing { padding-right: 1em; } }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print { body { font-size: 16pt; line-height: 28.95pt; background: #fff; color: #000; }
  article { max-width: none; padding: 0; } h2, h3, h4, h5 { break-after: avoid; }
  .attachment { break-before: page; border: 0; } tr { break-inside: avoid; } thead { display: table-header-group; } }
"""


def export_html(document: Document) -> bytes:
    """The page as UTF-8."""
    return ("\n".join(_page(document)) + "\n").encode()


def _page(document: Document) -> Iterator[str]:
    title = _text(document.title or document.office or "报告")
    yield "<!DOCTYPE html>"
    yield '<html lang="zh-CN">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    if document.office:
        yield f'<meta name="author" content="{_text(document.office)}">'
    yield f"<style>{_STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<main>"
    yield "<article>"
    yield from _article(document)
    yield "</article>"
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _article(document: Document) -> Iterator[str]:
    numbers = count(1)
    if document.draft:
        yield '<p class="draft">草稿</p>'
    yield from (_paragraph(line, "above") for line in head_lines(document.head))
    if document.title:
        yield f"<h1>{_title(document.title)}</h1>"
    if document.addressee:
        yield _paragraph(document.addressee, "addressee")
    yield from _pieces(document.body, numbers)
    if document.attachments:
        yield '<div class="list">'
        yield from (_paragraph(mark + name, "text") for mark, name in attachment_list(document.attachments))
        yield "</div>"
    yield from _closing(document)
    for page in document.attachments:
        yield from _attachment(page, numbers)
    lines = list(foot_lines(document))
    if lines:
        yield '<div class="foot">'
        yield from (_paragraph(line) for line in lines)
        yield "</div>"


def _closing(document: Document) -> Iterator[str]:
    closing = document.closing
    if closing.signatory or closing.date:
        yield '<div class="closing">'
        if closing.signatory:
            yield _paragraph(closing.signatory)
        if closing.date:
            day = f' datetime="{document.day.isoformat()}"' if document.day else ""
            words = f"<time{day}>{_text(closing.date)}</time>" if day else _text(closing.date)
            yield f"<p>{words}</p>"
        yield "</div>"
    yield from (_paragraph(note_line(note), "text") for note in closing.notes)


def _attachment(page: AttachmentPage, numbers: Iterator[int]) -> Iterator[str]:
    yield '<section class="attachment">'
    yield f"<h2>{_text(page.label)}</h2>"
    if page.title:
        yield f"<h3>{_text(page.title)}</h3>"
    yield from _pieces(page.pieces, numbers)
    yield "</section>"


def _pieces(pieces: Iterable[Piece], numbers: Iterator[int]) -> Iterator[str]:
    """`numbers` tells tables apart for who hears the page."""
    for piece in pieces:
        yield from _grid(piece, next(numbers)) if isinstance(piece, Grid) else (_prose(piece),)


def _prose(piece: Prose) -> str:
    label, text = _text(piece.label), piece.text
    if piece.level and piece.is_heading_line:
        tag = _HEADINGS[piece.level]
        return f"<{tag}>{label}{_text(text)}</{tag}>"
    if piece.heading:
        end = piece.heading + 1 if text[piece.heading : piece.heading + 1] == "。" else piece.heading
        return f'<p class="text"><strong>{label}{_text(text[:end])}</strong>{_text(text[end:])}</p>'
    return _paragraph(piece.label + text, "text")


def _grid(grid: Grid, number: int) -> Iterator[str]:
    name = f"表{number} {grid.caption}".strip()
    yield f'<div class="table" role="region" tabindex="0" aria-label="{_text(name)}">'
    yield "<table>"
    if grid.caption:
        yield f"<caption>{_text(grid.caption)}</caption>"
    if grid.head_rows:
        yield "<thead>"
        yield from (_row(row, '<th scope="col">', "</th>") for row in grid.rows[: grid.head_rows])
        yield "</thead>"
    yield "<tbody>"
    yield from (_row(row, "<td>", "</td>") for row in grid.rows[grid.head_rows :])
    yield "</tbody>"
    yield "</table>"
    yield "</div>"


def _row(cells: Iterable[str], begin: str, end: str) -> str:
    return "<tr>" + "".join(f"{begin}{_text(cell)}{end}" for cell in cells) + "</tr>"


def _title(title: str) -> str:
    """The title with hints where its lines may end, so that words stay whole on a narrow screen."""
    ends = [0, *word_ends(title), len(title)]
    return "<wbr>".join(_text(title[start:end]) for start, end in pairwise(ends))


def _paragraph(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{_text(text)}</p>' if kind else f"<p>{_text(text)}</p>"


def _text(text: str) -> str:
    """The text as it stands in HTML; what HTML has no place for is left out, a line break stays one."""
    kept = "".join(char for char in text if char in "\t\n" or (char >= " " and not 0x7F <= ord(char) <= 0x9F))
    return escape(kept).replace("\n", "<br>")
