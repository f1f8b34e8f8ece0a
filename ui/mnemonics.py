"""Letters that choose a menu entry or a button with Alt: 新建报告(&N)…, &New report…."""

import re

_HAN = re.compile("[\u3400-\u9fff]")


def with_mnemonic(text: str, letter: str) -> str:
    """The text with its letter marked: in Chinese behind the words in brackets, elsewhere in the words if it can be.

    An & of the text itself stays to be seen.
    """
    text = text.replace("&", "&&")
    if not letter:
        return text
    place = -1 if _HAN.search(text) else text.lower().find(letter.lower())
    if place >= 0:
        return f"{text[:place]}&{text[place:]}"
    dots = "…" if text.endswith("…") else ""
    return f"{text.removesuffix(dots)}(&{letter}){dots}"
