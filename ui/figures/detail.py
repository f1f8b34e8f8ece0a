"""The pane beside the sheet: all about one indicator."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.indicators import edits
from report.indicators.comparison import compare
from report.indicators.rows import ValueState
from report.indicators.rules import Relation
from report.indicators.values import Values
from resources.i18n import _
from ui.fields.line import LineEdit
from ui.figures.chart import YearChart
from ui.figures.ledger import Ledger
from ui.figures.places import quote_places
from ui.figures.words import with_unit
from ui.icons import Icons
from ui.parts.buttons import ToolButton
from ui.parts.frames import Ground
from ui.parts.labels import ElidedLabel, Label, Link, Small
from ui.parts.lines import Separator
from ui.parts.scroll import Scroll
from ui.theme import Theme

_MOST_PLACES = 12


class Lines(QWidget):
    """A few lines made anew each time, in as many columns."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(columns, 1)

    def fill(self, widgets: Iterable[QWidget], spacing: int) -> None:
        """Show these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._grid.setHorizontalSpacing(spacing)
        for at, widget in enumerate(widgets):
            self._grid.addWidget(widget, at // self._columns, at % self._columns)


class DetailPane(Ground):
    """Value, years, relations, source, note and places of one indicator.

    Signals:
        closed(): the clerk wants it away.
        place_wished(Place): a place in the text.
    """

    closed = Signal()
    place_wished = Signal(object)

    def __init__(self, ledger: Ledger, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(theme, "window", parent)
        self._ledger, self._icons = ledger, icons
        self.indicator = ""
        self.name = ElidedLabel(theme, "body")
        self.name.set_bold(True)
        self.close_button = ToolButton(theme, icons, "close")
        self.close_button.setToolTip(_("关上（Esc）"))
        self.close_button.setAccessibleName(_("关上详情"))
        self.close_button.clicked.connect(self.closed)
        self.value, self.unit = Label(theme, role="display"), Label(theme, token="second")
        self.change = Small(theme)
        self.change.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        self.change.setWordWrap(True)
        self.derived = Small(theme)
        self.derived.setWordWrap(True)
        self.follow_link = Link(theme, _("改为自动算出"))
        self.follow_link.clicked.connect(self._compute_again)
        self.chart = YearChart(theme)
        self.relations, self.places = Lines(), Lines(2)
        self.source = self._line(_("谁提供，什么时候"), _("来源"), "source")
        self.note = self._line(_("例如：含1起未结"), _("备注"), "note")
        self.zero = Label(theme)
        self.zero.setWordWrap(True)
        self._titles: list[QWidget] = []
        self._lay_out()
        ledger.changed.connect(self.show_again)
        theme.changed.connect(self._style)
        self._style()

    def _line(self, hint: str, name: str, field: str) -> LineEdit:
        line = LineEdit()
        line.setPlaceholderText(hint)
        line.setAccessibleName(name)
        line.editingFinished.connect(lambda: self._take(line, field))
        line.installEventFilter(self)
        return line

    def _lay_out(self) -> None:
        theme = self._theme
        self._head = QHBoxLayout()
        self._head.addWidget(self.name, 1)
        self._head.addWidget(self.close_button)
        self._first = QHBoxLayout()
        self._first.addWidget(self.value, 0, Qt.AlignmentFlag.AlignBottom)
        self._first.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        self._first.addWidget(self.change, 1, Qt.AlignmentFlag.AlignBottom)
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.addLayout(self._first)
        for widget in (self.derived, self.follow_link, self.chart):
            self._body.addWidget(widget)
        for title, widget in (
            (_("核对"), self.relations),
            (_("来源"), self.source),
            (_("备注"), self.note),
            (_("文中引用"), self.places),
            (_("值是零时写"), self.zero),
        ):
            label = Small(theme, title)
            self._titles.append(label)
            self._body.addWidget(label)
            self._body.addWidget(widget)
        self._body.addStretch(1)
        scroll = Scroll(theme)
        scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(Separator(theme))
        layout.addWidget(scroll, 1)

    # What is shown

    def show_indicator(self, indicator: str) -> None:
        """Show another indicator; what was typed here is taken over first."""
        if indicator != self.indicator:
            self.finish()
            self.indicator = indicator
            self.show_again()

    def show_again(self) -> None:
        """Show the indicator as it is now."""
        known = self._ledger.values.indicator(self.indicator)
        if not self.isVisible() or known is None:
            return
        values, figure = self._ledger.values, self._ledger.values.figures.of(self.indicator)
        row = self._ledger.row(self.indicator)
        self.name.set_text(known.name)
        amount = values.amount(self.indicator)
        is_asked = row is not None and row.state in (ValueState.MISSING, ValueState.UNREAD)
        self.value.setText(with_unit(amount, "") if amount is not None else _("待填") if is_asked else _("未填"))
        self.value.set_token("placeholder" if amount is None else "text")
        self.unit.setText(values.unit(self.indicator) if with_unit(amount, "")[:1].isdigit() else "")
        self.change.setText(self._change_words(values))
        self.derived.setText(_("算出：{sum}").format(sum=row.derived) if row is not None and row.derived else "")
        self.derived.setVisible(bool(self.derived.text()))
        self.follow_link.setVisible(figure.amount is not None and values.formula_value(self.indicator) is not None)
        self.chart.show_points(self._ledger.series(self.indicator), values.unit(self.indicator))
        self.chart.setVisible(any(one.amount is not None for one in self.chart.points))
        relations = self._ledger.relations(self.indicator)
        self.relations.fill(map(self._relation, relations), 0)
        links = list(self._place_links())
        self.places.fill(links, self._theme.px(16))
        for line, text in ((self.source, figure.source), (self.note, figure.note)):
            if not line.hasFocus() and line.text() != text:
                line.setText(text)
        self.zero.setText(f"“{known.zero}”")
        self._show_group(self.relations, bool(relations))
        self._show_group(self.places, bool(links))
        self._show_group(self.zero, bool(known.zero))

    def _show_group(self, widget: QWidget, shown: bool) -> None:
        """Show a part of the pane with its title."""
        widget.setVisible(shown)
        at = self._body.indexOf(widget)
        item = self._body.itemAt(at - 1)
        title = item.widget() if item is not None else None
        if title is not None:
            title.setVisible(shown)

    def _change_words(self, values: Values) -> str:
        found = compare(values, self.indicator, self._ledger.known().last)
        if found.last is None:
            return ""
        if found.difference is None:
            return _("去年{value}").format(value=found.last_words)
        if found.is_share or found.difference == 0:
            return _("比去年{change}").format(change=found.percent_words)
        words = _("比去年{change}，{percent}").format(change=found.difference_words, percent=found.percent_words)
        return words.removesuffix("，—")

    def _relation(self, relation: Relation) -> QWidget:
        icon, token = "done", "green"
        if relation.truth.value == "broken":
            icon, token = ("should", "amber") if relation.rule.hard else ("hint", "hint")
        elif relation.truth.value == "unknown":
            icon, token = "empty", "second"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, self._theme.px(4), 0, self._theme.px(4))
        row.setSpacing(self._theme.px(8))
        mark = QLabel()
        mark.setPixmap(self._icons.pixmap(icon, token))  # type: ignore[arg-type]
        mark.setContentsMargins(0, self._theme.px(2) + self._theme.drop(), 0, 0)
        words = Label(self._theme, relation.spelling)
        words.setWordWrap(True)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return line

    def _place_links(self) -> Iterable[QWidget]:
        opened = self._ledger.opened
        places = quote_places(
            opened.type, opened.report, (one.place for one in self._ledger.quotations(self.indicator))
        )
        for number, (words, place) in enumerate(places):
            if number >= _MOST_PLACES:
                return
            link = Link(self._theme, words)
            link.setAccessibleName(_("到{place}").format(place=words))
            link.clicked.connect(lambda *_a, where=place: self.place_wished.emit(where))
            yield link

    # What is typed

    def _take(self, line: LineEdit, field: str) -> None:
        if not line.isModified():
            return  # what it shows may be older than the report
        line.setModified(False)
        figure = self._ledger.values.figures.of(self.indicator)
        text = line.text().strip()
        if self.indicator and text != getattr(figure, field):
            self._ledger.set_figure(self.indicator, replace(figure, **{field: text}))

    def finish(self) -> None:
        """Take over what stands in the lines."""
        self._take(self.source, "source")
        self._take(self.note, "note")

    def _compute_again(self) -> None:
        opened, name = self._ledger.opened, self.indicator
        words = _("改为算出“{name}”").format(name=self._ledger.values.name(name))
        self._ledger.step(words, name, lambda report: edits.compute_again(opened.type, report, name))

    # Keys and looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc in a line gives up what was typed in it, then leaves the pane."""
        if not isinstance(watched, LineEdit) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            figure = self._ledger.values.figures.of(self.indicator)
            watched.setText(figure.source if watched is self.source else figure.note)
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the pane."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _style(self) -> None:
        theme = self._theme
        self._head.setContentsMargins(theme.px(16), 0, theme.px(8), 0)
        self.name.setMinimumHeight(theme.size("panel_head"))
        self._first.setSpacing(theme.px(8))
        self._body.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(24))
        self._body.setSpacing(theme.px(8))
        self.show_again()
