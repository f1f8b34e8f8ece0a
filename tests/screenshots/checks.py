"""What the pictures of the check show: a report with faults, walked through."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QDialog

from report.checking.engine import check
from report.checking.passages import Checked
from report.checking.repairing import same_kind
from report.checking.rulebook import rulebook
from report.content import Paragraph
from report.document import Place
from report.report import TEXT_FIELD, Report
from report.texts import texts
from storage.office_words import words_file
from ui.application import Application
from ui.checking.alike import AlikeDialog, ChangeModel
from ui.checking.commands import step_check
from ui.checking.page import CheckPage
from ui.checking.rules_dialog import RulesDialog
from ui.checking.words_dialog import WordsDialog
from ui.editor.workplace import Workplace

_FAULTS = "行政行为未被撤销、变跟，群众反应强烈的问题得到解决,取得良好的的效果。当事人证号11010519491231002X。"


def walk_through_checks(workplace: Workplace) -> Iterator[str]:
    """Show one state after another; the name of each."""
    opened = workplace.desk.opened
    section = next(one for one in opened.report.sections if one.kind == "measures")
    workplace.show_part(section.id)
    opened.apply("错字", Place(section.id), _faulty(opened.report, section.id))
    workplace.show_step(Place(section.id))
    workplace.panel.show_page("check")
    page = workplace.panel.page("check")
    assert isinstance(page, CheckPage)
    step_check(workplace, 1)
    step_check(workplace, 1)
    yield "open"
    page.ignore("name")
    page.top.ignored.click()
    page.list.open(1)
    page._show_card()
    yield "ignored"
    page.top.ignored.click()
    setting = workplace.watch.setting
    workplace.watch.set_setting(replace(setting, off=frozenset(rulebook().rules)))
    workplace.watch.now()
    yield "nothing"
    workplace.watch.set_setting(setting)
    workplace.watch.now()


def check_dialogs(workplace: Workplace, program: Application) -> Iterator[tuple[str, QDialog]]:
    """The dialogs of the check with something in each."""
    opened, theme, icons, window = workplace.desk.opened, program.theme, program.icons, program.window
    yield "check-rules", RulesDialog(("echo",), theme, icons, window)
    words = (("城管局", "市城管执法局", "简称要全"), ("抓手", "", "少用"))
    yield "check-words", WordsDialog(words, words_file(Path("/数据")), theme, icons, window)
    found = check(Checked(opened.type, opened.report))
    one = next(each for each in found if each.quote == "变跟")
    alike = list(same_kind(one, found))
    places = {each.spot: "第7段" for each in alike if each.spot is not None}
    yield "check-alike", AlikeDialog(ChangeModel(alike, dict(texts(opened.report)), places), theme, window)


def _faulty(report: Report, section: str) -> Report:
    def edit(text: tuple[object, ...]) -> tuple[Paragraph, ...]:
        blocks = [one for one in text if isinstance(one, Paragraph)]
        return (*blocks[:1], replace(blocks[1], text=_FAULTS, level=0, links=()), *blocks[2:])

    return report.with_section(section, lambda one: one.with_value(TEXT_FIELD, edit(one.text)))
