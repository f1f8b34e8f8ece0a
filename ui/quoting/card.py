"""What is known of a number in the text: its name and value, last year's, who gave it, and what can be done."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.fields.line import LineEdit
from ui.parts.labels import Heading, Label, Link, Small
from ui.quoting.overlay import Overlay
from ui.theme import Theme

_WIDTH, _MARGIN = 320, 12


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """What the card shows; "" where there is nothing to say."""

    name: str
    value: str
    unit: str
    typed: str
    computed_from: str = ""
    last: str = ""
    source: str = ""
    note: str = ""
    places: int = 1
    zero: str = ""


class ValueBox(LineEdit):
    """A line for a value, at the right like all figures.

    Signals:
        entered(): Enter, while no input method composes.
    """

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the value; the focus stays."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)


class QuoteCard(Overlay):
    """One indicator at its place in the text.

    Signals:
        value_typed(str): another value, as typed.
        places_wished(), unlink_wished(), zero_wished(): as their links say.
    """

    value_typed = Signal(str)
    places_wished = Signal()
    unlink_wished = Signal()
    zero_wished = Signal()

    def __init__(self, facts: QuoteFacts, theme: Theme, beside: QWidget) -> None:
        super().__init__(theme, beside)
        self.facts = facts
        self.column = QVBoxLayout(self)
        margin = theme.px(_MARGIN)
        self.column.setContentsMargins(margin, margin, margin, theme.px(8))
        self.column.setSpacing(theme.px(4))
        self.column.addWidget(Heading(theme, facts.name, "subtitle"))
        self.box = ValueBox()
        self.problem = Small(theme, "", "red")
        self._add_value(theme)
        for words in (
            _("算出：{parts}").format(parts=facts.computed_from) if facts.computed_from else "",
            _("去年：{last}").format(last=facts.last) if facts.last else "",
            _("来源：{source}").format(source=facts.source) if facts.source else "",
            _("备注：{note}").format(note=facts.note) if facts.note else "",
        ):
            if words:
                line = Small(theme, words)
                line.setWordWrap(True)
                self.column.addWidget(line)
        self._add_deeds(theme)
        self.setFixedWidth(theme.px(_WIDTH))

    def open_at(self, rect: QRect, *, focus: bool) -> None:
        """Show beside a rectangle; with `focus` the value can be typed at once."""
        self.place(rect)
        if focus:
            self.box.setFocus(Qt.FocusReason.PopupFocusReason)
            self.box.selectAll()

    def show_problem(self, sentence: str) -> None:
        """Say why what was typed is no value; it stays as typed."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.adjustSize()

    def _add_value(self, theme: Theme) -> None:
        facts = self.facts
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.box.setText(facts.typed)
        self.box.setPlaceholderText(_("待填"))
        self.box.setAccessibleName(facts.name)
        self.box.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.box.setReadOnly(bool(facts.computed_from))
        self.box.entered.connect(self._take)
        self.box.setFixedWidth(theme.px(132))
        unit = Label(theme, facts.unit, "body")
        row.addWidget(self.box)
        row.addWidget(unit)
        row.addStretch(1)
        self.column.addLayout(row)
        self.problem.setWordWrap(True)
        self.problem.setVisible(False)
        self.column.addWidget(self.problem)

    def _add_deeds(self, theme: Theme) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(16))
        deeds = [
            (_("文中{count}处").format(count=self.facts.places), self.places_wished),
            (_("取消关联"), self.unlink_wished),
        ]
        for words, signal in deeds:
            link = Link(theme, words)
            link.clicked.connect(signal)
            row.addWidget(link)
        row.addStretch(1)
        self.column.addLayout(row)
        if self.facts.zero:
            link = Link(theme, _("改写成“{sentence}”").format(sentence=self.facts.zero))
            link.clicked.connect(self.zero_wished)
            self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _take(self) -> None:
        if not self.box.isReadOnly():
            self.value_typed.emit(self.box.text())
