"""The preview in a window of its own: at most one a report, in step with it, gone when the report is left."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from report.document import Place
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.preview.page import PreviewPage
    from ui.preview.window import PreviewWindow


class DetachedPreview(QObject):
    """Opens, follows and closes it.

    Signals:
        place_wished(Place, int): the clerk wants to go there in the form.
        put_back(): the clerk closed it: the preview belongs beside the form again.
    """

    place_wished = Signal(object, int)
    put_back = Signal()

    def __init__(self, make: "Callable[[], PreviewPage]", theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._make, self._theme, self._parent = make, theme, parent
        self.window: PreviewWindow | None = None
        """None when it is not open."""
        self._place, self._offset = Place(""), 0

    def open(self) -> None:
        """Open it, or bring it to the front."""
        from ui.preview.window import PreviewWindow

        if self.window is None:
            page = self._make()
            self.window = PreviewWindow(page, self._theme, self._parent)
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.closed.connect(self._note_closed)
            page.place_wished.connect(self.place_wished)
            page.wake()
            page.show_place(self._place, self._offset)
            self.window.show()
        else:
            self.window.raise_()
            self.window.activateWindow()

    def show_place(self, place: Place, offset: int) -> None:
        """The cursor stands there now: id of the piece, characters before the cursor as printed."""
        self._place, self._offset = place, offset
        if self.window is not None:
            self.window.page.show_place(place, offset)

    def end(self) -> None:
        """Close it with the report; nothing is put back."""
        window, self.window = self.window, None
        if window is not None:
            window.close()

    def _note_closed(self) -> None:
        if self.window is not None:
            self.window = None
            self.put_back.emit()
