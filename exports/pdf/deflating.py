"""Compress in another thread: zlib lets the others run meanwhile, and a face's outlines take longer than all else."""

import zlib
from threading import Thread

_WORTH_IT = 65_536
"""Bytes from which a thread costs less than it saves."""


class Deflating:
    """Bytes that are being compressed."""

    def __init__(self, data: bytes) -> None:
        self._data, self._compressed = data, b""
        self._thread = Thread(target=self._work) if len(data) >= _WORTH_IT else None
        if self._thread is not None:
            self._thread.start()
        else:
            self._work()

    def result(self) -> bytes:
        """The compressed bytes, when they are there."""
        if self._thread is not None:
            self._thread.join()
        return self._compressed

    def _work(self) -> None:
        self._compressed, self._data = zlib.compress(self._data), b""
