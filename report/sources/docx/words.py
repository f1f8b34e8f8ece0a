"""Words and choices that paragraphs and the body read alike."""

from report.sources.docx.values import child
from report.sources.markup import Element, name_of


def plain_text(element: Element) -> str:
    """All words below an element, without form: of a note, of a page's head, of a prompt."""
    return "".join(one.text or "" for one in element.iter() if name_of(one) == "t")


def deleted_text(element: Element) -> str:
    """The words that a tracked change took out."""
    return "".join(one.text or "" for one in element.iter() if name_of(one) in ("delText", "t"))


def chosen(alternate: Element) -> Element | None:
    """Of the ways in which a thing is stored the first; the others say the same for older programs."""
    choice = child(alternate, "Choice")
    return choice if choice is not None else child(alternate, "Fallback")
