"""Counts the figures of the open report for the column of parts, from a moment after the first paint on."""

from PySide6.QtCore import QObject, QTimer, Signal

from ui.editor.states import Part, figures_part
from ui.open_report import OpenReport

_AFTER = 300
"""Milliseconds after which the figures are counted: reading their catalogue would hold up the first paint."""


class FiguresWatch(QObject):
    """Knows how far the figures are.

    Signals:
        counted(): the part of the figures may have another state.
        folded(): something of the figures was folded or opened.
    """

    counted = Signal()
    folded = Signal()

    def __init__(self, opened: OpenReport, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self.part: Part | None = None
        QTimer.singleShot(_AFTER, self, self._begin)

    def _begin(self) -> None:
        from ui.figures.ledger import ledger_of

        ledger = ledger_of(self._opened)
        ledger.changed.connect(self._count)
        ledger.choices_changed.connect(self.folded)
        self._count()

    def _count(self) -> None:
        from ui.figures.ledger import ledger_of

        part = figures_part(ledger_of(self._opened).counts())
        if part != self.part:
            self.part = part
            self.counted.emit()
