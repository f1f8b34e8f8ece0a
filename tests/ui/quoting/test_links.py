"""A number that quotes an indicator: what is typed at it never joins it, and it goes as one."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from report.indicators import edits
from tests.report.indicators.counting import number
from tests.ui.quoting.conftest import Writer
from tests.ui.typing_chinese import compose, type_chinese

QUOTING = "应考⟦due 192⟧人，实考⟦taken 188⟧人。"


@pytest.fixture
def quoting(writer: Writer) -> Writer:
    for indicator, value in (("due", "192"), ("taken", "188")):
        report = edits.set_amount(writer.opened.type, writer.opened.report, indicator, number(value))
        writer.opened.apply("填数", writer.desk._place, report)
    writer.show(QUOTING)
    assert writer.reads() == [QUOTING]
    return writer


@pytest.mark.parametrize(
    ("offset", "after"),
    [
        (2, "应考{typed}⟦due 192⟧人，实考⟦taken 188⟧人。"),
        (5, "应考⟦due 192⟧{typed}人，实考⟦taken 188⟧人。"),
        (3, "应考1{typed}92人，实考⟦taken 188⟧人。"),
    ],
)
@pytest.mark.parametrize("typed", ["1", "2", "9", "19", "共"])
@pytest.mark.parametrize("way", ["keys", "commit", "compose", "paste"])
def test_what_is_typed_at_an_edge_is_no_part_of_it(
    quoting: Writer, offset: int, after: str, typed: str, way: str
) -> None:
    text = quoting.text
    quoting.put_cursor(offset)
    if way == "paste":
        data = QMimeData()
        data.setText(typed)
        text.insertFromMimeData(data)
    elif way == "compose":
        compose(text, "gong")
        assert quoting.opened.report.sections[0].text[0].links  # type: ignore[union-attr]
        compose(text, "", typed)
    elif way == "commit" or typed == "共":
        type_chinese(text, typed)
    else:
        QTest.keyClicks(text, typed)
    wanted = after.format(typed=typed)
    found = quoting.reads()[0]
    assert found.replace("⟦due ", "").replace("⟦taken ", "").replace("⟧", "") == (
        wanted.replace("⟦due ", "").replace("⟦taken ", "").replace("⟧", "")
    )
    if offset == 3:
        # Typed within: what can still be read as the value keeps the link, the rest is plain text.
        assert "⟦taken 188⟧" in found
    else:
        # Equal digits leave open which of them were typed; the link is on just three of them.
        assert found.count("⟦due 192⟧") == 1
    quoting.opened.undo()
    quoting.page.show_report()
    assert quoting.reads() == [QUOTING]


@pytest.mark.parametrize(("key", "offsets"), [(Qt.Key.Key_Backspace, (3, 4, 5)), (Qt.Key.Key_Delete, (2, 3, 4))])
def test_it_is_deleted_as_one(quoting: Writer, key: Qt.Key, offsets: tuple[int, ...]) -> None:
    for offset in offsets:
        quoting.put_cursor(offset)
        QTest.keyClick(quoting.text, key)
        assert quoting.reads() == ["应考人，实考⟦taken 188⟧人。"]
        quoting.opened.undo()
        quoting.page.show_report()
        assert quoting.reads() == [QUOTING]


def test_one_character_beside_it_is_deleted_alone(quoting: Writer) -> None:
    quoting.put_cursor(2)
    QTest.keyClick(quoting.text, Qt.Key.Key_Backspace)
    quoting.put_cursor(4)
    QTest.keyClick(quoting.text, Qt.Key.Key_Delete)
    assert quoting.reads() == ["应⟦due 192⟧，实考⟦taken 188⟧人。"]


def test_enter_and_joining_keep_links(quoting: Writer) -> None:
    quoting.put_cursor(6)
    QTest.keyClick(quoting.text, Qt.Key.Key_Return)
    assert quoting.reads() == ["应考⟦due 192⟧人", "，实考⟦taken 188⟧人。"]
    QTest.keyClick(quoting.text, Qt.Key.Key_Backspace)
    assert quoting.reads() == [QUOTING]


def test_copied_words_keep_their_links_in_the_program_and_are_text_elsewhere(quoting: Writer) -> None:
    quoting.put_cursor(2, length=5)
    quoting.text.copy()
    assert QGuiApplication.clipboard().text() == "192人，"
    quoting.put_cursor(12)
    QTest.keyClick(quoting.text, Qt.Key.Key_End)
    quoting.text.paste()
    assert quoting.reads() == [QUOTING + "⟦due 192⟧人，"]


def test_what_was_copied_before_a_change_is_pasted_as_it_reads_now(quoting: Writer) -> None:
    quoting.put_cursor(2, length=4)
    quoting.text.copy()
    opened = quoting.opened
    opened.apply("改", quoting.desk._place, edits.set_amount(opened.type, opened.report, "due", number("200")))
    quoting.page.show_report()
    QTest.keyClick(quoting.text, Qt.Key.Key_End)
    quoting.text.paste()
    quoting.page.show_report()
    assert quoting.reads() == ["应考⟦due 200⟧人，实考⟦taken 188⟧人。⟦due 200⟧人"]


def test_moved_paragraphs_take_their_links(quoting: Writer) -> None:
    quoting.show(QUOTING, "第二段⟦taken 188⟧。")
    quoting.put_cursor(0)
    QTest.keyClick(quoting.text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert quoting.reads() == ["第二段⟦taken 188⟧。", QUOTING]


def test_a_value_changes_every_place_and_one_undo_takes_it_back(quoting: Writer) -> None:
    quoting.show(QUOTING, "一段", "共⟦due 192⟧人。")
    opened = quoting.opened
    opened.seal()
    opened.apply("改", quoting.desk._place, edits.set_amount(opened.type, opened.report, "due", number("1200")))
    quoting.page.show_report()
    assert quoting.reads() == [QUOTING.replace("192", "1200"), "一段", "共⟦due 1200⟧人。"]
    opened.undo()
    quoting.page.show_report()
    assert quoting.reads() == [QUOTING, "一段", "共⟦due 192⟧人。"]


def test_the_mark_is_seen_and_leaves_the_text_as_it_is(quoting: Writer) -> None:
    text = quoting.text
    marked = text.viewport().grab().toImage()
    assert text.toHtml().count("192") == 1
    assert not any(
        text.document().findBlockByNumber(0).begin().fragment().charFormat().fontUnderline() for _ in range(1)
    )
    quoting.show("应考192人，实考188人。")
    QApplication.processEvents()
    assert text.viewport().grab().toImage() != marked
