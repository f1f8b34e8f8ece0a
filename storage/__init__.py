"""Where reports are kept: one SQLite file. No Qt, no document formats."""
