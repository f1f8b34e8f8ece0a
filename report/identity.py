"""Ids of sections, blocks and attachments: given once, never changed, never reused."""

import itertools
import os
from collections.abc import Callable
from typing import TypeAlias

NewId: TypeAlias = Callable[[], str]


def random_id() -> str:
    """A new id for something that will be stored: 12 lower-case hexadecimal digits."""
    return os.urandom(6).hex()


def counting_ids(prefix: str = "b") -> NewId:
    """Ids "b1", "b2", …, for reports that are read from a file and not stored, so that equal input gives equal ids."""
    numbers = itertools.count(1)
    return lambda: f"{prefix}{next(numbers)}"
