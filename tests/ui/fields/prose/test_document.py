"""Blocks shown in a text document are read back the same, and only what differs is touched."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from report.content import Blocks, Paragraph, Table
from report.identity import counting_ids
from ui.fields.prose.document import ProseDocument

_PARAGRAPHS = st.builds(
    lambda text, level, number: (text, level, number),
    st.text("法治𠮷，a1😀", max_size=6),
    st.sampled_from([0, 2, 3, 4]),
    st.sampled_from([None, "（一）"]),
)
_BLOCKS = st.lists(
    st.tuples(st.integers(0, 9), st.one_of(st.none(), _PARAGRAPHS)), unique_by=lambda one: one[0], max_size=7
)


def blocks_of(drawn: list[tuple[int, tuple[str, int, str | None] | None]]) -> Blocks:
    return tuple(
        Table(f"t{number}", (("甲", str(number)),)) if given_ is None else Paragraph(f"p{number}", *given_)
        for number, given_ in drawn
    )


@given(st.lists(_BLOCKS, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None)
def test_any_blocks_after_any_others(
    qapp: object, steps: list[list[tuple[int, tuple[str, int, str | None] | None]]]
) -> None:
    del qapp
    prose = ProseDocument(QTextDocument(), counting_ids("n"))
    for drawn in steps:
        blocks = blocks_of(drawn)
        prose.show(blocks)
        found = prose.read()
        if not all(isinstance(one, Paragraph) and not one.text and not one.level for one in blocks):
            assert found == blocks
        assert len(found) == len(blocks) or not blocks or len(blocks) == 1


def test_an_empty_document_has_no_blocks(qtbot: QtBot) -> None:
    del qtbot
    prose = ProseDocument(QTextDocument(), counting_ids())
    assert prose.read() == ()
    assert prose.show(()) is None


def test_unchanged_paragraphs_stay_the_same_objects(qtbot: QtBot) -> None:
    del qtbot
    prose = ProseDocument(QTextDocument(), counting_ids())
    prose.show((Paragraph("a", "甲"), Paragraph("b", "乙")))
    first = prose.read()
    prose.show((Paragraph("a", "甲"), Paragraph("b", "乙丙")))
    second = prose.read()
    assert second[0] is first[0]
    assert second[1] != first[1]


def test_a_split_paragraph_gives_the_second_half_a_new_id(qtbot: QtBot) -> None:
    from PySide6.QtGui import QTextCursor

    del qtbot
    prose = ProseDocument(QTextDocument(), counting_ids("n"))
    prose.show((Paragraph("a", "甲乙", 2, "一、"),))
    cursor = QTextCursor(prose.document)
    cursor.setPosition(1)
    cursor.insertBlock()
    found = prose.read()
    assert [(one.text, one.level) for one in found if isinstance(one, Paragraph)] == [("甲", 2), ("乙", 2)]
    assert found[0].id == "a"
    assert found[1].id not in ("a", "")
    assert isinstance(found[1], Paragraph)
    assert found[1].source_number is None
