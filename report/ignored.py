"""What the clerk decided to leave as it is although a check found it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ignored:
    """One such decision: which rule, which words (its sentence where there are none), why, by whom and when (UTC, ISO).

    `reason` is one of REASONS or the clerk's own words.
    """

    rule: str
    words: str
    reason: str
    who: str
    moment: str


REASONS = ("as-is", "name", "provision")
"""原文如此, 单位名称, 另有规定."""
