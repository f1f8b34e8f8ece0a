"""What stands above the list: how many of each severity, and what is ignored."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from report.checking.finding import Finding, Severity
from resources.i18n import _
from ui.checking.rows import look_of
from ui.checking.watch import CheckState
from ui.icons import Icons
from ui.parts.buttons import SegmentedButtons
from ui.parts.labels import Link
from ui.theme import Theme


class Filter(Enum):
    """Which findings are listed."""

    ALL = "all"
    BLOCK = Severity.BLOCK
    SHOULD = Severity.SHOULD
    HINT = Severity.HINT
    IGNORED = "ignored"

    def of(self, state: CheckState) -> tuple[Finding, ...]:
        """Those of a state."""
        if self is Filter.IGNORED:
            return state.ignored
        return (
            state.standing if self is Filter.ALL else tuple(one for one in state.standing if one.severity is self.value)
        )


_SHOWN = (Filter.ALL, Filter.BLOCK, Filter.SHOULD, Filter.HINT)


class CheckTop(QWidget):
    """The filters.

    Signals:
        chosen(): other findings are to be listed.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.filter = Filter.ALL
        self.segments = SegmentedButtons(theme, dict.fromkeys(_SHOWN, ""))
        self.segments.setAccessibleName(_("只看"))
        for one in _SHOWN[1:]:
            assert isinstance(one.value, Severity)
            icon, token, _word = look_of(one.value)
            self.segments.set_icon(one, icons.icon(icon, token))
        self.ignored = Link(theme, "")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.segments)
        self._row.addStretch(1)
        self._row.addWidget(self.ignored)
        self.segments.choose(Filter.ALL)
        self.segments.chosen.connect(self._choose)
        self.ignored.clicked.connect(
            lambda: self._choose(Filter.ALL if self.filter is Filter.IGNORED else Filter.IGNORED)
        )
        theme.changed.connect(self._style)
        self._style()

    def show_counts(self, state: CheckState) -> None:
        """Say how many there are of each."""
        words = {one: look_of(one.value)[2] if isinstance(one.value, Severity) else _("全部") for one in _SHOWN}
        self.segments.rename({one: f"{word}{len(one.of(state))}" for one, word in words.items()})
        if self.filter is Filter.IGNORED and not state.ignored:
            self.filter = Filter.ALL
            self.segments.choose(Filter.ALL)
        count = len(state.ignored)
        back = self.filter is Filter.IGNORED
        self.ignored.setText(_("回到检查") if back else _("已忽略{count}").format(count=count))
        self.ignored.setVisible(bool(count))
        self.ignored.updateGeometry()

    def _choose(self, chosen: object) -> None:
        assert isinstance(chosen, Filter)
        self.filter = chosen
        self.segments.choose(chosen)
        self.chosen.emit()

    def _style(self) -> None:
        theme = self._theme
        side, tall = theme.size("gap_16"), theme.size("gap_6")
        self._row.setContentsMargins(side, tall, side, tall)
        self._row.setSpacing(theme.size("gap_12"))
