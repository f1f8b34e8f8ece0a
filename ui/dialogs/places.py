"""A list of places of the report under headings, with the way to each."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from report.document import Place
from resources.i18n import _
from ui.dialogs.base import Dialog
from ui.icons import Icons
from ui.parts.labels import ElidedLabel, Heading, Label, Link
from ui.parts.scroll import Scroll
from ui.theme import Theme

_MOST = 420
Rows = Sequence[tuple[str, Place]]


class PlacesDialog(Dialog):
    """Accepted with `place` when the clerk chose one."""

    def __init__(
        self,
        title: str,
        text: str,
        groups: Sequence[tuple[str, Rows]],
        theme: Theme,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, title, _("关闭"), parent, 680)
        self.place: Place | None = None
        self.cancel_button.hide()
        self.accept_button.setFocus()
        words = Label(theme, text)
        words.setWordWrap(True)
        self.body.addWidget(words)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.size("scroll_bar"), 0)
        column.setSpacing(0)
        for heading, rows in groups:
            head = Heading(theme, heading, "body")
            head.set_bold(True)
            head.setContentsMargins(0, theme.px(8) if column.count() else 0, 0, theme.px(4))
            column.addWidget(head)
            for sentence, place in rows:
                column.addLayout(place_row(theme, icons, "hint", sentence, _("去看"), lambda at=place: self._go(at)))
        column.addStretch(1)
        scroll = Scroll(theme)
        scroll.setWidget(inner)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(min(theme.px(_MOST), inner.sizeHint().height()))
        self.body.addWidget(scroll, 1)

    def _go(self, place: Place) -> None:
        self.place = place
        self.accept()


def place_row(theme: Theme, icons: Icons, icon: str, sentence: str, verb: str, go: Callable[[], None]) -> QHBoxLayout:
    """An icon, a sentence, and a link that leads to its place."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(8))
    mark = QLabel()
    mark.setPixmap(icons.pixmap(icon, "amber" if icon == "should" else "hint", theme.px(16)))
    label = ElidedLabel(theme, "body")
    label.set_text(sentence)
    link = Link(theme, verb)
    link.setAccessibleName(_("{verb}：{what}").format(verb=verb, what=sentence))
    link.clicked.connect(lambda *_a: go())
    row.addWidget(mark)
    row.addWidget(label, 1)
    row.addWidget(link)
    return row
