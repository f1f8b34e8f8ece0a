"""The indicators of the open report as all their views share them: rows, what was typed and not read, other years.

One for each open report, made when it is first asked for.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from report.document import FIGURES, Place
from report.indicators import edits
from report.indicators.amounts import UnreadableAmount, read_amount
from report.indicators.catalogue import Group
from report.indicators.figures import Figure
from report.indicators.findings import findings_of, relations_of
from report.indicators.history import Point, series
from report.indicators.pasting import PastedValue
from report.indicators.quoting import Quotation, quotations, values_in
from report.indicators.rows import Counts, FigureRow, GroupRows, Knowledge, Typed, count_rows, make_rows, quote_counts
from report.indicators.rules import Relation
from report.indicators.unlinked import Unlinked
from report.indicators.values import Values
from report.recognition.numerals import as_written
from report.report import Report
from resources.i18n import _
from ui.editor.steps import take_step
from ui.figure_sentences import amount_sentence
from ui.figures.text_counts import TextCounts
from ui.open_report import OpenReport


class Ledger(QObject):
    """What the views of the figures show, and what they ask to be changed.

    Signals:
        changed(): rows are other than they were.
        choices_changed(): something was folded or opened, and is to be remembered.
    """

    changed = Signal()
    choices_changed = Signal()

    def __init__(self, opened: OpenReport) -> None:
        super().__init__(opened)
        self.opened = opened
        self.history: Mapping[int, Values] = {}
        self._unread: dict[str, Typed] = {}
        self._notes: dict[str, str] = {}
        self._known: tuple[Report, Knowledge] | None = None
        self._rows: tuple[GroupRows, ...] | None = None
        self.text_counts = TextCounts(opened, self)
        self.text_counts.looked.connect(self._tell)
        opened.changed.connect(self._follow)
        opened.rested.connect(self._follow_text)
        opened.last_changed.connect(self._tell)

    # What there is

    @property
    def values(self) -> Values:
        """The values of now."""
        return values_in(self.opened.type, self.opened.report)

    def known(self) -> Knowledge:
        """What rows are made from, as of now."""
        report, kept = self.opened.report, self._known
        if kept is None or kept[0] is not report:
            last = self.opened.last
            kept = (
                report,
                Knowledge(
                    self.values,
                    values_in(last.type, last.report) if last is not None else None,
                    findings_of(self.opened.type, report),
                    quote_counts(one.link.indicator for one in quotations(report)),
                    dict(self._unread),
                    dict(self._notes),
                    self.text_counts.remarks(self.values),
                    report.front.office,
                ),
            )
            self._known, self._rows = kept, None
        return kept[1]

    def rows(self, groups: Sequence[Group] | None = None) -> tuple[GroupRows, ...]:
        """The rows of these groups, else of all that are shown."""
        known = self.known()
        if groups is not None:
            return make_rows(known, groups)
        if self._rows is None:
            self._rows = make_rows(known)
        return self._rows

    def row(self, indicator: str) -> FigureRow | None:
        """The row of an indicator; None in a group that is hidden."""
        return next((one for group in self.rows() for one in group.rows if one.id == indicator), None)

    def counts(self) -> Counts:
        """The counts over all groups shown."""
        return count_rows(self.rows())

    def series(self, indicator: str) -> tuple[Point, ...]:
        """Five years of an indicator; () while the report has no year."""
        year = self.opened.report.year
        if year is None:
            return ()
        last = self.known().last
        others = {year - 1: last, **self.history} if last is not None else self.history
        return series(self.values, year, others, indicator)

    def unregistered(self) -> list[Unlinked]:
        """What the text counts and could become a figure, or quote one."""
        return [one for one in self.text_counts.all(self.values) if one.is_open]

    def relations(self, indicator: str) -> tuple[Relation, ...]:
        """The relations in which an indicator stands."""
        return relations_of(self.opened.type, self.opened.report, indicator)

    def quotations(self, indicator: str) -> tuple[Quotation, ...]:
        """Where the text quotes an indicator."""
        return tuple(quotations(self.opened.report, indicator))

    def show_history(self, history: Mapping[int, Values]) -> None:
        """Know the values of earlier years."""
        self.history = history
        self._tell()

    # What is typed

    def unread(self, indicator: str) -> str:
        """What was typed and is no value, "" for none."""
        typed = self._unread.get(indicator)
        return typed.text if typed is not None else ""

    def type_in(self, indicator: str, text: str) -> bool:
        """Take over what was typed for an indicator; what cannot be read is kept as it is, and said."""
        text = text.strip()
        try:
            figure, note = self._read(indicator, text)
        except UnreadableAmount as error:
            self._unread[indicator] = Typed(text, amount_sentence(error))
            self._notes.pop(indicator, None)
            self._tell()
            return False
        self._forget()
        self._unread.pop(indicator, None)
        if note:
            self._notes[indicator] = note
        if not self.set_figure(indicator, figure):
            self._tell()
        return True

    def drop_unread(self, indicator: str) -> None:
        """Give up what was typed and not read."""
        if self._unread.pop(indicator, None) is not None:
            self._tell()

    def set_figure(self, indicator: str, figure: Figure) -> bool:
        """Change what is known of an indicator as one step; whether it differs."""
        opened = self.opened
        if figure == opened.report.figures.of(indicator):
            return False
        name = _("改指标“{name}”").format(name=self.values.name(indicator))
        opened.seal()
        opened.apply(name, Place(FIGURES, indicator), edits.set_figure(opened.type, opened.report, indicator, figure))
        opened.seal()
        return True

    def paste(self, pasted: Sequence[PastedValue], name: str = "") -> int:
        """Take over many values as one step; how many could be read. The others stay as they are, and are said."""
        figures: dict[str, Figure] = {}
        self._forget()
        for one in pasted:
            try:
                figures[one.indicator], note = self._read(one.indicator, one.text)
            except UnreadableAmount as error:
                self._unread[one.indicator] = Typed(one.text, amount_sentence(error))
                continue
            self._unread.pop(one.indicator, None)
            if note:
                self._notes[one.indicator] = note
        opened, first = self.opened, next(iter(figures), "")
        name = (name or _("粘贴{count}项指标")).format(count=len(figures))
        self.step(name, first, lambda report: edits.set_many(opened.type, report, figures))
        self._tell()
        return len(figures)

    def step(self, name: str, indicator: str, change: Callable[[Report], Report]) -> None:
        """Change the report as one step of undo, from a button or a menu."""
        take_step(self.opened, name, Place(FIGURES, indicator), change)

    def _read(self, indicator: str, text: str) -> tuple[Figure, str]:
        """The figure that a text says, and a sentence about how it was read. Raises UnreadableAmount."""
        values = self.values
        unit = values.unit(indicator)
        read = read_amount(text, unit)
        old, known = values.figures.of(indicator), values.indicator(indicator)
        new_unit = old.unit
        if read.unit:
            new_unit = "" if known is not None and read.unit == values.usual_unit(known) else read.unit
        figure = replace(old, amount=read.amount, unit=new_unit, note=read.note or old.note)
        if not read.spelt:
            return figure, _("单位按填写的记作“{unit}”。").format(unit=read.unit) if read.unit else ""
        value = as_written(read.amount) if isinstance(read.amount, Decimal) else ""
        return figure, _("“{text}”读作{value}{unit}。").format(text=text, value=value, unit=read.unit or unit)

    # Following

    def _follow(self, place: Place) -> None:
        if place.section == FIGURES:
            if place.field:
                self._unread.pop(place.field, None)
            self._tell()

    def _follow_text(self) -> None:
        self.text_counts.follow()
        if self._known is None or self._known[0] is not self.opened.report:
            self._tell()

    def _forget(self) -> None:
        """A sentence about how something was read stands until the next value comes."""
        self._notes.clear()

    def _tell(self) -> None:
        self._known = None
        self.changed.emit()

    # Choices

    def choice(self, name: str, usual: int) -> int:
        """What was chosen for a thing that folds."""
        return self.opened.folds.get(name, usual)

    def choose(self, name: str, value: int) -> None:
        """Remember a choice."""
        if self.opened.folds.get(name) != value:
            self.opened.folds[name] = value
            self.choices_changed.emit()


def ledger_of(opened: OpenReport) -> Ledger:
    """The ledger of an open report."""
    return opened.findChild(Ledger) or Ledger(opened)
