"""What a clerk can answer when something is missing before an export."""

from enum import Enum


class Answer(Enum):
    """What the clerk wants."""

    CANCEL = "cancel"
    JUMP = "jump"
    DRAFT = "draft"
    CONFIRM = "confirm"
