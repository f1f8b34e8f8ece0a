"""The open row: what is wrong in full, by what right, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.checking.finding import Finding
from report.ignored import Ignored
from resources.i18n import _
from ui.checking.delegate import ROW, TEXT_LEFT
from ui.checking.reasons import reason_words
from ui.checking.rows import look_of
from ui.icons import Icons
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.parts.labels import Label, Link, Small
from ui.theme import Theme

_TOP = Qt.AlignmentFlag.AlignTop
_LONGEST = 8
"""Characters of the right words that a button names."""


class FindingCard(QWidget):
    """One finding with its buttons; at most one of them is the primary.

    Signals:
        fix_wished(): put these words right.
        alike_wished(): show all that can be put right in the same way.
        go_wished(): to the place, where there are no words to put right.
        ignore_wished(), heed_wished(): leave it as it is; no longer.
    """

    fix_wished = Signal()
    alike_wished = Signal()
    go_wished = Signal()
    ignore_wished = Signal()
    heed_wished = Signal()

    def __init__(self, theme: Theme, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.setBackgroundRole(QPalette.ColorRole.Window)  # within a list Qt would give its words another role
        self.finding: Finding | None = None
        self._icon = QLabel()
        self._word = Label(theme, bold=True)
        self.sentence = Label(theme)
        self.sentence.setWordWrap(True)
        self.place = Small(theme)
        self.source = Small(theme)
        self.source.setWordWrap(True)
        self.fix = PrimaryButton(theme, "")
        self.alike = PlainButton(theme, "")
        self.go = PlainButton(theme, _("去写"))
        self.ignore = Link(theme, _("忽略…"))
        self.heed = PlainButton(theme, _("不再忽略"))
        for button in (self.fix, self.alike, self.go, self.heed):
            button.set_small(True)
        self._arrange()
        self.fix.clicked.connect(self.fix_wished)
        self.alike.clicked.connect(self.alike_wished)
        self.go.clicked.connect(self.go_wished)
        self.ignore.clicked.connect(self.ignore_wished)
        self.heed.clicked.connect(self.heed_wished)
        theme.changed.connect(self._style)
        self._style()
        self.hide()

    def show_finding(self, finding: Finding, place: str, alike: int, ignored: Ignored | None) -> None:
        """Show a finding; `alike` counts what the same repair puts right, this one too."""
        self.finding = finding
        icon, token, word = look_of(finding.severity)
        self._icon.setPixmap(self._icons.pixmap(icon, token, self._theme.size("icon")))
        self._word.setText(word)
        self._word.set_token(token)
        self.sentence.setText(finding.message)
        self.place.setText(place)
        self.source.setText(_ignored_words(ignored) if ignored else _("依据：{source}").format(source=finding.source))
        changes = len(finding.changes)
        self.fix.setText(_fix_words(finding))
        self.fix.setVisible(bool(changes) and ignored is None)
        several = changes if changes > 1 and alike == 1 else alike
        self.alike.setText(_("逐处看{count}处…").format(count=several))
        self.alike.setVisible(several > 1 and ignored is None)
        self.go.setVisible(finding.spot is None and ignored is None)
        self.ignore.setVisible(ignored is None)
        self.heed.setVisible(ignored is not None)

    def buttons(self) -> list[QWidget]:
        """What can be done, as seen."""
        return [one for one in (self.fix, self.alike, self.go, self.ignore, self.heed) if not one.isHidden()]

    def _arrange(self) -> None:
        self._top, self._buttons = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self._icon)
        self._top.addWidget(self._word)
        self._top.addWidget(self.sentence, 1)
        self._top.addWidget(self.place)
        for one in (self.fix, self.alike, self.go, self.heed, self.ignore):
            self._buttons.addWidget(one)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.source)
        self._column.addLayout(self._buttons)

    def _style(self) -> None:
        theme = self._theme
        side, left = theme.size("gap_16"), theme.px(TEXT_LEFT)
        pad = (theme.px(ROW) - theme.line("body")) // 2
        self._column.setContentsMargins(side, pad, side, theme.size("gap_12"))
        self._column.setSpacing(theme.size("gap_4"))
        self._top.setSpacing(0)
        drop = (theme.line("body") - theme.size("icon")) // 2
        self._icon.setContentsMargins(0, drop, theme.size("gap_6"), 0)
        self._word.setFixedWidth(left - side - theme.size("icon") - theme.size("gap_6"))
        self.place.setContentsMargins(theme.size("gap_12"), 0, 0, 0)
        for one in (self._icon, self._word, self.place):
            self._top.setAlignment(one, _TOP)
        self.source.setContentsMargins(left - side, 0, 0, 0)
        self._buttons.setContentsMargins(left - side, theme.size("gap_4"), 0, 0)
        self._buttons.setSpacing(theme.size("gap_8"))
        if self.finding is not None:
            self._icon.setPixmap(self._icons.pixmap(*look_of(self.finding.severity)[:2], size=theme.size("icon")))


def _fix_words(finding: Finding) -> str:
    """What the primary button says that comes of it."""
    if len(finding.changes) > 1:
        return _("改好这{count}处").format(count=len(finding.changes))
    words = finding.fix or ""
    if not words:
        return _("删去")
    return _("改为“{words}”").format(words=words) if len(words) <= _LONGEST and _is_plain(words) else _("改好")


def _is_plain(words: str) -> bool:
    return not any(mark in words for mark in "“”\n")


def _ignored_words(ignored: Ignored) -> str:
    who = _("，{who}").format(who=ignored.who) if ignored.who else ""
    return _("已忽略：{reason}{who}，{day}").format(
        reason=reason_words(ignored.reason), who=who, day=ignored.moment[:10]
    )
