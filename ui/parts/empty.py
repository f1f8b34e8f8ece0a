"""What stands where nothing is yet: what belongs here, and up to three ways to begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.parts.labels import Heading, Label
from ui.parts.lines import Separator
from ui.theme import Theme

_WIDTH = 720


@dataclass(frozen=True, slots=True)
class Way:
    """A way to begin: icon, title, a line about it, the words of its button, what the button does."""

    icon: str
    title: str
    detail: str
    button: str
    act: Callable[[], None]


class EmptyState(QWidget):
    """An empty place. The first way is the best one and has the primary button."""

    def __init__(
        self,
        theme: Theme,
        icons: Icons,
        icon: str,
        title: str,
        sentence: str,
        ways: Sequence[Way] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._icons, self._name = theme, icons, icon
        self._icon = QLabel()
        self.title = Heading(theme, title, "title")
        self.sentence = Label(theme, sentence, token="second")
        self.sentence.setWordWrap(True)
        self.rows = [_WayRow(theme, icons, way, best=number == 0) for number, way in enumerate(ways)]
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._icon)
        self._gaps = [self._gap()]
        self._column.addWidget(self.title)
        self._column.addWidget(self.sentence)
        if self.rows:
            self._gaps.append(self._gap())
            self._column.addWidget(Separator(theme))
        for row in self.rows:
            self._column.addWidget(row)
            self._column.addWidget(Separator(theme))
        theme.changed.connect(self._style)
        self._style()

    def _gap(self) -> QWidget:
        gap = QWidget()
        self._column.addWidget(gap)
        return gap

    def _style(self) -> None:
        theme = self._theme
        self._icon.setPixmap(self._icons.pixmap(self._name, "second", theme.size("icon_large")))
        for gap in self._gaps:
            gap.setFixedHeight(theme.size("gap_16"))
        self._column.setContentsMargins(0, theme.size("gap_32"), 0, theme.size("gap_24"))
        self.setMaximumWidth(theme.px(_WIDTH))


class _WayRow(QWidget):
    """One way to begin."""

    def __init__(self, theme: Theme, icons: Icons, way: Way, *, best: bool) -> None:
        super().__init__()
        self._theme, self._icons, self._way = theme, icons, way
        self._icon = QLabel()
        self.button = PrimaryButton(theme, way.button) if best else PlainButton(theme, way.button)
        self.button.setAccessibleDescription(way.detail)
        self.button.clicked.connect(self._act)
        detail = Label(theme, way.detail, "small", "second")
        detail.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Label(theme, way.title, bold=True))
        words.addWidget(detail)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._style)
        self._style()

    def _act(self) -> None:
        self._way.act()

    def _style(self) -> None:
        theme = self._theme
        self._icon.setPixmap(self._icons.pixmap(self._way.icon, "accent"))
        self._row.setContentsMargins(0, theme.size("gap_12"), 0, theme.size("gap_12"))
        self._row.setSpacing(theme.size("gap_16"))
        self.button.setMinimumWidth(theme.px(112))
        self.setMinimumHeight(theme.px(72))
