"""Characters that are taken for each other: by sound, as an input method offers them, or by shape."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from report.checking.rows import rows_of
from report.indicators.pinyin import readings


@cache
def are_alike(one: str, other: str) -> bool:
    """Whether two characters sound or look the same, or sound nearly so: 平 and 品, 资 and 支."""
    return bool(_sounds(one) & _sounds(other)) or other in _shapes().get(one, "")


@cache
def _sounds(char: str) -> frozenset[str]:
    """The readings of a character as many speak and type them: zh as z, ng as n, n as l."""
    return frozenset(
        re.sub("^([zcs])h", r"\1", re.sub("ng$", "n", re.sub("^n", "l", one))) for one in readings().get(char, ())
    )


@cache
def _shapes() -> Mapping[str, str]:
    found: dict[str, str] = defaultdict(str)
    for (group,) in rows_of("similar.tsv"):
        for char in group:
            found[char] += group
    return found
