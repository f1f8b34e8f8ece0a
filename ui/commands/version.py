"""`--version`: the program and what it stands on, without loading any of it."""

VERSION = "0.1.0"


def version_text() -> str:
    """One line a component: program, Python, Qt, SQLite, ReportLab."""
    # The window needs the number alone, and soon.
    import platform
    from importlib import metadata

    from storage.engine import sqlite_version

    lines = [f"呈报 {VERSION}", f"Python {platform.python_version()}"]
    for name, package in (("Qt", "PySide6-Essentials"), ("ReportLab", "reportlab")):
        try:
            lines.append(f"{name} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            lines.append(f"{name} —")
    lines.insert(3, f"SQLite {sqlite_version()}")
    return "\n".join(lines)
