"""Positions in text: Qt counts UTF-16 units, a report counts characters."""


def qt_length(text: str) -> int:
    """Length in the units in which Qt counts positions."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def characters_before(text: str, units: int) -> int:
    """How many characters of `text` stand before Qt's position `units`."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass"))
