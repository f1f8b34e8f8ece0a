"""Changes of the report that are not typed: by a button, a menu, a drag."""

from collections.abc import Callable

from report.document import Place
from report.report import Report
from ui.fields.base import finish_typing
from ui.open_report import OpenReport


def take_step(opened: OpenReport, name: str, place: Place, change: Callable[[Report], Report]) -> None:
    """Have the report changed as one step of undo.

    What is still being typed is taken over first, and the change is made from the report as it then is: neither is
    lost.
    """
    finish_typing()
    opened.seal()
    opened.apply(name, place, change(opened.report))
    opened.seal()
