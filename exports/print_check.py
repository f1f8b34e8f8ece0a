"""What of a report cannot be printed as it is typed: characters that no face has."""

from collections.abc import Iterator

from report.checking.engine import finding_at
from report.checking.finding import Finding, Hit
from report.checking.passages import Checked

RULE = "no-face"


def print_findings(checked: Checked) -> Iterator[Finding]:
    """The findings about the printed page. Raises FontUnusable.

    The bundled faces have all of GBK: faces are only read when a text has other characters.
    """
    rare = {char for passage in checked.passages for char in passage.text if not _is_usual(char)}
    if not rare:
        return
    from exports.pdf.faces import bundled_faces
    from resources import resource

    lacking = set(bundled_faces(resource("fonts")).missing("".join(sorted(rare))))
    for passage in checked.passages if lacking else ():
        for at, char in enumerate(passage.text):
            if char in lacking:
                words = {"code": f"U+{ord(char):04X}", "char": char if char.isprintable() else "�"}
                yield finding_at(checked, RULE, Hit(passage.spot, at, at + 1, words))


def _is_usual(char: str) -> bool:
    if char.isascii():
        return char.isprintable() or char in "\t\n\r"
    try:
        char.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
