"""Where the clerk was: kept in the settings, so that the next start, also after the power went out, goes on there."""

import json
from dataclasses import asdict, dataclass, fields

from report.document import Place


@dataclass(frozen=True, slots=True)
class RememberedPlace:
    """A place in a report: the part shown, the cursor (characters before it as printed), the paragraph at the top.

    `section` is the cursor's where the part has several: the id of an attachment; "" where it is the part itself.
    """

    part: str = ""
    field: str = ""
    block: str = ""
    offset: int = 0
    top: str = ""
    section: str = ""

    @property
    def place(self) -> Place:
        """The cursor's place."""
        return Place(self.section or self.part, self.field, self.block)

    def to_text(self) -> str:
        """As it stands in the settings."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_remembered(text: str) -> RememberedPlace:
    """A place from the settings; what is unreadable is no place."""
    try:
        given = {"section": ""} | json.loads(text)  # a place may have been kept without a section
        values = {one.name: given[one.name] for one in fields(RememberedPlace)}
    except (ValueError, KeyError, TypeError):
        return RememberedPlace()
    place = RememberedPlace(**values)
    texts = (place.part, place.field, place.block, place.top, place.section)
    return place if all(type(one) is str for one in texts) and type(place.offset) is int else RememberedPlace()
