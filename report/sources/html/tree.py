"""What of a page is seen, and how its words read."""

import re
from typing import Final

from report.sources.html.styles import is_hidden
from report.sources.markup import Element, name_of

_NEVER_SEEN: Final = frozenset(
    (
        *("head", "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas", "audio"),
        *("video", "select", "button", "input", "textarea", "map", "link", "meta", "title", "datalist", "dialog"),
    )
)
BLOCKS: Final = frozenset(
    (
        *("address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset"),
        *("figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section"),
        *("summary", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th", "tbody", "thead", "caption", "nav"),
    )
)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_WIDE: Final = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014-\u2026])\s*[\r\n]\s*"
    r"(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2014-\u2026])"
)


def is_seen(element: Element) -> bool:
    """Whether a browser shows the element."""
    if name_of(element) in _NEVER_SEEN or name_of(element) == "":
        return False
    attributes = element.attrib
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return False
    return not is_hidden(element)


def is_hidden_text(element: Element) -> bool:
    """Whether text is there that a browser does not show."""
    return name_of(element) not in _NEVER_SEEN and name_of(element) != "" and not is_seen(element)


def squeeze(text: str) -> str:
    """Text with its white space as a browser shows it; a line end between Chinese characters is none."""
    return _SPACE.sub(" ", _WIDE.sub("", text))


def seen_text(element: Element) -> str:
    """All words below an element."""
    pieces: list[str] = []
    _gather(element, pieces)
    return squeeze("".join(pieces)).strip()


def _gather(element: Element, pieces: list[str]) -> None:
    if not is_seen(element):
        return
    pieces.append(element.text or "")
    for one in element:
        _gather(one, pieces)
        pieces.append(one.tail or "")
