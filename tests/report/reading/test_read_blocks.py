"""Text that is pasted into a section."""

from report.content import Paragraph, Table
from report.identity import counting_ids
from report.numbering import Scheme
from report.reading.recognise import read_blocks


def levels(text: str, scheme: Scheme = Scheme.FOUR) -> list[tuple[int, str | None, str]]:
    blocks, _ = read_blocks(text, new_id=counting_ids(), scheme=scheme)
    return [(one.level, one.source_number, one.text) for one in blocks if isinstance(one, Paragraph)]


def test_typed_forms_keep_the_level_that_prints_them() -> None:
    text = "（一）甲\n1.乙\n(1)丙\n丁"
    assert levels(text) == [(2, "（一）", "甲"), (3, "1.", "乙"), (4, "(1)", "丙"), (0, None, "丁")]
    assert levels("1.乙\n2.丁") == [(3, "1.", "乙"), (3, "2.", "丁")]


def test_two_level_reports_have_their_own_levels() -> None:
    assert levels("1.甲\n（1）乙", Scheme.THREE) == [(2, "1.", "甲"), (3, "（1）", "乙")]
    assert levels("（一）甲\n1.乙", Scheme.THREE) == [(2, "（一）", "甲"), (3, "1.", "乙")]


def test_a_whole_section_moves_down_by_one() -> None:
    assert levels("一、甲\n（一）乙\n1.丙\n（1）丁") == [
        (2, "一、", "甲"),
        (3, "（一）", "乙"),
        (4, "1.", "丙"),
        (0, None, "（1）丁"),
    ]


def test_tables_and_marks() -> None:
    blocks, notes = read_blocks("见下表:\n类别\t件数\n种子(袋)\t3\n\t0\n完", new_id=counting_ids())
    assert blocks == (
        Paragraph("b1", "见下表："),
        Table("b2", (("类别", "件数"), ("种子（袋）", "3"), ("", "0"))),
        Paragraph("b3", "完"),
    )
    (note,) = notes
    assert (note.rule, note.count, [one.block for one in note.reverts]) == ("marks", 3, ["b1", "b2"])
    assert note.reverts[0].before == "见下表:"


def test_nothing_pasted() -> None:
    assert read_blocks(" \n\u3000\n") == ((), ())


def test_one_tab_makes_no_table() -> None:
    assert levels("负责人\t张三") == [(0, None, "负责人 张三")]
