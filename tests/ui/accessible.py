"""Walk what a screen reader sees: every control with its name, description and role."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Node:
    """One control."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    widget: QWidget | None
    focusable: bool


def walk(root: QWidget) -> Iterator[Node]:
    """Everything that can be seen below a widget, in the order in which it is read."""
    interface = QAccessible.queryAccessibleInterface(root)
    if interface is not None:
        yield from _walk(interface)


def _walk(interface: QAccessibleInterface) -> Iterator[Node]:
    state = interface.state()
    if getattr(state, "invisible"):  # noqa: B009 - see below
        return
    text = QAccessible.Text
    widget = interface.object()
    yield Node(
        interface.role(),
        interface.text(text.Name),
        interface.text(text.Description),
        interface.text(text.Value),
        widget if isinstance(widget, QWidget) else None,
        bool(getattr(state, "focusable")),  # noqa: B009 - a bit field that the stubs do not know,
    )
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid():
            yield from _walk(child)
