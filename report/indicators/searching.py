"""Indicators found by what a clerk types of their name."""

from collections.abc import Sequence

from report.indicators.values import Values


def search(values: Values, typed: str) -> Sequence[str]:
    """Ids of the indicators whose name or alias has the words, those that begin with them first."""
    found = [one for one in values if typed in one.name or any(typed in alias for alias in one.aliases)]
    return [one.id for one in sorted(found, key=lambda one: not one.name.startswith(typed))]
