"""Reads backups one after the other on a worker: first what the clerk looks at."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.backups.reading import Content, Row, Shelf, is_sound, read_content, read_shelf
from ui.tasks import Tasks


class BackupReader(QObject):
    """What is known of the backups so far.

    Signals:
        listed(): `shelf` is there.
        told(Path): more is known of one.
        found_sound(Row): the newest that is sound, after `seek_sound`; None when none is.
    """

    listed = Signal()
    told = Signal(object)
    found_sound = Signal(object)

    def __init__(
        self, folder: Path, second: Callable[[], Path | None], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.shelf = Shelf((), ())
        self._second, self._tasks = second, tasks
        self._contents: dict[Path, Content | None] = {}
        self._sound: dict[Path, bool] = {}
        self._wanted: Row | None = None
        self._is_seeking = self._is_busy = self._is_ended = False

    def load(self) -> None:
        """List the backups anew. What is being read is not waited for."""
        second = self._second()
        self._tasks.run(lambda: read_shelf(self.folder, second), self._list, _fail)

    def look_at(self, row: Row | None) -> None:
        """Read this one next, and whether it is sound."""
        self._wanted = row
        self._go_on()

    def seek_sound(self) -> None:
        """Look for the newest that is sound."""
        self._is_seeking = True
        self._go_on()

    def end(self) -> None:
        """Read no more and tell no more."""
        self._is_ended = True

    def is_read(self, path: Path) -> bool:
        """Whether it is known what is in a backup, or that it cannot be read."""
        return path in self._contents

    def content(self, path: Path) -> Content | None:
        """What is in a backup, None while that is not known, and when it cannot be read."""
        return self._contents.get(path)

    def is_broken(self, path: Path) -> bool:
        """Whether a backup is known to be of no use."""
        return self._sound.get(path) is False or (path in self._contents and self._contents[path] is None)

    def _list(self, shelf: Shelf) -> None:
        if self._is_ended:
            return
        self.shelf = shelf
        self._contents.clear()
        self._wanted = None
        self.listed.emit()
        self._go_on()

    def _go_on(self) -> None:
        if self._is_ended or self._is_busy:
            return
        work = self._next()
        if work is not None:
            self._is_busy = True
            path, job, done = work
            shelf = self.shelf
            self._tasks.run(job, lambda answer: self._take(shelf, path, done, answer), _fail)

    def _next(self) -> "tuple[Path, Callable[[], Any], Callable[[Path, Any], None]] | None":
        """The next piece of work: its path, what to do, what to do with the answer."""
        if self._wanted is not None and (work := self._step(self._wanted)) is not None:
            return work
        if self._is_seeking and self.shelf.rows:
            row = next((one for one in self.shelf.rows if not self.is_broken(one.path)), None)
            work = self._step(row) if row is not None else None
            if work is not None:
                return work
            self._is_seeking = False
            self.found_sound.emit(row)
        unread = next((one.path for one in self.shelf.rows if one.path not in self._contents), None)
        return self._reading(unread) if unread is not None else None

    def _step(self, row: Row) -> "tuple[Path, Callable[[], Any], Callable[[Path, Any], None]] | None":
        """What is not known of a backup yet."""
        if row.path not in self._contents:
            return self._reading(row.path)
        if row.path not in self._sound and self._contents[row.path] is not None:
            return row.path, partial(is_sound, row.path), self._sound.__setitem__
        return None

    def _reading(self, path: Path) -> "tuple[Path, Callable[[], Any], Callable[[Path, Any], None]]":
        return path, partial(read_content, path, self.shelf.now), self._contents.__setitem__

    def _take(self, shelf: Shelf, path: Path, done: Callable[[Path, Any], None], answer: object) -> None:
        self._is_busy = False
        if self._is_ended:
            return
        if shelf is self.shelf:
            done(path, answer)
            self.told.emit(path)
        self._go_on()


def _fail(error: BaseException) -> None:
    raise error
