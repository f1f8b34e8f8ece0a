"""The office's own wrong words lie beside the database, as a file that spreadsheets open too."""

from pathlib import Path

from report.checking.office_words import FILE, Rows, read_rows
from report.reading.decoding import decode


def words_file(folder: Path) -> Path:
    """Where the words of a data folder are."""
    return folder / FILE


def read_office_words(folder: Path) -> Rows:
    """The words, none where there is no file. Raises OSError, and UnreadableSource for what is no text."""
    file = words_file(folder)
    return read_rows(decode(file.read_bytes())) if file.exists() else ()
