"""The line that says what the marks mean, with the counts at its right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from report.word_differences import Part
from resources.i18n import _
from ui.comparing.voice import Voice
from ui.comparing.wording import char_format
from ui.parts.labels import ElidedLabel, Small
from ui.theme import Theme

_HEIGHT = 36


class Legend(QWidget):
    """What was removed and what came, each as it is shown below; how many paragraphs are which."""

    def __init__(self, theme: Theme, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_marks = True
        removed, added = _(voice.removed), _(voice.added)
        self._names = [Small(theme, removed), Small(theme, added)]
        self._samples = [
            _Sample(theme, _("删除线"), removed, Part.REMOVED),
            _Sample(theme, _("下划线"), added, Part.ADDED),
        ]
        self.counts = ElidedLabel(theme, "small", "second")
        self._row = QHBoxLayout(self)
        for name, sample in zip(self._names, self._samples, strict=True):
            self._row.addWidget(name)
            self._row.addWidget(sample)
        self._row.addWidget(self.counts, 1)
        theme.changed.connect(self._style)
        self._style()

    def show_counts(self, words: str, *, marks: bool) -> None:
        """Show the counts, and what the marks mean where there are any."""
        self.counts.set_text(words)
        at_end = Qt.AlignmentFlag.AlignRight if marks else Qt.AlignmentFlag.AlignLeft
        self.counts.setAlignment(at_end | Qt.AlignmentFlag.AlignVCenter)
        self._has_marks = marks
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make do with less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where all does not fit, the marked words say themselves what they mean: counts are never cut."""
        margins, gap = self._row.contentsMargins(), self._theme.size("gap_8")
        words = sum(one.sizeHint().width() + gap for one in (*self._names, *self._samples))
        fits = margins.left() + words + self.counts.sizeHint().width() + margins.right() <= self.width()
        for name, sample in zip(self._names, self._samples, strict=True):
            name.setVisible(self._has_marks and fits)
            sample.show_words(alone=not fits)
            sample.setVisible(self._has_marks)

    def _style(self) -> None:
        theme = self._theme
        self.setFixedHeight(theme.px(_HEIGHT))
        side = theme.size("gap_16")
        self._row.setContentsMargins(side, 0, side, 0)
        self._row.setSpacing(theme.size("gap_4"))
        self._names[1].setContentsMargins(theme.size("gap_12"), 0, 0, 0)
        self._fit()


class _Sample(QWidget):
    """Words that look as what they name."""

    def __init__(self, theme: Theme, text: str, name: str, part: Part) -> None:
        super().__init__()
        self._theme, self._words, self._text, self._part = theme, (text, name), text, part
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self._style)
        self._style()

    def show_words(self, *, alone: bool) -> None:
        """Say how it looks, or what that means when nothing else does."""
        self._text = self._words[alone]
        self.setAccessibleName(self._text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The words."""
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self._text), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tint, then the words with their line."""
        del event
        look = char_format(self._theme, self._part)
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.background())
        painter.setPen(look.foreground().color())
        painter.drawText(0, painter.fontMetrics().ascent(), self._text)

    def _style(self) -> None:
        font = self._theme.font("small")
        font.setStrikeOut(self._part is Part.REMOVED)
        font.setUnderline(self._part is Part.ADDED)
        self.setFont(font)
        self.updateGeometry()
        self.update()
