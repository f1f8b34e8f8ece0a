"""What stops a submission besides what is missing altogether (see `holes`)."""

from collections.abc import Iterable

from report.checking.finding import Finding, Severity
from report.indicators.wording import missing_values

_HOLES = frozenset(
    {"title-missing", "addressee-missing", "signatory-missing", "date-missing", "section-empty", "content-missing"}
)
"""Rules that find what `find_holes` tells, too."""


def stopping(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The blocks among findings that are no holes."""
    blocks = (one for one in findings if one.severity is Severity.BLOCK and one.rule not in _HOLES)
    return tuple(one for one in blocks if not any(True for _found in missing_values(one.quote)))
