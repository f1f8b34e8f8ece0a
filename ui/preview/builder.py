"""Builds the preview on a thread of its own; what was overtaken by a newer order is not made and not shown."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from exports.errors import ExportError
from ui.preview.drawing import Built, Drawer, Order, Picture


class PreviewBuilder(QObject):
    """The window's end of the preview's thread.

    Signals:
        built(Built): the newest order is set.
        drawn(Picture): a page of it is drawn.
        failed(ExportError): it could not be set.
    """

    built = Signal(object)
    drawn = Signal(object)
    failed = Signal(object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawer = Drawer()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="preview")
        self._newest = 0
        self._closed = False
        self._answered.connect(self._take_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def revision(self) -> int:
        """Number of the newest order."""
        return self._newest

    def build(self, order: Order) -> None:
        """Set a report; orders before it that have not begun are dropped."""
        self._newest += 1
        self._submit(self._newest, lambda: self._drawer.build(order))

    def draw(self, page: int, width: int) -> None:
        """Draw a page of the newest order, `width` pixels wide."""
        self._submit(self._newest, lambda: self._drawer.draw(page, width))

    def close(self) -> None:
        """Wait for the work that runs; drop the rest and the PDF."""
        if self._closed:
            return
        self._closed = True
        self._newest += 1
        self._pool.submit(self._drawer.close)
        self._pool.shutdown(wait=True)

    def _submit(self, revision: int, work: Callable[[], object]) -> None:
        if self._closed:
            return

        def work_unless_overtaken() -> object:
            return work() if revision == self._newest else None

        self._pool.submit(work_unless_overtaken).add_done_callback(lambda done: self._tell(revision, done))

    def _tell(self, revision: int, done: "Future[Any]") -> None:
        self._answered.emit(revision, done)

    def _take_answer(self, revision: int, done: "Future[Any]") -> None:
        if revision != self._newest:
            return
        error = done.exception()
        if error is None:
            answer = done.result()
            if isinstance(answer, Built):
                self.built.emit(answer)
            elif isinstance(answer, Picture):
                self.drawn.emit(answer)
        elif isinstance(error, ExportError):
            self.failed.emit(error)
        else:
            raise error
