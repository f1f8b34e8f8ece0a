"""A web page → manuscript: its text in order, without what stands around it."""

import re
from typing import Final

from report.errors import UnreadableSource
from report.reading.manuscript import LineForm, Manuscript, ManuscriptBuilder
from report.reading.recognise import LINE_LIMIT
from report.reading.rules import Rule
from report.sources.html.encoding import decode_page
from report.sources.html.lists import ListNumbers
from report.sources.html.main_text import is_frame, lines_of, main_element, reveal
from report.sources.html.styles import apply_sheets, keeps_lines
from report.sources.html.tables import cells_of, grid, is_layout, rows_of
from report.sources.html.tree import BLOCKS, is_hidden_text, is_seen, seen_text, squeeze
from report.sources.markup import Element, name_of, parse_html

_TITLE_NAMES: Final = frozenset(("articletitle", "og:title"))
_SHORTEST_TITLE: Final = 8
_HEADING: Final = re.compile("h([1-6])")
_SITE: Final = re.compile(r"\s*[-_|–—]+\s*[^-_|–—]*$")
_IS_REPORT: Final = re.compile("报告|情况|总结")
_BREAK: Final = "\u2028"
_LINE_END: Final = re.compile("\r\n?|\n")
_LONG_TEXT: Final = 200
"""Characters from which a part that a page has twice, for wide and for narrow windows, is read once."""
_MARKS: Final = re.compile("^[·•●■◆▪○◇□➢§Øl\uf000-\uf0ff]$")
"""What stands for a bullet in a list that a word processor wrote."""


def read_html(data: bytes, told: str = "") -> Manuscript:
    """What a page, or a piece of one from the clipboard, shows, without the page's frame; `told` is its encoding.

    Raises UnreadableSource (encoding, too-deep, no-text) and TooMuchText.
    """
    root = parse_html(decode_page(data, told))
    apply_sheets(root)
    body = next(iter(root.iter("body")), root)
    reveal(body)
    reader = _PageReader(ManuscriptBuilder(LINE_LIMIT))
    reader.read(body, main_element(body), _title_of(root, body))
    manuscript = reader.builder.manuscript()
    if not any(line.strip() for line in manuscript.text.split("\n")):
        raise UnreadableSource("no-text")
    return manuscript


def _title_of(root: Element, body: Element) -> str:
    """The title that the page gives itself: that of the article, else that of the window without the site's name.

    The name of the site is what a line of the page does not have, or what stands behind a dash.
    """
    for one in root.iter("meta"):
        said = one.get("name", one.get("property", "")).lower()
        if said in _TITLE_NAMES and one.get("content", "").strip():
            return squeeze(one.get("content")).strip()
    title = next(iter(root.iter("title")), None)
    words = squeeze(title.text or "").strip() if title is not None else ""
    shown = (line for line in lines_of(body) if _SHORTEST_TITLE <= len(line) < len(words) and line in words)
    return max(filter(_IS_REPORT.search, shown), key=len, default="") or _SITE.sub("", words) or words


