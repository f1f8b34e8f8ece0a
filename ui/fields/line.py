"""One-line editors: text, number, date. Nothing typed is refused or cut; what cannot be read is said in words."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from report.clean_text import one_line
from report.content import WrittenDate
from report.kinds import DATE, NUMBER, Unreadable, written
from report.report import Value
from report.template import Field
from report.texts import Spot
from resources.i18n import _
from ui.fields.base import FieldEditor, is_history_key
from ui.fields.marks import TextMark, paint_line, units
from ui.fields.typed_steps import TypedSteps
from ui.parts.labels import Small
from ui.text_positions import characters_before, qt_length
from ui.theme import Theme

_NUMBER_WIDTH, _DATE_WIDTH, _LEAST = 132, 200, 80
_MARK, _SIDE = 2, 6
"""Pixels: the line below marked words, and the sides where no text stands."""
_ENDLESS = 10_000_000
"""Qt would cut a line after 32,767 UTF-16 units without a word."""


class LineEdit(QLineEdit):
    """A line that Enter leaves for the next field. Breaks and what is no character go; nothing is cut.

    Signals:
        step_ended(): what was typed so far is one step of undo, what follows another.
    """

    step_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: list[TextMark] = []
        self._looks: Theme | None = None
        self.steps = TypedSteps(self.step_ended.emit)
        self.setMaxLength(_ENDLESS)
        self.textChanged.connect(self._keep_clean)

    def _keep_clean(self, text: str) -> None:
        kept = one_line(text)
        if kept != text:
            before = one_line(text[: characters_before(text, self.cursorPosition())])
            self.setText(kept)
            self.setCursorPosition(qt_length(before))

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def show_marks(self, marks: Sequence[TextMark], theme: Theme) -> None:
        """Draw a line below these words, and no others."""
        self._looks = theme
        if list(marks) != self._marks:
            self._marks = list(marks)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and the lines below what is marked."""
        super().paintEvent(event)
        if self._marks and self._looks is not None:
            painter, text, metrics = QPainter(self), self.text(), self.fontMetrics()
            painter.setClipRect(self.rect().adjusted(_SIDE, 0, -_SIDE, 0))
            cursor = self.cursorRect()
            before = characters_before(text, self.cursorPosition())
            left = cursor.center().x() - metrics.horizontalAdvance(text[:before])
            bottom = self.rect().center().y() + metrics.height() // 2
            for mark in self._marks:
                start = left + metrics.horizontalAdvance(text[: mark.start])
                wide = metrics.horizontalAdvance(text[mark.start : mark.end])
                paint_line(painter, self._looks, QRect(start, bottom, wide, _MARK), mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, as Tab does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        with self.steps.key(event, selected=self.hasSelectedText()):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method makes is typed."""
        with self.steps.composing(selected=self.hasSelectedText()):
            super().inputMethodEvent(event)


def select_in_line(line: QLineEdit, start: int, end: int, *, focus: bool) -> None:
    """Select characters of a line."""
    first, last = units(line.text(), start, end)
    if focus:
        line.setFocus(Qt.FocusReason.OtherFocusReason)
    line.setSelection(first, last - first)


class TextEditor(FieldEditor):
    """Any text in one line."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = LineEdit()
        self._theme = theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.line.setMinimumWidth(theme.px(_LEAST))
        if field.hint:
            self.line.setPlaceholderText(_("例如：{hint}").format(hint=field.hint))
        self.line.textChanged.connect(self._take)
        self.line.step_ended.connect(self.step_ended)
        self._value: Value = self._empty()

    def focus_target(self) -> QWidget:
        """The line."""
        return self.line

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Select characters of the line."""
        del spot
        select_in_line(self.line, start, end, focus=focus)
        return self.line

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark words of the line."""
        self.line.show_marks(marks, self._theme)

    def show_value(self, value: Value) -> None:
        """Show the value unless it is what the line already says."""
        if value == self._value:
            return
        self._value = value
        self.line.blockSignals(True)
        self.line.setText(self._shown(value))
        self.line.blockSignals(False)
        self.problem_changed.emit(self._problem(self.line.text()))

    def _empty(self) -> Value:
        return ""

    def _shown(self, value: Value) -> str:
        return str(value or "")

    def _read(self, text: str) -> Value:
        return text

    def _problem(self, text: str) -> str:
        limit = self.field.max_chars
        if limit and len(text) > limit:
            return _("已有{count}字，建议不超过{limit}字").format(count=len(text), limit=limit)
        return ""

    def _take(self) -> None:
        text = self.line.text()  # what the signal brings may have been cleaned meanwhile
        self.problem_changed.emit(self._problem(text))
        try:
            value = self._read(text)
        except Unreadable:
            return
        if value != self._value:
            self._value = value
            self.line.steps.tell(lambda: self.edited.emit(value))


class NumberEditor(TextEditor):
    """An exact number with its unit; full-width digits, separators and the unit itself may be typed."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, theme, parent)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.unit = QLabel(field.unit)
        self.read = Small(theme)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addWidget(self.unit)
            layout.addWidget(self.read)
            layout.addStretch(1)
        theme.changed.connect(self._style)
        self._style()
        self.line.editingFinished.connect(self._tidy)

    def _style(self) -> None:
        self.line.setFixedWidth(self._theme.px(_NUMBER_WIDTH))

    def _empty(self) -> Value:
        return None

    def _shown(self, value: Value) -> str:
        return "" if value is None else f"{value:f}"  # type: ignore[str-format]

    def _read(self, text: str) -> Value:
        return NUMBER.read(self.field, text)

    def _problem(self, text: str) -> str:
        try:
            value = NUMBER.read(self.field, text)
        except Unreadable as error:
            self.read.setText("")
            return _("{problem}。这一栏还没有存。").format(problem=number_problem(self.field, error))
        shown = self._shown(value)
        self.read.setText(_("读作 {number}").format(number=shown) if text.strip() not in ("", shown) else "")
        return ""

    def _tidy(self) -> None:
        """Show the number as it will be printed, once the clerk is done with it."""
        if not self._problem(self.line.text()):
            self.line.blockSignals(True)
            self.line.setText(self._shown(self._value))
            self.line.blockSignals(False)
            self.read.setText("")


class DateEditor(TextEditor):
    """A date in any common way of writing; how it will be printed stands beside it."""

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(field, theme, parent)
        self.printed = Small(theme)
        layout = self.layout()
        if isinstance(layout, QHBoxLayout):
            layout.addWidget(self.printed)
            layout.addStretch(1)
        theme.changed.connect(self._style)
        self._style()

    def _style(self) -> None:
        self.line.setFixedWidth(self._theme.px(_DATE_WIDTH))

    def _empty(self) -> Value:
        return WrittenDate()

    def _shown(self, value: Value) -> str:
        return value.text if isinstance(value, WrittenDate) else ""

    def _read(self, text: str) -> Value:
        return DATE.read(self.field, text)

    def _problem(self, text: str) -> str:
        value = DATE.read(self.field, text)
        printed = written(value)
        self.printed.setText(_("印作 {date}").format(date=printed) if value.day and printed != text.strip() else "")
        if text.strip() and value.day is None:
            return _("“{text}”不是一个日期，例如 2025年1月6日").format(text=text.strip())
        return ""


def number_problem(field: Field, error: Unreadable) -> str:
    """What was wrong with a typed number, in one sentence."""
    if error.reason == "decimals":
        return _("最多{count}位小数").format(count=field.decimals)
    if error.reason == "range":
        low, high = field.minimum, field.maximum
        if low is not None and high is not None:
            return _("应在{low}和{high}之间").format(low=low, high=high)
        return _("应不小于{low}").format(low=low) if low is not None else _("应不大于{high}").format(high=high)
    return _("“{text}”读不出数来，请只写数字").format(text=error.text.strip())
