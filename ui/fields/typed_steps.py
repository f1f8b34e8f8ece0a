"""Which changes of a text are typing: these may be one step of undo with what was typed around them, others may not."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class TypedSteps:
    """Knows while a text edit handles an event whether that types; `end_step` tells that a step of undo ends.

    What is typed over a selection begins a step. Whatever is no typing, such as a paste, a cut or a selection taken
    away, is a step by itself, wherever it comes from: a key, a menu, the mouse.
    """

    def __init__(self, end_step: Callable[[], object]) -> None:
        self._end_step = end_step
        self._typing = False

    @contextmanager
    def key(self, event: QKeyEvent, *, selected: bool) -> Iterator[None]:
        """While a key is handled; `selected`: something is selected."""
        with self._while(is_typing(event, selected=selected), selected=selected):
            yield

    @contextmanager
    def composing(self, *, selected: bool) -> Iterator[None]:
        """While an event of an input method is handled."""
        with self._while(True, selected=selected):
            yield

    def tell(self, tell: Callable[[], object]) -> None:
        """Tell a change, as a step by itself unless it is typing."""
        alone = not self._typing
        if alone:
            self._end_step()
        tell()
        if alone:
            self._end_step()

    @contextmanager
    def _while(self, typing: bool, *, selected: bool) -> Iterator[None]:
        if selected:
            self._end_step()
        self._typing = typing
        yield
        self._typing = False


def is_typing(event: QKeyEvent, *, selected: bool) -> bool:
    """Whether a key types a character, or takes away the one beside the cursor."""
    if event.key() in _ERASE:
        return not selected and not event.modifiers()
    return bool(event.text()) and event.text().isprintable() and event.modifiers() & ~_SHIFT != _CONTROL
