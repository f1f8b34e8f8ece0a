"""The frame of a dialog: content on white, buttons in a foot, the verb of the result on the primary one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.parts.text import ElidedLabel
from ui.tab_order import next_stop
from ui.theme import Theme


class Dialog(QDialog):
    """A dialog with a heading, a body to fill and a foot: 取消 and the primary button.

    `head` is the row of the heading; more can stand at its right. With `bleed` the body goes to the edges.
    """

    def __init__(
        self, theme: Theme, title: str, accept: str, parent: QWidget | None, width: int = 560, *, bleed: bool = False
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        self._heading = QLabel(title)
        self._heading.setFont(theme.font("title"))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        self.head = QHBoxLayout()
        self.head.addWidget(self._heading, 1)
        content = QVBoxLayout()
        side, above = theme.px(24), theme.px(20)
        content.setContentsMargins(0 if bleed else side, above, 0 if bleed else side, 0 if bleed else above)
        self.head.setContentsMargins(side if bleed else 0, 0, side if bleed else 0, 0)
        content.setSpacing(theme.px(16))
        content.addLayout(self.head)
        content.addLayout(self.body, 1)
        self.accept_button = PrimaryButton(theme, accept)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = PlainButton(theme, _("取消"))
        self.cancel_button.clicked.connect(self.reject)
        self.note = QLabel()
        self.note.setFont(theme.font("small"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(content, 1)
        layout.addWidget(self._make_foot())
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("surface"))
        self.setPalette(palette)

    def _make_foot(self) -> QFrame:
        theme, foot = self.theme, QFrame()
        foot.setAutoFillBackground(True)
        self.foot = QHBoxLayout(foot)
        self.foot.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        self.foot.setSpacing(theme.px(8))
        self.foot.addWidget(self.note, 1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.accept_button)
        palette = foot.palette()
        palette.setColor(foot.backgroundRole(), theme.colour("window"))
        foot.setPalette(palette)
        return foot

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the dialog as it is laid out."""
        stop = next_stop(self, self.focusWidget(), forward=next)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

    def set_title(self, title: str) -> None:
        """Another heading, in the frame of the window too."""
        self.setWindowTitle(title)
        self._heading.setText(title)

    def add_button(self, button: QWidget) -> None:
        """A further button, before the primary one."""
        self.foot.insertWidget(self.foot.count() - 1, button)

    def add_row(self, label: str, editor: QWidget, hint: str = "", *, is_tall: bool = False) -> None:
        """A label with its editor at the right and a hint below; beside a tall editor the label stands at its top."""
        name = QLabel(label)
        name.setBuddy(editor)
        name.setFixedWidth(self.theme.px(96))
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(label)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop if hint or is_tall else Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(self.theme.px(2))
        column.addWidget(editor)
        if hint:
            below = ElidedLabel(self.theme, "small", "second")
            below.set_text(hint)
            column.addWidget(below)
            editor.setAccessibleDescription(hint)
        row.addLayout(column, 1)
        self.body.addLayout(row)
