"""The pages of a report's parts: each made when it is first asked for, or before that while the clerk pauses."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.editor.page import Page

PAUSE, _BETWEEN = 400, 50
"""Milliseconds without a sign of the clerk before pages are made ahead, and between two of them."""


class PartPages(QObject):
    """Keeps one page a part in a stack.

    Signals:
        made(Page): a page is new and is to be connected.
    """

    made = Signal(QWidget)

    def __init__(self, make: Callable[[str], Page], stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._make, self._stack = make, stack
        self._pages: dict[str, Page] = {}
        self._wanted: Sequence[str] = ()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._make_next)

    def page(self, part: str) -> Page:
        """The page of a part."""
        page = self._pages.get(part)
        if page is None:
            page = self._pages[part] = self._make(part)
            self.made.emit(page)
            self._stack.addWidget(page)
        return page

    def part_of(self, page: QWidget | None) -> str:
        """The part that a page shows, "" for none of them."""
        return next((part for part, one in self._pages.items() if one is page), "")

    def make_ahead(self, parts: Sequence[str]) -> None:
        """Make the pages of these parts, one after another in the pauses, so that none is waited for."""
        self._wanted = parts
        self.note_clerk()

    def note_clerk(self) -> None:
        """The clerk is doing something: nothing is made until a pause."""
        self._go_on(PAUSE)

    def _go_on(self, pause: int) -> None:
        if any(part not in self._pages for part in self._wanted):
            self._pause.start(pause)

    def keep(self, parts: Collection[str]) -> None:
        """Drop the pages of parts that are no more, and make none for them."""
        self._wanted = [one for one in self._wanted if one in parts]
        for part in [one for one in self._pages if one not in parts]:
            page = self._pages.pop(part)
            self._stack.removeWidget(page)
            page.deleteLater()

    def _make_next(self) -> None:
        part = next((one for one in self._wanted if one not in self._pages), None)
        if part is not None and self._stack.isVisible():
            page = self.page(part)
            page.resize(self._stack.size())
            page.ensurePolished()
            self._go_on(_BETWEEN)
