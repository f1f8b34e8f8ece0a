"""The order in which Tab goes through a window: as things are laid out, whenever they were made.

Qt goes by the order in which widgets were made; pages and rows made later would come after all others.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QWidget,
)

_WHOLE = (QAbstractScrollArea, QAbstractSpinBox, QComboBox, QTabBar)
"""Widgets whose inner parts Tab does not go through."""


def tab_stops(root: QWidget) -> list[QWidget]:
    """The widgets below `root` that Tab stops at, in the order of the layouts."""
    return list(_stops(root))


def next_stop(root: QWidget, current: QWidget | None, *, forward: bool) -> QWidget | None:
    """The stop after or before the one that has the focus, round and round; None when there is none."""
    stops = tab_stops(root)
    if not stops:
        return None
    if current not in stops:
        return stops[0 if forward else -1]
    return stops[(stops.index(current) + (1 if forward else -1)) % len(stops)]


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None and not _is_other_choice(widget):
        yield widget
    layout = widget.layout()
    if isinstance(widget, QScrollArea | QStackedWidget | QSplitter):
        for inner in _held(widget):
            yield from _stops(inner)
    elif layout is not None and not isinstance(widget, _WHOLE):
        yield from _in_layout(layout)


def _held(widget: QScrollArea | QStackedWidget | QSplitter) -> Iterator[QWidget]:
    """What is seen inside of a widget that arranges others without a layout."""
    if isinstance(widget, QSplitter):
        yield from (widget.widget(place) for place in range(widget.count()))
        return
    inner = widget.widget() if isinstance(widget, QScrollArea) else widget.currentWidget()
    if inner is not None:  # pyright: ignore[reportUnnecessaryComparison] - an empty one has none
        yield inner


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _is_other_choice(widget: QWidget) -> bool:
    """Of a row of choices Tab comes to the chosen one; arrows go to the others."""
    if not isinstance(widget, QAbstractButton):
        return False
    group = widget.group()
    return group is not None and group.exclusive() and not widget.isChecked() and group.checkedButton() is not None
