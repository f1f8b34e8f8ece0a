"""What the check of a report costs: all of it, after a pause in typing, and of a hundred times the text."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

from report.checking.engine import check, forget
from report.checking.passages import Checked
from report.content import Paragraph
from report.identity import counting_ids
from report.indicators.adopting import adopt_known
from report.loader import load_types
from report.reading.recognise import read_report
from report.recognition import report_numbers
from report.report import TEXT_FIELD, Report
from resources import resource
from tests.bench.page.texts import report_text
from tests.bench.recognition import repeated

_ONE, _TIMES = 15, 100
_WARM_BAR, _PAUSE_BAR, _MANY_BAR, _RATIO_BAR = 0.030, 0.010, 3.0, 115.0
"""Seconds for a report, after a change of one paragraph, for a hundred times the text; times the cost of one."""


def main() -> bool:
    """Print the figures; whether all are within their bars."""
    types = load_types(resource("templates"))
    report = read_report(report_text(), types, new_id=counting_ids()).report
    kind = next(one for one in types if one.id == report.type.id)
    report = adopt_known(kind, report)[0]
    start = perf_counter()
    found = len(check(Checked(kind, report)))
    cold = perf_counter() - start

    def whole(of: Report) -> Callable[[], object]:
        def run() -> object:
            forget()
            report_numbers.forget()
            return check(Checked(kind, of))

        return run

    one = _typical(whole(report), _ONE)
    changes = iter(range(10**6))
    pause = _typical(lambda: check(Checked(kind, _typed(report, next(changes)))), _ONE)
    many = _typical(whole(repeated(report, _TIMES)), 3)
    print(f"check: {found} findings, {one * 1000:.1f} ms warm (bar {_WARM_BAR * 1000:.0f}), {cold * 1000:.0f} ms cold")
    print(f"check after a change of one paragraph: {pause * 1000:.1f} ms (bar {_PAUSE_BAR * 1000:.0f})")
    ratio = f"{many:.2f} s (bar {_MANY_BAR:.0f}), {many / one:.0f} × the time (bar {_RATIO_BAR:.0f})"
    print(f"check, {_TIMES} × the text: {ratio}")
    return one <= _WARM_BAR and pause <= _PAUSE_BAR and many <= _MANY_BAR and many / one <= _RATIO_BAR


def _typed(report: Report, number: int) -> Report:
    """The report with another last paragraph in its longest section."""
    section = max(report.sections, key=lambda one: len(one.text))
    blocks = list(section.text)
    last = blocks[-1]
    assert isinstance(last, Paragraph)
    blocks[-1] = replace(last, text=f"{last.text}共{number}次。")
    changed = section.with_value(TEXT_FIELD, tuple(blocks))
    return replace(report, sections=tuple(changed if one is section else one for one in report.sections))


def _typical(run: Callable[[], object], rounds: int) -> float:
    times: list[float] = []
    for _ in range(rounds):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)
