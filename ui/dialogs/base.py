"""The frame of a dialog: content on white, buttons in a foot, the verb of the result on the primary one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resources.i18n import _
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.parts.text import ElidedLabel
from ui.tab_order import next_stop
from ui.theme import Theme


class Dialog(QDialog):
    """A dialog with a heading, a body to fill and a foot: 取消 and the primary button."""

    def __init__(self, theme: Theme, title: str, accept: str, parent: QWidget | None, width: int = 560) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(width))
        heading = QLabel(title)
        heading.setFont(theme.font("title"))
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        content = QVBoxLayout()
        content.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20))
        content.setSpacing(theme.px(16))
        content.addWidget(heading)
        content.addLayout(self.body, 1)
        self.accept_button = PrimaryButton(theme, accept)
        self.accept_button.setDefault(True)
        self.accept_button.clicked.connect(self.accept)
        self.cancel_button = PlainButton(theme, _("取消"))
        self.cancel_button.clicked.connect(self.reject)
        self.note = QLabel()
        self.note.setFont(theme.font("small"))
        foot = QFrame()
        foot.setAutoFillBackground(True)
        self.foot = row = QHBoxLayout(foot)
        row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
        row.setSpacing(theme.px(8))
        row.addWidget(self.note, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.accept_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(content, 1)
        layout.addWidget(foot)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.colour("surface"))
        self.setPalette(palette)
        foot_palette = foot.palette()
        foot_palette.setColor(foot.backgroundRole(), theme.colour("window"))
        foot.setPalette(foot_palette)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Tab goes through the dialog as it is laid out."""
        stop = next_stop(self, self.focusWidget(), forward=next)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return stop is not None

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
