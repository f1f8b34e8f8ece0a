"""The one thread that writes. Others send it jobs and get futures; nothing else touches the store.

After a failure the connection is opened anew before the next job, so that the same thread works again as soon as the
cause is gone.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

from storage.errors import Damaged, StorageError, Unexpected
from storage.health import is_damaged
from storage.location import database
from storage.lock import FolderLock
from storage.store import Store

_Result = TypeVar("_Result")


class StoreThread:
    """Does jobs on the store of a folder whose lock is held, in the order they are sent."""

    def __init__(self, lock: FolderLock) -> None:
        """Open nothing yet: the first job does, in the worker."""
        self._lock = lock
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        self._store: Store | None = None
        self._opened = False

    def submit(self, job: Callable[[Store], _Result]) -> "Future[_Result]":
        """Do a job; its result or StorageError comes in the future.

        A job must be a function of the store alone: after a passing fault, when all of it was rolled back, it may be
        done a second time. Raises RuntimeError after `close`.
        """
        return self._pool.submit(self._run, job)

    def submit_closed(self, job: Callable[[FolderLock], _Result]) -> "Future[_Result]":
        """Do a job while the database is closed, in its turn; the next job opens it anew.

        Its result or StorageError comes in the future. Raises RuntimeError after `close`.
        """
        return self._pool.submit(self._while_closed, job)

    def close(self) -> None:
        """Do what was sent, then close the database so that its one file is whole. The lock stays taken.

        A failure to close is not raised: what was acknowledged is on the disk, and the log is read at the next start.
        """
        try:
            self._pool.submit(self._drop)
        except RuntimeError:
            return
        self._pool.shutdown(wait=True)

    def _run(self, job: Callable[[Store], _Result]) -> _Result:
        try:
            result = self._once(job)
        except Damaged:
            # One failed read looks the same as a damaged file (measured: one EIO gives "malformed").
            if is_damaged(database(self._lock.folder)):
                raise
            result = self._once(job)
        if self._store is not None and self._store.is_untidy:
            with suppress(RuntimeError):  # closing: that writes the log too
                self._pool.submit(self._tidy)
        return result

    def _while_closed(self, job: Callable[[FolderLock], _Result]) -> _Result:
        self._drop()
        try:
            return job(self._lock)
        except StorageError:
            raise
        except Exception as error:
            raise Unexpected(database(self._lock.folder), f"{type(error).__name__}: {error}") from error

    def _tidy(self) -> None:
        """A failure is not told: what was acknowledged is in the log. The next job opens the database anew."""
        if self._store is not None:
            with suppress(StorageError):
                self._once(lambda store: store.tidy())

    def _once(self, job: Callable[[Store], _Result]) -> _Result:
        try:
            return job(self._open())
        except StorageError as error:
            if error.passing:
                self._drop()
            raise
        except Exception as error:
            self._drop()
            raise Unexpected(database(self._lock.folder), f"{type(error).__name__}: {error}") from error

    def _open(self) -> Store:
        if self._store is None:
            self._store = Store(self._lock, must_exist=self._opened)
            self._opened = True
        return self._store

    def _drop(self) -> None:
        store, self._store = self._store, None
        if store is not None:
            with suppress(StorageError):
                store.close()
