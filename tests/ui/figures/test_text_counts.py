"""Counts of the text that no figure follows: offered, and said where they differ."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from report.document import Place
from report.indicators.rows import Gravity
from tests.report.indicators.counting import aliased_type, texts_of
from tests.ui.figures.conftest import MakeSheet, Sheet
from tests.ui.waiting import until
from ui.figures import painting
from ui.figures.register import RegisterDialog

TEXT = "应考121人，实考119人，栽种桂花树30棵。"


@pytest.fixture
def counted(make_sheet: MakeSheet) -> Sheet:
    """A sheet whose text says another number of those present."""
    sheet = make_sheet({"due": "121", "taken": "120"}, report_type=aliased_type(), text=(TEXT,))
    sheet.page.ledger.text_counts.look()
    return sheet


def test_the_text_is_looked_at_when_the_sheet_is_shown(make_sheet: MakeSheet) -> None:
    sheet = make_sheet({"due": "121"}, report_type=aliased_type(), text=(TEXT,))
    assert not sheet.page.head.register_link.isVisible()
    until(sheet.qtbot, sheet.page.head.register_link.isVisible)
    assert sheet.page.head.register_link.text() == "文中还有3个数没有登记"


def test_another_value_in_the_text_stands_below_the_row_and_leads_there(counted: Sheet) -> None:
    assert counted.messages() == ["第一部分写的是“实考119人”，与这里不一样。"]
    view = counted.view
    line = view.sheet.nodes[0].lines[2]
    assert line.message is not None
    assert (line.row.id, line.message.gravity) == ("taken", Gravity.HINT)
    wished: list[Place] = []
    counted.page.place_wished.connect(wished.append)
    below = view.indexBelow(view.sheet.index_of("taken"))
    rect = view.visualRect(below.siblingAtColumn(0))
    band = rect.adjusted(0, 0, view.viewport().width() - rect.right() - 1, 0)
    spot = painting.link_rect(counted.page.desk.theme, line.message, band).center()
    counted.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [(one.section, one.block) for one in wished] == [(counted.opened.report.sections[0].id, "p1")]


def test_it_is_said_no_more_once_both_agree(counted: Sheet) -> None:
    counted.enter("taken", "119")
    assert counted.messages() == []


def test_what_is_registered_follows_from_then_on(counted: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: RegisterDialog) -> int:
        dialog.every.click()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(RegisterDialog, "exec", answer)
    counted.page.head.register_link.click()
    own = counted.opened.report.figures.own[0]
    linked = f"应考⟦due 121⟧人，实考119人，栽种桂花树⟦{own.id} 30⟧棵。"
    assert texts_of(counted.opened.report) == [linked]
    assert not counted.page.head.register_link.isVisible()
    counted.enter(own.id, "31")
    assert "栽种桂花树31棵" in counted.opened.report.sections[0].text[0].text  # type: ignore[union-attr]
    counted.opened.undo()
    counted.opened.undo()
    assert texts_of(counted.opened.report) == [TEXT]


def test_a_name_of_ones_own_can_be_given(counted: Sheet) -> None:
    dialog = RegisterDialog(
        counted.page.ledger.unregistered(), counted.page.ledger.values, counted.page.desk.theme, counted.page
    )
    counted.qtbot.addWidget(dialog)
    assert [box.isChecked() for box, _line, _one in dialog.rows] == [True, False]
    assert dialog.accept_button.text() == "登记1个"
    line = dialog.rows[1][1]
    assert line is not None
    line.setText("植树")
    line.textEdited.emit("植树")
    assert [one.name for one in dialog.chosen()][1] == "植树"
    assert dialog.every.isChecked()
    dialog.every.click()
    assert dialog.chosen() == []
    assert not dialog.accept_button.isEnabled()
    line.setText(" ")
    dialog.every.click()
    assert len(dialog.chosen()) == 1
