"""The panel: walking, fixing, all of one kind, ignoring, filters, what stands there when nothing is found."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog, QMenu

from report import edits
from report.checking.engine import check
from report.checking.finding import Severity
from report.checking.passages import Checked
from report.content import Item
from report.document import Place
from tests.ui.checking.steps import Checking, Style, focused, marks
from tests.ui.finding.steps import selected
from tests.ui.waiting import until
from ui import library
from ui.application import declared
from ui.checking.alike import AlikeDialog
from ui.checking.commands import fix_finding, step_check
from ui.checking.reasons import reasons_menu
from ui.checking.top import Filter


def test_nothing_is_wrong_with_the_sample() -> None:
    types, _groups = declared()
    sample = library.sample_report(types)
    assert check(Checked(library.type_of(types, sample.type.id), sample)) == ()


def test_the_list_is_grouped_by_parts_in_the_order_of_the_window(checking: Checking) -> None:
    page = checking.open()
    rows = [page.model.index(row).data() for row in range(page.model.rowCount())]
    heads = [row for row in rows if row[:2] in ("基本", "三、", "四、", "五、", "六、", "整份")]
    parts = [one.number + one.title for one in checking.workplace.column.parts.parts]
    assert [head for head in heads if head in parts] == [one for one in parts if one in heads]
    assert heads
    total = len(checking.watch.now().standing)
    assert checking.workplace.panel.meta.full_text().endswith(f"共{total}处")


def test_walking_selects_the_words_and_goes_round(checking: Checking) -> None:
    text = checking.prose()
    text.focus_block("p2", 0)
    step_check(checking.workplace, 1)
    assert checking.page.list.current is not None
    assert checking.page.list.current.quote == "变跟"
    assert selected(text) == "变跟"
    assert focused() is text
    count = len(checking.page.model.findings)
    for _ in range(count):
        step_check(checking.workplace, 1)
    assert checking.page.list.current.quote == "变跟"
    assert selected(text) == "变跟"
    step_check(checking.workplace, -1)
    assert checking.page.list.current.quote != "变跟"


def test_the_open_finding_is_set_off_in_the_text(checking: Checking) -> None:
    text = checking.prose()
    text.focus_block("p2", 0)
    step_check(checking.workplace, 1)
    tinted = [
        one.cursor.selectedText()  # type: ignore[attr-defined]
        for one in text.extraSelections()
        if one.format.background().style() != Qt.BrushStyle.NoBrush  # type: ignore[attr-defined]
    ]
    assert tinted == ["变跟"]
    checking.workplace.panel.show_page("")
    assert ("变跟", Style.WaveUnderline) in marks(text)


def test_in_the_list_arrows_show_and_enter_goes_to_the_text(checking: Checking) -> None:
    text = checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    page.list.setFocus()
    before = page.list.current
    checking.press(Qt.Key.Key_Down)
    assert page.list.current is not before
    assert focused() is page.list
    checking.press(Qt.Key.Key_Up)
    checking.press(Qt.Key.Key_Return)
    assert focused() is text
    assert selected(text) == "变跟"
    page.list.setFocus()
    checking.press(Qt.Key.Key_Escape)
    assert focused() is text


def test_a_fix_is_one_step_and_the_next_finding_is_open(checking: Checking) -> None:
    checking.prose()
    checking.step_to("变跟")
    fix_finding(checking.workplace)
    assert checking.text("p2") == "行政行为未被撤销、变更，取得良好的的效果。"
    assert checking.opened.undo_name == "改“变跟”为“变更”"
    assert checking.page.list.current is not None
    assert "的的" in checking.page.list.current.quote
    fix_finding(checking.workplace)
    assert checking.text("p2") == "行政行为未被撤销、变更，取得良好的效果。"
    checking.opened.undo()
    checking.opened.undo()
    assert "变跟" in checking.text("p2")
    checking.until_checked()
    assert checking.quotes().count("变跟") == 3


def test_the_button_says_what_it_does(checking: Checking) -> None:
    checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    card = page.list.card
    assert card.fix.text() == "改为“变更”"
    assert card.alike.text() == "逐处看3处…"
    assert card.source.text().startswith("依据：")
    assert not card.go.isVisible()
    checking.qtbot.mouseClick(card.fix, Qt.MouseButton.LeftButton)
    assert "变更" in checking.text("p2")


def test_all_of_a_kind_are_shown_and_those_left_out_stay(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    told: list[str] = []
    page.repaired.connect(told.append)
    shown: list[list[tuple[str, str, str, str]]] = []

    def choose(dialog: AlikeDialog) -> int:
        model = dialog.model
        shown.append([model.words(row) for row in range(model.rowCount())])
        dialog.list.setCurrentIndex(model.index(1))
        checking.qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert dialog.accept_button.text() == "改2处"
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AlikeDialog, "exec", choose)
    page.fix_alike()
    assert [row[1:3] for row in shown[0]] == [("变跟", "变更")] * 3
    assert ("变更" in checking.text("p2"), "变更" in checking.text("p4")) == (True, False)
    plans = checking.report.section(checking.section("plans")).values["plans"]
    assert isinstance(plans, tuple)
    assert isinstance(plans[1], Item)
    assert plans[1].text == "行政决定不得变更。"
    assert told == ["已改2处。"]
    assert checking.opened.undo_name == "改好2处"
    checking.opened.undo()
    assert "变跟" in checking.text("p2")


def test_half_width_marks_are_one_finding_that_can_be_seen_one_by_one(
    checking: Checking, monkeypatch: pytest.MonkeyPatch
) -> None:
    checking.prose()
    page = checking.open()
    row = next(one for one in page.model.findings if one.rule == "half-width")
    page.list.open(page.model.row_of(row))
    page._show_card()
    assert page.list.card.fix.text() == "改好这2处"
    shown: list[int] = []

    def first_only(dialog: AlikeDialog) -> int:
        shown.append(dialog.model.rowCount())
        dialog.model.toggle(1)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(AlikeDialog, "exec", first_only)
    page.fix_alike()
    assert shown == [2]
    assert ("，群众满意" in checking.text("p3"), ",也未被" in checking.text("p4")) == (True, True)


def test_what_is_ignored_goes_and_comes_back(checking: Checking) -> None:
    text = checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    page.ignore("name")
    assert checking.quotes().count("变跟") == 2
    assert page.top.ignored.text() == "已忽略1"
    assert checking.opened.undo_name == "忽略“变跟”"
    checking.until_checked()
    assert marks(text).count(("变跟", Style.WaveUnderline)) == 1
    checking.qtbot.mouseClick(page.top.ignored, Qt.MouseButton.LeftButton)
    assert checking.quotes() == ["变跟"]
    page.list.open(1)
    page._show_card()
    card = page.list.card
    assert card.source.text().startswith("已忽略：单位名称")
    assert not card.fix.isVisibleTo(card)
    checking.qtbot.mouseClick(card.heed, Qt.MouseButton.LeftButton)
    assert checking.quotes().count("变跟") == 3
    assert page.top.filter is Filter.ALL
    assert not page.top.ignored.isVisibleTo(page)


def test_ignoring_is_undone_like_any_step(checking: Checking) -> None:
    checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    page.ignore("自己的理由")
    assert [one.reason for one in checking.report.ignored.values()] == ["自己的理由"]
    checking.opened.undo()
    assert not checking.report.ignored
    checking.until_checked()
    assert checking.quotes().count("变跟") == 3


@pytest.mark.parametrize("severity", list(Severity))
def test_a_filter_lists_its_severity(checking: Checking, severity: Severity) -> None:
    page = checking.open()
    wanted = Filter(severity)
    checking.qtbot.mouseClick(page.top.segments.button(wanted), Qt.MouseButton.LeftButton)
    state = checking.watch.now()
    assert page.model.findings == [one for one in page.model.findings if one.severity is severity]
    assert len(page.model.findings) == sum(one.severity is severity for one in state.standing)
    assert page.top.segments.button(wanted).text().endswith(str(len(page.model.findings)))


def test_where_something_is_missing_the_way_leads_to_its_field(checking: Checking) -> None:
    checking.prose()
    page = checking.open()
    missing = next(one for one in page.model.findings if one.rule == "addressee-missing")
    page.list.open(page.model.row_of(missing))
    page._show_card()
    card = page.list.card
    assert card.go.isVisibleTo(card)
    assert card.place.text() == "主送机关"
    checking.qtbot.mouseClick(card.go, Qt.MouseButton.LeftButton)
    assert checking.workplace.current_part == "front"
    place = checking.workplace.page_of("front").cursor_place()  # type: ignore[attr-defined]
    assert place is not None
    assert place[0].field == "addressee"


def test_nothing_found_is_said_with_what_was_looked_at(checking: Checking) -> None:
    page = checking.open()
    checking.watch.set_setting(type(checking.watch.setting)(off=frozenset(_all_rules())))
    checking.watch.now()
    assert page.nothing.isVisibleTo(page)
    assert page.nothing.words.text() == "没有发现问题"
    assert "查过" in page.nothing.more.text()
    step_check(checking.workplace, 1)
    fix_finding(checking.workplace)


def _all_rules() -> list[str]:
    from report.checking.rulebook import rulebook

    return list(rulebook().rules)


def test_the_row_that_is_open_is_as_high_as_its_card_at_any_width(checking: Checking) -> None:
    page = checking.open()
    checking.step_to("变跟")
    row = page.model.row_of(page.list.current)
    for width in (360, 452, 640):
        page.list.resize(width, page.list.height())
        until(checking.qtbot, lambda: page.list.card.width() == page.list.viewport().width())
        rect = page.list.visualRect(page.model.index(row))
        assert page.list.card.geometry().height() >= page.list.card.heightForWidth(rect.width()) - 1
        below = page.list.indexAt(QPoint(20, rect.bottom() + 3))
        assert not below.isValid() or below.row() == row + 1


def test_a_finding_that_was_edited_away_is_not_put_right(checking: Checking) -> None:
    text = checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    section = checking.section("measures")
    blocks = text.value[:1] + text.value[2:]
    checking.opened.apply("删", Place(section), edits.set_field(checking.report, section, "text", blocks))
    before = checking.report
    page.fix()
    assert checking.report is before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_reason_is_chosen_from_a_menu(checking: Checking) -> None:
    checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    checking.qtbot.mouseClick(page.list.card.ignore, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [one.text().partition("(")[0] for one in menu.actions() if one.text()]
    assert words == ["原文如此", "单位名称", "另有规定", "其他"]
    checking.qtbot.keyClick(menu, Qt.Key.Key_Down)
    checking.qtbot.keyClick(menu, Qt.Key.Key_Down)
    checking.qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [one.reason for one in checking.report.ignored.values()] == ["name"]


def test_a_reason_can_be_in_ones_own_words(checking: Checking, monkeypatch: pytest.MonkeyPatch) -> None:
    checking.prose()
    page = checking.open()
    checking.step_to("变跟")
    answers = [("  ", True), ("志书用词", False), (" 志书用词 ", True)]
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: answers.pop(0))
    for expected in ([], [], ["志书用词"]):
        reasons_menu(page.ignore, page).actions()[-1].trigger()
        assert [one.reason for one in checking.report.ignored.values()] == expected
