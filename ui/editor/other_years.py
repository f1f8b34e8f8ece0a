"""In a prose editor: which paragraphs are still as they came from last year, and words that may be of another year."""

from PySide6.QtCore import QObject

from report.content import Paragraph
from report.document import Place
from report.texts import Spot
from ui.fields.marks import TextMark
from ui.fields.prose.editor import ProseEditor
from ui.open_report import OpenReport


class OtherYears(QObject):
    """Keeps the marks of one editor in step with the report; words are looked for in a pause."""

    def __init__(self, editor: ProseEditor, place: Place, opened: OpenReport) -> None:
        super().__init__(editor)
        self._editor, self._place, self._opened = editor, place, opened
        opened.rested.connect(self.show)

    def show(self) -> None:
        """Mark what there is now; nothing in a report that did not come from last year's."""
        text, report = self._editor.text, self._opened.report
        if not report.carried:
            text.show_carried(frozenset())
            text.marks.show_suspects(())
            return
        if not self._editor.isVisible():
            return
        from report.carrying import is_carried
        from report.leftovers import leftover_words  # what a report that was not rolled on never needs

        paragraphs = [one for one in text.value if isinstance(one, Paragraph)]
        unread = frozenset(one.id for one in paragraphs if is_carried(report, one))
        text.show_carried(unread)
        marks = [
            TextMark(Spot(Place(self._place.section, self._place.field, one.id)), start, end)
            for one in paragraphs
            for _kind, start, end in leftover_words(one.text, report.year, unread=one.id in unread)
        ]
        text.marks.show_suspects(marks)
