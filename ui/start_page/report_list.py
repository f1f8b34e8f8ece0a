"""The reports of the start page: the newest at once; of many, the older ones by year, and a field to find one."""

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.text import Link, Small
from ui.start_page.cards import ReportCard
from ui.start_page.model import ReportEntry
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.finding.boxes import WordsBox

FEW: Final = 12
"""So many are shown at once: a card costs a millisecond, and nobody reads six hundred."""


class ReportList(QWidget):
    """Cards, and below them a line for each year that has more.

    Signals:
        opened(str): continue with the report of that id.
        action_requested(str, str): an action on a report.
    """

    opened = Signal(str)
    action_requested = Signal(str, str)

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        entries: Sequence[ReportEntry],
        unfolded: set[int | None],
        *,
        large: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`unfolded` are the years shown whole, which is kept up to date; `large` makes the first one a large card."""
        super().__init__(parent)
        self._theme, self._icons, self._entries = theme, icons, tuple(entries)
        self._unfolded, self._large = unfolded, large
        self.cards: list[ReportCard] = []
        self.years: dict[int | None, Link] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(16))
        self.search: WordsBox | None = self._make_search() if len(self._entries) > FEW else None
        self._rows = QWidget()
        self._column.addWidget(self._rows)
        self._fill()

    def _make_search(self) -> "WordsBox":
        from ui.finding.boxes import WordsBox

        search = WordsBox(self._theme, _("找报告：单位、年度或标题"), _("找报告"))
        search.rested.connect(self._fill)
        self._column.addWidget(search)
        return search

    def _fill(self) -> None:
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(16))
        self.cards, self.years = [], {}
        words = self.search.words.split() if self.search is not None else []
        found = [one for one in self._entries if _matches(one, words)]
        for place, entry in enumerate(found[:FEW]):
            column.addWidget(self._card(entry, large=place == 0 and self._large and not words))
        if words:
            self._tell_found(column, len(found))
        else:
            self._fill_years(column, found[FEW:])
        self._column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _tell_found(self, column: QVBoxLayout, count: int) -> None:
        if not count:
            column.addWidget(Small(self._theme, _("没有找到。换几个字试试。")))
        elif count > FEW:
            column.addWidget(Small(self._theme, _("还有{count}份，多写几个字。").format(count=count - FEW)))

    def _fill_years(self, column: QVBoxLayout, entries: Sequence[ReportEntry]) -> None:
        """The rest by year, the newest year first; each is folded until it is wished for."""
        by_year = sorted(entries, key=lambda one: -(one.year or 0))
        for year, group in groupby(by_year, key=lambda one: one.year):
            rest = list(group)
            if year in self._unfolded:
                for entry in rest:
                    column.addWidget(self._card(entry, large=False))
                continue
            named = _("{year}年度还有{count}份").format(year=year, count=len(rest))
            link = Link(self._theme, named if year else _("没有年度的还有{count}份").format(count=len(rest)))
            link.clicked.connect(lambda _checked=False, one=year: self._unfold(one))
            self.years[year] = link
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _unfold(self, year: int | None) -> None:
        self._unfolded.add(year)
        self._fill()

    def _card(self, entry: ReportEntry, *, large: bool) -> ReportCard:
        card = ReportCard(entry, self._theme, self._icons, large=large)
        card.opened.connect(lambda: self.opened.emit(entry.id))
        card.action_requested.connect(lambda action: self.action_requested.emit(action, entry.id))
        self.cards.append(card)
        return card


def _matches(entry: ReportEntry, words: Sequence[str]) -> bool:
    text = f"{entry.year or ''} {entry.office} {entry.title}"
    return all(word in text for word in words)
