"""What one search for an indicator costs, with 300 of them and the words that find most."""

from dataclasses import replace
from statistics import median
from time import perf_counter

from report.indicators.figures import NO_FIGURES
from report.indicators.loading import load_catalogue
from report.indicators.searching import search
from report.indicators.values import Values
from resources import resource

_INDICATORS, _ROUNDS, _BAR = 300, 30, 0.005
_TYPED = ("x", "s", "xzcf", "xingzhengchufa", "xz处罚", "处罚", "shuxs", "zhzhzhzhzh")


def main() -> bool:
    """Print the figures; whether the slowest word is within the bar."""
    values = many(_INDICATORS)
    start = perf_counter()
    search(values, "cf")
    first = perf_counter() - start
    slowest = max(_typical(values, typed) for typed in _TYPED)
    print(f"search: {slowest * 1000:.1f} ms (bar {_BAR * 1000:.0f}), the first {first * 1000:.0f} ms")
    return slowest <= _BAR


def many(count: int) -> Values:
    """The values of a catalogue with so many indicators."""
    shipped = load_catalogue(resource("templates"))
    again = (replace(one, id=f"{one.id}-again") for one in shipped.indicators)
    return Values(replace(shipped, indicators=(*shipped.indicators, *again)[:count]), NO_FIGURES)


def _typical(values: Values, typed: str) -> float:
    times: list[float] = []
    for _ in range(_ROUNDS):
        start = perf_counter()
        search(values, typed)
        times.append(perf_counter() - start)
    return median(times)
