"""The few elements of the file that python-docx has no name for, set by hand."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from docx.oxml import OxmlElement  # pyright: ignore[reportUnknownVariableType]
from docx.oxml.ns import qn

_AFTER_BORDERS: Final[Sequence[str]] = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct"),
    *("w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind"),
    *("w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
"""What must stand behind borders in a paragraph's properties (ECMA-376, 17.3.1.26)."""

_AFTER_WIDTH: Final = ("w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblLook")

Thing: TypeAlias = Any
"""A paragraph, run, style, row or section of python-docx, or an element, which are reached by hand only here."""
_new: Callable[[str], Thing] = OxmlElement  # pyright: ignore[reportUnknownVariableType]


def element_of(thing: Thing) -> Thing:
    """The XML element behind a thing."""
    return getattr(thing, "element", None) if hasattr(thing, "element") else thing._element  # noqa: SLF001


def made(name: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Thing:
    """An element with attributes of its own namespace."""
    found: Thing = _new(name)
    for key, value in (attributes or {}).items():
        found.set(qn(f"w:{key}"), value)
    if text:
        found.text = text
    return found


def set_faces(thing: Thing, name: str) -> None:
    """Name one face for every kind of character of a run or style, in the place of the theme's."""
    fonts = element_of(thing).get_or_add_rPr().get_or_add_rFonts()
    for kind in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), name)
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)


def strip_colour(style: Thing) -> None:
    """Black as all text: the template's headings are blue."""
    properties = element_of(style).get_or_add_rPr()
    for one in properties.findall(qn("w:color")):
        properties.remove(one)


def strip_borders(style: Thing) -> None:
    """No line below the title, which the template has."""
    properties = element_of(style).get_or_add_pPr()
    for one in properties.findall(qn("w:pBdr")):
        properties.remove(one)


def leave_grid(style: Thing) -> None:
    """Lines keep their own pitch, whatever grid a program would lay below them; no room beside digits and letters."""
    properties = element_of(style).get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN", "w:adjustRightInd", "w:snapToGrid"):
        after = _AFTER_BORDERS[_AFTER_BORDERS.index(name) + 1 :]
        properties.insert_element_before(made(name, {"val": "0"}), *after)


def remove_grid(section: Thing) -> None:
    """No grid of lines and characters."""
    properties = section._sectPr  # noqa: SLF001
    for one in properties.findall(qn("w:docGrid")):
        properties.remove(one)


def add_field(run: Thing, code: str) -> None:
    """A field that the program computes: PAGE, NUMPAGES."""
    element = element_of(run)
    element.append(made("w:fldChar", {"fldCharType": "begin"}))
    element.append(made("w:instrText", None, code))
    element.append(made("w:fldChar", {"fldCharType": "end"}))


def set_indents(paragraph: Thing, cells: Mapping[str, float], size: float) -> None:
    """Indents (firstLine, left, right) in characters, and in points for programs that know no characters."""
    properties = element_of(paragraph).get_or_add_pPr().get_or_add_ind()
    for name, count in cells.items():
        properties.set(qn(f"w:{name}Chars"), str(round(count * 100)))
        properties.set(qn(f"w:{name}"), str(round(count * size * 20)))


def add_rules(paragraph: Thing, sides: Sequence[str], colour: str) -> None:
    """Lines at some sides of a paragraph."""
    borders = made("w:pBdr")
    for side in sides:
        borders.append(made(f"w:{side}", {"val": "single", "sz": "8", "space": "1", "color": colour}))
    element_of(paragraph).get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


def keep_row(row: Thing, *, is_head: bool) -> None:
    """A row that stays whole; one of the head is repeated on each page."""
    properties = element_of(row).get_or_add_trPr()
    for name in ("w:cantSplit", "w:tblHeader") if is_head else ("w:cantSplit",):
        properties.append(made(name))


def pad_cells(table: Thing, points: float) -> None:
    """So many points free above and below the text of each cell."""
    margins = made("w:tblCellMar")
    for side in ("top", "bottom"):
        margins.append(made(f"w:{side}", {"w": str(round(points * 20)), "type": "dxa"}))
    element_of(table).tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def put_at_bottom(table: Thing) -> None:
    """A floating table at the lower edge of the type area, with rules above, between and below its rows."""
    properties = element_of(table).tblPr
    place = {"vertAnchor": "margin", "horzAnchor": "margin", "tblpXSpec": "left", "tblpYSpec": "bottom"}
    properties.insert_element_before(made("w:tblpPr", place), "w:tblOverlap", "w:tblW", *_AFTER_WIDTH)
    borders = made("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(made(f"w:{side}", {"val": "single", "sz": "8", "space": "0", "color": "000000"}))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")


def remove(paragraph: Thing) -> None:
    """Take a paragraph out."""
    element = element_of(paragraph)
    element.getparent().remove(element)
