"""From a declared field to its editor: the one place that knows which kind has which."""

from collections.abc import Callable, Mapping

from report.identity import NewId
from report.template import Field
from ui.fields.base import FieldEditor
from ui.fields.choice import ChoiceEditor
from ui.fields.items import ItemsEditor
from ui.fields.line import DateEditor, NumberEditor, TextEditor
from ui.fields.pairs import PairsEditor
from ui.fields.prose import ProseEditor
from ui.fields.table import TableEditor
from ui.icons import Icons
from ui.theme import Theme


class Editors:
    """Makes editors; holds what they need."""

    def __init__(self, theme: Theme, icons: Icons, new_id: NewId) -> None:
        self._makers: Mapping[str, Callable[[Field], FieldEditor]] = {
            "prose": lambda field: ProseEditor(field, theme, icons, new_id),
            "pairs": lambda field: PairsEditor(field, theme, icons, new_id),
            "items": lambda field: ItemsEditor(field, theme, icons, new_id),
            "number": lambda field: NumberEditor(field, theme),
            "text": lambda field: TextEditor(field, theme),
            "date": lambda field: DateEditor(field, theme),
            "choice": lambda field: ChoiceEditor(field),
            "table": lambda field: TableEditor(field, theme, icons, new_id),
        }

    def make(self, field: Field) -> FieldEditor:
        """The editor of a field."""
        return self._makers[field.kind](field)
