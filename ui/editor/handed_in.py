"""The open report against the version that was handed in last."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from report.differences import changed_places
from storage.records import FrozenVersion
from ui.editor.outline_column import OutlineColumn
from ui.open_report import OpenReport
from ui.theme import Theme


class HandedIn(QObject):
    """Tells above the outline in how many places they differ, and shows where.

    Signals:
        place_wished(Place): the clerk wants to go to a difference.
    """

    place_wished = Signal(object)

    def __init__(self, opened: OpenReport, outline: OutlineColumn, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self._outline, self._theme, self._parent = opened, outline, theme, parent
        self.frozen: FrozenVersion | None = None
        """None as long as nothing was handed in."""
        outline.differences_wished.connect(self._show)

    def compare_with(self, frozen: FrozenVersion) -> None:
        """Compare the report with a version from now on."""
        self.frozen = frozen
        self.compare()

    def compare(self) -> None:
        """Count the differences anew."""
        if self.frozen is not None:
            count = len(changed_places(self.frozen.report, self._opened.report))
            self._outline.show_differing(self.frozen.version.name, count)

    def _show(self) -> None:
        if self.frozen is None:
            return
        from ui.dialogs.differences import DifferencesDialog

        before, after = self.frozen.report, self._opened.report
        name = self.frozen.version.name
        dialog = DifferencesDialog(changed_places(before, after), before, after, name, self._theme, self._parent)
        dialog.exec()
        if dialog.place is not None:
            self.place_wished.emit(dialog.place)
