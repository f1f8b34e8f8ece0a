"""Attributes and children of WordprocessingML by their local names, whatever namespace edition the file is of."""

from collections.abc import Iterator

from report.sources.markup import Element, name_of


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of that name, of it the next, and so on; None where one is missing."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if name_of(one) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of that name."""
    return (one for one in (element if element is not None else ()) if name_of(one) == name)


def value(element: Element | None, *path: str) -> str | None:
    """The attribute `val` of a descendant reached by names; None where that is missing or has none."""
    return attribute(child(element, *path), "val")


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its local name."""
    if element is None:
        return None
    for key, text in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(text)
    return None


def is_on(element: Element | None, *path: str) -> bool:
    """Whether a switch is there and not turned off."""
    found = child(element, *path)
    return found is not None and attribute(found, "val") not in ("0", "false", "off")


def number(text: str | None) -> int | None:
    """A whole number in an attribute; None for none and for what is none."""
    try:
        return int(text) if text is not None else None
    except ValueError:
        return None
