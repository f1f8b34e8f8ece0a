"""The sample report as a PDF: what a start without a window makes, to show that the rest works."""

from datetime import UTC, datetime
from pathlib import Path

from report.compose import Copy
from report.identity import counting_ids
from report.reading.recognise import read_blocks
from report.sample import load_sample
from resources import resource
from resources.i18n import _
from ui.commands.export import write_copy
from ui.commands.output import tell
from ui.commands.sources import Source, all_types, type_of

_TYPE = "guangdong"
_MOMENT = datetime(2025, 1, 10, tzinfo=UTC)


def export_sample(folder: Path) -> None:
    """Write the sample report into `folder` and say where it lies. Raises CommandFailure."""
    target = folder / _("示例报告.pdf")
    write_copy(load_sample_source(), target, Copy.SUBMISSION)
    tell(_("示例报告已导出：{path}").format(path=target))


def load_sample_source() -> Source:
    """The sample report with its type."""
    report_type = type_of(all_types(), _TYPE)
    report = load_sample(resource("sample", "report.toml"), report_type, counting_ids(), read_blocks)
    return Source(report, report_type, _MOMENT)
