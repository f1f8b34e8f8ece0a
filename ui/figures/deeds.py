"""What is done to the figures from buttons, menus and the clipboard: paste, copy, groups, own indicators, units."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject, QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from report import edits as report_edits
from report.content import Attachment
from report.document import Place
from report.identity import NewId
from report.indicators import edits
from report.indicators.comparison_table import comparison_table
from report.indicators.figures import OWN
from report.indicators.pasting import PastedValue, Unmatched, match_block
from report.indicators.rows import FigureRow
from resources.i18n import _
from ui.fields.grid.blocks import is_single, read_block, write_block, write_html
from ui.fields.grid.html_tables import read_tables
from ui.figures.columns import Columns
from ui.figures.ledger import Ledger
from ui.figures.menus import groups_menu, row_menu, units_menu
from ui.figures.places import quote_places
from ui.figures.view import FigureView
from ui.figures.words import unit_words, value_words
from ui.theme import Theme


class Deeds(QObject):
    """Acts on the figures for one view.

    Signals:
        noticed(str): a sentence about what was done.
        place_wished(Place): a place of the report is to be shown.
    """

    noticed = Signal(str)
    place_wished = Signal(object)

    def __init__(self, view: FigureView, ledger: Ledger, theme: Theme, new_id: NewId) -> None:
        super().__init__(view)
        self._view, self._ledger, self._theme, self._new_id = view, ledger, theme, new_id
        view.copied.connect(self.copy)
        view.pasted.connect(self.paste)
        view.cleared.connect(self.clear)
        view.menu_wanted.connect(self.show_menu)
        view.quotes_wished.connect(self.show_quotes)
        view.place_wished.connect(self.place_wished)

    # The clipboard

    def copy(self) -> None:
        """Put the selected rows on the clipboard, for sheets and for word processors."""
        rows = self._view.selected()
        if not rows:
            return
        block = tuple(map(_copied, rows))
        if len(rows) > 1:
            columns = (Columns.NAME, Columns.VALUE, Columns.UNIT, Columns.LAST, Columns.DIFFERENCE, Columns.PERCENT)
            block = (tuple(map(self._view.sheet.head, columns)), *block)
        data = QMimeData()
        data.setText(write_block(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)

    def paste(self) -> None:
        """Take over a block from the clipboard: a column from the current row down, or names with values."""
        self._view.finish()
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        text = data.text() if data is not None else ""
        block = read_tables(data.html()) if data is not None and "\t" not in text and data.hasHtml() else ()
        block = block or (read_block(text) if text.strip() else ())
        if not block:
            self.noticed.emit(_("剪贴板里没有表格。先在表格软件里选中名称和数值两列，复制，再到这里粘贴。"))
        else:
            self.paste_block(block)

    def paste_block(self, block: Sequence[Sequence[str]]) -> None:
        """Take over a block; what found no indicator is listed."""
        ledger, below = self._ledger, self._view.below()
        if is_single(tuple(map(tuple, block))):
            rows = self._view.selected()
            values, unmatched = tuple(PastedValue(one.id, block[0][0]) for one in rows), ()
        else:
            pasted = match_block(ledger.values, block, ledger.opened.report.year, below)
            values, unmatched = pasted.values, pasted.unmatched
        read = ledger.paste(values) if values else 0
        shown = {row.id for group in ledger.rows() for row in group.rows}
        hidden = sum(one.indicator not in shown for one in values)
        words = _("填入{count}项。").format(count=read)
        if len(values) > read:
            words += _("有{count}项没读懂，留在格里标了红。").format(count=len(values) - read)
        if hidden:
            words += _("其中{count}项在没有显示的组里。").format(count=hidden)
        self.noticed.emit(words)
        if unmatched:
            self._tell_unmatched(unmatched)

    def _tell_unmatched(self, unmatched: Sequence[Unmatched]) -> None:
        from ui.figures.unmatched import UnmatchedDialog

        dialog = UnmatchedDialog(unmatched, self._theme, self._view.window())
        if dialog.exec():
            self._add_all(dialog.chosen())
        dialog.deleteLater()

    def _add_all(self, wanted: Sequence[Unmatched]) -> None:
        """Make indicators of the report's own for what found none, as one step."""
        if not wanted:
            return
        ledger = self._ledger
        report, added = ledger.opened.report, list[PastedValue]()
        for one in wanted:
            report, own = edits.add_own(ledger.opened.type, report, one.name)
            added.append(PastedValue(own.id, one.text))
        ledger.step(_("新增{count}项自定指标").format(count=len(added)), added[0].indicator, lambda _old: report)
        ledger.paste(added)

    def clear(self) -> None:
        """Empty the selected values."""
        rows = [row for row in self._view.selected() if ledger_has(self._ledger, row)]
        if rows:
            self._ledger.paste([PastedValue(row.id, "") for row in rows], _("清空{count}项指标"))

    # The text

    def show_quotes(self, indicator: str, point: QPoint) -> None:
        """Go to the place that quotes an indicator; of several let the clerk choose."""
        opened = self._ledger.opened
        found = [one.place for one in self._ledger.quotations(indicator)]
        places = list(quote_places(opened.type, opened.report, found))
        if len(places) == 1:
            self.place_wished.emit(places[0][1])
        elif places:
            menu = QMenu(self._view)
            for words, place in places:
                menu.addAction(words).triggered.connect(lambda *_a, one=place: self.place_wished.emit(one))
            self._popup(menu, point)

    def register(self) -> None:
        """Let the clerk choose counts of the text that become figures."""
        from report.indicators.adopting import adopt
        from ui.figures.register import RegisterDialog

        ledger, opened = self._ledger, self._ledger.opened
        ledger.text_counts.look()
        dialog = RegisterDialog(ledger.unregistered(), ledger.values, self._theme, self._view.window())
        if dialog.exec():
            chosen = dialog.chosen()
            name = _("登记文中{count}个数").format(count=len(chosen))
            ledger.step(name, "", lambda report: adopt(opened.type, report, chosen))
            ledger.text_counts.look()
        dialog.deleteLater()

    # Groups, units, own indicators

    def show_menu(self, place: QPoint) -> None:
        """The menu of an indicator."""
        row = self._view.sheet.row_at(self._view.currentIndex())
        if row is not None:
            self._popup(row_menu(self, self._ledger, row, self._view), place)

    def choose_groups(self, place: QPoint) -> None:
        """The groups with tick boxes."""
        self._popup(groups_menu(self, self._ledger, self._view), place)

    def choose_units(self) -> QMenu:
        """The units of which an office uses one."""
        return units_menu(self, self._ledger, self._view)

    def _popup(self, menu: QMenu, place: QPoint) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def show_group(self, group: str, shown: bool) -> None:
        """Show or hide a group."""
        opened = self._ledger.opened
        name = _("显示一组指标") if shown else _("隐藏一组指标")
        self._ledger.step(name, "", lambda report: edits.show_group(opened.type, report, group, shown=shown))

    def choose_unit(self, choice: str, unit: str) -> None:
        """Use a unit for all indicators of a choice."""
        opened = self._ledger.opened
        name = _("计量单位用“{unit}”").format(unit=unit)
        self._ledger.step(name, "", lambda report: edits.choose_unit(opened.type, report, choice, unit))

    def add_own(self) -> None:
        """Ask for a name and a unit, and add an indicator."""
        from ui.figures.own_dialog import OwnDialog

        dialog = OwnDialog(self._theme, self._view.window())
        if dialog.exec():
            opened = self._ledger.opened
            report, own = edits.add_own(opened.type, opened.report, dialog.name, dialog.unit)
            self._ledger.step(_("新增指标“{name}”").format(name=own.name), own.id, lambda _old: report)
            self._view.go_to(own.id)
            self._view.setFocus()
        dialog.deleteLater()

    def rename_own(self, indicator: str) -> None:
        """Give an indicator of the report's own another name or unit."""
        from ui.figures.own_dialog import OwnDialog

        opened = self._ledger.opened
        known = self._ledger.values.indicator(indicator)
        if known is None or known.group != OWN:
            return
        dialog = OwnDialog(self._theme, self._view.window(), known.name, known.unit)
        if dialog.exec():
            own = replace(known, name=dialog.name, unit=dialog.unit)
            name = _("改指标“{name}”").format(name=known.name)
            self._ledger.step(name, indicator, lambda report: edits.change_own(opened.type, report, own))
        dialog.deleteLater()

    def remove_own(self, indicator: str) -> None:
        """Remove an indicator of the report's own."""
        opened, name = self._ledger.opened, self._ledger.values.name(indicator)
        self._ledger.step(
            _("删去指标“{name}”").format(name=name), "", lambda report: edits.remove_own(opened.type, report, indicator)
        )
        self.noticed.emit(_("已删去“{name}”，文中的字没有动。").format(name=name))

    def clear_unit(self, indicator: str) -> None:
        """Count an indicator in its usual unit again."""
        figure = self._ledger.values.figures.of(indicator)
        self._ledger.set_figure(indicator, replace(figure, unit=""))

    # The comparison

    def attach_comparison(self) -> None:
        """Add a table of the values of both years as an attachment."""
        ledger, opened = self._ledger, self._ledger.opened
        year = opened.report.year
        table = comparison_table(ledger.rows(), year, self._new_id())
        if table is None:
            self.noticed.emit(_("还没有填数，没有可以对比的。"))
            return
        title = _("{year}年度主要指标与上年对比表").format(year=year) if year else _("主要指标与上年对比表")
        made = Attachment(self._new_id(), title, (table,))
        name = _("生成对比表附件")
        ledger.step(name, "", lambda report: report_edits.set_attachments(report, (*report.attachments, made)))
        self.place_wished.emit(Place(made.id, "title"))


def ledger_has(ledger: Ledger, row: FigureRow) -> bool:
    """Whether a row has anything that can be emptied."""
    return ledger.values.figures.of(row.id).amount is not None or bool(ledger.unread(row.id))


def _copied(row: FigureRow) -> tuple[str, ...]:
    comparison = row.comparison
    value = "" if row.state.value == "missing" else value_words(row)
    unit = row.unit if row.state.value == "computed" else unit_words(row)
    return row.name, value, unit, comparison.last_words.replace("—", ""), *_changes(row)


def _changes(row: FigureRow) -> tuple[str, str]:
    return row.comparison.difference_words.replace("—", ""), row.comparison.percent_words.replace("—", "")
