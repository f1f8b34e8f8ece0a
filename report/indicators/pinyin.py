"""How Chinese characters are read, and whether letters, characters or both in turn say a text."""

from collections.abc import Mapping
from functools import cache

from resources import resource

_DOUBLE = ("zh", "ch", "sh")


@cache
def readings() -> Mapping[str, tuple[str, ...]]:
    """All readings of each character, in plain letters. Read from the file at the first call."""
    lines = resource("words", "pinyin.tsv").read_text("utf-8").splitlines()
    table = {line[0]: tuple(line[2:].split()) for line in lines}
    # 略 is typed lve and lue.
    return {char: (*read, *(one.replace("ve", "ue") for one in read if "ve" in one)) for char, read in table.items()}


class Typed:
    """What was typed, folded by `searching`: at each place of it, how far one character of a text reaches."""

    def __init__(self, text: str) -> None:
        self.text: str = text
        letters = any(char.isascii() and char.isalpha() for char in text)
        self._readings: Mapping[str, tuple[str, ...]] = readings() if letters else {}
        self._steps: dict[tuple[str, int], tuple[int, ...]] = {}

    def said_by(self, text: str, start: int) -> int:
        """Where the part of a text ends that begins at `start` and is said by all that was typed; 0 when none is."""
        end, places = start, (0,)
        while places:
            if len(self.text) in places:
                return end
            if end == len(text):
                break
            if len(places) == 1:
                places = self.steps(text[end], places[0])
            else:
                places = tuple({step for place in places for step in self.steps(text[end], place)})
            end += 1
        return 0

    def steps(self, char: str, place: int) -> tuple[int, ...]:
        """The places to which a character reaches from one: as itself, a reading or its beginning, or an initial."""
        known = self._steps.get((char, place))
        if known is None:
            known = self._steps[char, place] = tuple(self._reached(char, place))
        return known

    def _reached(self, char: str, place: int) -> set[int]:
        text, found = self.text, set[int]()
        if place >= len(text):
            return found
        if text[place] == char:
            found.add(place + 1)
        for one in self._readings.get(char, ()):
            if one[0] == text[place]:
                found.add(place + 1)
            if one[:2] in _DOUBLE and text.startswith(one[:2], place):
                found.add(place + 2)
            if text.startswith(one, place):
                found.add(place + len(one))
            elif one.startswith(text[place:]):
                found.add(len(text))
        return found
