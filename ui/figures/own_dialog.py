"""A new indicator of the report's own: what it is called, and in what it is counted."""

from PySide6.QtWidgets import QWidget

from report.clean_text import one_line
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.fields.line import LineEdit
from ui.theme import Theme


class OwnDialog(Dialog):
    """Name and unit."""

    def __init__(self, theme: Theme, parent: QWidget | None, name: str = "", unit: str = "") -> None:
        title, verb = (_("改名称和单位"), _("改好")) if name else (_("自定指标"), _("加上"))
        super().__init__(theme, title, verb, parent, 480)
        self._name, self._unit = LineEdit(), LineEdit()
        self._name.setText(name)
        self._name.setPlaceholderText(_("例如：安全生产执法检查"))
        self._unit.setText(unit)
        self._unit.setPlaceholderText(_("例如：家次"))
        self.add_row(_("名称"), self._name)
        self.add_row(_("单位"), self._unit)
        self.body.addStretch(1)
        self._name.textChanged.connect(self._show_possible)
        self._show_possible()
        self._name.setFocus()

    @property
    def name(self) -> str:
        """The name typed."""
        return one_line(self._name.text()).strip()

    @property
    def unit(self) -> str:
        """The unit typed."""
        return one_line(self._unit.text()).strip()

    def _show_possible(self) -> None:
        self.accept_button.setEnabled(bool(self.name))
