"""Cyclic garbage is collected on the window's thread only.

Python collects on whichever thread makes the next object. Were that a worker, widgets, cursors and text blocks of Qt
could be destroyed there while the window's thread is within Qt.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 250
"""Milliseconds between two looks at how much there is."""


class GarbageCollector(QObject):
    """Does what Python would do by itself, by the same thresholds, from a timer of the thread that made it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thresholds, self._was_enabled = gc.get_threshold(), gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Leave it as it was before."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()
