"""The tables, as statements. %STRICT% is filled in where SQLite knows it (3.37); the CHECKs hold everywhere.

Ids of blocks, sections and attachments are unique within their report only: a duplicated report keeps them.
Text columns hold exact decimals (`value.text` of kind number, `section.confidence`); no column holds a float.
"""


def _text(name: str, more: str = "") -> str:
    return f"{name} TEXT NOT NULL CHECK (typeof({name}) = 'text'{more})"


def _maybe_text(name: str) -> str:
    return f"{name} TEXT CHECK (typeof({name}) IN ('text', 'null'))"


def _integer(name: str, more: str = "") -> str:
    return f"{name} INTEGER NOT NULL CHECK (typeof({name}) = 'integer'{more})"


def _maybe_integer(name: str) -> str:
    return f"{name} INTEGER CHECK (typeof({name}) IN ('integer', 'null'))"


def _flag(name: str) -> str:
    return _integer(name, f" AND {name} IN (0, 1)")


def _table(name: str, *columns: str) -> str:
    return f"CREATE TABLE {name} (\n  " + ",\n  ".join(columns) + "\n)%STRICT%"


_REPORT = "report TEXT NOT NULL CHECK (typeof(report) = 'text') REFERENCES report (id) ON DELETE CASCADE"

TABLES_1 = (
    _table(
        "report",
        "id TEXT NOT NULL PRIMARY KEY CHECK (typeof(id) = 'text' AND id <> '')",
        _text("type"),
        _text("edition"),
        _text("hash"),
        _maybe_integer("year"),
        _text("numbering"),
        _text("state", " AND state IN ('drafting', 'reviewing', 'submitted', 'published')"),
        _text("name"),
        _flag("archived"),
        _text("created"),
        _text("changed"),
        _integer("last"),
        _maybe_text("trashed"),
    ),
    _table("front", _REPORT, _text("field"), _text("text"), _maybe_text("day"), "PRIMARY KEY (report, field)"),
    _table(
        "section",
        _REPORT,
        _text("id", " AND id <> ''"),
        _integer("position"),
        _text("heading"),
        _maybe_text("kind"),
        _text("confidence"),
        _maybe_text("source_number"),
        _flag("done"),
        _flag("empty"),
        "PRIMARY KEY (report, id)",
    ),
    _table(
        "value",
        _REPORT,
        _text("section"),
        _text("field"),
        _text("kind", " AND kind IN ('list', 'pairs', 'table', 'date', 'number', 'text', 'none')"),
        _text("text"),
        _maybe_text("more"),
        "PRIMARY KEY (report, section, field)",
        "FOREIGN KEY (report, section) REFERENCES section (report, id) ON DELETE CASCADE",
    ),
    _table(
        "attachment",
        _REPORT,
        _text("id", " AND id <> ''"),
        _integer("position"),
        _text("title"),
        "PRIMARY KEY (report, id)",
    ),
    _table(
        "block",
        _REPORT,
        _text("id", " AND id <> ''"),
        _text("owner"),
        _text("field"),
        _integer("position"),
        _text("kind", " AND kind IN ('paragraph', 'table', 'pair', 'item')"),
        _integer("level"),
        _text("text"),
        _maybe_text("source_number"),
        _maybe_text("cause"),
        _maybe_text("cells"),
        _maybe_integer("head_rows"),
        "PRIMARY KEY (report, id)",
        "CHECK ((kind = 'pair') = (cause IS NOT NULL))",
        "CHECK ((kind = 'table') = (cells IS NOT NULL) AND (kind = 'table') = (head_rows IS NOT NULL))",
    ),
    _table(
        "source",
        "report TEXT NOT NULL PRIMARY KEY CHECK (typeof(report) = 'text') REFERENCES report (id) ON DELETE CASCADE",
        _text("file"),
        _text("text"),
        _text("notes"),
        _text("unplaced"),
        _text("confidence"),
    ),
    _table(
        "version",
        _REPORT,
        _integer("sequence"),
        _text("name"),
        _text("moment"),
        _text("who"),
        _text("copy"),
        _text("sha256"),
        _text("content"),
        "PRIMARY KEY (report, sequence)",
    ),
    _table(
        "confirmation",
        _REPORT,
        _integer("sequence"),
        _text("moment"),
        _text("who"),
        _text("what"),
        _text("holes"),
        "PRIMARY KEY (report, sequence)",
    ),
    _table(
        "journal",
        "sequence INTEGER PRIMARY KEY CHECK (typeof(sequence) = 'integer')",
        _integer("deed"),
        _text("report"),
        _text("moment"),
        _text("who"),
        _text("what"),
        _text("section"),
        _text("field"),
        _text("subject"),
        _text("key"),
        _maybe_text("old"),
        _maybe_text("new"),
    ),
    "CREATE INDEX journal_place ON journal (report, section, field, sequence)",
    _table("setting", "name TEXT NOT NULL PRIMARY KEY CHECK (typeof(name) = 'text')", _text("value")),
)

