"""Which characters may not begin or end a line, which may give room, which fill a whole cell.

Sources: GB/T 15834—2011 (closing marks not at a line start, opening ones not at a line end, —— and …… whole) and the
line-break table for simplified Chinese of Office Open XML (kinsoku, ISO/IEC 29500 part 1, 17.3.1.16).
"""

import re

OPENING = frozenset("“‘（《〈「『【〔〖〝｛［([{﹙﹛﹝＄￡￥$£¥№/／")
"""Not at a line end."""

CLOSING = frozenset(
    "”’）》〉」』】〕〗〞｝］)]}﹚﹜﹞，。、；：？！．,.;:?!>＞%％‰℃℉°′″·ˇˉ―—‖¨…‥〃々～~／/-–︰﹐﹑﹒﹔﹕﹖﹗›"
)
"""Not at a line start: closing and point marks, the connecting marks, the dash; / and ／ neither end one."""

SQUEEZED_AFTER = frozenset("，。、；：？！．”’）》〉」』】〕〗")
"""Marks whose right half is empty and can be taken."""

SQUEEZED_BEFORE = frozenset("“‘（《〈「『【〔〖")
"""Marks whose left half is empty and can be taken."""

FULL_WIDTH_MARKS = frozenset("“”‘’—…·―‖")
"""Marks that Latin faces set narrow and Chinese text needs a whole cell wide."""

STAND_INS = "〓□?"
"""What is shown for a character that no face has, the first that there is; 〓 is the printers' mark for it."""

_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    """The text without what takes no room and leaves no ink."""
    return _INVISIBLE.sub("", text)


def is_invisible(char: str) -> bool:
    """Whether the character is a control or a formatting character: it takes no room and leaves no ink."""
    return bool(_INVISIBLE.match(char))
