"""Where is looked; known to the menus before anything of finding is loaded."""

from enum import Enum


class Scope(Enum):
    """Where is looked."""

    PART = "part"
    WHOLE = "whole"
