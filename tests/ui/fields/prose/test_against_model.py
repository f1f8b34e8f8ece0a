"""Whatever is typed, pasted, moved, levelled, undone by real events: the text is what a simple model says."""

from collections.abc import Callable
from types import MappingProxyType

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from report.content import Blocks, Paragraph
from report.document import Place
from report.identity import counting_ids
from report.numbering import Scheme, number_levels
from report.report import TEXT_FIELD, Report, Section, TypeRef
from report.template import Field
from tests.ui.typing_chinese import compose, type_chinese
from ui.application import declared
from ui.editor.page import Desk, Page
from ui.fields.factory import Editors
from ui.fields.prose.editor import ProseEditor
from ui.icons import Icons
from ui.open_report import OpenReport
from ui.theme import Theme

Model = list[tuple[int, str]]
_LEVELS = [0, 2, 3, 4]
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_WORDS = st.text("法治政府，𠮷a", min_size=1, max_size=4)
_NUMBERS = st.sampled_from([("（一）", 2), ("一、", 2), ("1.", 3), ("（12）", 4)])
_LEADS = st.sampled_from([("", 0), ("（三）", 2), ("2.", 3), ("（4）", 4)])
_PASTED = st.lists(
    st.tuples(
        st.sampled_from([("", 0), ("（三）", 2), ("2.", 3), ("（4）", 4)]), st.text("依法行政", min_size=2, max_size=5)
    ),
    min_size=2,
    max_size=4,
)


