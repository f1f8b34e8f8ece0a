"""The preview in a window of its own, for a second screen. Closing it puts the preview back beside the form."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.i18n import _
from ui.parts.labels import ElidedLabel
from ui.parts.lines import Separator
from ui.preview.page import PreviewPage
from ui.theme import Theme


class PreviewWindow(QWidget):
    """A window around a preview of its own.

    Signals:
        closed(): the clerk closed it.
    """

    closed = Signal()

    def __init__(self, page: PreviewPage, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.page = page
        self.setWindowTitle(_("预览"))
        self.setAutoFillBackground(True)
        meta = ElidedLabel(theme, "small", "second")
        page.meta_changed.connect(meta.set_text)
        page.detach.setText(_("关上这个窗口"))
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        head.addWidget(page.heading())
        head.addWidget(meta, 1)
        for tool in page.tools():
            head.addWidget(tool)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Separator(theme))
        layout.addWidget(page, 1)
        page.detach_wished.connect(self.close)
        self.resize(theme.px(760), theme.px(980))

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the preview with the window."""
        self.page.close()
        self.closed.emit()
        super().closeEvent(event)
