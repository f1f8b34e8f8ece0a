"""What a published copy must not tell: numbers of persons, and full names beside cases (个人信息保护法 §28, §57)."""

from collections.abc import Iterable

from report.checking.finding import Finding

PRIVACY = frozenset({"identity-number", "mobile-number", "bank-card", "person-name"})
"""The rules about it; their repair masks."""


def to_mask(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that masking puts right."""
    return tuple(one for one in findings if one.rule in PRIVACY and one.changes)
