# pyright: basic
# fontTools has no types of its own.
"""Cuts a face to a set of characters with fontTools."""

from __future__ import annotations

import io

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont

# For the manifest: the OFL asks that a changed version be told apart.
DESCRIPTION = f"cut with fontTools {fontTools.version} to GB2312, 通用规范汉字表 (8105) and signs (charset.py)"


def cut_face(data: bytes, keep: set[int]) -> bytes:
    """The face with only the characters of `keep` that it has; same input and fontTools, same bytes."""
    options = subset.Options()
    options.layout_features = ["kern", "palt", "halt", "vert", "ccmp", "locl", "mark", "mkmk"]
    options.set(name_IDs=["*"], name_languages=["*"])
    options.notdef_outline = True
    options.recalc_timestamp = False
    # The repacker exists only where uharfbuzz is installed; without it the bytes are the same everywhere.
    options.harfbuzz_repacker = False
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=keep)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def family_of(data: bytes) -> str:
    """The typographic family in English, else the plain one."""
    names = TTFont(io.BytesIO(data), lazy=True)["name"]
    return str(names.getDebugName(16) or names.getDebugName(1))
