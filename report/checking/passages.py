"""A report as its checks read it: every text with its place in the whole."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from report.compose import Copy, section_label
from report.content import Paragraph, Table
from report.differences import FRONT
from report.document import PREFACE, Place
from report.indicators.findings import says
from report.indicators.quoting import values_in
from report.indicators.rules import RuleFinding, broken_rules
from report.indicators.values import Values
from report.numbering import heading_length
from report.recognition.report_numbers import Recognised, recognise
from report.report import Report, Section
from report.template import ReportType
from report.texts import Spot, texts

_SENTENCE = re.compile(r"[^。！？；!?;\n]+[。！？；!?;]*[”’）)》]*")


class PassageKind(Enum):
    """What a text is."""

    FRONT = "front"
    HEADING = "heading"
    PROSE = "prose"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text.

    `section` is the id of its part, `kind_id` the declared kind of a section ("" for none), `block` which block of its
    section it is from 0, `level` that of a paragraph, `head` how many of its first characters are a heading.
    """

    spot: Spot
    text: str
    kind: PassageKind
    section: str
    kind_id: str = ""
    block: int | None = None
    level: int = 0
    head: int = 0

    @property
    def body(self) -> str:
        """What follows the heading."""
        return self.text[self.head :]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each sentence with where it begins."""
        for found in _SENTENCE.finditer(self.text):
            yield found.start(), found[0]


@dataclass(frozen=True)
class Checked:
    """A report while it is checked; what is costly is made once.

    `last` is the report of the year before; `copy_is_guessed`: nobody said for which copy it is checked; `office_words`
    are the office's own wrong words with the right ones.
    """

    type: ReportType
    report: Report
    copy: Copy = Copy.SUBMISSION
    last: Report | None = None
    copy_is_guessed: bool = False
    office_words: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that is not empty, in the order of the tabs."""
        return tuple(self._passages())

    @cached_property
    def prose(self) -> tuple[Passage, ...]:
        """The paragraphs, items and cells: what is read as running text."""
        return tuple(one for one in self.passages if one.kind in (PassageKind.PROSE, PassageKind.OTHER))

    @cached_property
    def all_text(self) -> str:
        """All that is printed, text by text."""
        return "\n".join(one.text for one in self.passages)

    @cached_property
    def values(self) -> Values:
        """The indicators."""
        return values_in(self.type, self.report)

    @cached_property
    def counts(self) -> tuple[Recognised, ...]:
        """The counts that the text states."""
        return recognise(self.type, self.report, self.type.catalogue)

    @cached_property
    def by_place(self) -> Mapping[Place, Passage]:
        """The first text at each place."""
        found: dict[Place, Passage] = {}
        for one in self.passages:
            found.setdefault(one.spot.place, one)
        return found

    @cached_property
    def broken(self) -> tuple[RuleFinding, ...]:
        """The relations between indicators that do not hold."""
        return broken_rules(self.values, says(self.report))

    def of_section(self, section: str) -> list[Passage]:
        """The texts of one part, its heading first."""
        return [one for one in self.passages if one.section == section]

    def body_of(self, section: str) -> str:
        """What stands below a section's heading."""
        return "\n".join(one.text for one in self.of_section(section) if one.kind is not PassageKind.HEADING)

    def label(self, section: str) -> str:
        """The printed number of a section with its short name."""
        for index, one in enumerate(self.report.sections):
            if one.id == section:
                kind = self.type.section(one.kind)
                return section_label(self.report.numbering, index) + (kind.short if kind else one.heading)
        return ""

    def _passages(self) -> Iterator[Passage]:
        report = self.report
        sections: dict[str, Section] = {one.id: one for one in report.sections}
        blocks = self._blocks()
        for spot, text in texts(report, self.type):
            if not text.strip():
                continue
            place = spot.place
            section = sections.get(place.section)
            kind_id = section.kind or "" if section is not None else ""
            if place.section == FRONT:
                yield Passage(spot, text, PassageKind.FRONT, "")
            elif spot.part in ("heading", "title"):
                yield Passage(spot, text, PassageKind.HEADING, place.section, kind_id)
            else:
                index, block = blocks.get(place.block, (None, None))
                level = block.level if isinstance(block, Paragraph) else 0
                is_prose = isinstance(block, Paragraph)
                kind = PassageKind.PROSE if is_prose else PassageKind.OTHER
                head = heading_length(text, level) if level else 0
                yield Passage(spot, text, kind, place.section, kind_id, index, level, head)

    def _blocks(self) -> dict[str, tuple[int, Paragraph | Table]]:
        found = {one.id: (index, one) for index, one in enumerate(self.report.preface)}
        for section in self.report.sections:
            found |= {one.id: (index, one) for index, one in enumerate(section.text)}
        for attachment in self.report.attachments:
            found |= {one.id: (index, one) for index, one in enumerate(attachment.blocks)}
        return found


def part_of(passage: Passage) -> str:
    """The part of a passage as `check --json` names it: a section's id, "preface", else "document"."""
    if passage.section == PREFACE:
        return PREFACE
    return passage.section or "document"
