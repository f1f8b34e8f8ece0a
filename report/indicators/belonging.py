"""Which groups of indicators belong to a section of a report, and to which of its parts."""

from collections.abc import Sequence

from report.content import Blocks, Paragraph
from report.indicators.catalogue import Catalogue, Group
from report.report import Report, Section


def groups_of_section(catalogue: Catalogue, report: Report, section: Section) -> tuple[Group, ...]:
    """The groups that are shown in a section: those for which it is the first of their sections in the report."""
    kinds = [one.kind for one in report.sections]
    return tuple(
        one
        for one in catalogue.groups
        if section.kind and next((kind for kind in one.sections if kind in kinds), None) == section.kind
    )


def groups_of_part(groups: Sequence[Group], part: str, parts: Sequence[str]) -> tuple[Group, ...]:
    """Those of a section's groups that belong to its part of a short name; parts that it has not do not divide it."""
    return tuple(one for one in groups if one.part in ("", part) or one.part not in parts)


def quoted_in(blocks: Blocks, heading: str | None = None) -> tuple[str, ...]:
    """The indicators that a text quotes, each once: below a level-2 heading (its id; "": before the first), or all."""
    found: dict[str, None] = {}
    current = ""
    for one in blocks:
        if not isinstance(one, Paragraph):
            continue
        if one.level == 2:
            current = one.id
        if heading is None or current == heading:
            found |= dict.fromkeys(link.indicator for link in one.links)
    return tuple(found)
