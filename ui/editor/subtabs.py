"""Sub-tabs of a section that has usual parts: one a （一） heading of its text, and a menu of headings to add."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTabBar, QToolButton, QWidget

from report.content import Blocks, Paragraph
from report.numbering import Scheme, heading_length, number_levels
from report.template import Part
from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import ToolButton
from ui.theme import Theme

_LONGEST = 8


class SubTabs(QWidget):
    """Jumps to the level-2 headings of a section's text.

    Signals:
        chosen(str): the id of the heading's paragraph.
        add_requested(Part): a suggested heading is to be put at the end.
    """

    chosen = Signal(str)
    add_requested = Signal(object)

    def __init__(self, theme: Theme, icons: Icons, parts: Sequence[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._ids: list[str] = []
        self._texts: list[tuple[str, str]] = []
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(_("小标题"))
        self._tint_scroll_buttons(icons)
        self.add_button = ToolButton(theme, icons, "plus")
        self.add_button.setToolTip(_("加一个小标题"))
        self.add_button.setAccessibleName(_("加一个小标题"))
        self.add_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.add_button)
        for part in parts:
            action = menu.addAction(part.heading)
            action.setToolTip(part.guidance)
            action.triggered.connect(lambda _checked=False, one=part: self.add_requested.emit(one))
        self.add_button.setMenu(menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.add_button)
        self.bar.tabBarClicked.connect(self._choose)
        if not parts:
            self.hide()
        theme.changed.connect(self.bar.update)

    def _tint_scroll_buttons(self, icons: Icons) -> None:
        """Qt's own arrows have no place in the style: chevrons instead."""
        for name, icon in (("ScrollLeftButton", "chevron-left"), ("ScrollRightButton", "chevron-right")):
            button = self.bar.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                button.setArrowType(Qt.ArrowType.NoArrow)
                button.setIcon(icons.icon(icon, "second"))
                button.setAutoRaise(True)

    def show_headings(self, scheme: Scheme, blocks: Blocks) -> None:
        """One tab a level-2 heading."""
        if not self._parts:
            return
        levels = [block.level if isinstance(block, Paragraph) and block.text else 0 for block in blocks]
        found = [
            (block, ordinal.label)
            for block, ordinal in zip(blocks, number_levels(scheme, levels), strict=True)
            if isinstance(block, Paragraph) and ordinal and block.level == 2
        ]
        texts = [(label, block.text[: heading_length(block.text, 2)] or block.text) for block, label in found]
        self._ids = [block.id for block, _label in found]
        if texts == self._texts:
            return
        # A bar that is seen lays all tabs out anew for each that changes.
        shown = not self.bar.isHidden()
        self.bar.hide()
        self._texts = texts
        while self.bar.count() > len(texts):
            self.bar.removeTab(self.bar.count() - 1)
        while self.bar.count() < len(texts):
            self.bar.addTab("")
        for place, (label, heading) in enumerate(texts):
            self.bar.setTabText(place, label + self._short(heading))
            self.bar.setTabToolTip(place, label + heading)
        self.bar.setVisible(shown)

    def follow(self, blocks: Blocks, block_id: str) -> None:
        """Mark the heading under which a block stands."""
        under = -1
        for block in blocks:
            if block.id in self._ids:
                under = self._ids.index(block.id)
            if block.id == block_id:
                break
        if under >= 0 and under != self.bar.currentIndex():
            self.bar.setCurrentIndex(under)

    @property
    def current(self) -> tuple[str, str]:
        """The id of the heading under which the cursor is, and its short name where it is a usual part; "" for none."""
        place = self.bar.currentIndex()
        if not 0 <= place < len(self._ids):
            return "", ""
        heading = self._texts[place][1]
        return self._ids[place], next((part.short for part in self._parts if part.heading == heading), "")

    def _short(self, heading: str) -> str:
        for part in self._parts:
            if part.heading == heading and part.short:
                return part.short
        return heading if len(heading) <= _LONGEST else heading[: _LONGEST - 1] + "…"

    def _choose(self, place: int) -> None:
        if 0 <= place < len(self._ids):
            self.chosen.emit(self._ids[place])
