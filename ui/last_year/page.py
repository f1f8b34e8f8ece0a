"""The page 去年 of the side panel: last year's text of the part being written, word by word beside this year's."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from report.carrying import CarriedState, carried, confirm, entries, state_of
from report.differences import FRONT
from report.document import Place
from report.identity import NewId
from report.last_year import ATTACHMENTS, Comparison, Passage
from report.report import Report
from report.taking_back import take_back
from report.template import FrontGroup, ReportType
from report.year_alignment import MatchKind
from resources.i18n import N_, _
from ui.comparing.legend import Legend
from ui.comparing.original import OriginalText
from ui.comparing.rows import PassageList
from ui.comparing.voice import LAST_YEAR
from ui.editor.steps import take_step
from ui.fields.base import finish_typing
from ui.icons import Icons
from ui.last_year.comparisons import Comparisons
from ui.last_year.nothing import Nothing
from ui.last_year.words import counts_sentence, meta_sentence
from ui.open_report import OpenReport
from ui.panel.page import PanelPage
from ui.parts.buttons import SegmentedButtons
from ui.parts.lines import Separator
from ui.theme import Theme

_DIFFERENCES, _ORIGINAL = "differences", "original"


class LastYearPage(PanelPage):
    """Follows the cursor and the report.

    Signals:
        stepped(Place): last year's words were taken back, there; views show the report as it is now.
        import_wished(): last year's report is to be imported.
    """

    title = N_("去年")
    width_wanted = 476

    stepped = Signal(object)
    import_wished = Signal()

    def __init__(
        self, opened: OpenReport, groups: Sequence[FrontGroup], new_id: NewId, theme: Theme, icons: Icons
    ) -> None:
        super().__init__()
        self._opened, self._groups, self._new_id = opened, groups, new_id
        self._comparisons: Comparisons | None = None
        self._looked = self._awake = False
        self._place, self._part = Place(""), ""
        self.comparison = Comparison()
        self.shown: tuple[Passage, ...] = ()
        self.ways = SegmentedButtons(theme, {_DIFFERENCES: _("看差异"), _ORIGINAL: _("看原文")})
        self.ways.setAccessibleName(_("怎样看去年的文字"))
        self.ways.choose(_DIFFERENCES)
        self.legend = Legend(theme, LAST_YEAR)
        self._line = Separator(theme)
        self.list = PassageList(theme, LAST_YEAR, self._way_of)
        self.list.setAccessibleName(_("与去年对照"))
        self.original = OriginalText(theme, LAST_YEAR)
        self.nothing = Nothing(theme, icons)
        self._stack = QStackedWidget()
        for view in (self.nothing, self.list, self.original):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.legend, self._line):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.ways.chosen.connect(lambda _way: self._update(reveal=True))
        self.list.chosen.connect(self._choose)
        self.list.way_wished.connect(self._go)
        self.original.chosen.connect(self._choose_original)
        self.nothing.import_wished.connect(self.import_wished)
        self._opened.rested.connect(self._update)

    # A page of the panel

    def tools(self) -> list[QWidget]:
        """The two ways to look at it."""
        return [self.ways]

    def show_place(self, place: Place, offset: int) -> None:
        """Follow the cursor: its part, and its paragraph in it."""
        del offset
        if place == self._place:
            return
        self._place = place
        if self._is_current():
            self._follow(reveal=True)
        else:
            self._update(reveal=True)

    def wake(self) -> None:
        """Compare everything anew and follow the report."""
        self._awake = True
        if self._comparisons is not None:
            self._comparisons.forget()
        self._update(reveal=True)

    def rest(self) -> None:
        """Stop following."""
        self._awake = False

    def show_last_year(self, report: Report | None, report_type: ReportType | None) -> None:
        """Compare with this report from now on; None when there is none of the year before."""
        self._looked = True
        self._comparisons = None
        if report is not None:
            own = self._opened.type
            self._comparisons = Comparisons(own, report_type or own, report, self._groups)
        self._update(reveal=True)

    # What is shown

    def _is_current(self) -> bool:
        """Whether the part of the cursor is shown, as it is now."""
        if not self._awake or self._comparisons is None or self._part_of(self._place) != self._part:
            return False
        return self._comparisons.part(self._opened.report, self._part) is self.comparison

    def _update(self, *_what: object, reveal: bool = False) -> None:
        """Show the part as it is now; what did not change is not touched."""
        if not self._awake:
            return
        report, part = self._opened.report, self._part_of(self._place)
        if self._comparisons is None:
            self._show_nothing()
            self.meta_changed.emit("")
            return
        is_other, self._part = part != self._part, part
        self.comparison = self._comparisons.part(report, part)
        passages = self.comparison.passages
        if part == FRONT:
            passages = tuple(one for one in passages if one.kind is not MatchKind.UNCHANGED)
        self.shown = passages
        if self.ways.choice == _DIFFERENCES:
            self._show_differences(is_other)
        else:
            self._show_original()
        self._follow(reveal=reveal or is_other)
        year = self._comparisons.last.year
        unchanged = sum(1 for _one in carried(report)) if report.carried else self._comparisons.unchanged(report)
        self.meta_changed.emit(meta_sentence(year, unchanged))

    def _show_differences(self, is_other: bool) -> None:
        if not self.shown or not self.comparison.has_counterpart:
            self._show_nothing()
            return
        marks = any(one.kind is not MatchKind.UNCHANGED for one in self.shown)
        self.legend.show_counts("" if self._part == FRONT else counts_sentence(self.comparison), marks=marks)
        self._show_view(self.list)
        if is_other:
            self.list.to_top()
        self.list.show_passages(self.shown, self._states())

    def _show_original(self) -> None:
        if not self.comparison.before:
            self._show_nothing()
            return
        self._show_view(self.original)
        self.original.show_pieces(self.comparison.before)

    def _show_nothing(self) -> None:
        """Say why there is nothing to see."""
        self._show_view(self.nothing)
        if self._comparisons is not None:
            self.nothing.tell_about(self.comparison, self._comparisons.last.year)
        elif self._looked:
            self.nothing.tell_no_report(self._opened.report)

    def _show_view(self, view: QWidget) -> None:
        self._stack.setCurrentWidget(view)
        self.ways.setVisible(self._comparisons is not None)
        for widget in (self.legend, self._line):
            widget.setVisible(view is self.list)

    def _part_of(self, place: Place) -> str:
        if any(one.id == place.section for one in self._opened.report.attachments):
            return ATTACHMENTS
        return place.section or FRONT

    # The cursor

    def _follow(self, *, reveal: bool) -> None:
        """Mark what the cursor stands in; it is scrolled into view when it was another before."""
        current = self._index_of_cursor()
        if self._stack.currentWidget() is self.list:
            self.list.follow(current, reveal=reveal)
        elif self._stack.currentWidget() is self.original:
            before = self.shown[current].before if current is not None else None
            at = self.comparison.before.index(before) if before is not None else None
            self.original.follow(at, reveal=reveal)

    def _index_of_cursor(self) -> int | None:
        """The passage in which the cursor stands; for a field that prints as one piece, that piece."""
        cursor = self._place
        for block in dict.fromkeys((cursor.block, cursor.field)):
            wanted = replace(cursor, block=block)
            for index, one in enumerate(self.shown):
                if one.after is not None and one.after.place == wanted:
                    return index
        return None

    def _choose(self, index: int, offset: int) -> None:
        """Go to a passage in the form; of one that is gone, to what stands before it."""
        here = self.shown[index].after
        earlier = (one.after for one in reversed(self.shown[:index]) if one.after is not None)
        piece = here or next(earlier, None)
        if piece is None:
            self.place_wished.emit(Place(self._part), 0)
            return
        label = getattr(piece, "label", "") if getattr(piece, "level", 0) else ""
        self.place_wished.emit(piece.place, len(label) + offset if here else 0)

    def _choose_original(self, number: int) -> None:
        before = self.comparison.before[number] if number < len(self.comparison.before) else None
        index = next((at for at, one in enumerate(self.shown) if one.before is before), None)
        if index is not None:
            self._choose(index, 0)

    # What came from last year

    def _states(self) -> list[CarriedState]:
        """What became of each passage's words since they came from last year."""
        report = self._opened.report
        known = {place: state_of(report, entry) for place, entry in entries(report)} if report.carried else {}
        return [known.get(one.after.place, CarriedState.NEW) if one.after else CarriedState.NEW for one in self.shown]

    def _way_of(self, index: int) -> str:
        """What can be done with a passage."""
        if self._carried_entry(index):
            return _("确认沿用")
        if self._taken(index) is None:
            return ""
        before = self.shown[index].before
        return _("取回去年这项") if before is not None and before.place.section == FRONT else _("取回去年这段")

    def _carried_entry(self, index: int) -> str:
        """The id of this year's words when they are still as they came, else ""."""
        states = self._states()
        after = self.shown[index].after if 0 <= index < len(self.shown) else None
        return after.place.block if after is not None and states[index] is CarriedState.CARRIED else ""

    def _go(self, index: int) -> None:
        """Confirm a passage that is still as it came; else put last year's words back."""
        entry = self._carried_entry(index)
        if not entry:
            self.take_back(index)
            return
        after = self.shown[index].after
        place = after.place if after is not None else Place("")
        take_step(self._opened, _("确认沿用"), place, lambda report: confirm(report, [entry]))
        self._update()

    # Taking back

    def _taken(self, index: int) -> tuple[Report, Place] | None:
        if self._comparisons is None or not 0 <= index < len(self.shown):
            return None
        return take_back(self._comparisons.years(self._opened.report), self.shown, index, self._new_id)

    def take_back(self, index: int) -> None:
        """Put last year's words of a passage into this year's text, as one step of undo."""
        finish_typing()
        taken = self._taken(index)
        if taken is None:
            return
        report, place = taken
        self._opened.seal()
        self._opened.apply(_("取回去年的一段"), place, report)
        self._opened.seal()
        self._update()
        self.stepped.emit(place)
