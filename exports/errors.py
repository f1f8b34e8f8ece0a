"""Failures of an export that a user can meet. The Chinese sentence for each is made in `ui.sentences`."""

from pathlib import Path


class ExportError(Exception):
    """Base of the failures of this package; `args` are parameters, not a sentence."""


class TargetUnwritable(ExportError):
    """The file cannot be written there.

    `reason` is one of: "no-folder", "is-folder", "no-right", "read-only", "full", "in-use", "name-too-long", "other".
    """

    def __init__(self, path: Path, reason: str, detail: str = "") -> None:
        super().__init__(path, reason, detail)
        self.path, self.reason, self.detail = path, reason, detail


class FontUnusable(ExportError):
    """A font file is missing or no font that can be embedded."""

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(path, detail)
        self.path, self.detail = path, detail
