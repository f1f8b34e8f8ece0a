"""The three areas of the workplace side by side: outline, writing, side panel; how wide each is."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.editor.outline_column import OutlineColumn
from ui.panel.side import SidePanel
from ui.parts.splitter import Splitter
from ui.theme import Theme

_COLUMN, _WIDE_COLUMN = 232, 248
_WRITING, _PANEL, _WIDE_PANEL = 420, 360, 640
_FOLD, _WIDE = 1180, 1600
_FOLD_ZOOM = 1.5
_MOST = 0.6


class Areas(Splitter):
    """Outline, writing area and panel. The panel remembers a width for each of its pages.

    Below 1180 px, and from 150 % zoom unless there is room, the outline folds to icons.
    """

    def __init__(self, theme: Theme, outline: OutlineColumn, writing: QWidget, panel: SidePanel) -> None:
        super().__init__(theme)
        self._theme = theme
        self._outline, self._writing, self._panel = outline, writing, panel
        self.widths: dict[str, int] = {}
        """Widths that the clerk dragged, in pixels at 100 %, by the name of a panel's page and "outline"."""
        writing.setMinimumWidth(theme.px(_WRITING))
        for widget in (outline, writing, panel):
            self.addWidget(widget)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._note_drag)
        self.reset.connect(self._forget)
        panel.opened.connect(lambda _name: self.arrange())
        theme.changed.connect(self._style)
        self._style()

    def set_widths(self, widths: Mapping[str, int]) -> None:
        """Take widths that were remembered."""
        self.widths = dict(widths)
        self.arrange()

    def arrange(self) -> None:
        """Give each area its width."""
        theme, whole = self._theme, self.width()
        self._outline.set_folded(whole < _FOLD or (theme.zoom >= _FOLD_ZOOM and whole < theme.px(_FOLD)))
        is_wide = whole >= theme.px(_WIDE)
        usual = _WIDE_COLUMN if is_wide else _COLUMN
        column = self._outline.minimumWidth() if self._outline.folded else theme.px(self.widths.get("outline", usual))
        panel = 0
        if self._panel.current:
            page = self._panel.page(self._panel.current)
            wanted = theme.px(self.widths.get(self._panel.current, _WIDE_PANEL if is_wide else page.width_wanted))
            panel = max(theme.px(_PANEL), min(wanted, round(whole * _MOST), whole - column - theme.px(_WRITING)))
        self.setSizes([column, max(0, whole - column - panel), panel])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew when there is more or less room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self.arrange)

    def _note_drag(self, _position: int, handle: int) -> None:
        sizes = self.sizes()
        if handle == 1 and not self._outline.folded:
            self.widths["outline"] = round(sizes[0] / self._theme.zoom)
        elif handle == 2 and self._panel.current:
            self.widths[self._panel.current] = round(sizes[2] / self._theme.zoom)

    def _forget(self, handle: int) -> None:
        """A double click on a handle brings the usual width back."""
        self.widths.pop("outline" if handle == 1 else self._panel.current, None)
        self.arrange()

    def _style(self) -> None:
        super()._style()
        if hasattr(self, "_writing"):
            self._writing.setMinimumWidth(self._theme.px(_WRITING))
            self._panel.setMinimumWidth(self._theme.px(_PANEL))
            QTimer.singleShot(0, self, self.arrange)
