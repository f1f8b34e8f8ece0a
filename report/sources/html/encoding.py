"""Bytes of a web page → text: BOM, then the page's own word if it holds, then UTF-8, then GB18030."""

import codecs
import re
from typing import Final

from report.errors import UnreadableSource

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 8_192
_WESTERN: Final = ("us-ascii", "ascii", "iso-8859-1", "latin1", "latin-1", "windows-1252")
"""Names that stand on pages whose maker gave it no thought: they fit any bytes, and no report is written in them."""
_CHINESE: Final = ("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk")


def decode_page(data: bytes, told: str = "") -> str:
    """The page's text; `told` is the encoding that what the page came in names. Raises UnreadableSource: encoding."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    declared = _CHARSET.search(data, 0, _DECLARED_WITHIN)
    names = (told.lower(), declared[1].decode("ascii").lower() if declared else "")
    believed = ["gb18030" if name in _CHINESE else name for name in names if name not in ("", *_WESTERN)]
    for encoding in [*believed, "utf-8", "gb18030"]:
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    raise UnreadableSource("encoding")
