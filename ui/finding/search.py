"""A search at work: it follows the open report and what is asked, and knows which hit the clerk is at."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from report.document import Place
from report.finding import Hit, Query
from report.report import Report
from report.texts import texts
from ui.editor.reach import Cursor
from ui.finding.results import Group, Results, followed, search
from ui.finding.scope import Scope
from ui.open_report import OpenReport


class Search(QObject):
    """Hits of a query, the current one, and those that are not to be replaced.

    `part` tells the id of the part in view.

    Signals:
        found(): other hits than before.
        moved(): another hit is the current one.
        ticked(): others are to be replaced.
    """

    found = Signal()
    moved = Signal()
    ticked = Signal()

    def __init__(self, opened: OpenReport, part: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened, self._part = opened, part
        self.query, self.scope = Query(""), Scope.PART
        self.results = Results(opened.report, self.query)
        self.current = -1
        self._left_out: set[Hit] = set()

    # What is looked for

    def ask(self, query: Query) -> None:
        """Look for something else; nothing is left out any more."""
        if query != self.query:
            self.query = query
            self._left_out.clear()
            self.look()

    def set_scope(self, scope: Scope) -> None:
        """Look elsewhere."""
        self.scope = scope
        self.look()

    def freshen(self) -> None:
        """Look again if the report has changed since, or another part is in view."""
        results = self.results
        part = self._part() if self.scope is Scope.PART else ""
        if results.report is not self._opened.report or (results.query, results.part) != (self.query, part):
            self.look()

    def look(self) -> None:
        """Look again. The current hit stays if it is still there, or another one in its text."""
        old = self.hit
        part = self._part() if self.scope is Scope.PART else ""
        self.results = search(self._opened.type, self._opened.report, self.query, part)
        self._left_out = set(followed(self._left_out, self.results.hits))
        self.current = self._nearest(old) if old is not None else -1
        self.found.emit()

    def _nearest(self, old: Hit) -> int:
        same = [place for place, hit in enumerate(self.results.hits) if hit.spot == old.spot]
        return min(same, key=lambda place: abs(self.results.hits[place].start - old.start), default=-1)

    # The current hit

    @property
    def hit(self) -> Hit | None:
        """The current hit."""
        return self.results.hits[self.current] if 0 <= self.current < len(self.results.hits) else None

    def go_to(self, place: int) -> None:
        """Make a hit the current one."""
        if place != self.current and -1 <= place < len(self.results.hits):
            self.current = place
            self.moved.emit()

    def step(self, step: int, cursor: Cursor | None) -> int:
        """The index of the next hit (1) or the one before (-1), round and round; -1 when there is none.

        It is counted from the cursor where that has left the current hit, or there is no current one.
        """
        self.freshen()
        count, hit = len(self.results.hits), self.hit
        if not count:
            return -1
        if hit is not None and (cursor is None or _is_at(cursor, hit)):
            return (self.current + step) % count
        if cursor is None:
            return 0 if step > 0 else count - 1
        return self._beside(cursor, step)

    def _beside(self, cursor: Cursor, step: int) -> int:
        order = self._order(self.results.report)
        here = _place_in(order, cursor[0]), max(0, cursor[1])
        places = [(order[hit.spot.place], hit.start) for hit in self.results.hits]
        behind = next((number for number, place in enumerate(places) if place >= here), len(places))
        return behind % len(places) if step > 0 else (behind - 1) % len(places)

    def _order(self, report: Report) -> dict[Place, int]:
        order: dict[Place, int] = {}
        for spot, _text in texts(report, self._opened.type):
            order.setdefault(spot.place, len(order))
        return order

    def first_behind(self, place: int, replaced: Hit, length: int) -> int:
        """The index of the first hit from `place` on that is not within what replaced a hit; -1 for none."""
        for number in range(place, len(self.results.hits)):
            hit = self.results.hits[number]
            if hit.spot != replaced.spot or not replaced.start <= hit.start < replaced.start + length:
                return number
        return 0 if self.results.hits else -1

    # What is to be replaced

    def is_ticked(self, place: int) -> bool:
        """Whether a hit is to be replaced."""
        return self.results.hits[place] not in self._left_out

    def group_state(self, group: Group) -> bool | None:
        """Whether all hits of a group are to be replaced (True), or none (False)."""
        ticked = sum(map(self.is_ticked, group.hits))
        return None if 0 < ticked < group.count else bool(ticked)

    def tick(self, places: Iterable[int], *, ticked: bool) -> None:
        """Say whether hits are to be replaced."""
        for place in places:
            (self._left_out.discard if ticked else self._left_out.add)(self.results.hits[place])
        self.ticked.emit()

    def ticked_hits(self) -> tuple[Hit, ...]:
        """The hits to be replaced."""
        if not self._left_out:
            return self.results.hits
        return tuple(hit for place, hit in enumerate(self.results.hits) if self.is_ticked(place))


def _place_in(order: Mapping[Place, int], place: Place) -> int:
    """Where a place comes in the order of texts; of a whole part the first of its texts."""
    if place in order:
        return order[place]
    return next((number for one, number in order.items() if one.section == place.section), -1)


def _is_at(cursor: Cursor, hit: Hit) -> bool:
    """Whether the cursor stands where going to the hit has put it."""
    place, offset = cursor
    if place != hit.spot.place:
        return False
    return offset in (-1, hit.end) or hit.spot.row >= 0 or bool(hit.spot.part)
