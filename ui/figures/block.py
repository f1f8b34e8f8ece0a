"""The block 本页指标 in a section's own tab: the indicators that belong to it, or to the part where the cursor is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from report.document import FIGURES, Place
from report.indicators.belonging import groups_of_part, groups_of_section, quoted_in
from report.indicators.catalogue import Group
from report.indicators.rows import GroupRows, gathered, shown_groups
from resources.i18n import _
from ui.editor.page import Desk
from ui.figures.columns import Columns
from ui.figures.deeds import Deeds
from ui.figures.ledger import ledger_of
from ui.figures.view import FigureView
from ui.figures.words import block_words
from ui.parts.buttons import ToolButton
from ui.parts.labels import Label, Link, Small
from ui.parts.lines import Separator

_COLUMNS = tuple(one for one in Columns if one is not Columns.TREND)
_LINE, _MOST, _ROOMY = 36, 264, 800
"""Pixels at 100 %: the folded block, its table at most, the height of a window in which it is open of itself."""
_SHARE = 0.4


class FiguresBlock(QWidget):
    """A line that unfolds into a table.

    Signals:
        place_wished(Place): a place of the report is to be shown.
        noticed(str): a sentence about what was pasted.
        hinted(str, str): what the status line says.
    """

    place_wished = Signal(object)
    noticed = Signal(str)
    hinted = Signal(str, str)

    def __init__(self, desk: Desk, section: str, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk, self._theme, self._section, self._kind = desk, theme, section, kind
        self._heading, self._part, self._divided = "", "", False
        self.ledger = ledger_of(desk.opened)
        self._room = 0
        self._is_stale = False
        self.title, self.words = Label(theme, _("本页指标"), bold=True), Small(theme)
        self.link = Link(theme, _("到指标数据"))
        self.link.clicked.connect(self._go_to_sheet)
        self.fold_button = ToolButton(theme, desk.icons, "chevron-down")
        self.fold_button.set_small(True)
        self.fold_button.clicked.connect(self.toggle)
        self._chevrons = {one: desk.icons.icon(f"chevron-{'up' if one else 'down'}", "second") for one in (True, False)}
        self.view = FigureView(self.ledger, theme, desk.icons, _COLUMNS, flat=True)
        self.view.setAccessibleName(_("本页指标"))
        self.deeds = Deeds(self.view, self.ledger, theme, desk.new_id)
        self._line = QWidget()
        self._head = QHBoxLayout(self._line)
        for widget in (self.title, self.words):
            self._head.addWidget(widget)
        self._head.addStretch(1)
        self._head.addWidget(self.link)
        self._head.addWidget(self.fold_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._line)
        self._column.addWidget(self.view)
        self._column.addWidget(Separator(theme))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.ledger.changed.connect(self._follow)
        self.view.details_wished.connect(lambda one: self.place_wished.emit(Place(FIGURES, one)))
        self.view.walked.connect(lambda _one: self.hinted.emit(*self.view.hint()))
        self.deeds.place_wished.connect(self.place_wished)
        self.deeds.noticed.connect(self.noticed)
        theme.changed.connect(self._style)
        self._style()

    # What is shown

    def show_part(self, heading: str, part: str, *, divided: bool) -> None:
        """Show what belongs to a level-2 heading, which is the part of a short name, "" for none of the usual ones.

        Where the text is not `divided` by headings all that belongs to the section is shown.
        """
        wanted = heading, part, divided
        if wanted != (self._heading, self._part, self._divided) or not self.view.sheet.nodes:
            self._heading, self._part, self._divided = wanted
            self.show_rows()

    def rows(self) -> tuple[GroupRows, ...]:
        """The rows that belong here and then those that the text here quotes, as one group."""
        report, ledger = self._desk.opened.report, self.ledger
        section = next((one for one in report.sections if one.id == self._section), None)
        if section is None:
            return ()
        shown = {one.id for one in shown_groups(ledger.known())}
        groups: Sequence[Group] = groups_of_section(self._desk.opened.type.catalogue, report, section)
        if self._divided:
            groups = groups_of_part(groups, self._part, self._parts())
        found = [row for group in ledger.rows([one for one in groups if one.id in shown]) for row in group.rows]
        quoted = set(quoted_in(section.text, self._heading if self._divided else None)) - {row.id for row in found}
        if quoted:
            others = (row for group in ledger.rows() for row in group.rows if row.id in quoted)
            found += [replace(row, depth=0, label=row.name) for row in others]
        return (gathered("here", _("本页指标"), tuple(found)),) if found else ()

    def _parts(self) -> tuple[str, ...]:
        kind = self._desk.opened.type.section(self._kind)
        return tuple(one.short for one in kind.parts) if kind else ()

    def shows(self, indicator: str) -> bool:
        """Whether an indicator is in view here."""
        return self.is_open and self.view.sheet.index_of(indicator).isValid()

    def show_rows(self) -> None:
        """Show the rows as they are now."""
        rows, self._is_stale = self.rows(), False
        self.setVisible(bool(rows))
        self.words.setText(block_words(rows))
        self.view.show_rows(rows, self._desk.opened.report.year)
        self._arrange()

    def _follow(self) -> None:
        slot = self.parentWidget()
        self._is_stale = slot is not None and not slot.isVisible()
        if not self._is_stale:
            self.show_rows()

    def catch_up(self) -> None:
        """The page is shown: show what changed meanwhile."""
        if self._is_stale:
            self.show_rows()

    def _go_to_sheet(self) -> None:
        self.place_wished.emit(Place(FIGURES, self.view.indicator))

    # Folding

    @property
    def is_open(self) -> bool:
        """Whether the table is seen; as the clerk chose for this section, else where the window is high."""
        usual = int(self._room >= self._theme.px(_ROOMY))
        return bool(self.ledger.choice(f"figures-{self._kind or 'own'}", usual))

    def toggle(self) -> None:
        """Fold or unfold."""
        self.view.finish()
        self.ledger.choose(f"figures-{self._kind or 'own'}", int(not self.is_open))
        self._arrange()

    def give_room(self, height: int) -> None:
        """How high the page is of which this is a part."""
        if height != self._room:
            self._room = height
            self._arrange()

    def _arrange(self) -> None:
        is_open, theme = self.is_open, self._theme
        self.view.setVisible(is_open)
        self.fold_button.setIcon(self._chevrons[is_open])
        words = _("收起本页指标") if is_open else _("展开本页指标")
        self.fold_button.setToolTip(words)
        self.fold_button.setAccessibleName(words)
        if is_open:
            most = min(theme.px(_MOST), max(theme.px(100), round(self._room * _SHARE)))
            self.view.setFixedHeight(min(most, self.view.height_of_rows()))
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line itself unfolds, too."""
        if event.button() == Qt.MouseButton.LeftButton and self._line.geometry().contains(event.position().toPoint()):
            self.toggle()
        else:
            super().mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Messages may need more lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The folded line."""
        return QSize(0, super().minimumSizeHint().height())

    def _style(self) -> None:
        theme = self._theme
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.setSpacing(theme.px(8))
        self._line.setFixedHeight(theme.px(_LINE))
        self._arrange()