class _PageReader:
    """Walks the elements; inline words gather until a block ends them."""

    def __init__(self, builder: ManuscriptBuilder) -> None:
        self.builder = builder
        self._words: list[str] = []
        self._form = LineForm()
        self._label = ""
        self._lists = ListNumbers()
        self._keeps_lines = False
        self._long_texts: set[str] = set()
        self._kept: tuple[Element, ...] = ()
        self._main: Element | None = None
        self._title = ""

    def read(self, body: Element, main: Element | None, title: str) -> None:
        """The whole page; beside `main` only what is no frame."""
        self._main, self._title = main, title
        if main is not None:
            self._kept = (main, *main.iterancestors())
        if title and _IS_REPORT.search(title) and not self._says(body, title):
            self.builder.add(title, LineForm(title=True))
        self._inside(body, in_main=main is None)
        self._end()

    def _says(self, body: Element, title: str) -> bool:
        return "".join(title.split()) in "".join(seen_text(body).split())

    def _inside(self, element: Element, *, in_main: bool) -> None:
        before, said = self._keeps_lines, keeps_lines(element)
        self._keeps_lines = before if said is None else said
        self._say(element.text)
        for one in list(element):
            self._one(one, in_main=in_main)
            self._say(one.tail)
        self._keeps_lines = before

    def _one(self, one: Element, *, in_main: bool) -> None:
        name = name_of(one)
        if not is_seen(one):
            if is_hidden_text(one) and (words := "".join(one.itertext()).strip()):
                self.builder.remark(Rule.HIDDEN, words)
        elif not in_main and one not in self._kept and self._leaves(one, name):
            pass
        elif name == "br":
            self._break()
        elif name == "img":
            self.builder.remark(Rule.PICTURE, one.get("alt", "") or "".join(self._words)[-14:])
        elif name in ("del", "s", "strike"):
            self.builder.remark(Rule.DELETION, seen_text(one))
        elif name == "table":
            self._table(one, in_main=in_main)
        elif name in BLOCKS:
            self._block(one, name, in_main=in_main or one is self._main)
        elif "mso-list:ignore" in one.get("style", "").replace(" ", "").lower():
            self._mark(one)
        else:
            self._inside(one, in_main=in_main or one is self._main)

    def _leaves(self, one: Element, name: str) -> bool:
        """Whether an element beside the text is left out; words are counted."""
        if name == "img":
            return True
        if name not in BLOCKS and name != "table":
            return False
        text = seen_text(one)
        if not is_frame(one) and text not in self._long_texts:
            return False
        if text:
            self.builder.remark(Rule.WEB_FRAME, text)
        return True

    def _block(self, one: Element, name: str, *, in_main: bool) -> None:
        self._end()
        before = self._form
        if found := _HEADING.fullmatch(name):
            title = bool(self._title) and seen_text(one).replace(" ", "") == self._title.replace(" ", "")
            self._form = LineForm(heading=int(found[1]), title=title)
        if name in ("ol", "ul"):
            self._lists.begin(one)
        elif name == "li":
            self._label = self._lists.label(one)
        self._inside(one, in_main=in_main)
        self._end()
        if name in ("ol", "ul"):
            self._lists.end()
        elif name == "li":
            self._label = ""
        self._form = before
        if not in_main and len(text := seen_text(one)) >= _LONG_TEXT:
            self._long_texts.add(text)

    def _table(self, table: Element, *, in_main: bool) -> None:
        self._end()
        in_main = in_main or table is self._main
        if is_layout(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self._one(cell, in_main=in_main or cell is self._main)
            return
        caption = next((seen_text(one) for one in table if name_of(one) == "caption"), "")
        rows = [(texts, head) for texts, head in grid(table, self._cell) if any(texts)]
        if rows:
            self.builder.add_table(rows, caption)

    def _cell(self, cell: Element) -> str:
        label, self._label = self._label, ""
        self.builder.begin_cell()
        self._inside(cell, in_main=True)
        self._end()
        self._label = label
        return self.builder.end_cell()

    def _mark(self, one: Element) -> None:
        """The number or bullet that a word processor put before an entry of a list."""
        mark = seen_text(one).replace("\u00a0", " ").strip()
        if _MARKS.match(mark):
            self.builder.remark(Rule.BULLET, mark)
        else:
            self._words.append(mark + (" " if mark[-1:].isalnum() else ""))

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(_LINE_END.sub(_BREAK, text) if self._keeps_lines else text)

    def _break(self) -> None:
        self._words.append(_BREAK)

    def _end(self) -> None:
        """Hand on the words of the block that ends here."""
        lines = [squeeze(line).strip(" ") for line in "".join(self._words).split(_BREAK)]
        self._words = []
        if any(line.strip() for line in lines):
            label, self._label = self._label, ""
            form = self._form
            for number, line in enumerate(line for line in lines if line.strip()):
                self.builder.add(
                    (label if number == 0 else "") + line, form if number == 0 or form.title else LineForm()
                )
