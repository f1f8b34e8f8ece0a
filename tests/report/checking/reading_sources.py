"""Whole source texts checked, and whether a finding is about given words."""

import re

from report.checking.finding import Finding
from report.checking.passages import Checked
from report.checking.source import check_source
from tests.report.checking.skeleton import read


def findings(text: str) -> tuple[Finding, ...]:
    kind, reading = read(text)
    return check_source(Checked(kind, reading.report, copy_is_guessed=True), reading.report, reading.notes, text)


def is_there(one: Finding, line: str, quote: str) -> bool:
    """Whether a finding's words are in the line, and share words with the fault's."""
    if not one.quote or one.quote[:20] not in line:
        return False
    start, at = line.find(quote), [found.start() for found in re.finditer(re.escape(one.quote), line)]
    return any(place < start + len(quote) and start < place + len(one.quote) for place in at)
