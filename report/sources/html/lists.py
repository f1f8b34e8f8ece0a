"""Numbers that a browser shows before the entries of a list. HTML, 4.4.5 (`ol`); CSS Counter Styles 3."""

from typing import Final

from report.sources.docx.numerals import numeral
from report.sources.markup import Element, name_of

_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES: Final = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal")


class ListNumbers:
    """The lists that are open, the innermost last."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int] | None] = []

    def begin(self, element: Element) -> None:
        """A list begins; only an ordered one has numbers."""
        style = element.get("style", "")
        if name_of(element) != "ol" or "list-style-type:none" in style.replace(" ", "") or "list-style:none" in style:
            self._open.append(None)
            return
        start = element.get("start", "1").strip()
        form = _FORMS.get(element.get("type", "1"), "decimal")
        if any(one in style for one in _STYLES):
            form = "chineseCounting"
        self._open.append((form, int(start) if start.lstrip("-").isdigit() and start.isascii() else 1))

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
