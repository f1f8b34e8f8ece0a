"""The rules themselves, by what they look at. Importing this registers them."""

from report.checking.rules import (
    completeness,
    confused,
    figures,
    privacy,
    punctuation,
    repetition,
    structure,
    sums,
    tables,
    times,
    titles,
    wording,
)

__all__ = [
    "completeness",
    "confused",
    "figures",
    "privacy",
    "punctuation",
    "repetition",
    "structure",
    "sums",
    "tables",
    "times",
    "titles",
    "wording",
]
