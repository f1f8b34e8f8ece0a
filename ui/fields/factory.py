"""From a declared field to its editor: the one place that knows which kind has which."""

from collections.abc import Callable, Mapping

from report.identity import NewId
from report.template import Field
from ui.fields.base import FieldEditor
from ui.fields.prose.editor import ProseEditor
from ui.icons import Icons
from ui.theme import Theme


class Editors:
    """Makes editors; holds what they need. Each is imported when the first field of its kind is shown."""

    def __init__(self, theme: Theme, icons: Icons, new_id: NewId) -> None:
        self._theme, self._icons, self._new_id = theme, icons, new_id
        self._makers: Mapping[str, Callable[[Field], FieldEditor]] = {
            "prose": lambda field: ProseEditor(field, theme, icons, new_id),
            "pairs": self._pairs,
            "items": self._items,
            "number": self._line,
            "text": self._line,
            "date": self._line,
            "choice": self._choice,
            "table": self._table,
        }

    def make(self, field: Field) -> FieldEditor:
        """The editor of a field."""
        return self._makers[field.kind](field)

    def _line(self, field: Field) -> FieldEditor:
        from ui.fields.line import DateEditor, NumberEditor, TextEditor

        kind = {"number": NumberEditor, "date": DateEditor}.get(field.kind, TextEditor)
        return kind(field, self._theme)

    def _pairs(self, field: Field) -> FieldEditor:
        from ui.fields.pairs import PairsEditor

        return PairsEditor(field, self._theme, self._icons, self._new_id)

    def _items(self, field: Field) -> FieldEditor:
        from ui.fields.items import ItemsEditor

        return ItemsEditor(field, self._theme, self._icons, self._new_id)

    def _choice(self, field: Field) -> FieldEditor:
        from ui.fields.choice import ChoiceEditor

        return ChoiceEditor(field)

    def _table(self, field: Field) -> FieldEditor:
        from ui.fields.table import TableEditor

        return TableEditor(field, self._theme, self._icons, self._new_id)
