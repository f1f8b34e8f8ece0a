"""What the actions of finding do to an open report's workplace."""

from typing import TYPE_CHECKING

from ui.finding.scope import Scope

if TYPE_CHECKING:
    from ui.editor.workplace import Workplace
    from ui.finding.page import FindPage

PAGE = "find"
"""The name of the page in the side panel."""


def begin_finding(workplace: "Workplace", scope: Scope = Scope.PART, *, replacing: bool = False) -> None:
    """Open the page; the words selected in the text are looked for."""
    from ui.finding.selected import selected_words

    focus_is_there = workplace.panel.isAncestorOf(workplace.focusWidget() or workplace)
    words = "" if focus_is_there else selected_words()
    _page(workplace).begin(words, scope, replacing=replacing)


def step_finding(workplace: "Workplace", step: int) -> None:
    """Go to the next hit (1) or the one before (-1); without anything to look for, ask for it."""
    page = _page(workplace)
    if page.top.box.words.strip():
        page.step(step)
    else:
        page.begin("", page.search.scope, replacing=False)


def _page(workplace: "Workplace") -> "FindPage":
    from ui.finding.page import FindPage

    workplace.panel.show_page(PAGE)
    page = workplace.panel.page(PAGE)
    assert isinstance(page, FindPage)
    return page
