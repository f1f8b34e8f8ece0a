"""A short report in which nothing is wrong, and the examples of the rules set into it."""

from collections.abc import Mapping

from report.checking.engine import check
from report.checking.finding import Finding
from report.checking.passages import Checked
from report.checking.rulebook import Example
from report.checking.source import check_source
from report.identity import counting_ids
from report.loader import load_types
from report.reading.recognise import Reading, read_report
from report.template import ReportType
from resources import resource

SLOTS: Mapping[str, str] = {
    "title": "青溪县水务局2024年法治政府建设年度报告",
    "addressee": "县委、县政府：",
    "preface": "2024年，县水务局坚持以习近平法治思想为指导，扎实推进法治政府建设。现将有关情况报告如下：",
    "measures_heading": "一、2024年度推进法治政府建设的主要举措和成效",
    "measures_first": "（一）规范行政执法行为",
    "measures": "全年检查企业120家次，作出行政处罚决定12件。",
    "measures_second": "（二）深化法治宣传教育",
    "lore": "开展普法活动15场次，发放资料3000份。",
    "shortfalls_heading": "二、2024年度推进法治政府建设存在的不足和原因",
    "shortfalls": "基层执法力量不足，主要原因是编制有限、培训不够。",
    "leader_heading": "三、2024年度党政主要负责人履行推进法治建设第一责任人职责的情况",
    "leader": "局主要负责人主持召开党组会研究法治工作4次，听取汇报2次。",
    "plans_heading": "四、2025年度推进法治政府建设的主要安排",
    "plans": "加强执法培训，完善监督机制，6月底前配齐执法装备。",
    "other_heading": "五、其他需要报告的情况",
    "other": "无。",
    "signatory": "青溪县水务局",
    "date": "2025年1月10日",
}
"""The lines of the report; an empty one is left out. `measures` may hold several lines."""
TYPES = load_types(resource("templates"))


def source_of(example: Example) -> str:
    """A whole report: with these words in its measures, or with these lines in the places of others."""
    changed = {"measures": example} if isinstance(example, str) else dict(example)
    assert set(changed) <= set(SLOTS), set(changed) - set(SLOTS)
    return "\n".join(line for slot, text in SLOTS.items() if (line := changed.get(slot, text)))


def read(text: str) -> tuple[ReportType, Reading]:
    """The text as an import reads it."""
    reading = read_report(text, TYPES, new_id=counting_ids())
    return next(one for one in TYPES if one.id == reading.report.type.id), reading


def findings_of(example: Example) -> tuple[Finding, ...]:
    """What the check of a source text says."""
    text = source_of(example)
    kind, reading = read(text)
    checked = Checked(kind, reading.report, copy_is_guessed=True)
    return check_source(checked, reading.report, reading.notes, text)


def findings_in_report(example: Example) -> tuple[Finding, ...]:
    """What the check of the report says that the text is read as."""
    kind, reading = read(source_of(example))
    return check(Checked(kind, reading.report))
