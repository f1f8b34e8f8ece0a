"""The types, the shared texts and the basic data that are shipped."""

import re
import tomllib
from dataclasses import fields, replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from report.compose import compose
from report.document import Document
from report.loader import SHARED_FILE, load_front, load_types
from report.report import Front
from report.template import ReportType, SectionType, Statutory, fill, year_words
from tests.report.builders import make_report

FOLDER = Path(__file__).parents[2] / "resources" / "templates"
TYPES = {one.id: one for one in load_types(FOLDER)}
GROUPS = load_front(FOLDER)
SECTIONS = [pytest.param(one, id=f"{kind.id}-{one.id}") for kind in TYPES.values() for one in kind.sections]
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:!?()]|[,;:!?()][\u4e00-\u9fff]|\"|'")

every_type = pytest.mark.parametrize("report_type", TYPES.values(), ids=list(TYPES))
every_section = pytest.mark.parametrize("section", SECTIONS)


def test_three_outlines_are_shipped() -> None:
    outlines = {kind: [section.id for section in one.sections] for kind, one in TYPES.items()}
    assert outlines == {
        "guangdong": ["meetings", "thought", "leader", "measures", "shortfalls", "plans", "other"],
        "leader_first": ["leader", "measures", "shortfalls", "plans", "other"],
        "statutory": ["measures", "shortfalls", "leader", "plans", "other"],
    }


@every_type
def test_every_statutory_content_is_covered(report_type: ReportType) -> None:
    covered = {content for section in report_type.sections for content in section.statutory}
    assert covered == set(Statutory)
    required = {content for section in report_type.sections if section.required for content in section.statutory}
    assert required == set(Statutory) - {Statutory.OTHER}


@every_type
def test_headings_and_front_matter_fill_with_the_year(report_type: ReportType) -> None:
    words = {**year_words(2024), "office": "青溪县应急管理局"}
    filled = [fill(section.heading, words) for section in report_type.sections]
    filled += [fill(text, words) for text in (report_type.title, report_type.preface, report_type.signatory)]
    assert not any("{" in text or "}" in text for text in filled)
    assert "2024年度推进法治政府建设的主要举措和成效" in filled
    assert "2025年度推进法治政府建设的主要安排" in filled
    assert "青溪县应急管理局2024年法治政府建设年度报告" in filled
    assert report_type.preface.endswith(("：", "。"))


@every_type
def test_deadlines_are_the_statutory_days(report_type: ReportType) -> None:
    days = {one.id: one.of(2024) for one in report_type.deadlines}
    assert days == {"submit": date(2025, 3, 1), "publish": date(2025, 4, 1)}
    assert all("厅字〔2019〕28号" in one.source for one in report_type.deadlines)


@every_section
def test_tabs_are_short_and_headings_take_two_lines(section: SectionType) -> None:
    assert 0 < len(section.short) <= 8
    assert all(0 < len(part.short) <= 8 for part in section.parts)
    # Two lines of 28, without the indent of two and the number of two characters.
    assert len(fill(section.heading, year_words(2024))) <= 52
    assert not section.heading.endswith("。")


@every_section
def test_aliases_are_many_unlike_and_without_years(section: SectionType) -> None:
    assert len(section.aliases) >= 15
    assert len(set(section.aliases)) == len(section.aliases)
    assert len(section.words) == len(set(section.words)) > 0
    assert not any(re.search(r"20\d\d|^[一二三四五六七]、|。$", alias) for alias in section.aliases)


@every_type
def test_no_alias_belongs_to_two_sections(report_type: ReportType) -> None:
    aliases = [alias for section in report_type.sections for alias in section.aliases]
    assert len(set(aliases)) == len(aliases)


@every_section
def test_guidance_is_a_few_short_plain_lines(section: SectionType) -> None:
    texts = [section.guidance, *(part.guidance for part in section.parts)]
    assert 3 <= len(section.guidance.splitlines()) <= 6
    for text in texts:
        assert all(0 < len(line) <= 90 for line in text.splitlines())
        assert not re.search("请勿|非法|异常|您|！|{", text)


def test_measures_has_the_eight_parts() -> None:
    for report_type in TYPES.values():
        measures = report_type.section("measures")
        assert measures is not None
        assert len(measures.parts) == 8


def test_fields_by_which_sections_are_filled_in() -> None:
    by_section = {section.id: [(one.id, one.kind) for one in section.fields] for section in TYPES["guangdong"].sections}
    assert by_section["shortfalls"] == [("text", "prose"), ("pairs", "pairs")]
    assert by_section["plans"] == [("text", "prose"), ("plans", "items")]
    others = (kinds for section, kinds in by_section.items() if section not in ("shortfalls", "plans"))
    assert all(kinds == [("text", "prose")] for kinds in others)


def test_everything_shared_is_used() -> None:
    shared = tomllib.loads((FOLDER / SHARED_FILE).read_text(encoding="utf-8"))
    named = {name for tables in shared.values() for name in tables}
    used = {
        name for path in FOLDER.glob("*.toml") for name in re.findall(r'^use = "(\w+)"', path.read_text("utf-8"), re.M)
    }
    assert used == named


def test_basic_data_declares_each_attribute_of_front_once() -> None:
    declared = [field.id for group in GROUPS for field in group.fields]
    assert sorted(declared) == sorted(field.name for field in fields(Front))
    assert [group.label for group in GROUPS] == ["必填", "文号与签发", "密级与份号", "抄送与印发", "联系与附注", "版式"]
    assert [group.folded for group in GROUPS] == [False, True, True, True, True, True]
    assert all(field.required is (group is GROUPS[0]) for group in GROUPS for field in group.fields)


@pytest.mark.parametrize("name", ["seal", "folio", "faces"])
def test_every_choice_about_the_page_makes_a_page_of_its_own(name: str) -> None:
    (field,) = (field for group in GROUPS for field in group.fields if field.id == name)
    made: list[Document] = []
    for choice in ("", *field.choices):
        report = replace(make_report(), front=replace(Front(), **{name: choice}))
        made.append(compose(TYPES["guangdong"], report))
    assert all(one != other for one, other in combinations(made, 2))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.name)
def test_marks_between_chinese_characters_are_full_width(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert not [text for text in _texts(data) if HALF_WIDTH.search(text)]


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for one in value for text in _texts(one)] if isinstance(value, list) else []
