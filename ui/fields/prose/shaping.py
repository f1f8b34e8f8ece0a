"""What keys do to the paragraphs of the prose editor: levels, order, splitting and joining, numbers that are typed.

Each is computed on the blocks and shown as one step of undo; only letters are left to Qt.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from report.block_ranges import Placed, RowSpot, move_range, put, with_new_ids, without
from report.content import LEVELS, PLAIN, Block, Blocks, Paragraph, Table
from report.linked_text import head, joined, tail
from report.numbering import heading_length
from report.paragraph_moves import move_down, move_up
from ui.fields.prose.document import ProseDocument
from ui.fields.prose.keys import deed_of
from ui.fields.prose.selection import selected_spots

if TYPE_CHECKING:
    from ui.fields.prose.text import ProseText

_LONGEST = 8
"""Characters in which a typed number, and what would show that it was none, are looked for."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A number just taken as a level: of which paragraph, as typed, its level before and what it became."""

    block_id: str
    marker: str
    level: int
    became: int


class Shaping:
    """Keys of structure for one text."""

    def __init__(self, text: "ProseText", prose: ProseDocument) -> None:
        self._text, self._prose = text, prose
        self._taken: _Taken | None = None
        self._deeds: Mapping[str, Callable[[], object]] = {
            "level_2": partial(self.set_level, 2),
            "level_3": partial(self.set_level, 3),
            "level_4": partial(self.set_level, 4),
            "plain": partial(self.set_level, PLAIN),
            "deeper": partial(self.shift_level, 1),
            "shallower": partial(self.shift_level, -1),
            "up": partial(self._move, move_up),
            "down": partial(self._move, move_down),
            "split": self._split,
            "quote": text.quote_wished.emit,
            "quoted": text.quote_opened.emit,
        }

    def do(self, deed: str) -> None:
        """Do a deed of the table of keys."""
        self._deeds[deed]()

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of structure and is done."""
        if self._text.is_composing:
            return False
        if not event.text() or not event.text().isprintable():
            self.forget_typing()
        deed = deed_of(event)
        if deed:
            self.do(deed)
            return True
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers():
            return self._join_back()
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            return self._join_forward()
        return False

    def take_tab(self, *, deeper: bool) -> bool:
        """At a paragraph's start Tab and Shift+Tab change the level; whether this was one."""
        cursor = self._text.textCursor()
        if not cursor.atBlockStart() or cursor.hasSelection() or isinstance(self._here(), Table):
            return False
        self.shift_level(1 if deeper else -1)
        return True

    # Levels and order

    def set_level(self, level: int) -> None:
        """Set the level of the paragraphs that the selection touches."""
        first, last = self._text.selected_rows()
        self._become_rows(first, last, lambda one: replace(one, level=level) if isinstance(one, Paragraph) else one)

    def shift_level(self, step: int) -> None:
        """Move the paragraphs that the selection touches one level in or out: plain text, （一）, 1., （1）."""

        def shifted(one: Block) -> Block:
            if not isinstance(one, Paragraph):
                return one
            place = LEVELS.index(one.level) + step
            return replace(one, level=LEVELS[max(0, min(place, len(LEVELS) - 1))])

        self._become_rows(*self._text.selected_rows(), shifted)

    def _become_rows(self, first: int, last: int, change: Callable[[Block], Block]) -> None:
        """Change the blocks of some rows without moving cursor or selection."""
        text = self._text
        text.step_ended.emit()
        for row in range(first, last + 1):
            one = change(text.blocks[row])
            if isinstance(one, Paragraph):
                self._prose.set_level(text.document().findBlockByNumber(row), one.level)
        text.take_change()
        text.step_ended.emit()

    def _move(self, move: Callable[[Blocks, int, int], tuple[Blocks, int] | None]) -> None:
        text = self._text
        first, last = text.selected_rows()
        offset = text.cursor_place()[1]
        ahead = text.textCursor().blockNumber() - first
        moved = move(text.blocks, first, last)
        if moved is not None:
            text.become(moved[0], moved[1] + ahead, offset)

    # Splitting and joining

    def _split(self) -> None:
        """A new paragraph: plain after a heading line, of the same level after a run-in one.

        An empty numbered paragraph loses its level instead; before a table there is room above it.
        """
        blocks, (row, offset) = self._cleared()
        here, new = blocks[row], Paragraph(self._text.new_id())
        if isinstance(here, Table):
            parts: Blocks = (here, new) if offset else (new, here)
            self._replace(blocks, row, parts, row + 1 if offset else row)
        elif here.level and not here.text:
            self._replace(blocks, row, (replace(here, level=PLAIN),), row)
        elif not offset and here.text:
            # The text moves on with its id; what is new is the empty line above it.
            self._replace(blocks, row, (replace(new, level=here.level), here), row + 1)
        else:
            is_heading = heading_length(here.text, here.level) >= len(here.text.rstrip("。"))
            level = PLAIN if is_heading and offset == len(here.text) else here.level
            rest = replace(tail(here, offset), id=new.id, level=level, source_number=None)
            self._replace(blocks, row, (head(here, offset), rest), row + 1)

    def _join_back(self) -> bool:
        """Backspace at a start: first the level goes, then the paragraph joins the one before."""
        cursor = self._text.textCursor()
        if cursor.hasSelection() or not cursor.atBlockStart():
            return False
        _text, row, _offset, here = self._at_cursor()
        if isinstance(here, Paragraph) and here.level:
            self.set_level(PLAIN)
        elif row:
            self._join(row - 1)
        return True

    def _join_forward(self) -> bool:
        """Delete at an end: the next paragraph joins this one."""
        cursor = self._text.textCursor()
        text, row, offset, here = self._at_cursor()
        if cursor.hasSelection() or isinstance(here, Table) or offset < len(here.text):
            return False
        if row + 1 < len(text.blocks):
            self._join(row)
        return True

    def _join(self, row: int) -> None:
        """Join the blocks at `row` and behind it; a table is selected first, and an empty line beside it goes."""
        first, second = self._text.blocks[row : row + 2]
        if isinstance(first, Table) or isinstance(second, Table):
            empty = next((one for one in (first, second) if isinstance(one, Paragraph) and not one.text), None)
            if empty is None:
                self._select_row(row if isinstance(first, Table) else row + 1)
            else:
                kept = second if empty is first else first
                self._replace(self._text.blocks, row, (kept,), row, 0 if kept is second else 1, count=2)
            return
        kept = second if not first.text and not first.level else first
        self._replace(self._text.blocks, row, (joined(kept, first, second),), row, len(first.text), count=2)

    def _select_row(self, row: int) -> None:
        cursor = QTextCursor(self._text.document().findBlockByNumber(row))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._text.setTextCursor(cursor)

    # Numbers that are typed

    def forget_typing(self) -> None:
        """What is typed next has nothing to do with the number typed before."""
        self._taken = None

    def note_typing(self) -> None:
        """A number typed at a start becomes the level; when what follows shows that it was none, it is text again."""
        from report.typed_numbers import belongs, typed_level  # its patterns take time that the first paint lacks

        taken, self._taken = self._taken, None
        text, row, offset, here = self._at_cursor()
        if isinstance(here, Table) or not 0 < offset <= _LONGEST:
            return
        led = taken is not None and taken.block_id == here.id and here.level == taken.became
        if taken is not None and led and self._follow_number(taken, here, row, offset):
            return
        marker, rest = here.text[:offset], here.text[offset:]
        level = typed_level(marker, text.scheme)
        if level is not None and belongs(marker, rest) is not None:
            self._taken = _Taken(here.id, marker, here.level, level)
            self._replace(text.blocks, row, (replace(tail(here, offset), level=level),), row)

    def _follow_number(self, taken: _Taken, here: Paragraph, row: int, offset: int) -> bool:
        """What is typed right behind a number: a 、 or a space belongs to it; 5万元 shows that 1. was none."""
        from report.typed_numbers import belongs

        more = belongs(taken.marker, here.text)
        self._taken = taken
        if more is None:
            self._taken = None
            was = replace(joined(here, Paragraph("", taken.marker), here), level=taken.level)
            self._replace(self._text.blocks, row, (was,), row, len(taken.marker) + offset)
        elif more and offset >= more:
            self._replace(self._text.blocks, row, (tail(here, more),), row, offset - more)
        return more != 0

    # Paste

    def paste(self, pasted: Blocks) -> None:
        """Put blocks in place of what is selected; a plain phrase joins the paragraph."""
        blocks, spot = put(*self._cleared(), pasted, self._text.new_id)
        self._text.become(blocks, *spot)

    def move_selection(self, target: RowSpot) -> None:
        """Take what is selected somewhere else; nothing when that is within it."""
        text = self._text
        start, end = selected_spots(text.textCursor())
        chosen = text.selected()
        if len(chosen) == 1 and isinstance(chosen[0], Paragraph):
            chosen = (replace(chosen[0], level=PLAIN),)
        done = move_range(text.blocks, start, end, target, with_new_ids(chosen, text.new_id), text.new_id)
        if done is not None:
            blocks, spot = done
            text.become(blocks, *spot)

    # What the above is made of

    def _here(self) -> Block:
        return self._text.blocks[self._text.textCursor().blockNumber()]

    def _at_cursor(self) -> tuple["ProseText", int, int, Block]:
        """The text, the cursor's row, the characters before the cursor in it, its block."""
        row = self._text.textCursor().blockNumber()
        return self._text, row, self._text.cursor_place()[1], self._text.blocks[row]

    def _cleared(self) -> Placed:
        """The blocks without what is selected, and where the cursor then stands; nothing is changed yet."""
        return without(self._text.blocks, *selected_spots(self._text.textCursor()), self._text.new_id)

    def _replace(self, blocks: Blocks, place: int, new: Blocks, row: int, offset: int = 0, count: int = 1) -> None:
        """Have blocks with others in place of `count` at `place`; the cursor goes to `row`."""
        self._text.become((*blocks[:place], *new, *blocks[place + count :]), row, offset)
