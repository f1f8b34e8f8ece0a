"""Read a finished PDF back with PDFium: text and the places of characters."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2


@dataclass(frozen=True, slots=True)
class Mark:
    """A character on a page: left edge and baseline-side bottom in points from the page's lower left."""

    char: str
    left: float
    bottom: float


@contextmanager
def opened(data: bytes) -> Iterator[Any]:
    """The document, closed again."""
    document = pypdfium2.PdfDocument(data)
    try:
        yield document
    finally:
        document.close()


def page_texts(data: bytes) -> list[str]:
    """The text of each page without line ends."""
    with opened(data) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "") for page in document]


def page_lines(data: bytes) -> list[list[str]]:
    """The lines of each page, without empty ones and without the page number."""
    with opened(data) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return [
        [line for line in text.split("\r\n") if line.strip() and not re.fullmatch(r"\s*— \d+ —\s*", line)]
        for text in texts
    ]


def outline(data: bytes) -> list[tuple[int, str]]:
    """Level and title of each bookmark."""
    with opened(data) as document:
        return [(entry.level, entry.get_title()) for entry in document.get_toc()]
