"""Numbers quoted in one prose editor: what its keys and the mouse ask for, done to the report.

Made when a page binds a prose editor; the list and the card are loaded when they are first asked for.
"""

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from report.content import Link, Paragraph
from report.document import FIGURES, Place
from report.indicators import edits
from report.indicators.amounts import UnreadableAmount, read_amount
from report.indicators.figures import NOT_APPLICABLE
from report.indicators.quoting import quotations, unlink_place, values_in
from report.indicators.values import Values
from report.recognition.numerals import as_written
from resources.i18n import _
from ui.editor.steps import take_step
from ui.fields.prose.editor import ProseEditor
from ui.fields.prose.quotes import Quoted
from ui.figure_sentences import amount_sentence
from ui.open_report import OpenReport
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.quoting.card import QuoteCard, QuoteFacts
    from ui.quoting.picker import Choice, Picker

_HOVER = 500
"""Milliseconds that the mouse rests on a number before its card is shown."""


class QuotingDesk(QObject):
    """The quotations of one prose editor.

    Signals:
        place_wished(Place): the next place that quotes the same.
        changed(): the report was changed from here; the page shows itself anew.
    """

    place_wished = Signal(object)
    changed = Signal()

    def __init__(self, editor: ProseEditor, place: Place, opened: OpenReport, theme: Theme) -> None:
        super().__init__(editor)
        self._editor, self._place, self._opened, self._theme = editor, place, opened, theme
        self.picker: Picker | None = None
        self.card: QuoteCard | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_HOVER)
        self._rest.timeout.connect(self._show_hovered)
        self._point = QPoint()
        editor.text.quote_wished.connect(self.pick)
        editor.text.quote_opened.connect(self.open_here)
        editor.text.quote_hovered.connect(self._note_hover)

    # The list

    def pick(self) -> None:
        """Show the list of indicators at the cursor."""
        from ui.quoting.choices import find_choices
        from ui.quoting.picker import Picker

        text = self._editor.text
        values = self._values()
        report = self._opened.report
        office, kind = report.front.office, self._kind()
        picker = Picker(lambda words: find_choices(values, words, office, kind), self._theme, text)
        picker.chosen.connect(self._insert)
        picker.ended.connect(self._forget_picker)
        self.picker = picker
        picker.open_at(text.cursorRect().translated(text.viewport().pos()))

    def _kind(self) -> str:
        """The type of the section that is written in."""
        sections = self._opened.report.sections
        return next((one.kind or "" for one in sections if one.id == self._place.section), "")

    def _insert(self, choice: "Choice") -> None:
        indicator = choice.indicator
        opened = self._opened
        if choice.new:
            report, own = edits.add_own(opened.type, opened.report, choice.name)
            take_step(opened, _("新增指标“{name}”").format(name=own.name), Place(FIGURES, own.id), lambda _old: report)
            indicator = own.id
        words = self._values().quoted(indicator)
        self._editor.text.insert(Paragraph("", words, links=(Link(0, len(words), indicator),)))

    def _forget_picker(self) -> None:
        self.picker = None

    # The card

    def open_here(self) -> None:
        """Show the card of the number at the cursor, its value ready to be typed."""
        found = self._editor.text.quotes.at_cursor()
        if found is not None:
            self._open(found, focus=True)

    def _note_hover(self, point: QPoint) -> None:
        self._point = point
        if self.card is None and self.picker is None:
            self._rest.start()

    def _show_hovered(self) -> None:
        text = self._editor.text
        inside = text.viewport().rect().contains(self._point) and text.viewport().underMouse()
        found = text.quotes.at(self._point) if inside and not text.is_composing else None
        if found is not None and self.card is None:
            self._open(found, focus=False)

    def _open(self, found: Quoted, *, focus: bool) -> None:
        from ui.quoting.card import QuoteCard

        if self.card is not None:
            self.card.end()
        text = self._editor.text
        card = QuoteCard(self._facts(found), self._theme, text)
        card.value_typed.connect(lambda typed: self._change(found.link.indicator, typed))
        card.unlink_wished.connect(lambda: self._unlink(found))
        card.places_wished.connect(lambda: self._go_on(found))
        card.zero_wished.connect(lambda: self._say_zero(found))
        card.ended.connect(self._forget_card)
        self.card = card
        card.open_at(found.rect.translated(text.viewport().pos()), focus=focus)

    def _forget_card(self) -> None:
        self.card = None

    def _facts(self, found: Quoted) -> "QuoteFacts":
        from ui.quoting.card import QuoteFacts

        indicator = found.link.indicator
        values = self._values()
        amount, figure = values.amount(indicator), values.figures.of(indicator)
        known = values.indicator(indicator)
        paragraph = self._paragraph(found)
        says_zero = bool(paragraph and known) and paragraph.text[found.link.start : found.link.end] == known.zero  # type: ignore[union-attr]
        return QuoteFacts(
            name=values.name(indicator),
            value=values.quoted(indicator),
            unit=values.unit(indicator),
            typed=_typed(values, indicator),
            computed_from="、".join(map(values.name, values.parts(indicator))) if values.is_computed(indicator) else "",
            last=self._last(indicator),
            source=figure.source,
            note=figure.note,
            places=sum(1 for _one in quotations(self._opened.report, indicator)),
            zero=known.zero if known and amount == 0 and not says_zero else "",
        )

    def _last(self, indicator: str) -> str:
        last = self._opened.last
        if last is None:
            return ""
        values = values_in(last.type, last.report)
        amount = values.amount(indicator)
        return as_written(amount) + values.unit(indicator) if isinstance(amount, Decimal) else ""

    def _change(self, indicator: str, typed: str) -> None:
        opened, values = self._opened, self._values()
        try:
            read = read_amount(typed, values.unit(indicator))
        except UnreadableAmount as error:
            if self.card is not None:
                self.card.show_problem(amount_sentence(error))
            return
        old = opened.report.figures.of(indicator)
        figure = replace(old, amount=read.amount, unit=read.unit or old.unit, note=read.note)
        name = _("改指标“{name}”").format(name=values.name(indicator))
        if self.card is not None:
            self.card.end()
        place = Place(FIGURES, indicator)
        take_step(opened, name, place, lambda report: edits.set_figure(opened.type, report, indicator, figure))
        self.changed.emit()

    def _unlink(self, found: Quoted) -> None:
        place = replace(self._place, block=found.block_id)
        self._end_card()
        take_step(self._opened, _("取消关联"), place, lambda report: unlink_place(report, place, found.link))
        self.changed.emit()

    def _say_zero(self, found: Quoted) -> None:
        from report.indicators.zero_sentences import say_zero

        place = replace(self._place, block=found.block_id)
        opened = self._opened
        self._end_card()
        name = _("写成没有发生")
        take_step(opened, name, place, lambda report: say_zero(opened.type, report, place, found.link))
        self.changed.emit()

    def _go_on(self, found: Quoted) -> None:
        """Go to the next place that quotes the same."""
        places = list(quotations(self._opened.report, found.link.indicator))
        here = next((at for at, one in enumerate(places) if self._is(one.place, one.link, found)), -1)
        following = places[(here + 1) % len(places)] if places else None
        self._end_card()
        if following is not None:
            self.place_wished.emit(following.place)

    def _is(self, place: Place, link: Link, found: Quoted) -> bool:
        return place.block == found.block_id and place.section == self._place.section and link == found.link

    def _end_card(self) -> None:
        if self.card is not None:
            self.card.end()

    def _paragraph(self, found: Quoted) -> Paragraph | None:
        blocks = self._editor.text.value
        return next((one for one in blocks if isinstance(one, Paragraph) and one.id == found.block_id), None)

    def _values(self) -> Values:
        return values_in(self._opened.type, self._opened.report)


def _typed(values: Values, indicator: str) -> str:
    """The value as one would type it."""
    amount = values.amount(indicator)
    if amount is NOT_APPLICABLE:
        return "/"
    return as_written(amount) if isinstance(amount, Decimal) else ""
