"""A list of entries, such as the measures planned for next year."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from report.content import Item
from report.identity import NewId
from report.numbering import Scheme, ordinal
from report.report import Value
from report.template import Field
from report.texts import Spot
from ui.fields.base import FieldEditor
from ui.fields.marks import TextMark
from ui.fields.rows import RowList, spoken
from ui.icons import Icons
from ui.theme import Theme


class ItemsEditor(FieldEditor):
    """Entries with computed numbers: （一）… or 一是…, as the field is printed."""

    def __init__(self, field: Field, theme: Theme, icons: Icons, new_id: NewId, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._value: tuple[Item, ...] = ()
        self._scheme = Scheme.FOUR
        self.rows = RowList(theme, icons, new_id, (field.hint,), self._label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.rows)
        self.rows.edited.connect(self._take)
        self.rows.step_ended.connect(self.step_ended)
        self.show_value(())

    def focus_target(self) -> QWidget:
        """The first box."""
        return self.rows.rows[0].boxes[0]

    def cursor_entry(self) -> tuple[str, int]:
        """The row in focus."""
        return self.rows.cursor_row(), 0

    def focus_entry(self, entry: str, offset: int) -> None:
        """Put the focus into a row."""
        if not self.rows.focus_row(entry):
            super().focus_entry(entry, offset)

    def select_in(self, spot: Spot, start: int, end: int, *, focus: bool) -> QWidget:
        """Select characters of a box."""
        box = self.rows.box_of(spot)
        if box is None:
            return super().select_in(spot, start, end, focus=focus)
        box.select_in(start, end, focus=focus)
        return box

    def show_marks(self, marks: Sequence[TextMark]) -> None:
        """Mark words in the boxes."""
        self.rows.show_marks(marks)

    def show_value(self, value: Value) -> None:
        """Show items that come from elsewhere."""
        items = tuple(one for one in value if isinstance(one, Item)) if isinstance(value, tuple) else ()
        self._value = items
        self.rows.show_rows([(item.id, (item.text,)) for item in items])

    def set_scheme(self, scheme: Scheme) -> None:
        """Number the entries in another way."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self.rows.renumber()

    def _label(self, place: int) -> str:
        return ordinal(self._scheme, self.field.level, place).label if self.field.level else spoken(place)

    def _take(self) -> None:
        items = tuple(Item(row.row_id, row.texts()[0]) for row in self.rows.rows)
        if len(items) == 1 and not items[0].text:
            items = ()
        if items != self._value:
            self._value = items
            self.edited.emit(items)
