"""The first minute: no report yet. What is the office called, and three ways to begin."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from resources.i18n import _
from ui.icons import Icons
from ui.parts.buttons import PlainButton, PrimaryButton
from ui.parts.frames import Card, DropHint
from ui.parts.text import Heading, Small
from ui.theme import Theme

_FIELD = 320


class BeginCards(QWidget):
    """Office name and three cards.

    Signals:
        new_requested(str), import_requested(), sample_requested(): as their buttons say.
    """

    new_requested = Signal(str)
    import_requested = Signal()
    sample_requested = Signal()

    def __init__(self, theme: Theme, icons: Icons, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icons = theme, icons
        self.office = QLineEdit(office)
        self.office.setPlaceholderText(_("例如：青溪县应急管理局"))
        self.office.setAccessibleName(_("单位名称"))
        self.office.setFixedWidth(theme.px(_FIELD))
        self.office.setMinimumHeight(theme.px(32))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(16), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(Heading(theme, _("写今年的法治政府建设年度报告"), "display"))
        told = Small(theme, _("写的每个字都会自动存在这台电脑上，不用按保存，也不联网。本软件不得处理涉密信息。"))
        column.addWidget(told)
        column.addSpacing(theme.px(16))
        column.addLayout(self._office_row())
        column.addSpacing(theme.px(16))
        column.addLayout(self._cards())
        column.addSpacing(theme.px(16))
        column.addWidget(DropHint(theme, icons, _("也可以把去年的报告（Word、网页或文本文件）拖到窗口里")))

    def _office_row(self) -> QHBoxLayout:
        label = QLabel(_("单位名称"))
        label.setFont(self._theme.font("body", bold=True))
        label.setBuddy(self.office)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(label)
        row.addWidget(self.office)
        row.addWidget(Small(self._theme, _("会写进标题、署名和文件名，以后可改")))
        row.addStretch(1)
        return row

    def _cards(self) -> QHBoxLayout:
        theme = self._theme
        self.new_button = PrimaryButton(theme, _("选提纲…"))
        self.new_button.clicked.connect(lambda: self.new_requested.emit(self.office.text().strip()))
        self.import_button = PlainButton(theme, _("选去年的文件…"))
        self.import_button.clicked.connect(self.import_requested)
        self.sample_button = PlainButton(theme, _("打开示例"))
        self.sample_button.clicked.connect(self.sample_requested)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        cards = (
            (
                "page",
                _("从提纲开始"),
                _("按提纲分好各部分：广东提纲、法定五项、责任人在前，可以改名、增删和换序。"),
                self.new_button,
            ),
            (
                "columns",
                _("从写好的报告开始"),
                _("选去年或写了一半的文本。自动分好各部分、认出层次，标点改成全角。"),
                self.import_button,
            ),
            ("help", _("先看示例"), _("一份写完整的虚构报告，随便改，不影响正式报告，随时可删。"), self.sample_button),
        )
        for icon, title, text, button in cards:
            row.addWidget(self._card(icon, title, text, button), 1)
        return row

    def _card(self, icon: str, title: str, text: str, button: QWidget) -> Card:
        theme = self._theme
        mark = QLabel()
        mark.setPixmap(self._icons.pixmap(icon, "accent", theme.px(24)))
        told = Small(theme, text)
        told.setWordWrap(True)
        card = Card(theme)
        column = QVBoxLayout(card)
        column.setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24))
        column.setSpacing(theme.px(8))
        column.addWidget(mark)
        column.addSpacing(theme.px(8))
        column.addWidget(Heading(theme, title, "subtitle"))
        column.addWidget(told)
        column.addStretch(1)
        column.addSpacing(theme.px(8))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
