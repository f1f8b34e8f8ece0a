"""What the phases of reading hand on: lines with their source line number, and the notes made on the way."""

from dataclasses import dataclass, field, replace

from report.notes import Note, Revert
from report.reading.manuscript import CELL_BREAK, PLAIN_LINE, LineForm
from report.reading.rules import Rule

QUOTE_LENGTH = 30


@dataclass(frozen=True, slots=True)
class Line:
    """One line: source line number from 1, trimmed text (tabs inside kept).

    `indented` says that white space led it; `lead` and `tail` are the tabs around the text (empty cells of a row);
    `blank_before` that an empty line stood above, `page_before` that a page number was removed above. `form` is what
    the source's form says of it; a text file says nothing. `broken` is a row some of whose cells have line breaks.
    """

    number: int
    text: str
    indented: bool = False
    lead: str = ""
    tail: str = ""
    blank_before: bool = False
    page_before: bool = False
    form: LineForm = PLAIN_LINE
    broken: str = ""

    def with_form(self, form: LineForm) -> "Line":
        """The line in the form that its source gives it."""
        whole = self.lead + self.text + self.tail
        broken = whole if form.is_row and CELL_BREAK in whole else ""
        return replace(self, form=form, text=self.text.replace(CELL_BREAK, " ") if broken else self.text, broken=broken)

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a table row: the text split at its tabs, each with its line breaks."""
        cells = (self.broken or self.lead + self.text + self.tail).split("\t")
        return tuple("\n".join(map(str.strip, cell.split(CELL_BREAK))).strip() for cell in cells)


@dataclass(slots=True)
class _Entry:
    count: int
    line: int
    quote: str
    reverts: list[Revert] = field(default_factory=list[Revert])


class Log:
    """Gathers notes while a text is read: one a rule, with the first place and the total count."""

    def __init__(self) -> None:
        self._entries: dict[str, _Entry] = {}

    def add(self, rule: Rule, line: int, quote: str, *, count: int = 1, revert: Revert | None = None) -> None:
        """Count something noticed; `revert` records what it replaced or removed."""
        entry = self._entries.get(rule.value)
        if entry is None:
            entry = self._entries[rule.value] = _Entry(0, line, quote.strip()[:QUOTE_LENGTH])
        entry.count += count
        if revert is not None:
            entry.reverts.append(revert)

    def removed(self, rule: Rule, line: int, text: str) -> None:
        """Count a removed text and keep it."""
        self.add(rule, line, text, revert=Revert("", text, ""))

    def notes(self) -> tuple[Note, ...]:
        """The notes in order of their first line."""
        made = (Note(rule, one.count, one.line, one.quote, tuple(one.reverts)) for rule, one in self._entries.items())
        return tuple(sorted(made, key=lambda note: note.line))
