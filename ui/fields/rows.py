"""A list of rows that can be added, removed and moved: what pairs and items have in common."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.identity import NewId
from report.numbering import han
from report.texts import Spot
from resources.i18n import _
from ui.fields.growing import GrowingText
from ui.fields.marks import TextMark
from ui.fields.row_keys import KEYS
from ui.icons import Icons
from ui.keys import keys_of
from ui.parts.buttons import PlainButton, ToolButton
from ui.parts.labels import Small
from ui.theme import Theme

_LABEL = 44


class Row(QWidget):
    """One row: its number, its boxes, a button that removes it.

    Signals:
        edited(): a box of it was edited.
        step_ended(): what was edited so far is one step of undo, what follows another.
    """

    edited = Signal()
    step_ended = Signal()

    def __init__(self, theme: Theme, icons: Icons, row_id: str, hints: Sequence[str], least: int) -> None:
        super().__init__()
        self.row_id = row_id
        self.number = QLabel()
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.boxes = [GrowingText(theme, least) for _hint in hints]
        self.remove = ToolButton(theme, icons, "close")
        self.remove.setToolTip(_("删去这一条"))
        self.remove.setAccessibleName(_("删去这一条"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        for box, hint in zip(self.boxes, hints, strict=True):
            box.setPlaceholderText(hint)
            box.edited.connect(self.edited)
            box.step_ended.connect(self.step_ended)
            layout.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.number.setFixedWidth(theme.px(_LABEL))
        self.number.setContentsMargins(0, theme.px(8), 0, 0)

    def has_cursor(self) -> bool:
        """Whether one of its boxes has the focus."""
        return any(box.hasFocus() for box in self.boxes)

    def texts(self) -> list[str]:
        """The texts of the boxes."""
        return [box.toPlainText() for box in self.boxes]


class RowList(QWidget):
    """Rows of boxes with computed numbers.

    Signals:
        edited(): something differs from before.
        step_ended(): what was edited so far is one step of undo, what follows another.
    """

    edited = Signal()
    step_ended = Signal()

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        new_id: NewId,
        hints: Sequence[str],
        number: Callable[[int], str],
        least: int = 40,
    ) -> None:
        super().__init__()
        self._theme, self._icons, self._new_id = theme, icons, new_id
        self._hints, self._number, self._least = hints, number, least
        self.rows: list[Row] = []
        self.add_button = PlainButton(theme, _("添加一条"), icons, "plus")
        self.add_button.clicked.connect(self._add_last)
        self.hint = Small(theme, _("{keys} 调整次序，序号自动重排").format(keys=keys_of(KEYS, "up", "down")))
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(theme.px(_LABEL + 12), theme.px(12), 0, 0)
        self.foot.setSpacing(theme.px(12))
        self.foot.addWidget(self.add_button)
        self.foot.addWidget(self.hint)
        self.foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._body)
        layout.addLayout(self.foot)

    def cursor_row(self) -> str:
        """The id of the row that has the focus, "" for none."""
        return next((row.row_id for row in self.rows if row.has_cursor()), "")

    def focus_row(self, row_id: str) -> bool:
        """Put the focus into a row; whether there is one with that id."""
        row = next((one for one in self.rows if one.row_id == row_id), None)
        if row is not None and not row.has_cursor():
            row.boxes[0].setFocus()
        return row is not None

    def box_of(self, spot: Spot) -> GrowingText | None:
        """The box that holds a text: the cause of a pair stands in the second one."""
        row = next((one for one in self.rows if one.row_id == spot.place.block), None)
        return row.boxes[-1 if spot.part == "cause" else 0] if row is not None else None

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark these words, and no others."""
        wanted: dict[GrowingText | None, list[TextMark]] = {}
        for mark in marks:
            wanted.setdefault(self.box_of(mark.spot), []).append(mark)
        for row in self.rows:
            for box in row.boxes:
                box.show_marks(wanted.get(box, ()))

    def show_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows (id and texts), keeping the widgets of those that stay."""
        wanted = list(rows) or [(self._new_id(), [""] * len(self._hints))]
        kept = {row.row_id: row for row in self.rows}
        shown = [kept.pop(row_id, None) or self._make(row_id) for row_id, _texts in wanted]
        for row in kept.values():
            self._body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, (row, (_id, texts)) in enumerate(zip(shown, wanted, strict=True)):
            self._body.removeWidget(row)
            self._body.insertWidget(place, row)
            for box, text in zip(row.boxes, texts, strict=True):
                box.show_text(text)
        self.rows = shown
        self.renumber()

    def _make(self, row_id: str) -> Row:
        row = Row(self._theme, self._icons, row_id, self._hints, self._least)
        row.edited.connect(self.edited)
        row.step_ended.connect(self.step_ended)
        row.remove.clicked.connect(lambda: self._remove(row))
        for box in row.boxes:
            box.finished.connect(lambda: self._add_after(row))
            box.left_empty.connect(lambda: self._leave_empty(row))
            box.moved.connect(lambda step: self._move(row, step))
        return row

    def _add_last(self) -> None:
        self._add(len(self.rows))

    def _add_after(self, row: Row) -> None:
        self._add(self.rows.index(row) + 1)

    def _add(self, place: int) -> None:
        row = self._make(self._new_id())
        self.rows.insert(place, row)
        self._body.insertWidget(place, row)
        self.renumber()
        row.boxes[0].setFocus()
        self.edited.emit()

    def _leave_empty(self, row: Row) -> None:
        if not any(row.texts()) and len(self.rows) > 1:
            self._remove(row)

    def _remove(self, row: Row) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        self._body.removeWidget(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.show_rows(())
        self.renumber()
        self.rows[max(0, place - 1)].boxes[-1].setFocus()
        self.edited.emit()

    def _move(self, row: Row, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows.remove(row)
            self.rows.insert(place, row)
            self._body.removeWidget(row)
            self._body.insertWidget(place, row)
            self.renumber()
            self.edited.emit()

    def renumber(self) -> None:
        """Show the numbers as they are counted now."""
        for place, row in enumerate(self.rows, 1):
            text = self._number(place)
            row.number.setText(text)
            for box, hint in zip(row.boxes, self._hints, strict=True):
                box.setAccessibleName(f"{text} {hint}")


def spoken(place: int) -> str:
    """The spoken ordinal: 1 → 一是."""
    return f"{han(place)}是"
