"""Edits of a report: each takes a report and gives a new one. What the window does is one of these.

The rest of a report is shared with the one before, so that keeping many of them for undo costs little.
"""

from collections.abc import Callable, Sequence
from dataclasses import fields, replace

from report.content import Attachment, Blocks
from report.identity import NewId
from report.numbering import Scheme
from report.report import Front, Report, Section, Value

FRONT_FIELDS = frozenset(one.name for one in fields(Front))


def set_front(report: Report, field: str, value: Value) -> Report:
    """Change one field of the front matter. Raises KeyError for a name that Front does not have."""
    if field not in FRONT_FIELDS:
        raise KeyError(field)
    return replace(report, front=replace(report.front, **{field: value}))


def set_year(report: Report, year: int | None) -> Report:
    """Change the year the report is about."""
    return replace(report, year=year)


def set_numbering(report: Report, scheme: Scheme) -> Report:
    """Change how the levels are numbered."""
    return replace(report, numbering=scheme)


def set_preface(report: Report, blocks: Blocks) -> Report:
    """Change the preface."""
    return replace(report, preface=blocks)


def set_field(report: Report, section: str, field: str, value: Value) -> Report:
    """Change one field of a section. Raises KeyError for an unknown section."""
    return report.with_section(section, lambda one: one.with_value(field, value))


def rename_section(report: Report, section: str, heading: str) -> Report:
    """Change a section's heading. Raises KeyError."""
    return report.with_section(section, lambda one: replace(one, heading=heading))


def mark_done(report: Report, section: str, *, done: bool) -> Report:
    """Set the clerk's own mark on a section. Raises KeyError."""
    return report.with_section(section, lambda one: replace(one, done=done))


def add_section(report: Report, place: int, section: Section) -> Report:
    """Put a section at an index (from 0; at the end when beyond it)."""
    sections = report.sections
    return replace(report, sections=(*sections[:place], section, *sections[place:]))


def own_section(heading: str, new_id: NewId) -> Section:
    """An empty section of the report's own."""
    return Section(new_id(), heading)


def remove_section(report: Report, section: str) -> Report:
    """Take a section out with all it holds. Raises KeyError."""
    report.section(section)
    return replace(report, sections=tuple(one for one in report.sections if one.id != section))


def move_section(report: Report, section: str, place: int) -> Report:
    """Put a section at another index. Raises KeyError."""
    moved = report.section(section)
    rest = [one for one in report.sections if one.id != section]
    place = max(0, min(place, len(rest)))
    return replace(report, sections=(*rest[:place], moved, *rest[place:]))


def set_attachments(report: Report, attachments: Sequence[Attachment]) -> Report:
    """Change the attachments."""
    return replace(report, attachments=tuple(attachments))


def set_attachment(report: Report, attachment: str, edit: Callable[[Attachment], Attachment]) -> Report:
    """Change one attachment; nothing changes when there is none with that id."""
    return set_attachments(report, [edit(one) if one.id == attachment else one for one in report.attachments])