TABLES_2 = (
    "ALTER TABLE report ADD COLUMN follows TEXT NOT NULL DEFAULT '' CHECK (typeof(follows) = 'text')",
    "ALTER TABLE block ADD COLUMN links TEXT CHECK (typeof(links) IN ('text', 'null'))",
    _table(
        "figure",
        _REPORT,
        _text("indicator", " AND indicator <> ''"),
        _maybe_text("amount"),
        _flag("applies"),
        _text("unit"),
        _text("note"),
        _text("source"),
        _maybe_integer("decimals"),
        "PRIMARY KEY (report, indicator)",
        "CHECK (applies = 1 OR amount IS NULL)",
    ),
    _table(
        "own_indicator",
        _REPORT,
        _text("id", " AND id <> ''"),
        _integer("position"),
        _text("name"),
        _text("unit"),
        _integer("decimals"),
        _text("aliases"),
        "PRIMARY KEY (report, id)",
    ),
    _table(
        "choice",
        _REPORT,
        _text("kind", " AND kind IN ('unit', 'group')"),
        _text("name"),
        _text("value"),
        "PRIMARY KEY (report, kind, name)",
    ),
    _table("carried", _REPORT, _text("entry", " AND entry <> ''"), _text("mark"), "PRIMARY KEY (report, entry)"),
)
"""Indicators with their links in the text; what came from the year before."""

TABLES_3 = (
    _table(
        "ignored",
        _REPORT,
        _text("finding", " AND finding <> ''"),
        _text("rule"),
        _text("words"),
        _text("reason"),
        _text("who"),
        _text("moment"),
        "PRIMARY KEY (report, finding)",
    ),
)
"""What a check found and the clerk leaves as it is."""

_SEALED = (
    *("report", "front", "section", "value", "attachment", "block", "source", "version", "confirmation", "journal"),
    *("setting", "figure", "own_indicator", "choice", "carried", "ignored"),
)

MOVES = (
    "subject = 'block' AND old IS NOT NULL AND new IS NOT NULL"
    """ AND substr(old, 1, 8) IN ('{"owner"', '{"field"')"""
)
"""Lines of the journal by which an entry came from one list into another: columns are told in their order."""

TABLES_4 = (
    *(
        f"ALTER TABLE {table} ADD COLUMN seal TEXT NOT NULL DEFAULT '' CHECK (typeof(seal) = 'text')"
        for table in _SEALED
    ),
    "ALTER TABLE report ADD COLUMN rows INTEGER NOT NULL DEFAULT 0 CHECK (typeof(rows) = 'integer')",
    "ALTER TABLE report ADD COLUMN total TEXT NOT NULL DEFAULT '' CHECK (typeof(total) = 'text')",
    "ALTER TABLE report ADD COLUMN head TEXT NOT NULL DEFAULT '' CHECK (typeof(head) = 'text')",
    _table(
        "head",
        "id INTEGER PRIMARY KEY CHECK (typeof(id) = 'integer' AND id = 1)",
        _integer("reports"),
        _integer("settings"),
        _integer("lines"),
        _text("total"),
        _text("tables"),
        _text("seal"),
    ),
    _table(
        "checkpoint",
        _REPORT,
        _integer("sequence"),
        _text("moment"),
        _integer("dropped"),
        _integer("kept"),
        _text("first"),
        _text("last"),
        _text("link"),
        _text("seal"),
        "PRIMARY KEY (report, sequence)",
    ),
    f"CREATE INDEX journal_moves ON journal (report, sequence) WHERE {MOVES}",
    "ALTER TABLE source ADD COLUMN original TEXT NOT NULL DEFAULT '' CHECK (typeof(original) = 'text')",
)
"""Seals (see `seals`). `report.rows` and `total` are of the rows that belong to it, `head` is the last link of its
journal. The row of `head` counts reports, settings and lines of the journal, sums the seals of the first two, and has
one of the statements that made the tables, which a reader takes for sound when they are not. A later step that makes
others writes it anew.

A checkpoint is what is left of lines of the journal that were joined (see `compacting`): those up to `sequence` since
the checkpoint before. `first` and `last` are the links of the first and the last of them as they were, `dropped` tells
how many went; the `kept` ones are linked anew, from `last` to `link`. Lines after it are linked to `last`, as ever.

`source.original` is the file that a report was imported from, as base64; "" for a text, which stands in `text`."""

JOURNAL_GUARDS = (
    "CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is kept'); END",
    "CREATE TRIGGER journal_lasts BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is kept'); END",
)
"""What is told is not told otherwise. Purging a report lifts them within its transaction."""
