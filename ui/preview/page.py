"""The preview in the side panel: follows the report and the cursor, prints, can have a window of its own."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QVBoxLayout, QWidget

from report.compose import Copy
from report.document import Place
from resources.i18n import N_, _
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.panel.page import PanelPage
from ui.parts.buttons import SegmentedButtons, ToolButton
from ui.parts.labels import Label
from ui.preview.arrangement import Fit
from ui.preview.builder import PreviewBuilder
from ui.preview.drawing import Built, Order
from ui.preview.view import PreviewView
from ui.sentences import sentence
from ui.theme import Theme

_PAUSE, _LONGEST, _SLOW = 40, 400, 400
"""Milliseconds: after the last change, after the first one not shown, until 正在更新 is said."""
_COPIES = ((Copy.SUBMISSION, N_("报送稿")), (Copy.PUBLIC, N_("公开稿")), (Copy.DRAFT, N_("草稿")))


class PreviewPage(PanelPage):
    """The pages as they would be exported now.

    Signals:
        detach_wished(): the clerk wants it in a window of its own, or back.
    """

    title = N_("预览")
    detach_wished = Signal()

    def __init__(self, opened: OpenReport, moment: Callable[[], datetime], theme: Theme, icons: Icons) -> None:
        super().__init__()
        self._opened, self._moment, self._theme = opened, moment, theme
        self._copy = Copy.SUBMISSION
        self._awake = False
        self.built: Built | None = None
        self.builder = PreviewBuilder(self)
        self.view = PreviewView(theme)
        self._problem = Label(theme, token="red")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.fits = SegmentedButtons(theme, {Fit.WIDTH: _("页宽"), Fit.WHOLE: _("整页"), Fit.DOUBLE: _("双页")})
        self.fits.setAccessibleName(_("页面大小"))
        self.fits.choose(Fit.WIDTH)
        self.print_button = self._tool(icons, "print", _("打印…"))
        self.detach = QAction(_("放到单独的窗口"), self)
        self.copy_button = ToolButton(theme, icons, "", _(dict(_COPIES)[self._copy]))
        self.copy_button.setToolTip(_("看哪一种稿"))
        self.copy_button.setMenu(self._copy_menu())
        self.copy_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._problem)
        layout.addWidget(self.view, 1)
        self._pause, self._longest, self._slow = self._timer(_PAUSE), self._timer(_LONGEST), self._timer(_SLOW)
        self._pause.timeout.connect(self.build)
        self._longest.timeout.connect(self.build)
        self._slow.timeout.connect(self._tell_slow)
        self._connect()

    def _connect(self) -> None:
        self.fits.chosen.connect(self.view.set_fit)
        self.print_button.clicked.connect(self.print)
        self.detach.triggered.connect(self.detach_wished)
        self.view.page_wanted.connect(self.builder.draw)
        self.view.place_chosen.connect(self.place_wished)
        self.view.page_changed.connect(self._tell_page)
        self.builder.built.connect(self._take)
        self.builder.drawn.connect(self.view.show_picture)
        self.builder.failed.connect(self._tell_failed)
        self._opened.changed.connect(self._note_change)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _tool(self, icons: Icons, icon: str, words: str) -> ToolButton:
        tool = ToolButton(self._theme, icons, icon)
        tool.setToolTip(words)
        tool.setAccessibleName(words)
        return tool

    def _copy_menu(self) -> QMenu:
        menu, group = QMenu(self.copy_button), QActionGroup(self)
        for copy, name in _COPIES:
            action = QAction(_(name), group)
            action.setCheckable(True)
            action.setChecked(copy is self._copy)
            action.setData(copy)
            menu.addAction(action)
        menu.addSeparator()
        menu.addAction(self.detach)
        group.triggered.connect(lambda action: self.show_copy(Copy(action.data())))
        return menu

    # A page of the panel

    def tools(self) -> list[QWidget]:
        """Sizes and print."""
        return [self.fits, self.print_button]

    def heading(self) -> QWidget:
        """Which copy is shown; its menu has the others, and the window of its own."""
        return self.copy_button

    def show_place(self, place: Place, offset: int) -> None:
        """Follow the cursor."""
        self.view.follow(place, offset)

    def wake(self) -> None:
        """Show the report as it is now, and follow it."""
        self._awake = True
        self.build()

    def rest(self) -> None:
        """Stop following."""
        self._awake = False

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the thread."""
        self.builder.close()
        super().closeEvent(event)

    # The report

    def show_copy(self, copy: Copy) -> None:
        """Show another copy of the report."""
        self._copy = copy
        self.copy_button.setText(_(dict(_COPIES)[copy]))
        self.copy_button.setAccessibleName(_(dict(_COPIES)[copy]))
        self.build()

    def build(self) -> None:
        """Set the report anew."""
        self._pause.stop()
        self._longest.stop()
        self._slow.start()
        self.builder.build(Order(self._opened.type, self._opened.report, self._copy, self._moment()))

    def _note_change(self, _place: Place) -> None:
        if self._awake:
            self._pause.start()
            if not self._longest.isActive():
                self._longest.start()

    def _take(self, built: Built) -> None:
        self._slow.stop()
        self._problem.hide()
        self.built = built
        self.view.show_built(built)

    def _tell_failed(self, error: Exception) -> None:
        self._slow.stop()
        self._problem.setText(sentence(error))
        self._problem.show()

    def _tell_slow(self) -> None:
        self.meta_changed.emit(_("正在更新"))

    def _tell_page(self, page: int, count: int) -> None:
        self.meta_changed.emit(_("第{page}/{count}页").format(page=page, count=count))

    def print(self) -> None:
        """Print the pages that are shown."""
        if self.built is None:
            return
        from ui.preview.printing import print_pages

        print_pages(self.built, self.window())
