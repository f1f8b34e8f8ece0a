"""Numbers that are typed at the start of a paragraph: they set its level and are not kept as text."""

from report.numbering import Scheme, ordinal
from report.reading.leading import Form, read_lead

_LEVELS = {
    Scheme.FOUR: {Form.HAN: 2, Form.HAN_BRACKET: 2, Form.ARABIC: 3, Form.ARABIC_BRACKET: 4},
    Scheme.THREE: {Form.HAN: 2, Form.HAN_BRACKET: 2, Form.ARABIC: 2, Form.ARABIC_BRACKET: 3},
}
_RINGED = 4


def typed_level(text: str, scheme: Scheme) -> int | None:
    """The level that `text` means when it is a number and nothing else: （一）, 一、, 1., （1）; None otherwise.

    一、 heads sections; inside of one it means the first level that can stand there.
    """
    if scheme is Scheme.THREE and text == ordinal(scheme, _RINGED, 1).label:
        return _RINGED
    lead = read_lead(text)
    if lead is None or lead.weak or lead.broken or lead.end != len(text):
        return None
    return _LEVELS[scheme].get(lead.form)


def belongs(marker: str, text: str) -> int | None:
    """How many characters of `text` still belong to the number `marker` before it: the 、 of （一）、, a space.

    None when the marker turns out to be no number: the 1. of 1.5万元, the 一、 of 一、二季度.
    """
    lead = read_lead(marker + text)
    if lead is None or not lead.source.startswith(marker.strip()):
        return None
    return lead.end - len(marker)
