"""What the clerk calls the places in the text that quote an indicator."""

from collections.abc import Iterable, Iterator

from report.document import Place
from report.report import Report
from report.template import ReportType
from report.texts import Spot
from resources.i18n import _
from ui.places import place_words, spot_words


def quote_places(report_type: ReportType, report: Report, places: Iterable[Place]) -> Iterator[tuple[str, Place]]:
    """Each place with its words, in order; a paragraph that quotes it twice is named once."""
    seen: set[Place] = set()
    for place in places:
        if place not in seen:
            seen.add(place)
            words = place_words(place, report) + spot_words(Spot(place), report, report_type, {})
            yield words or _("正文"), place
