"""Several files written one after the other: which is being written is said, and it can be stopped between two."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from resources.i18n import _
from ui.context import Context
from ui.exporting import Exported

_QUIET_MS = 400
"""One file mostly takes less; nothing is said then."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to be written and the work that does it."""

    path: Path
    work: Callable[[], Exported]


class ExportRun(QObject):
    """Writes the files of one wish in order; `done` is told all that were written, `failed` which one was not."""

    def __init__(
        self,
        context: Context,
        jobs: Sequence[Job],
        done: Callable[[Sequence[Exported]], None],
        failed: Callable[[Path, BaseException], None],
    ) -> None:
        super().__init__(context.window)
        self._of, self._jobs, self._done, self._failed = context, tuple(jobs), done, failed
        self._written: list[Exported] = []
        self._stopped = False
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._say)

    def start(self) -> None:
        """Write the first file, and so on."""
        self._quiet.start()
        self._next()

    def stop(self) -> None:
        """Write no further file; the one being written is finished, so that none is half there."""
        self._stopped = True

    def _next(self) -> None:
        if len(self._written) == len(self._jobs) or (self._stopped and self._written):
            self._end()
            self._done(self._written)
            return
        if self._stopped:
            self._end()
            return
        job = self._jobs[len(self._written)]
        if not self._quiet.isActive():
            self._say()
        self._of.tasks.run(job.work, self._one_done, lambda error: self._broken(job.path, error))

    def _one_done(self, done: Exported) -> None:
        self._written.append(done)
        self._next()

    def _broken(self, path: Path, error: BaseException) -> None:
        self._end()
        self._failed(path, error)

    def _say(self) -> None:
        if len(self._written) < len(self._jobs):
            words = _("正在写“{name}”（{number}/{count}）……").format(
                name=self._jobs[len(self._written)].path.name, number=len(self._written) + 1, count=len(self._jobs)
            )
            self._of.window.bars.tell(words, [(_("停止"), self.stop)])

    def _end(self) -> None:
        self._quiet.stop()
        self._of.window.bars.stack.remove("message")
        self.deleteLater()
