"""This year's report begun from last year's: its words with the years moved on, none of its numbers."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType

from report.carrying import carry_all
from report.content import Blocks, Item, Pair, Pairs, Paragraph, Table, WrittenDate
from report.indicators.adopting import adopt
from report.indicators.figures import Figure, Figures
from report.indicators.quoting import set_figures
from report.linked_text import with_text
from report.recognition.report_numbers import Recognised, recognise
from report.report import Front, Report, Section, Value
from report.template import ReportType
from report.year_rolling import roll_years

_CLEARED = ("date", "print_date", "document_number", "copy_number", "signer")
"""Front matter that each report has anew."""


def roll_on(report_type: ReportType, last: Report, year: int, report_id: str, office: str = "") -> Report:
    """The report of `year` that goes on from `last`, with the id given; `office` when it is called otherwise now.

    Outline, texts and attachments stay, their years moved on; everything is marked as carried over. Each number of the
    text that was recognised quotes an indicator, which has no value yet; cells of tables that hold one are empty.
    """
    found = recognise(report_type, last, report_type.catalogue)
    report = adopt(report_type, last, found)
    report = set_figures(report_type, report, _without_values(report.figures))
    report = _without_cells(report, found)
    moved = year - last.year if last.year is not None else 0
    report = _rolled(report, last.year, year) if moved else report
    front = _renamed(report.front, office) if office else report.front
    new = replace(report, id=report_id, year=year, front=front, follows=last.id)
    return carry_all(replace(new, carried=MappingProxyType({}), ignored=MappingProxyType({})))


def _without_values(figures: Figures) -> Figures:
    """The figures with nothing but units: what is given, and who gave it, belongs to its year."""
    units = {key: Figure(unit=figure.unit) for key, figure in figures.given.items() if figure.unit}
    return replace(figures, given=MappingProxyType(units))


def _rolled(report: Report, old: int | None, new: int) -> Report:
    roll: Callable[[str], str] = (lambda text: roll_years(text, old, new)) if old is not None else (lambda text: text)
    return replace(
        report,
        front=_front(report.front, roll),
        preface=_blocks(report.preface, roll),
        sections=tuple(_section(one, roll) for one in report.sections),
        attachments=tuple(
            replace(one, title=roll(one.title), blocks=_blocks(one.blocks, roll)) for one in report.attachments
        ),
    )


def _front(front: Front, roll: Callable[[str], str]) -> Front:
    empty = Front()
    cleared = {name: getattr(empty, name) for name in _CLEARED}
    return replace(front, title=roll(front.title), annotation=roll(front.annotation), **cleared)


def _renamed(front: Front, office: str) -> Front:
    """Title and signature follow the office's name where they have it."""
    old = front.office
    title, signatory = (text.replace(old, office) if old else text for text in (front.title, front.signatory))
    return replace(front, office=office, title=title, signatory=signatory)


def _section(section: Section, roll: Callable[[str], str]) -> Section:
    values = {name: _value(value, roll) for name, value in section.values.items()}
    return replace(section, heading=roll(section.heading), values=MappingProxyType(values), done=False, confidence=1.0)


def _value(value: Value, roll: Callable[[str], str]) -> Value:
    match value:
        case str():
            return roll(value)
        case Pairs():
            rows = (replace(one, shortfall=roll(one.shortfall), cause=roll(one.cause)) for one in value.rows)
            return replace(value, lead=roll(value.lead), rows=tuple(rows))
        case Table():
            return _table(value, roll)
        case WrittenDate():
            return WrittenDate()
        case tuple():
            return tuple(_entry(one, roll) for one in value)  # pyright: ignore[reportReturnType]
        case _:
            return None


def _blocks(blocks: Blocks, roll: Callable[[str], str]) -> Blocks:
    return tuple(_entry(one, roll) for one in blocks)  # pyright: ignore[reportReturnType]


def _entry(entry: Paragraph | Table | Pair | Item, roll: Callable[[str], str]) -> Paragraph | Table | Pair | Item:
    match entry:
        case Paragraph():
            return replace(with_text(entry, roll(entry.text)), source_number=None)
        case Table():
            return _table(entry, roll)
        case Item():
            return replace(entry, text=roll(entry.text))
        case Pair():
            return replace(entry, shortfall=roll(entry.shortfall), cause=roll(entry.cause))


def _table(table: Table, roll: Callable[[str], str]) -> Table:
    rows = tuple(tuple(map(roll, row)) for row in table.rows)
    return replace(table, rows=rows, caption=roll(table.caption))


def _without_cells(report: Report, found: Sequence[Recognised]) -> Report:
    """The report with the cells of tables that held a number empty."""
    cells = {(one.place.block, one.row, one.column) for one in found if one.row >= 0}
    tables = {block for block, _, _ in cells}

    def table(one: Table) -> Table:
        rows = tuple(
            tuple("" if (one.id, at, column) in cells else cell for column, cell in enumerate(row))
            for at, row in enumerate(one.rows)
        )
        return replace(one, rows=rows)

    def blocks(old: Blocks) -> Blocks:
        return tuple(table(one) if isinstance(one, Table) and one.id in tables else one for one in old)

    if not cells:
        return report
    sections = tuple(
        replace(
            one,
            values=MappingProxyType(
                {name: blocks(value) if isinstance(value, tuple) else value for name, value in one.values.items()}  # pyright: ignore[reportArgumentType]
            ),
        )
        for one in report.sections
    )
    attachments = tuple(replace(one, blocks=blocks(one.blocks)) for one in report.attachments)
    return replace(report, preface=blocks(report.preface), sections=sections, attachments=attachments)
