"""The tables of the check: resources/checks."""

from collections.abc import Iterator

from resources import resource


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a table of this check, without its head; empty cells at the end may be left out."""
    lines = resource("checks", name).read_text("utf-8").splitlines()
    columns = len(lines[0].split("\t"))
    for line in lines[1:]:
        cells = line.split("\t")
        yield cells + [""] * (columns - len(cells))
