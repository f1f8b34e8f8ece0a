"""The side panel: one slot at the right of the form, with a head that names the page and closes it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from report.document import Place
from resources.i18n import _
from ui.icons import Icons
from ui.panel.page import PanelPage
from ui.parts.buttons import ToolButton
from ui.parts.labels import ElidedLabel, Label
from ui.parts.lines import Separator
from ui.parts.stack import SnugStack
from ui.theme import Theme

Makers = Mapping[str, Callable[[], PanelPage]]


class SidePanel(QWidget):
    """Shows one of several pages, or is hidden.

    Signals:
        opened(str): the name of the page shown, "" when the panel was closed.
        left(): Esc was pressed: the clerk wants back to the text.
        place_wished(Place, int): the clerk wants to go there in the form.
        noticed(str): a sentence for the bar.
    """

    opened = Signal(str)
    left = Signal()
    place_wished = Signal(object, int)
    noticed = Signal(str)

    def __init__(self, theme: Theme, icons: Icons, makers: Makers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._makers = theme, makers
        self._pages: dict[str, PanelPage] = {}
        self._place, self._offset = Place(""), 0
        self.current = ""
        self.setAutoFillBackground(True)
        self._titles = SnugStack()
        self.meta = ElidedLabel(theme, "small", "second")
        self.close_button = ToolButton(theme, icons, "close")
        self.close_button.setToolTip(_("关上（Esc）"))
        self.close_button.setAccessibleName(_("关上侧栏"))
        self.close_button.clicked.connect(lambda: self.show_page(""))
        self._tools = SnugStack()
        self._head = QHBoxLayout()
        self._head.addWidget(self._titles)
        self._head.addWidget(self.meta, 1)
        self._head.addWidget(self._tools)
        self._head.addWidget(self.close_button)
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(Separator(theme))
        layout.addWidget(self._stack, 1)
        theme.changed.connect(self._style)
        self._style()
        self.hide()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all pages."""
        return tuple(self._makers)

    def show_page(self, name: str) -> None:
        """Show a page; "" closes the panel."""
        if name == self.current:
            return
        if self.current:
            self._pages[self.current].rest()
        self.current = name
        self.setVisible(bool(name))
        if name:
            page = self.page(name)
            self._stack.setCurrentWidget(page)
            self._tools.setCurrentIndex(self._stack.indexOf(page))
            self._titles.setCurrentIndex(self._stack.indexOf(page))
            self.meta.set_text("")
            page.wake()
            page.show_place(self._place, self._offset)
        self.opened.emit(name)

    def toggle(self, name: str) -> None:
        """Show a page, or close the panel when it is the one shown."""
        self.show_page("" if name == self.current else name)

    def page(self, name: str) -> PanelPage:
        """A page, made when first asked for."""
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._makers[name]()
            self._stack.addWidget(page)
            self._tools.addWidget(_row(self._theme, page))
            self._titles.addWidget(page.heading() or Label(self._theme, _(page.title), bold=True))
            page.meta_changed.connect(self._show_meta)
            page.place_wished.connect(self.place_wished)
            page.noticed.connect(self.noticed)
        return page

    def show_place(self, place: Place, offset: int) -> None:
        """The cursor stands there now."""
        self._place, self._offset = place, offset
        if self.current:
            self._pages[self.current].show_place(place, offset)

    def close_pages(self) -> None:
        """End what the pages have running."""
        for page in self._pages.values():
            page.rest()
            page.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _show_meta(self, text: str) -> None:
        if self.sender() is self._pages.get(self.current):
            self.meta.set_text(text)

    def _style(self) -> None:
        theme = self._theme
        self._head.setContentsMargins(theme.px(16), theme.px(6), theme.px(8), theme.px(6))
        self._head.setSpacing(theme.px(8))


def _row(theme: Theme, page: PanelPage) -> QWidget:
    """The tools of a page side by side."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(4))
    for tool in page.tools():
        layout.addWidget(tool)
    return row
