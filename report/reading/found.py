"""A line with the number that leads it, as the phases that find the outline hand it on."""

from dataclasses import dataclass

from report.reading.leading import Form, Lead
from report.reading.lines import Line


@dataclass(frozen=True, slots=True)
class Found:
    """A line with its number. `form` is what the number stands for: "二、" between （一） and （三） is one of them.

    `row` says that the line is a row of a table; `sub` that a number of the top form belongs to a deeper level.
    """

    line: Line
    lead: Lead | None = None
    form: Form = Form.HAN
    row: bool = False
    sub: bool = False
