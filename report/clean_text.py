"""What of a typed or pasted text a report can hold: characters that are seen, spaces, line feeds.

Files that are read in go another way, `report.reading.cleaning`: there each removal is counted and told.
"""

import re

_OTHERS = re.compile("\r\n|[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffc\ud800-\udfff]")
"""Control characters but the line feed, separators, the stand-in for a picture, halves of characters."""
_BECOMES = {"\t": " "} | dict.fromkeys(("\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"), "\n")
"""What is not just left out."""


def clean(text: str) -> str:
    """The text with a line feed for each break and a space for each tab, without anything else that is no character."""
    return _OTHERS.sub(lambda found: _BECOMES.get(found[0], ""), text)


def one_line(text: str) -> str:
    """As `clean`, but in one line: breaks are left out, for they come with a paste and mean nothing in a name."""
    return clean(text).replace("\n", "")
