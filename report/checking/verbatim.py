"""The words of a finding as they stand in the text that was imported, which the import may have mended."""

import re
from functools import lru_cache
from typing import Final

_HALF: Final = dict(zip("，；：！？（）", ",;:!?()", strict=True))
_GAP: Final = r"[\s\u3000\u200b-\u200f\ufeff]*"


class Original:
    """A source text in which words are looked up."""

    def __init__(self, text: str) -> None:
        self._text = text

    def words(self, quote: str) -> str:
        """The words as the source has them: half-width marks, spaces between; the quote itself where they are not."""
        if not quote:
            return ""
        if quote in self._text:
            return quote
        pattern = _pattern(quote)
        found = pattern.search(self._text)
        return re.sub(r"[\r\n]+", "", found[0])[: len(quote)] if found else quote


@lru_cache(maxsize=512)
def _pattern(quote: str) -> "re.Pattern[str]":
    return re.compile(_GAP.join(_char(one) for one in quote))


def _char(char: str) -> str:
    if char in _HALF:
        return f"[{char}{re.escape(_HALF[char])}]"
    if "0" <= char <= "9":
        return f"[{char}{chr(ord(char) + 0xFEE0)}]"
    return re.escape(char)
