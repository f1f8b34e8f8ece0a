"""Find and replace in the side panel: the list follows the report, the text follows the list."""

import unicodedata
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout

from report.document import Place
from report.finding import Hit, Query, replace_hits
from resources.i18n import N_, _
from ui.editor.reach import Cursor, Reach
from ui.fields.base import finish_typing
from ui.fields.marks import TextMark
from ui.finding.list import HitList
from ui.finding.model import HitModel
from ui.finding.nothing import Nothing
from ui.finding.results import count_words, step_name
from ui.finding.scope import Scope
from ui.finding.search import Search
from ui.finding.top import FindTop
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.panel.page import PanelPage
from ui.parts.lines import Separator
from ui.theme import Theme


class FindPage(PanelPage):
    """The page 查找.

    Signals:
        replaced(str): hits were replaced; a sentence for a bar that offers to undo it.
    """

    title = N_("查找")
    replaced = Signal(str)

    def __init__(
        self, opened: OpenReport, reach: Reach, front_labels: Mapping[str, str], theme: Theme, icons: Icons
    ) -> None:
        super().__init__()
        self._opened, self._reach, self._theme = opened, reach, theme
        self._awake = False
        self._place: tuple[Place, int] = Place(""), 0
        self._cursor: Cursor | None = None
        self._shown: tuple[Query, str] | None = None
        self.search = Search(opened, lambda: reach.part, self)
        self.model = HitModel(self.search, opened.type, front_labels, self)
        self.top = FindTop(theme, icons)
        self.top.scopes.choose(Scope.PART)
        self.list = HitList(theme, self.model)
        self.nothing = Nothing(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.top, Separator(theme)):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.nothing, 1)
        self._connect()
        self._show()

    def _connect(self) -> None:
        top, search = self.top, self.search
        top.asked.connect(self._ask)
        top.scope_chosen.connect(self.set_scope)
        top.step_wished.connect(self.step)
        top.opened.connect(self._show_replacement)
        top.rows.changed.connect(self._show_replacement)
        top.rows.all_wished.connect(self.replace_all)
        top.rows.one_wished.connect(self.replace_one)
        self.list.shown.connect(lambda place: self.go_to(place, focus=False))
        self.list.chosen.connect(lambda place: self.go_to(place, focus=True))
        self.nothing.whole_wished.connect(lambda: self.set_scope(Scope.WHOLE))
        search.found.connect(self._show)
        search.moved.connect(self._show_current)
        search.ticked.connect(self._show_ticks)
        self._opened.rested.connect(self._follow)
        self._theme.changed.connect(self._mark)

    # A page of the panel

    def show_place(self, place: Place, offset: int) -> None:
        """Remember where the cursor was: from there the next hit is counted."""
        cursor = self._reach.cursor()
        if cursor is None and self._cursor is not None and self._reach.is_in_view(self._cursor[0]):
            return  # the focus went elsewhere, the place did not
        self._place = place, offset
        self._cursor = cursor or (place, 0)

    def wake(self) -> None:
        """Show the report as it is now, and follow it."""
        self._awake = True
        self.search.look()

    def rest(self) -> None:
        """Stop following; nothing is marked any more, and the focus is not lost."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._leave()
        self._awake = False
        self._reach.mark(())

    def follow_part(self, _part: str) -> None:
        """Another part is in view."""
        if self._awake:
            self.search.freshen()
            self._mark()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text: to the current hit, or to where the cursor was."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        """Put the focus into the text."""
        self.search.freshen()
        if self.search.hit is not None:
            _select(self._reach, self.search.hit, focus=True)
        else:
            self._reach.go_back(*self._place)

    # Looking

    def begin(self, words: str, scope: Scope, *, replacing: bool) -> None:
        """Begin a search: `words` unless they are empty; the focus goes to the box that is to be filled in."""
        if words:
            self.top.box.show_words(words)
        self.set_scope(scope)
        if replacing:
            self.top.open_rows(True)
        box = self.top.rows.box if replacing and self.top.box.words else self.top.box
        box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        box.selectAll()

    def set_scope(self, scope: Scope) -> None:
        """Look in this part or in the whole report."""
        self.top.box.tell()
        self.top.scopes.choose(scope)
        self.search.set_scope(scope)

    def step(self, step: int) -> None:
        """Go to the next hit (1) or the one before (-1); the focus stays where it is."""
        finish_typing()
        self.top.box.tell()
        place = self.search.step(step, self._reach.cursor() or self._cursor)
        if place >= 0:
            self.go_to(place, focus=self._reach.has_focus())

    def go_to(self, place: int, *, focus: bool) -> None:
        """Show a hit in the text; with `focus` the clerk writes on there."""
        self.search.freshen()
        if not 0 <= place < len(self.search.results.hits):
            return
        self.search.go_to(place)
        hit = self.search.results.hits[place]
        self._cursor = hit.spot.place, hit.end
        _select(self._reach, hit, focus=focus)

    def _ask(self) -> None:
        self.search.ask(Query(self.top.box.words, self.top.exact.isChecked()))

    def _follow(self) -> None:
        if self._awake:
            self.search.look()

    # Replacing

    def replace_all(self) -> None:
        """Put the words in place of all ticked hits, as one step of undo."""
        finish_typing()
        self.search.freshen()
        self._replace(self.search.ticked_hits(), Place(""), several=True)

    def replace_one(self) -> None:
        """Put the words in place of the current hit and go to the next one."""
        finish_typing()
        self.search.freshen()
        hit, place = self.search.hit, self.search.current
        if hit is not None and self._replace((hit,), hit.spot.place, several=False):
            following = self.search.first_behind(place, hit, len(self.top.rows.box.words))
            if following >= 0:
                self.go_to(following, focus=False)

    def _replace(self, hits: tuple[Hit, ...], place: Place, *, several: bool) -> bool:
        """Whether anything was replaced."""
        words, opened = self.top.rows.box.words, self._opened
        done = replace_hits(opened.report, hits, words)
        if done.report == opened.report:
            unchanged = _("标题不能空着，没有改动。") if done.skipped else _("替换前后一样，没有改动。")
            self.noticed.emit(unchanged if hits else "")
            return False
        count = done.count if several else 0
        opened.seal()
        opened.apply(step_name(self.search.query.words, words, count), place, done.report)
        opened.seal()
        self._reach.show_report()
        self.search.look()
        if several:
            self.replaced.emit(_done_words(done.count, done.skipped, deleted=not words))
        return True

    # What is shown

    def _show(self) -> None:
        results = self.search.results
        self.model.show_results()
        self.top.count.set_text(count_words(results))
        self.list.setVisible(bool(results.hits))
        self.nothing.setVisible(not results.hits)
        self.nothing.show_results(results)
        year = self._opened.report.year
        self.top.hint.setVisible(year is not None and _plain(results.query.words) == str(year))
        for button in (self.top.previous, self.top.next):
            button.setEnabled(bool(results.hits))
        self._show_ticks()
        self._show_current(reveal=(results.query, results.part) != self._shown)
        self._shown = results.query, results.part

    def _show_current(self, *, reveal: bool = True) -> None:
        place, count = self.search.current, len(self.search.results.hits)
        self.list.show_current(place, reveal=reveal)
        self.meta_changed.emit(_("第{place}/{count}处").format(place=place + 1, count=count) if place >= 0 else "")
        self._show_counts()
        self._mark()

    def _show_ticks(self) -> None:
        self.model.tell_all()
        self._show_counts()

    def _show_counts(self) -> None:
        self.top.rows.show_counts(len(self.search.ticked_hits()), one=self.search.hit is not None)

    def _show_replacement(self, *_opened: object) -> None:
        self.model.set_replacement(self.top.rows.box.words if self.top.replacing else None)
        self._show_counts()

    def _mark(self) -> None:
        if self._awake:
            current = self.search.hit
            hits = self.search.results.hits
            self._reach.mark([TextMark(one.spot, one.start, one.end, one is current) for one in hits])


def _select(reach: Reach, hit: Hit, *, focus: bool) -> None:
    reach.select(hit.spot, hit.start, hit.end, focus=focus)


def _plain(words: str) -> str:
    """Words as figures are compared: full-width ones are the same."""
    return unicodedata.normalize("NFKC", words).strip()


def _done_words(count: int, skipped: int, *, deleted: bool) -> str:
    words = (_("已删去{count}处。") if deleted else _("已替换{count}处。")).format(count=count)
    return words + _("另有{count}处没有动：刚才改过，或者标题不能空着。").format(count=skipped) if skipped else words
