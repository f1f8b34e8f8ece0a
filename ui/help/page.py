"""The help in the side panel: follows the cursor until the clerk chooses another page by a link or by words."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from report.document import Place
from report.report import Report
from resources.i18n import N_, _
from ui.help.book import CONTENTS, Book
from ui.help.keys import KEYS, deed_of
from ui.help.reader import Reader
from ui.icons import Icons
from ui.keys import keys_of
from ui.panel.page import PanelPage
from ui.parts.buttons import ToolButton
from ui.theme import Theme

_SEARCH = "?"


class HelpPage(PanelPage):
    """A page of the book, a box to search in, the way back.

    `report` gives the open report; without one nothing is followed.
    """

    title = N_("帮助")

    def __init__(self, book: Book, theme: Theme, icons: Icons, report: Callable[[], Report | None]) -> None:
        super().__init__()
        self._book, self._theme, self._report = book, theme, report
        self._back: list[str] = []
        self._is_following, self._is_telling = True, False
        self.address = ""
        back = _("回到上一页")
        self.back_button = self._tool(icons, "left", f"{back}（{keys_of(KEYS, 'back')}）", back)
        self.contents_button = self._tool(icons, "contents", _("目录"), _("目录"))
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("在帮助里找"))
        self.search.setAccessibleName(_("在帮助里找"))
        self.search.setClearButtonEnabled(True)
        self.reader = Reader(theme)
        self.setFocusProxy(self.reader)
        self._box = QHBoxLayout()
        self._box.addWidget(self.search)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(self._box)
        self._layout.addWidget(self.reader, 1)
        self.setTabOrder(self.search, self.reader)
        self.back_button.clicked.connect(self.go_back)
        self.contents_button.clicked.connect(lambda: self.choose(CONTENTS))
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.reader.setFocus)
        self.reader.chosen.connect(self.choose)
        theme.changed.connect(self._style)
        self._style()
        self._go(CONTENTS)
        self._tell()

    def _tool(self, icons: Icons, icon: str, tip: str, name: str) -> ToolButton:
        tool = ToolButton(self._theme, icons, icon)
        tool.setToolTip(tip)
        tool.setAccessibleName(name)
        return tool

    # A page of the panel

    def tools(self) -> list[QWidget]:
        """Back and contents."""
        return [self.back_button, self.contents_button]

    def show_place(self, place: Place, offset: int) -> None:
        """Follow the cursor, unless the clerk reads something else."""
        del offset
        page = self.address.partition("#")[0]
        left = not place.field and page == self._address(place)  # only the focus went elsewhere
        if self._is_following and place.section and not left:
            self.follow(place)

    def wake(self) -> None:
        """Seen again it follows the cursor."""
        self._is_following = True
        self._tell()

    # Where it is

    def shows(self, place: Place) -> bool:
        """Whether it shows the help of a place."""
        return self.address == self._address(place)

    def follow(self, place: Place) -> None:
        """Show the help of a place, and follow the cursor from now on."""
        self._is_following = True
        if not self.shows(place):
            self._go(self._address(place))
        self._tell()

    def choose(self, address: str) -> None:
        """Show what the clerk chose; it stays when the cursor moves."""
        self._is_following = False
        if address != self.address:
            self._back.append(self.address)
            self._go(address)
        self._tell()

    def go_back(self) -> None:
        """Show the page before."""
        if self._back:
            self._is_following = False
            self._go(self._back.pop())
            self._tell()

    def _address(self, place: Place) -> str:
        report = self._report()
        return self._book.address(place, report) if report is not None else CONTENTS

    def _go(self, address: str) -> None:
        """Show an address; "?words" lists where words are."""
        words = address.removeprefix(_SEARCH) if address.startswith(_SEARCH) else ""
        page = self._book.search(words) if words else self._book.page(address)
        if page is not None:
            self.address = address
            self._show_words(words)
            self.reader.show_page(page, address.partition("#")[2])

    def _tell(self) -> None:
        self.back_button.setEnabled(bool(self._back))
        if self._report() is not None:
            self.meta_changed.emit(_("跟着光标") if self._is_following else _("按F1回到光标所在"))

    # Search

    def _find(self, words: str) -> None:
        """Show what has the words; without words the page of before again."""
        if self._is_telling:
            return
        if words.strip():
            self._is_following = False
            if not self.address.startswith(_SEARCH):
                self._back.append(self.address)
            self._go(_SEARCH + words)
        elif self._back:
            self._go(self._back.pop())
        self._tell()

    def _show_words(self, words: str) -> None:
        """Have words in the box without searching them."""
        self._is_telling = True
        if self.search.text().strip() != words.strip():
            self.search.setText(words)
        self._is_telling = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Back; down from the box to the page."""
        if deed_of(event) == "back":
            self.go_back()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.reader.setFocus()
        else:
            super().keyPressEvent(event)

    def _style(self) -> None:
        theme = self._theme
        side = theme.size("gap_16")
        self._layout.setContentsMargins(0, theme.size("gap_12"), 0, 0)
        self._layout.setSpacing(theme.size("gap_4"))
        self.search.setFont(theme.font("body"))
        self._box.setContentsMargins(side, 0, side, 0)
