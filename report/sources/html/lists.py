"""Numbers that a browser shows before the entries of a list. HTML, 4.4.5 (`ol`); CSS Counter Styles 3."""

from typing import Final

from report.sources.docx.numerals import numeral
from report.sources.html.styles import styles_of
from report.sources.markup import Element, name_of

_TYPES: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES: Final = {
    "decimal": "decimal",
    **dict.fromkeys(("lower-alpha", "lower-latin"), "lowerLetter"),
    **dict.fromkeys(("upper-alpha", "upper-latin"), "upperLetter"),
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"), "chineseCounting"
    ),
}
_UNNUMBERED: Final = frozenset(("none", "disc", "circle", "square"))


class ListNumbers:
    """The lists that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int] | None] = []

    def begin(self, element: Element) -> None:
        """A list begins."""
        start = element.get("start", "1").strip()
        form = _form(element)
        count = int(start) if start.lstrip("-").isdigit() and start.isascii() else 1
        self._open.append((form, count) if form else None)

    def end(self) -> None:
        """The innermost list ends."""
        if self._open:
            self._open.pop()

    def label(self, entry: Element) -> str:
        """The number of the next entry of the innermost list, "" for a bullet."""
        current = self._open[-1] if self._open else None
        if current is None:
            return ""
        form, count = current
        given = entry.get("value", "").strip()
        count = int(given) if given.isascii() and given.isdigit() else count
        self._open[-1] = (form, count + 1)
        return numeral(count, form) + ("、" if form == "chineseCounting" else ".")


def _form(element: Element) -> str:
    """How a list counts, "" for one with bullets or nothing; its style has the last word."""
    styles = styles_of(element)
    said = (styles.get("list-style-type") or styles.get("list-style", "")).split()
    if not _UNNUMBERED.isdisjoint(said):
        return ""
    ordered = _TYPES.get(element.get("type", "1"), "decimal") if name_of(element) == "ol" else ""
    return next((_STYLES[one] for one in said if one in _STYLES), ordered)
