"""The check of a report: places, order, repairs, what is remembered, what only a report has."""

from dataclasses import replace
from types import MappingProxyType

from hypothesis import given
from hypothesis import strategies as st

from report.carrying import carry_all, confirm
from report.checking.engine import check
from report.checking.finding import Severity
from report.checking.passages import Checked
from report.checking.rulebook import rulebook
from report.compose import Copy
from report.content import Pair, Pairs, Paragraph
from report.document import Place
from report.report import TEXT_FIELD
from report.texts import Spot, texts
from tests.report.checking.skeleton import findings_in_report, findings_of, read, source_of


def checked(example: object = "", **changes: object) -> Checked:
    kind, reading = read(source_of(example or {}))  # type: ignore[arg-type]
    return Checked(kind, replace(reading.report, **changes))  # type: ignore[arg-type]


def test_paragraphs_that_read_as_last_years_are_one_hint() -> None:
    same = "坚持依法行政，不断提高执法规范化水平和服务能力，全面推进法治政府建设，努力让群众满意。"
    one, before = checked(f"{same}\n检查企业120家次。"), checked(f"检查企业96家次。\n{same}")
    last = replace(before.report, year=2023)
    found = [each for each in check(replace(one, last=last)) if each.rule == "as-last-year"]
    assert len(found) == 1
    assert "2段" in found[0].message  # the preface, too
    assert not [each for each in check(replace(one, last=one.report)) if each.rule == "as-last-year"]
    taken_over = replace(one, report=carry_all(one.report), last=last)
    assert not [each for each in check(taken_over) if each.rule == "as-last-year"]


def test_causes_in_boxes_of_their_own_are_seen_and_a_missing_one_is_named() -> None:
    one = checked()
    section = next(each for each in one.report.sections if "不足" in each.heading)
    rows = (Pair("a", "执法力量不足", "编制有限"), Pair("b", "宣传不够深入"), Pair("c", "由于人手少，检查不够"))
    values = MappingProxyType({"pairs": Pairs("主要有：", rows)})
    changed = one.report.with_section(section.id, lambda old: replace(old, values=values))
    found = [each for each in check(replace(one, report=changed)) if each.rule == "causes-missing"]
    assert [each.quote for each in found] == ["宣传不够深入"]


def test_a_finding_names_the_words_at_its_place() -> None:
    one = checked("行政行为未被撤销、变跟。")
    (found,) = check(one)
    block = one.report.sections[0].text[1]
    assert found.spot == Spot(Place(one.report.sections[0].id, TEXT_FIELD, block.id))
    assert (found.start, found.end, found.quote, found.block) == (9, 11, "变跟", 1)
    assert (found.severity, found.fix, found.section) == (Severity.SHOULD, "变更", one.report.sections[0].id)


def test_findings_stand_in_the_order_of_the_text_and_what_is_absent_before_them() -> None:
    found = findings_in_report({"title": "", "measures": "变跟，布署。", "plans": ""})
    assert [one.rule for one in found] == ["title-missing", "wrong-word", "wrong-word", "section-empty"]


def test_a_rule_can_be_switched_off() -> None:
    one = checked("行政行为未被撤销、变跟。")
    assert check(one, off={"wrong-word"}) == ()


def test_the_addressee_of_a_public_copy_is_not_missed() -> None:
    kind, reading = read(source_of({"addressee": ""}))
    assert [one.rule for one in check(Checked(kind, reading.report))] == ["addressee-missing"]
    assert check(Checked(kind, reading.report, Copy.PUBLIC)) == ()


def test_what_still_reads_as_last_years_is_one_hint() -> None:
    one = checked()
    carried = carry_all(one.report)
    (found,) = [each for each in check(replace(one, report=carried)) if each.rule == "unread"]
    assert found.severity is Severity.HINT
    assert found.message.startswith(f"有{len(carried.carried)}段")
    assert check(replace(one, report=confirm(carried, carried.carried))) == ()


def test_the_offices_own_words_are_found() -> None:
    one = replace(checked("推进河长治工作。"), office_words={"河长治": "河长制"})
    assert [(each.rule, each.quote, each.fix) for each in check(one)] == [("own-word", "河长治", "河长制")]


def test_a_level_that_is_left_out() -> None:
    one = checked()
    section = one.report.sections[0]
    blocks = (
        Paragraph("a", "规范执法", 2),
        Paragraph("b", "加强检查。检查企业120家次。", 4),
        Paragraph("c", "检查。", 4),
    )
    report = replace(
        one.report, sections=(section.with_value(TEXT_FIELD, (*blocks, *section.text)), *one.report.sections[1:])
    )
    assert "level-jump" in [each.rule for each in check(replace(one, report=report))]


def test_half_width_marks_are_one_finding_that_mends_all() -> None:
    kind, reading = read(source_of({}))
    section = reading.report.sections[0]
    text = (Paragraph("a", "检查企业120家次,处罚12件;"), Paragraph("b", "甲,乙"))
    report = replace(reading.report, sections=(section.with_value(TEXT_FIELD, text), *reading.report.sections[1:]))
    found = [one for one in check(Checked(kind, report)) if one.rule == "half-width"]
    assert [(one.message, len(one.changes)) for one in found] == [("汉字之间有3处半角标点，改为全角", 3)]


def test_a_source_is_judged_as_it_was_given() -> None:
    found = {one.rule: one for one in findings_of("检查企业120家次,处罚12件。")}
    assert (found["half-width"].fixed, found["half-width"].quote) == (True, ",")
    assert "half-width" not in [one.rule for one in findings_in_report("检查企业120家次,处罚12件。")]


def test_what_options_fill_in_is_found_as_fixed() -> None:
    from report.checking.source import check_source
    from report.filling import fill_front

    text = source_of({"title": "", "signatory": "", "addressee": ""})
    kind, reading = read(text)
    filled = fill_front(kind, reading.report, year=2024, office="青溪县水务局")
    found = check_source(Checked(kind, filled, copy_is_guessed=True), reading.report, reading.notes, text)
    assert {one.rule: one.fixed for one in found} == {
        "title-missing": True,
        "signatory-missing": True,
        "addressee-missing": False,
    }


@given(st.text(alphabet="法治政府，。《》〈〉“”（）12件率%年月日、在以来的\n其中是一", max_size=80))
def test_whatever_is_written_the_places_hold_their_words(text: str) -> None:
    one = checked(text.replace("\n", "") or "甲")
    known = dict(texts(one.report, one.type))
    for found in check(one):
        if found.spot is not None:
            assert known[found.spot][found.start : found.end].startswith(found.quote)
            assert found.quote
        assert found.rule in rulebook().rules
        assert "{" not in found.message
        for change in found.changes:
            assert 0 <= change.start < change.end <= len(known[change.spot])
