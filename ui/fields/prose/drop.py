"""Text dropped into the prose: moved within it, or put in from elsewhere, as one step."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from ui.fields.prose.selection import spot_at
from ui.fields.prose.shaping import Shaping

if TYPE_CHECKING:
    from ui.fields.prose.text import ProseText


def take_drop(text: "ProseText", shaping: Shaping, event: QDropEvent) -> None:
    """Do what a drop asks for.

    Qt cuts and pastes within one change of the document; in between nobody can know what stands in it. So Qt is only
    told that the drag is over.
    """
    place = text.cursorForPosition(event.position().toPoint()).position()
    QTextEdit.dragLeaveEvent(text, QDragLeaveEvent())
    inside = event.source() in (text, text.viewport())
    if inside and event.dropAction() == Qt.DropAction.MoveAction:
        shaping.move_selection(spot_at(text.document(), place))
    else:
        cursor = QTextCursor(text.document())
        cursor.setPosition(place)
        text.setTextCursor(cursor)
        text.insertFromMimeData(event.mimeData())
    event.acceptProposedAction()
    text.setFocus(Qt.FocusReason.MouseFocusReason)
