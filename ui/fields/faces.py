"""Which faces the page is set in: those of the program, or the machine's own where it has any."""

from PySide6.QtGui import QShowEvent, QStandardItemModel
from PySide6.QtWidgets import QWidget

from report.compose import SYSTEM_FACES
from report.template import Field
from ui.fields.choice import ChoiceEditor
from ui.sentences import system_faces_sentence


class FacesEditor(ChoiceEditor):
    """The choice of faces. The machine is looked through when the list is first shown; without any there is no choice.

    A report that was made with the machine's faces keeps its choice on a machine that has none.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._looked = False

    def showEvent(self, event: QShowEvent) -> None:
        """Look for faces."""
        super().showEvent(event)
        if self._looked:
            return
        self._looked = True
        from exports.pdf.system_faces import find_system_faces, font_folders

        found = find_system_faces(font_folders()).values()
        place, model = self.box.findData(SYSTEM_FACES), self.box.model()
        told = system_faces_sentence(found)
        self.box.setToolTip(told)
        if place >= 0 and isinstance(model, QStandardItemModel):
            usable = any(face.embeddable for face in found)
            model.item(place).setEnabled(usable)
            self.box.setItemText(place, f"{SYSTEM_FACES}（{told.rstrip('。')}）")
