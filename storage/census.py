"""How much is in a database: numbers only, for whoever maintains it. Nothing of what was written."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from storage import engine
from storage.faults import translated

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"


@dataclass(frozen=True, slots=True)
class Census:
    """The schema, None where there is no database; rows of each table; bytes of each of its files by their endings."""

    schema: int | None
    rows: tuple[tuple[str, int], ...]
    sizes: tuple[tuple[str, int], ...]


def census(path: Path) -> Census:
    """What is counted. Raises StorageErrors."""
    schema = engine.schema_of(path)
    ends = ("", "-wal", "-shm", "-journal")
    files = ((end, path.with_name(path.name + end)) for end in ends)
    sizes = tuple((end or "db", one.stat().st_size) for end, one in files if one.exists())
    if schema is None:
        return Census(None, (), sizes)
    with translated(path), closing(engine.connect_reader(path)) as connection:
        names = [name for (name,) in connection.execute(_TABLES)]
        rows = [(name, connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]) for name in names]
    return Census(schema, tuple(rows), sizes)
