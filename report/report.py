"""A report: front matter, preface, sections, attachments. Immutable; an edit makes a new report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from report.content import Attachment, Blocks, Item, Pairs, Table, WrittenDate
from report.ignored import Ignored
from report.indicators.figures import NO_FIGURES, Figures
from report.numbering import Scheme

if TYPE_CHECKING:
    from collections.abc import Callable

Value: TypeAlias = Blocks | Pairs | tuple[Item, ...] | Table | WrittenDate | Decimal | str | None
"""What a field holds, by its kind (see `kinds`). None is a number not given; the other kinds have an empty value."""

Values: TypeAlias = Mapping[str, Value]

TEXT_FIELD = "text"
"""Id of the prose field that every section has: what an import finds goes there."""

NO_VALUES: Values = MappingProxyType({})
_NOTHING_CARRIED: Mapping[str, str] = MappingProxyType({})
_NOTHING_IGNORED: Mapping[str, Ignored] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class TypeRef:
    """Which report type, and which state of it, a report was made with."""

    id: str
    edition: str = ""
    hash: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """Basic data: what stands before and after the text, and what the page's head and foot need.

    Everything is text as typed, "" when not given. Labels and hints are declared in templates/front.toml.
    """

    title: str = ""
    office: str = ""
    addressee: str = ""
    signatory: str = ""
    date: WrittenDate = WrittenDate()
    document_number: str = ""
    signer: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    copy_to: str = ""
    printer: str = ""
    print_date: WrittenDate = WrittenDate()
    contact: str = ""
    annotation: str = ""
    issuer_mark: str = ""
    seal: str = ""
    folio: str = ""
    faces: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One level-1 part of a report.

    `kind` is the type's section id, None for a section of the report's own; `confidence` says how sure the import
    was of it (1 when made from the type). `source_number` is the number as found. `done` is the clerk's own mark.
    """

    id: str
    heading: str
    kind: str | None = None
    confidence: float = 1.0
    source_number: str | None = None
    values: Values = field(default_factory=lambda: NO_VALUES)
    done: bool = False

    @property
    def text(self) -> Blocks:
        """The blocks of the section's prose field."""
        value = self.values.get(TEXT_FIELD, ())
        return value if isinstance(value, tuple) else ()  # pyright: ignore[reportReturnType]

    def with_value(self, field_id: str, value: Value) -> "Section":
        """This section with one field changed."""
        return replace(self, values=MappingProxyType({**self.values, field_id: value}))


@dataclass(frozen=True, slots=True)
class Report:
    """One office's report of one year.

    `follows` is the id of the report of the year before from which it was begun, "" for none. `carried` are the
    entries (paragraphs, pairs, items, tables by id) taken over from it, each with a mark of the words as they came
    (see `carrying`): one whose words changed is no longer carried. `ignored` is what a check found and the clerk leaves
    as it is, by the keys of the findings (see `checking.ignoring`).
    """

    id: str
    type: TypeRef
    year: int | None = None
    front: Front = Front()
    numbering: Scheme = Scheme.FOUR
    preface: Blocks = ()
    sections: tuple[Section, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    figures: Figures = NO_FIGURES
    follows: str = ""
    carried: Mapping[str, str] = field(default_factory=lambda: _NOTHING_CARRIED)
    ignored: Mapping[str, Ignored] = field(default_factory=lambda: _NOTHING_IGNORED)

    def section(self, section_id: str) -> Section:
        """The section with that id; KeyError when there is none."""
        for section in self.sections:
            if section.id == section_id:
                return section
        raise KeyError(section_id)

    def with_section(self, section_id: str, edit: "Callable[[Section], Section]") -> "Report":
        """This report with one section edited; KeyError when there is none with that id."""
        self.section(section_id)
        sections = tuple(edit(one) if one.id == section_id else one for one in self.sections)
        return replace(self, sections=sections)

    def blocks(self) -> Iterator[Blocks]:
        """Every run of prose: preface, the sections' text, the attachments."""
        yield self.preface
        for section in self.sections:
            yield section.text
        for attachment in self.attachments:
            yield attachment.blocks
