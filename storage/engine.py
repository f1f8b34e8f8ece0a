"""The SQLite library that Python carries."""

import sqlite3


def sqlite_version() -> str:
    """Its version, such as 3.45.1."""
    return sqlite3.sqlite_version
