"""Positions in text: Qt counts UTF-16 units, a report counts characters."""

from collections.abc import Sequence


def qt_length(text: str) -> int:
    """Length in the units in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters_before(text: str, units: int) -> int:
    """How many characters of `text` stand before Qt's position `units`."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))


def common_head(first: Sequence[object] | str, second: Sequence[object] | str) -> int:
    """How many leading members are the same."""
    for index, (one, other) in enumerate(zip(first, second, strict=False)):
        if one is not other and one != other:
            return index
    return min(len(first), len(second))
