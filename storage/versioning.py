"""Frozen versions of a report, and explicit confirmations."""

from collections.abc import Sequence

from report.codec import to_data
from report.document import Place
from report.report import Report
from storage.changes import FRONT, RowChange
from storage.deed import Deed, moment_text
from storage.records import Confirmation, Version
from storage.rows import json_text


def freeze(deed: Deed, report: Report, name: str, copy: str, sha256: str, who: str) -> Version:
    """Keep the whole report as it is; the journal tells of it without the text."""
    version = Version(deed.next_sequence, name, deed.moment, who, copy, sha256)
    told = {"name": name, "copy": copy, "sha256": sha256}
    row = {**told, "moment": moment_text(deed.moment), "who": who, "content": json_text(to_data(report))}
    key = (str(version.sequence),)
    deed.put(RowChange("version", key, Place(FRONT), None, row))
    deed.record(RowChange("version", key, Place(FRONT), None, told))
    return version


def confirm(deed: Deed, what: str, holes: Sequence[str], who: str) -> Confirmation:
    """Record who confirmed what, and what was missing then."""
    given = Confirmation(deed.next_sequence, deed.moment, who, what, tuple(holes))
    row = {"moment": moment_text(deed.moment), "who": who, "what": what, "holes": json_text(given.holes)}
    deed.write(RowChange("confirmation", (str(given.sequence),), Place(FRONT), None, row))
    return given
