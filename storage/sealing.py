"""Seals for a database that has none: what the step to schema 4 does to the rows that are there."""

from collections.abc import Iterator, Sequence
from sqlite3 import Connection
from typing import Any

from storage.records import Cell
from storage.rows import KEYS
from storage.seals import NOTHING, SEAL, seal, seal_of_tables, total_of

Found = dict[str, Cell]
_PAGE = 500
_OF_REPORTS = tuple(table for table in KEYS if table != "report")


def seal_all(connection: Connection, guards: Sequence[str] = ()) -> None:
    """Seal every row, sum the seals of each report, link the lines of each journal, and write the head."""
    sums: dict[str, tuple[int, str]] = {}
    for table in (*_OF_REPORTS, "setting"):
        for rowid, row in rows_of(connection, table):
            own = seal(table, row)
            _write(connection, table, rowid, {SEAL: own})
            owner = str(row.get("report", ""))
            count, total = sums.get(owner, (0, NOTHING))
            sums[owner] = count + 1, total_of(total, came=own)
    heads, lines = _link_journals(connection)
    settings, total = sums.pop("", (0, NOTHING))
    reports = 0
    for rowid, row in rows_of(connection, "report"):
        count, own_total = sums.get(str(row["id"]), (0, NOTHING))
        row |= {"rows": count, "total": own_total, "head": heads.get(str(row["id"]), NOTHING)}
        row[SEAL] = seal("report", row)
        _write(connection, "report", rowid, {name: row[name] for name in ("rows", "total", "head", SEAL)})
        total, reports = total_of(total, came=str(row[SEAL])), reports + 1
    head: Found = {"id": 1, "reports": reports, "settings": settings, "lines": lines, "total": total}
    for statement in guards:  # of the journal, whose lines have their links now
        connection.execute(statement)
    head["tables"] = seal_of_tables(connection)
    head[SEAL] = seal("head", head)
    marks = ", ".join("?" * len(head))
    connection.execute(f"INSERT INTO head ({', '.join(head)}) VALUES ({marks})", tuple(head.values()))


def _link_journals(connection: Connection) -> tuple[dict[str, str], int]:
    """Link the lines of each report's journal; the last link of each, and how many lines there are."""
    heads: dict[str, str] = {}
    lines = 0
    for rowid, row in rows_of(connection, "journal"):
        report = str(row["report"])
        heads[report] = seal("journal", row, heads.get(report, NOTHING))
        _write(connection, "journal", rowid, {SEAL: heads[report]})
        lines += 1
    return heads, lines


def rows_of(connection: Connection, table: str) -> Iterator[tuple[int, Found]]:
    """Each row of a table with its rowid, in the order of these; rows may be written meanwhile."""
    last = -1
    while True:
        page = f"SELECT rowid AS _row, * FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_PAGE}"
        cursor = connection.execute(page, (last,))
        names = [column[0] for column in cursor.description][1:]
        found = cursor.fetchall()
        for rowid, *cells in found:
            yield rowid, dict(zip(names, cells, strict=True))
        if len(found) < _PAGE:
            return
        last = found[-1][0]


def _write(connection: Connection, table: str, rowid: int, cells: dict[str, Any]) -> None:
    columns = ", ".join(f"{name} = ?" for name in cells)
    connection.execute(f"UPDATE {table} SET {columns} WHERE rowid = ?", (*cells.values(), rowid))
