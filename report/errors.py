"""Failures that a user can meet below the window. The Chinese sentence for each is made in `ui.sentences`."""


class ReportError(Exception):
    """Base of the failures of this package; `args` are parameters, not a sentence."""


class TemplateError(ReportError):
    """A report type's file is wrong: which file, where in it, and what (three texts)."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(file, place, problem)
        self.file, self.place, self.problem = file, place, problem

    def __str__(self) -> str:
        """File, place and problem in one line."""
        return f"{self.file}：{self.place}：{self.problem}"


class UnknownType(ReportError):
    """No report type has this id."""

    def __init__(self, type_id: str, known: tuple[str, ...]) -> None:
        super().__init__(type_id, known)
        self.type_id, self.known = type_id, known


class UnreadableSource(ReportError):
    """A file that is not read: `reason` says why, `detail` is a library's words for the log.

    No text in an encoding that we read: docx, xlsx, pptx, doc, pdf, rtf, picture, archive, database, binary, encoding.
    Not to be read: empty, encrypted, macros, doctype, damaged, too-large, too-deep, too-heavy, unsafe-names,
    duplicate-parts, not-word, ofd, mail, no-text, no-report, newer.
    """

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason, self.detail = reason, detail


class TooMuchText(ReportError):
    """The input is larger than a report can be; both are counts of characters or bytes."""

    def __init__(self, size: int, limit: int) -> None:
        super().__init__(size, limit)
        self.size, self.limit = size, limit
