"""The menus of the sheet: an indicator, the groups, the units."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QCheckBox, QMenu, QVBoxLayout, QWidget, QWidgetAction

from report.indicators.edits import is_shown
from report.indicators.figures import OWN
from report.indicators.rows import FigureRow
from report.indicators.values import Values
from resources.i18n import _
from ui.figures.ledger import Ledger

if TYPE_CHECKING:
    from ui.figures.deeds import Deeds


def row_menu(deeds: "Deeds", ledger: Ledger, row: FigureRow, parent: QWidget) -> QMenu:
    """What can be done with an indicator."""
    menu = QMenu(parent)
    menu.addAction(_("复制")).triggered.connect(lambda *_a: deeds.copy())
    menu.addAction(_("粘贴")).triggered.connect(lambda *_a: deeds.paste())
    menu.addAction(_("清空")).triggered.connect(lambda *_a: deeds.clear())
    if row.quotes:
        menu.addSeparator()
        words = _("文中引用{count}处").format(count=row.quotes)
        menu.addAction(words).triggered.connect(lambda *_a: deeds.show_quotes(row.id, QCursor.pos()))
    if ledger.values.figures.of(row.id).unit:
        menu.addAction(_("用回原来的单位")).triggered.connect(lambda *_a: deeds.clear_unit(row.id))
    known = ledger.values.indicator(row.id)
    if known is not None and known.group == OWN:
        menu.addSeparator()
        menu.addAction(_("改名称和单位…")).triggered.connect(lambda *_a: deeds.rename_own(row.id))
        menu.addAction(_("删去这个指标")).triggered.connect(lambda *_a: deeds.remove_own(row.id))
    return menu


def groups_menu(deeds: "Deeds", ledger: Ledger, parent: QWidget) -> QMenu:
    """The groups with tick boxes; it stays open while they are ticked."""
    menu = QMenu(parent)
    inner = QWidget()
    column = QVBoxLayout(inner)
    office = ledger.opened.report.front.office
    values = ledger.values
    for group in values.groups:
        count = len(values.of_group(group.id))
        if not count:
            continue
        box = QCheckBox(_("{name}（{count}项）").format(name=group.name, count=count))
        box.setChecked(is_shown(values, group.id, office))
        box.setToolTip(_given_words(values, group.id))
        box.toggled.connect(lambda ticked, one=group.id: deeds.show_group(one, ticked))
        column.addWidget(box)
    action = QWidgetAction(menu)
    action.setDefaultWidget(inner)
    menu.addAction(action)
    return menu


def _given_words(values: Values, group: str) -> str:
    given = sum(values.figures.of(one.id).amount is not None for one in values.of_group(group))
    return _("已填{count}项；隐藏了数也留着").format(count=given) if given else ""


def units_menu(deeds: "Deeds", ledger: Ledger, parent: QWidget) -> QMenu:
    """The units of which an office uses one, chosen once for all."""
    menu = QMenu(_("计量单位"), parent)
    values = ledger.values
    for choice in values.catalogue.choices:
        menu.addSection(choice.label)
        group = QActionGroup(menu)
        now = values.figures.units.get(choice.id, choice.units[0])
        for unit in choice.units:
            action = QAction(unit, menu)
            action.setCheckable(True)
            action.setChecked(unit == now)
            action.triggered.connect(lambda *_a, one=choice.id, word=unit: deeds.choose_unit(one, word))
            group.addAction(action)
            menu.addAction(action)
    return menu


def places_menu(words: list[str], parent: QWidget) -> QMenu:
    """The places that quote an indicator."""
    menu = QMenu(parent)
    for text in words:
        menu.addAction(text)
    return menu
