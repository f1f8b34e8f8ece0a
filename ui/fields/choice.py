"""One of several choices. The wheel scrolls the page and never changes the choice."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from report.report import Value
from report.template import Field
from resources.i18n import _
from ui.fields.base import FieldEditor
from ui.parts.inputs import ComboBox


class ChoiceEditor(FieldEditor):
    """A list to choose from; the first entry means no choice, and says what is then done."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.box = ComboBox()
        self.box.addItem(field.hint or _("（不选）"), "")
        for choice in field.choices:
            self.box.addItem(choice, choice)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.box.activated.connect(self._take)

    def focus_target(self) -> QWidget:
        """The list."""
        return self.box

    def show_value(self, value: Value) -> None:
        """Select the value; one that is no longer among the choices is kept as an entry of its own."""
        place = self.box.findData(value)
        if place < 0:
            self.box.addItem(str(value), value)
            place = self.box.count() - 1
        self.box.setCurrentIndex(place)

    def _take(self) -> None:
        self.edited.emit(self.box.currentData())
