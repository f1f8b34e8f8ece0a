"""How a page says that its elements look: in an attribute, or for many of them in a sheet of styles."""

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import tinycss2 as _untyped  # pyright: ignore
from cssselect import HTMLTranslator, SelectorError

from report.sources.markup import Element, elements_at

_Rule: TypeAlias = Any
"""A rule of a sheet: `type`, `prelude`, `content`; its library has no types."""
_css: Any = _untyped  # pyright: ignore[reportUnknownVariableType]
_MATTERS: Final = frozenset(("display", "visibility", "mso-hide", "list-style", "list-style-type", "white-space"))
_NAMED: Final = re.compile(r"([.#])(-?[_a-zA-Z][\w-]*)")
_MOST_SELECTORS: Final = 2000
"""Of those that name what the page has; some thousand would take the time that a page may take."""
_HIDDEN: Final = {"display": "none", "visibility": "hidden", "mso-hide": "all"}
_HIDING: Final = re.compile("display|visibility|mso-hide", re.IGNORECASE)
_LINES: Final = frozenset(("pre", "pre-wrap", "pre-line", "break-spaces"))


def styles_of(element: Element) -> dict[str, str]:
    """What its attribute declares; of two words about one property the later one counts. CSS Style Attributes."""
    pairs = (one.partition(":") for one in element.get("style", "").split(";"))
    return {name.strip().lower(): word.replace("!important", "").strip().lower() for name, _colon, word in pairs}


def is_hidden(element: Element) -> bool:
    """Whether its own style keeps it from being shown."""
    if not _HIDING.search(element.get("style", "")):
        return False
    styles = styles_of(element)
    return any(styles.get(name) == word for name, word in _HIDDEN.items())


def keeps_lines(element: Element) -> bool | None:
    """Whether line ends of its text are line ends on the screen; None where it says nothing. CSS Text 3, 3."""
    if said := "white-space" in element.get("style", "") and styles_of(element).get("white-space"):
        return said in _LINES
    return True if element.tag == "pre" else None


def apply_sheets(root: Element) -> None:
    """Write what the sheets inside a page say, as far as it matters for its text, into the attributes.

    What an attribute says itself comes behind it and counts. Rules for print or some width of window are left alone.
    """
    names = _names(root)
    seen = 0
    for selector, declared in _rules(root):
        if any(found not in names for found in _NAMED.findall(selector)):
            continue
        seen += 1
        if seen > _MOST_SELECTORS:
            return
        try:
            path = HTMLTranslator().css_to_xpath(selector)
        except SelectorError:
            continue
        for one in elements_at(root, path):
            one.set("style", f"{declared};{one.get('style', '')}")


def _names(root: Element) -> frozenset[tuple[str, str]]:
    """The classes and ids that the page uses, as a selector names them."""
    return frozenset(
        (mark, name)
        for one in root.iter()
        for mark, attribute in ((".", "class"), ("#", "id"))
        for name in one.get(attribute, "").split()
    )


def _rules(root: Element) -> Iterator[tuple[str, str]]:
    """Selectors and what matters of their declarations, the last first: each is put before what is there."""
    made: list[tuple[str, str]] = []
    for sheet in root.iter("style"):
        for rule in _css.parse_stylesheet(sheet.text or "", skip_comments=True, skip_whitespace=True):
            if rule.type != "qualified-rule" or not (declared := _declared(rule)):
                continue
            made += [(one.strip(), declared) for one in _css.serialize(rule.prelude).split(",")]
    return reversed(made)


def _declared(rule: _Rule) -> str:
    found = _css.parse_blocks_contents(rule.content)
    return ";".join(
        f"{one.lower_name}:{_css.serialize(one.value).strip()}"
        for one in found
        if one.type == "declaration" and one.lower_name in _MATTERS
    )
