"""What the text says in place of a value that there is not."""

import re
from collections.abc import Iterator

MISSING = "〔待填：{name}〕"
"""For a value that is not given; every output prints the brackets, so that nobody overlooks it."""
NOTHING = "〔不适用：{name}〕"
"""For an indicator that the office has nothing of: the words around it have to go."""

_PATTERN = re.compile("〔(?:待填|不适用)：[^〔〕]*〕")


def missing_values(text: str) -> Iterator[re.Match[str]]:
    """Each place of a text where a value is missing."""
    return _PATTERN.finditer(text) if "〔" in text else iter(())
