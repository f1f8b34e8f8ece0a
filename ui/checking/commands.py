"""What the actions of the check do to an open report's workplace."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.checking.page import CheckPage
    from ui.editor.workplace import Workplace

PAGE = "check"
"""The name of the page in the side panel."""


def step_check(workplace: "Workplace", step: int) -> None:
    """Go to the next finding (1) or the one before (-1)."""
    _page(workplace).step(step)


def fix_finding(workplace: "Workplace") -> None:
    """Put the open finding right."""
    _page(workplace).fix()


def _page(workplace: "Workplace") -> "CheckPage":
    from ui.checking.page import CheckPage

    workplace.panel.show_page(PAGE)
    page = workplace.panel.page(PAGE)
    assert isinstance(page, CheckPage)
    return page
