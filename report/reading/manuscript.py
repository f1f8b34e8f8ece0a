"""What a file of any kind holds, before a report is found in it: text, and what its form says of the lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from report.errors import TooMuchText
from report.reading.rules import Rule

_QUOTE = 30


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that reading the file left out or changed: how often, and of the first the line and its words."""

    rule: Rule
    count: int
    line: int
    quote: str


@dataclass(frozen=True, slots=True)
class LineForm:
    """What the form of the source says of a line.

    `heading`: depth of its heading style, 1 the highest, 0 none. `title`: set as the title of the whole. `table`: the
    number of its table from 1, 0 none; `head` says that this row is repeated on each page, `caption` that the line is
    no row but stands above the table. `level` and `kind`: the depth and the type's section that the clerk gave it.
    """

    heading: int = 0
    title: bool = False
    table: int = 0
    head: bool = False
    caption: bool = False
    level: int | None = None
    kind: str = ""

    @property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return self.table > 0 and not self.caption


PLAIN_LINE = LineForm()
OWN_KIND = "-"
"""The `kind` of a section that the clerk says is none of the type's."""
CELL_BREAK = "\ufdd0"
"""A line break inside of a cell, as it stands in the line of its row; no character of any text."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """Text, a line a paragraph or a row with tabs between its cells; `forms` by line number from 1.

    `notes` are texts that stand outside the lines (footnotes), `remarks` what was left out or changed.
    """

    text: str
    forms: Mapping[int, LineForm] = field(default_factory=lambda: MappingProxyType({}))
    notes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()

    def corrected(self, number: int, level: int, kind: str = "") -> "Manuscript":
        """With a line that the clerk says is of this depth (1 heads a section, of the type's `kind`; 0 is plain)."""
        changed = {**self.forms, number: replace(self.form(number), level=level, kind=kind)}
        return replace(self, forms=MappingProxyType(changed))

    def form(self, number: int) -> LineForm:
        """The form of a line."""
        return self.forms.get(number, PLAIN_LINE)


@dataclass(slots=True)
class ManuscriptBuilder:
    """Gathers lines in order; a text with line breaks becomes as many lines of the same form.

    Between `begin_cell` and `end_cell` the lines are those of a cell; what is remarked there counts as anywhere.
    """

    limit: int
    lines: list[str] = field(default_factory=list[str])
    forms: dict[int, LineForm] = field(default_factory=dict[int, LineForm])
    notes: list[str] = field(default_factory=list[str])
    tables: int = 0
    _remarks: dict[Rule, Remark] = field(default_factory=dict[Rule, Remark])
    _cells: list[list[str]] = field(default_factory=list[list[str]])

    def add(self, text: str, form: LineForm = PLAIN_LINE) -> None:
        """A paragraph. Raises TooMuchText above `limit` lines."""
        for line in _lines(text):
            self._put(line, form)

    def add_table(self, rows: Sequence[tuple[Sequence[str], bool]], caption: str = "") -> None:
        """A table: cells of each row and whether it is a head. Raises TooMuchText."""
        self.tables += 1
        if caption:
            self._put(" ".join(_lines(caption)), LineForm(table=self.tables, caption=True))
        for cells, head in rows:
            flat = (CELL_BREAK.join(_lines(cell.replace(CELL_BREAK, ""))).replace("\t", " ") for cell in cells)
            self._put("\t".join(flat), LineForm(table=self.tables, head=head))

    def begin_cell(self) -> None:
        """What is added from here on is the text of a cell."""
        self._cells.append([])

    def end_cell(self) -> str:
        """The text of the cell that `begin_cell` began, without its empty lines."""
        return "\n".join(line for line in self._cells.pop() if line.strip())

    def remark(self, rule: Rule, quote: str, count: int = 1) -> None:
        """Count what is left out or changed; the first one's words, or those beside it, are kept."""
        before = self._remarks.get(rule)
        if before is not None:
            made = Remark(rule, before.count + count, before.line, before.quote or quote[:_QUOTE])
        else:
            # Of a table that is being read no line is there yet.
            line = len(self.lines) + 1 if self._cells else max(1, len(self.lines))
            made = Remark(rule, count, line, " ".join(quote.split())[:_QUOTE])
        self._remarks[rule] = made

    def manuscript(self) -> Manuscript:
        """What was gathered."""
        forms = MappingProxyType(dict(self.forms))
        return Manuscript("\n".join(self.lines), forms, tuple(self.notes), tuple(self._remarks.values()))

    def _put(self, line: str, form: LineForm) -> None:
        lines = self._cells[-1] if self._cells else self.lines
        if len(lines) >= self.limit:
            raise TooMuchText(len(lines) + 1, self.limit)
        lines.append(line)
        if form != PLAIN_LINE and lines is self.lines:
            self.forms[len(self.lines)] = form


def _lines(text: str) -> Iterator[str]:
    """The lines of a text; breaks of every kind count."""
    yield from text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
