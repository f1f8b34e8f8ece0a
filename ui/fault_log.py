"""Keeps where the program went wrong, in a file of the data folder: types and places in the code, never report text.

The message of an exception can hold what was typed; it is left out.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from ui.commands.version import version_text

FOLDER, NAME = "log", "chengbao.log"
_SIZE, _COUNT = 256 * 1024, 3


class FaultLog:
    """A log that never grows beyond four files of 256 KiB. Where it cannot be written the program goes on without."""

    def __init__(self, data: Path) -> None:
        self.path = data / FOLDER / NAME
        self._logger: logging.Logger | None = None

    def keep(self, kind: type[BaseException], trace: TracebackType | None) -> bool:
        """Note a fault; whether it could be written."""
        try:
            logger = self._logger or self._open()
        except OSError:
            return False
        frames = (f"  {Path(one.filename).name}:{one.lineno} {one.name}" for one in traceback.extract_tb(trace))
        logger.error("\n".join((f"{kind.__module__}.{kind.__qualname__}", *frames)))
        return True

    def close(self) -> None:
        """Let the file go."""
        for handler in list(self._logger.handlers) if self._logger else ():
            handler.close()
        self._logger = None

    def _open(self) -> logging.Logger:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(self.path, maxBytes=_SIZE, backupCount=_COUNT, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger = logging.Logger("chengbao")
        logger.addHandler(handler)
        logger.error(version_text().replace("\n", " · "))
        self._logger = logger
        return logger
