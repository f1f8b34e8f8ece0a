"""What it costs to find the counts of a report, and whether a hundred times the text costs a hundred times as much."""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

from report.content import Block, Paragraph
from report.identity import counting_ids
from report.loader import load_types
from report.reading.recognise import read_report
from report.recognition.report_numbers import forget, recognise
from report.report import Report
from resources import resource
from tests.bench.page.texts import report_text

_ONE, _MANY = 15, 3
_TIMES = 100
_SIGNS = "甲乙丙丁戊己庚辛壬癸"
_WARM_BAR, _RATIO_BAR = 0.030, 115.0
"""Seconds for a report whose patterns are compiled; times the cost of one for a hundred."""


def main() -> bool:
    """Print the figures; whether both are within their bars."""
    types = load_types(resource("templates"))
    report = read_report(report_text(), types, new_id=counting_ids()).report
    report_type = next(one for one in types if one.id == report.type.id)
    start = perf_counter()
    found = len(recognise(report_type, report))
    cold = perf_counter() - start
    one = _typical(lambda: recognise(report_type, report), _ONE)
    many = _typical(lambda: recognise(report_type, repeated(report, _TIMES)), _MANY)
    long = _typical(lambda: recognise(report_type, _joined(report, _TIMES)), _MANY)
    print(
        f"recognition: {found} counts, {one * 1000:.1f} ms warm (bar {_WARM_BAR * 1000:.0f}), {cold * 1000:.0f} ms cold"
    )
    ratios = f"{many / one:.0f} × the time, {long / one:.0f} × with one paragraph a section"
    print(f"recognition, {_TIMES} × the text: {ratios} (bar {_RATIO_BAR:.0f})")
    return one <= _WARM_BAR and max(many, long) / one <= _RATIO_BAR


def repeated(report: Report, times: int) -> Report:
    """The report with each section's text so many times over, no paragraph quite like another."""
    sections = (
        one.with_value("text", tuple(_marked(block, turn) for turn in range(times) for block in one.text))
        for one in report.sections
    )
    return replace(report, sections=tuple(sections))


def _marked(block: Block, turn: int) -> Block:
    """The paragraph with two characters more, others at each turn."""
    if not isinstance(block, Paragraph):
        return block
    return replace(block, id=f"{block.id}-{turn}", text=block.text + _SIGNS[turn // 10] + _SIGNS[turn % 10])


def _joined(report: Report, times: int) -> Report:
    """The same with one paragraph a section."""
    sections = []
    for one in report.sections:
        texts = [block.text for block in one.text if hasattr(block, "text")]  # pyright: ignore[reportAttributeAccessIssue]
        block = next((block for block in one.text if hasattr(block, "text")), None)
        joined = () if block is None else (replace(block, text="".join(texts) * times, level=0),)
        sections.append(one.with_value("text", joined))
    return replace(report, sections=tuple(sections))


def _typical(run: Callable[[], object], rounds: int) -> float:
    times: list[float] = []
    for _ in range(rounds):
        forget()
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return median(times)
