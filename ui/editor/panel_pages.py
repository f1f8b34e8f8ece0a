"""The pages of the side panel, each made when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from report.report import Report
from report.template import FrontGroup, ReportType
from ui.open_report import LastYear
from ui.panel.page import PanelPage

if TYPE_CHECKING:
    from ui.checking.page import CheckPage
    from ui.editor.workplace import Workplace
    from ui.last_year.page import LastYearPage
    from ui.preview.page import PreviewPage


class PanelPages:
    """Makes the pages of a workplace's panel and connects them with it."""

    def __init__(self, workplace: "Workplace", groups: Sequence[FrontGroup]) -> None:
        self._workplace, self._desk, self._groups = workplace, workplace.desk, groups
        self._last_year: tuple[Report | None, ReportType | None] | None = None
        self._last_year_page: LastYearPage | None = None
        self.makers: Mapping[str, Callable[[], PanelPage]] = {
            "check": self._check,
            "last_year": self._make_last_year,
            "preview": self._preview,
            "find": self._find,
            "help": self._help,
        }

    def show_last_year(self, report: Report | None, report_type: ReportType | None = None) -> None:
        """Compare with last year's report from now on, None when there is none; `report_type` where it is another."""
        self._last_year = report, report_type
        opened = self._desk.opened
        opened.set_last(LastYear(report, report_type or opened.type) if report is not None else None)
        if self._last_year_page is not None:
            self._last_year_page.show_last_year(report, report_type)

    def preview_page(self) -> "PreviewPage":
        """A preview of the report, for the panel or for a window of its own."""
        from ui.preview.page import PreviewPage

        desk = self._desk
        return PreviewPage(desk.opened, desk.moment, desk.theme, desk.icons)

    def _preview(self) -> PanelPage:
        page = self.preview_page()
        page.detach_wished.connect(self._workplace.detach_preview)
        return page

    def _make_last_year(self) -> PanelPage:
        from ui.last_year.page import LastYearPage

        desk = self._desk
        page = LastYearPage(desk.opened, self._groups, desk.new_id, desk.theme, desk.icons)
        page.stepped.connect(self._workplace.show_step)
        page.import_wished.connect(self._workplace.import_wished)
        if self._last_year is not None:
            page.show_last_year(*self._last_year)
        self._last_year_page = page
        return page

    def _find(self) -> PanelPage:
        from ui.editor.reach import Reach
        from ui.finding.page import FindPage

        desk = self._desk
        page = FindPage(desk.opened, Reach(self._workplace, "searched"), self._labels, desk.theme, desk.icons)
        page.replaced.connect(self._workplace.undoable)
        self._workplace.part_changed.connect(page.follow_part)
        return page

    def _check(self) -> "CheckPage":
        from ui.checking.page import CheckPage

        page = CheckPage(self._workplace, self._labels, self._desk.theme, self._desk.icons)
        page.repaired.connect(self._workplace.undoable)
        page.record_wished.connect(self._workplace.record_wished)
        page.rules_wished.connect(self._workplace.rules_wished)
        page.words_wished.connect(self._workplace.words_wished)
        return page

    def _help(self) -> PanelPage:
        from ui.help.way import make_help

        return make_help(self._desk.opened, self._groups, self._desk.theme, self._desk.icons)

    @property
    def _labels(self) -> dict[str, str]:
        """The words for the fields of the basic data."""
        return {field.id: field.label for group in self._groups for field in group.fields}
