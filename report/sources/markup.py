"""Bytes → tree of elements: XML without entities, document types or anything fetched; HTML mended as browsers do.

The only place that knows the library, which has no types of its own.
"""

from typing import Any, Final, TypeAlias

from lxml import etree as _untyped  # pyright: ignore

from report.errors import UnreadableSource

Element: TypeAlias = Any
"""An element of lxml: `tag`, `text`, `tail`, `attrib`, iteration over its children."""
_etree: Any = _untyped  # pyright: ignore[reportUnknownVariableType]
_DEEP: Final = "depth"


def parse_xml(data: bytes) -> Element:
    """The root of a part. Raises UnreadableSource: damaged, doctype, too-deep (256 levels, the library's own bound)."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise UnreadableSource("doctype")
    parser = _etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root: Element = _etree.fromstring(data, parser)
    except _etree.XMLSyntaxError as error:
        raise UnreadableSource("too-deep" if _DEEP in str(error).lower() else "damaged", str(error)) from error
    except ValueError as error:
        raise UnreadableSource("damaged", str(error)) from error
    if root.getroottree().docinfo.doctype:  # in another encoding than ASCII's
        raise UnreadableSource("doctype")
    return root


def parse_html(text: str) -> Element:
    """The root of a page. Raises UnreadableSource: too-deep, no-text."""
    parser = _etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        root: Element = _etree.fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (_etree.XMLSyntaxError, _etree.ParserError, ValueError) as error:
        raise UnreadableSource("no-text", str(error)) from error
    if any(_DEEP in one.message.lower() for one in parser.error_log):
        raise UnreadableSource("too-deep")
    if root is None:
        raise UnreadableSource("no-text")
    return root


def name_of(element: Element) -> str:
    """The name without its namespace; "" for a comment or an instruction."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def elements_at(root: Element, path: str) -> list[Element]:
    """The elements below `root` that an XPath leads to."""
    try:
        found: list[Element] = root.xpath(path)
    except _etree.XPathError:  # a prefix of a word processor's own elements
        return []
    return found
