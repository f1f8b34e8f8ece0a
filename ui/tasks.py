"""Long work away from the window: plain immutable data in, a result or a failure back on the window's thread."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication


class Tasks(QObject):
    """Runs work on one worker thread, in order."""

    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Do `work`; then call `done` with its result or `failed` with its exception, on this thread."""
        self.follow(self._pool.submit(work), done, failed)

    def follow(
        self, future: "Future[Any]", done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        """Call back on this thread when a future has its result."""
        future.add_done_callback(lambda answered: self._answered.emit(answered, done, failed))

    def close(self) -> None:
        """Wait for the work that runs; drop what has not begun."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _answer(
        self, future: "Future[Any]", done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> None:
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)


def let_events_pass() -> None:
    """For a moment, but none of the user's."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)
