"""Every kind of field: typed as a clerk types, told as a value, stored, loaded and shown again."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from report import kinds
from report.content import Item, Pairs, Paragraph, Table, WrittenDate
from report.filling import new_report
from report.identity import counting_ids, random_id
from report.loader import load_type
from report.report import Value
from report.template import Column, Field
from storage.lock import FolderLock
from storage.reading import read_report
from storage.thread import StoreThread
from tests.ui.typing_chinese import compose, type_chinese
from ui.fields.base import FieldEditor
from ui.fields.choice import ChoiceEditor
from ui.fields.factory import Editors
from ui.fields.items import ItemsEditor
from ui.fields.line import TextEditor
from ui.fields.pairs import PairsEditor
from ui.fields.prose.editor import ProseEditor
from ui.fields.table import TableEditor
from ui.icons import Icons
from ui.theme import Theme

_COLUMNS = (Column("a", "类别"), Column("b", "件数", "件"))


def field(kind: str, **more: object) -> Field:
    return Field(id="f", kind=kind, label="栏", **more)  # type: ignore[arg-type]


def type_line(editor: FieldEditor, text: str) -> None:
    line = editor.focus_target()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    type_chinese(line, text)


def fill_prose(editor: FieldEditor) -> None:
    assert isinstance(editor, ProseEditor)
    type_chinese(editor.text, "依法行政。")


def fill_pairs(editor: FieldEditor) -> None:
    assert isinstance(editor, PairsEditor)
    type_chinese(editor.lead, "主要有：")
    type_chinese(editor.rows.rows[0].boxes[0], "人少")


def fill_items(editor: FieldEditor) -> None:
    assert isinstance(editor, ItemsEditor)
    type_chinese(editor.rows.rows[0].boxes[0], "抓学习")


def fill_choice(editor: FieldEditor) -> None:
    assert isinstance(editor, ChoiceEditor)
    editor.box.setCurrentIndex(2)
    editor.box.activated.emit(2)


def fill_table(editor: FieldEditor) -> None:
    assert isinstance(editor, TableEditor)
    editor.grid.view.go_to(0, 0)
    editor.grid.paste("处罚\t31\n许可\t27\n")


CASES: tuple[tuple[Field, Callable[[FieldEditor], None], Callable[[Value], bool]], ...] = (
    (field("prose"), fill_prose, lambda value: [one.text for one in value] == ["依法行政。"]),  # type: ignore[union-attr]
    (field("pairs"), fill_pairs, lambda value: isinstance(value, Pairs) and value.rows[0].shortfall == "人少"),
    (field("items", level=2), fill_items, lambda value: [one.text for one in value] == ["抓学习"]),  # type: ignore[union-attr]
    (
        field("number", unit="件"),
        lambda one: type_line(one, "１２３，４５６．７件"),
        lambda value: value == Decimal("123456.7"),
    ),
    (field("text"), lambda one: type_line(one, "𠮷安渡"), lambda value: value == "𠮷安渡"),
    (
        field("date"),
        lambda one: type_line(one, "2025.1.6"),
        lambda value: isinstance(value, WrittenDate) and bool(value.day),
    ),
    (field("choice", choices=("甲", "乙")), fill_choice, lambda value: value == "乙"),
    (
        field("table", columns=_COLUMNS),
        fill_table,
        lambda value: isinstance(value, Table) and value.rows == (("处罚", "31"), ("许可", "27")),
    ),
)


@pytest.fixture
def editors(theme: Theme, icons: Icons) -> Editors:
    return Editors(theme, icons, counting_ids("n"))


@pytest.mark.parametrize(("declared", "fill", "right"), CASES, ids=[one[0].kind for one in CASES])
def test_a_typed_value_is_told_and_shown_again(
    editors: Editors,
    qtbot: QtBot,
    declared: Field,
    fill: Callable[[FieldEditor], None],
    right: Callable[[Value], bool],
) -> None:
    editor = editors.make(declared)
    qtbot.addWidget(editor)
    editor.resize(700, 400)
    editor.show()
    told: list[Value] = []
    editor.edited.connect(told.append)
    fill(editor)
    assert right(told[-1])
    other = editors.make(declared)
    qtbot.addWidget(other)
    silent: list[Value] = []
    other.edited.connect(silent.append)
    other.show_value(told[-1])
    other.show_value(kinds.KINDS[declared.kind].empty())
    other.show_value(told[-1])
    assert silent == []


def test_every_kind_is_stored_and_loaded(tmp_path: Path) -> None:
    report_type = load_type(Path(__file__).parents[2] / "report" / "data" / "openness.toml")
    report = new_report(report_type, 2024, "某局", random_id)
    values: dict[str, Value] = {
        "prose": (Paragraph("p1", "正文", 2),),
        "items": (Item("i1", "抓学习"),),
        "number": Decimal("12.50"),
        "text": "𠮷",
        "date": WrittenDate("2025年2月30日"),
        "choice": report_type.sections[0].id,
        "table": Table("t1", (("甲", "1"),)),
        "pairs": Pairs("有：", ()),
    }
    for section, kind in zip(report.sections, report_type.sections, strict=True):
        for one in kind.fields:
            if one.kind == "prose":
                value: Value = (Paragraph(f"{section.id}-{one.id}", "正文", 2),)
            elif one.kind == "items":
                value = (Item(f"{section.id}-{one.id}", "抓学习"),)
            else:
                value = values.get(one.kind, "")
            report = report.with_section(section.id, lambda old, name=one.id, new=value: old.with_value(name, new))
    with FolderLock.take(tmp_path) as lock:
        thread = StoreThread(lock)
        thread.submit(lambda store: store.create(report, "甲")).result()
        thread.close()
    assert read_report(tmp_path, report.id).report == report


@pytest.mark.parametrize(
    ("declared", "typed", "words"),
    [
        (field("number", unit="件"), "三十一起", "读不出数"),
        (field("number", decimals=1), "1.25", "1位小数"),
        (field("number", minimum=0, maximum=100), "101", "0和100之间"),
        (field("date"), "2025年2月30日", "不是一个日期"),
        (field("text", max_chars=2), "三个字", "建议不超过2字"),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_as_typed(
    editors: Editors, qtbot: QtBot, declared: Field, typed: str, words: str
) -> None:
    editor = editors.make(declared)
    qtbot.addWidget(editor)
    problems: list[str] = []
    editor.problem_changed.connect(problems.append)
    type_line(editor, typed)
    assert words in problems[-1]
    line = editor.focus_target()
    assert isinstance(line, QLineEdit)
    assert line.text() == typed


def test_composing_tells_nothing_and_rare_characters_count_as_one(editors: Editors, qtbot: QtBot) -> None:
    editor = editors.make(field("text", max_chars=2))
    qtbot.addWidget(editor)
    told: list[Value] = []
    problems: list[str] = []
    editor.edited.connect(told.append)
    editor.problem_changed.connect(problems.append)
    compose(editor.focus_target(), "jian")
    assert told == []
    type_line(editor, "𠮷𠮷")
    assert told[-1] == "𠮷𠮷"
    assert problems[-1] == ""


def test_enter_goes_on_to_the_next_field(editors: Editors, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    page = QWidget()
    layout = QVBoxLayout(page)
    lines = [editors.make(field("text")) for _number in range(2)]
    for one in lines:
        layout.addWidget(one)
    qtbot.addWidget(page)
    page.show()
    first, second = (one.focus_target() for one in lines)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus() or page.focusWidget() is second
    assert isinstance(lines[0], TextEditor)
