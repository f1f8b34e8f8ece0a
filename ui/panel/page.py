"""What every page of the side panel is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from report.document import Place


class PanelPage(QWidget):
    """One page of the side panel, made when it is first shown.

    Signals:
        meta_changed(str): the words beside its title.
        place_wished(Place, int): the clerk wants to go there in the form.
        noticed(str): a sentence for the bar.
    """

    title = ""
    width_wanted = 424
    """Pixels at 100 % that it has until the clerk drags it."""

    meta_changed = Signal(str)
    place_wished = Signal(object, int)
    noticed = Signal(str)

    def heading(self) -> QWidget | None:
        """What stands in the head instead of the title, if anything."""
        return None

    def tools(self) -> Sequence[QWidget]:
        """What stands in the head, before the button that closes."""
        return ()

    def show_place(self, place: Place, offset: int) -> None:
        """The cursor stands there now: id of the piece, characters before the cursor as printed."""

    def wake(self) -> None:
        """It is seen from now on."""

    def rest(self) -> None:
        """It is out of sight from now on."""
