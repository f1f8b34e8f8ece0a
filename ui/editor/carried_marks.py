"""In a prose editor: which paragraphs are still as they came from last year."""

from PySide6.QtCore import QObject

from report.content import Paragraph
from ui.fields.prose.editor import ProseEditor
from ui.open_report import OpenReport


class CarriedMarks(QObject):
    """Keeps the marks of one editor in step with the report."""

    def __init__(self, editor: ProseEditor, opened: OpenReport) -> None:
        super().__init__(editor)
        self._editor, self._opened = editor, opened
        opened.rested.connect(self.show)

    def show(self) -> None:
        """Mark what there is now; nothing in a report that did not come from last year's."""
        text, report = self._editor.text, self._opened.report
        if not report.carried:
            text.show_carried(frozenset())
        elif self._editor.isVisible():
            from report.carrying import is_carried

            paragraphs = (one for one in text.value if isinstance(one, Paragraph))
            text.show_carried(frozenset(one.id for one in paragraphs if is_carried(report, one)))
