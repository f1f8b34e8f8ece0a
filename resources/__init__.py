"""Files that the program reads: templates, fonts, the sample, catalogues. No code of the program is imported here."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """The path of a shipped file or folder."""
    return _ROOT.joinpath(*parts)