class Writing(RuleBasedStateMachine):
    """A clerk at the prose editor of one section."""

    theme: Theme
    icons: Icons

    def __init__(self) -> None:
        super().__init__()
        new_id = counting_ids("n")
        section = Section("s", "举措", values=MappingProxyType({TEXT_FIELD: ()}))
        report = Report("r", TypeRef("guangdong"), sections=(section,))
        self.opened = OpenReport(declared()[0][0], report)
        desk = Desk(self.opened, Editors(self.theme, self.icons, new_id), self.theme, self.icons, new_id)
        self.page = Page(desk)
        self.editor = ProseEditor(Field(TEXT_FIELD, "prose", "正文"), self.theme, self.icons, new_id, self.page)
        self.page.bind(
            self.editor,
            Place("s", TEXT_FIELD),
            lambda report: report.section("s").text,
            lambda report, value: report.with_section("s", lambda one: one.with_value(TEXT_FIELD, value)),
        )
        self.opened.stepped.connect(self.page.show_report)
        self.text = self.editor.text
        self.page.resize(700, 500)
        self.page.show()
        self.text.setFocus()
        self.model: Model = []
        self.past: list[Model] = []
        self.future: list[Model] = []

    def teardown(self) -> None:
        self.page.close()
        self.page.deleteLater()
        QApplication.processEvents()

    # What is there

    def _at(self) -> tuple[int, int, Model]:
        """Row and offset of the cursor, the paragraphs with at least the one it stands in."""
        return self.text.textCursor().blockNumber(), self.text.cursor_place()[1], list(self.model or [(0, "")])

    def _now(self, model: Model) -> None:
        """The model is another, by one step."""
        if model == [(0, "")]:
            model = []
        if model == self.model:
            return
        self.past.append(self.model)
        self.model = model
        self.future = []

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.text, key, modifiers)

    def _collapse(self) -> None:
        cursor = self.text.textCursor()
        cursor.clearSelection()
        self.text.setTextCursor(cursor)

    # What a clerk does

    @rule(row=st.integers(0, 20), offset=st.integers(0, 12))
    def click(self, row: int, offset: int) -> None:
        block = self.text.document().findBlockByNumber(row % self.text.document().blockCount())
        cursor = QTextCursor(block)
        text = block.text()
        units = len(text[: offset % (len(text) + 1)].encode("utf-16-le", "surrogatepass")) // 2
        cursor.setPosition(block.position() + units)
        self.text.setTextCursor(cursor)
        self.opened.seal()

    @rule(words=_WORDS)
    def write(self, words: str) -> None:
        row, offset, model = self._at()
        level, text = model[row]
        model[row] = (level, text[:offset] + words + text[offset:])
        self.opened.seal()
        type_chinese(self.text, words)
        self._now(model)
        assert self._at()[:2] == (row, offset + len(words))

    @rule(preedit=_WORDS)
    def compose_and_give_up(self, preedit: str) -> None:
        compose(self.text, preedit)
        assert self._shown() == self.model
        compose(self.text, "")

    @rule(number=_NUMBERS)
    def type_a_number_at_the_start(self, number: tuple[str, int]) -> None:
        self._key(Qt.Key.Key_Home)
        row, offset, model = self._at()
        if offset or model[row][1].startswith(("1", "（", "一", "、")):
            return
        marker, level = number
        before = model[row]
        self.opened.seal()
        type_chinese(self.text, marker)
        model[row] = (before[0], marker + before[1])
        self._now(list(model))
        model[row] = (level, before[1])
        self._now(model)

    @rule()
    def enter(self) -> None:
        row, offset, model = self._at()
        level, text = model[row]
        self._key(Qt.Key.Key_Return)
        if level and not text:
            model[row] = (0, text)
        elif not offset and text:
            model.insert(row, (level, ""))
        else:
            is_heading_line = offset == len(text) and not text.endswith(("，", "、"))
            follows = 0 if is_heading_line else level
            model[row : row + 1] = [(level, text[:offset]), (follows, text[offset:])]
        self._now(model)

    @rule()
    def backspace(self) -> None:
        row, offset, model = self._at()
        level, text = model[row]
        self.opened.seal()
        self._key(Qt.Key.Key_Backspace)
        if offset:
            model[row] = (level, text[: offset - 1] + text[offset:])
        elif level:
            model[row] = (0, text)
        elif row:
            model[row - 1 : row + 1] = [_joined(model[row - 1], model[row])]
        self._now(model)

    @rule()
    def delete(self) -> None:
        row, offset, model = self._at()
        level, text = model[row]
        self.opened.seal()
        self._key(Qt.Key.Key_Delete)
        if offset < len(text):
            model[row] = (level, text[:offset] + text[offset + 1 :])
        elif row + 1 < len(model):
            model[row : row + 2] = [_joined(model[row], model[row + 1])]
        self._now(model)

    @rule(step=st.sampled_from([1, -1]), tab=st.booleans())
    def shift(self, step: int, tab: bool) -> None:
        row, offset, model = self._at()
        if tab and offset == 0:
            self._key(Qt.Key.Key_Tab if step > 0 else Qt.Key.Key_Backtab)
        else:
            self._key(Qt.Key.Key_Right if step > 0 else Qt.Key.Key_Left, _ALT_SHIFT)
        level, text = model[row]
        model[row] = (_LEVELS[max(0, min(_LEVELS.index(level) + step, 3))], text)
        self._now(model)

    @rule(down=st.booleans())
    def move(self, down: bool) -> None:
        row, _offset, model = self._at()
        self._key(Qt.Key.Key_Down if down else Qt.Key.Key_Up, _ALT)
        moved = _moved(model, row, down=down)
        if moved is not model:
            self.past.append(self.model)
            self.model, self.future = moved, []

    @rule(lines=_PASTED)
    def paste(self, lines: list[tuple[tuple[str, int], str]]) -> None:
        row, offset, model = self._at()
        level, text = model[row]
        data = QMimeData()
        data.setText("\n".join(marker + words for (marker, _level), words in lines))
        self.text.insertFromMimeData(data)
        new = [(depth, words) for (_marker, depth), words in lines]
        head = [(level, text[:offset])] if offset else []
        tail = [(level, text[offset:])] if text[offset:] else []
        model[row : row + 1] = [*head, *new, *tail]
        self._now(model)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.opened.undo()
        self.future.append(self.model)
        self.model = self.past.pop()
        self._collapse()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.opened.redo()
        self.past.append(self.model)
        self.model = self.future.pop()
        self._collapse()

    # What must hold

    def _shown(self) -> Model:
        return [(one.level, one.text) for one in self._blocks() if isinstance(one, Paragraph)]

    def _blocks(self) -> Blocks:
        return self.opened.report.section("s").text

    @invariant()
    def the_text_is_what_the_model_says(self) -> None:
        assert self._shown() == self.model
        assert self.text.value == self._blocks()
        assert "\t" not in self.text.toPlainText()
        assert bool(self.opened.undo_name) == bool(self.past)

    @invariant()
    def ids_are_told_apart_and_numbers_are_computed(self) -> None:
        ids = [one.id for one in self._blocks()]
        assert len(ids) == len(set(ids))
        assert "" not in ids
        levels = [level if text else 0 for level, text in self.model]
        wanted = [one.label if one else "" for one in number_levels(Scheme.FOUR, levels)]
        assert [self.text.number_at(row) for row in range(len(levels))] == wanted


def _joined(first: tuple[int, str], second: tuple[int, str]) -> tuple[int, str]:
    level = first[0] if first != (0, "") else second[0]
    return level, first[1] + second[1]


def _moved(model: Model, row: int, *, down: bool) -> Model:
    """Move a paragraph with its children, said with lists of units instead of indices."""
    level = model[row][0]
    end = row + 1
    while level and end < len(model) and (model[end][0] == 0 or model[end][0] > level):
        end += 1
    before, unit, after = model[:row], model[row:end], model[end:]
    is_head: Callable[[tuple[int, str]], bool] = lambda one: 0 < one[0] <= level  # noqa: E731
    if not down:
        heads = [place for place, one in enumerate(before) if level and is_head(one)]
        cut = heads[-1] if heads else len(before) - 1
        return [*before[:cut], *unit, *before[cut:], *after] if before else model
    if not after:
        return model
    cut = 1
    if level and after[0][0] == level:
        cut = next((place for place, one in enumerate(after) if place and is_head(one)), len(after))
    elif level:
        cut = next((place for place, one in enumerate(after) if place and one[0]), len(after))
    return [*before, *after[:cut], *unit, *after[cut:]]


@pytest.mark.slow
def test_any_writing(theme: Theme, icons: Icons, qapp: QApplication) -> None:
    del qapp
    Writing.theme, Writing.icons = theme, icons
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        Writing, settings=settings(max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=checks)
    )
