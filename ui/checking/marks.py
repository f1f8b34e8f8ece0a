"""The words that the check found, marked where the clerk writes, whether the panel is open or not."""

from PySide6.QtCore import QObject

from report.checking.finding import Finding, Severity
from ui.checking.watch import CheckWatch
from ui.editor.reach import Reach
from ui.fields.marks import TextMark

_MOST = 120
"""Marks that are shown at the most, the gravest first; the list has them all."""


class FindingMarks(QObject):
    """Keeps the marks in the part in view in step with what is found."""

    def __init__(self, watch: CheckWatch, reach: Reach, parent: QObject) -> None:
        super().__init__(parent)
        self._watch, self._reach = watch, reach
        self._current: Finding | None = None
        watch.checked.connect(self.show)

    def set_current(self, finding: Finding | None) -> None:
        """Set off one of them, None for none."""
        if finding is not self._current:
            self._current = finding
            self.show()

    def show(self) -> None:
        """Mark what is found now."""
        state = self._watch.state
        if state is None:
            return
        current = self._current
        where = (current.spot, current.start, current.rule) if current is not None else None
        found = [one for one in state.standing if one.spot is not None]
        if len(found) > _MOST:  # Qt looks at each of them for each paragraph that it paints
            found = sorted(found, key=lambda one: (one is not current, list(Severity).index(one.severity)))[:_MOST]
        self._reach.mark(
            [
                TextMark(one.spot, one.start, one.end, (one.spot, one.start, one.rule) == where, one.severity)
                for one in found
                if one.spot is not None
            ]
        )
