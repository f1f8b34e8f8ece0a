"""Clocks for stores."""

from datetime import UTC, datetime, timedelta

BEGIN = datetime(2026, 1, 5, 1, 0, tzinfo=UTC)


class Hands:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        return self.now

    def wait(self, **time: float) -> None:
        """Move it, by `minutes=5` for example."""
        self.now += timedelta(**time)
