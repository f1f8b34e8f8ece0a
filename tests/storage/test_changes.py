"""The rows that an edit changes: applied to the rows before they give the rows after; nothing else is among them."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from report.content import Paragraph
from report.document import Place
from report.report import TEXT_FIELD, Report
from storage.assembling import Positions
from storage.changes import Comparison, RowChange, compare, first_rows
from storage.records import Cell
from storage.rows import report_cells
from tests.report.strategies import Pieces, edited

Table = dict[tuple[str, tuple[str, ...]], dict[str, Cell]]


def apply(rows: Table, changes: tuple[RowChange, ...]) -> Table:
    """The rows after the changes; every change must fit what is there."""
    rows = {key: dict(row) for key, row in rows.items()}
    for one in changes:
        key = one.table, one.key
        if one.old is None:
            assert key not in rows
            assert one.new is not None
            rows[key] = dict(one.new)
        else:
            assert _fits(rows[key], one.old)
            if one.new is None:
                assert rows.pop(key) == one.old
            else:
                assert one.old.keys() == one.new.keys()
                assert all(one.old[name] != one.new[name] for name in one.new)
                rows[key].update(one.new)
    return rows


def _fits(row: Mapping[str, Cell], part: Mapping[str, Cell]) -> bool:
    return all(row[name] == cell for name, cell in part.items())


def all_rows(report: Report) -> tuple[Table, Positions]:
    found = first_rows(report)
    return apply({("report", ()): report_cells(report)}, found.changes), found.positions


def without_positions(rows: Table) -> Table:
    return {key: {name: cell for name, cell in row.items() if name != "position"} for key, row in rows.items()}


def ordered(rows: Table, table: str, owner: tuple[Cell, Cell] | None = None) -> list[tuple[str, ...]]:
    chosen = [
        (row["position"], key)
        for (name, key), row in rows.items()
        if name == table and (owner is None or (row["owner"], row["field"]) == owner)
    ]
    return [key for _, key in sorted(chosen, key=lambda one: one[0] or 0)]


@given(st.data())
def test_changes_lead_from_the_rows_before_to_the_rows_after(data: st.DataObject) -> None:
    pieces = Pieces()
    before = data.draw(pieces.reports())
    rows, positions = all_rows(before)
    for _ in range(data.draw(st.integers(1, 3))):
        after = data.draw(edited(before, pieces))
        found = compare(before, positions, after)
        rows, positions, before = apply(rows, found.changes), found.positions, after
        fresh, _ = all_rows(after)
        assert without_positions(rows) == without_positions(fresh)
        for table in ("section", "attachment"):
            assert ordered(rows, table) == ordered(fresh, table)
        owners = {(row["owner"], row["field"]) for (table, _), row in fresh.items() if table == "block"}
        for owner in owners:
            assert ordered(rows, "block", owner) == ordered(fresh, "block", owner)


@given(Pieces().reports())
def test_nothing_changed_is_nothing_to_write(report: Report) -> None:
    _, positions = all_rows(report)
    assert compare(report, positions, report).changes == ()
    assert compare(report, positions, replace(report, sections=tuple(map(replace, report.sections)))).changes == ()


def change(before: Report, after: Report) -> Comparison:
    return compare(before, first_rows(before).positions, after)


def test_one_edit_is_one_row(report: Report) -> None:
    section = report.sections[0]
    first, *rest = section.text
    text = (replace(first, text="改了。"), *rest)
    found = change(report, report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, text)))
    place = Place(section.id, TEXT_FIELD, first.id)
    assert found.changes == (RowChange("block", (first.id,), place, {"text": "总起。"}, {"text": "改了。"}),)


def test_an_insertion_is_one_row_and_a_move_is_one(report: Report) -> None:
    section = report.sections[0]
    one, two, *rest = section.text
    inserted = (one, Paragraph("n", "新"), two, *rest)
    found = change(report, report.with_section(section.id, lambda sec: sec.with_value(TEXT_FIELD, inserted)))
    assert [(row.key, row.old) for row in found.changes] == [(("n",), None)]
    moved = (two, one, *rest)
    found = change(report, report.with_section(section.id, lambda sec: sec.with_value(TEXT_FIELD, moved)))
    assert [set(row.new or ()) for row in found.changes] == [{"position"}]


def test_a_block_that_goes_into_another_list_is_one_change(report: Report) -> None:
    section = report.sections[1]
    block = section.text[0]
    emptied = report.with_section(section.id, lambda one: one.with_value(TEXT_FIELD, ()))
    found = change(report, replace(emptied, preface=(*report.preface, block)))
    by_table = {row.table: row for row in found.changes}
    old, new = by_table["block"].old or {}, by_table["block"].new or {}
    assert (old["owner"], new["owner"]) == (section.id, "preface")
    assert set(new) <= {"owner", "position"}
    assert by_table["section"].new == {"empty": 1}
    assert len(found.changes) == 2


def test_values_leave_before_their_section_and_come_after_it(report: Report) -> None:
    gone = change(report, replace(report, sections=report.sections[1:]))
    tables = [row.table for row in gone.changes if row.new is None]
    assert max(index for index, name in enumerate(tables) if name == "value") < tables.index("section")
    back = change(replace(report, sections=report.sections[1:]), report)
    tables = [row.table for row in back.changes if row.old is None]
    assert tables.index("section") < min(index for index, name in enumerate(tables) if name == "value")
