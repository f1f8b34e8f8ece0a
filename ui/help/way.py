"""From the open report to its help: F1, the button 写作提示, the page of the panel."""

from collections.abc import Sequence

from report.document import Place
from report.template import FrontGroup
from ui.help.book import make_book
from ui.help.page import HelpPage
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.panel.page import PanelPage
from ui.panel.side import SidePanel
from ui.theme import Theme

_NAME = "help"
"""The panel's page."""


def show_help(panel: SidePanel, place: Place) -> None:
    """Show the help of a place in the panel, or close it when that is what it shows."""
    page = panel.page(_NAME)
    if not isinstance(page, HelpPage):
        return
    if panel.current == _NAME and page.shows(place):
        panel.show_page("")
        return
    panel.show_page(_NAME)
    page.follow(place)


def make_help(opened: OpenReport, groups: Sequence[FrontGroup], theme: Theme, icons: Icons) -> PanelPage:
    """The page for an open report."""
    return HelpPage(make_book(opened.type, groups), theme, icons, lambda: opened.report)
