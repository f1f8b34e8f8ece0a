"""The loader takes what docs/templates.md describes, and names file, place and key of everything else."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from report.compose import compose
from report.document import Prose
from report.errors import TemplateError
from report.filling import new_report
from report.identity import counting_ids
from report.kinds import CHOICE, DATE, NUMBER
from report.loader import load_front, load_type, load_types
from report.report import TEXT_FIELD, Report, Value
from report.template import Field, Statutory

DATA = Path(__file__).parent / "data"

HEAD = """
[type]
id = "small"
name = "小报告"
edition = "1"
description = ""
title = "{office}{year}年报告"
addressee = ""
signatory = "{office}"
title_words = ["报告"]
"""
SECTION = """
[[section]]
id = "one"
heading = "{year}年的情况"
short = "情况"
required = true
"""
FIELD = """
[[section.field]]
id = "amount"
label = "数量"
"""
GROUP = """
[[group]]
label = "必填"
[[group.field]]
label = "标题"
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(text: str, name: str = "small.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


def test_a_small_type_loads(write: Write) -> None:
    loaded = load_type(write(HEAD + "max_chars = 3000\n" + SECTION))
    assert (loaded.id, loaded.max_chars, loaded.preface, loaded.deadlines) == ("small", 3000, "", ())
    (section,) = loaded.sections
    assert (section.id, section.statutory, section.parts) == ("one", (), ())
    (text,) = section.fields
    assert (text.id, text.kind, text.required) == (TEXT_FIELD, "prose", True)


def test_the_text_field_comes_first_unless_declared(write: Write) -> None:
    added = load_type(write(HEAD + SECTION + FIELD + 'kind = "number"')).sections[0]
    assert [(field.id, field.required) for field in added.fields] == [(TEXT_FIELD, False), ("amount", False)]
    own = '[[section.field]]\nid = "text"\nkind = "prose"\nlabel = "补充"\n'
    declared = load_type(write(HEAD + SECTION + FIELD + 'kind = "number"\n' + own)).sections[0]
    assert [(field.id, field.label) for field in declared.fields] == [("amount", "数量"), (TEXT_FIELD, "补充")]


def test_a_declared_text_field_alone_is_required_with_its_section(write: Write) -> None:
    own = '[[section.field]]\nid = "text"\nkind = "prose"\nlabel = "正文"\nhint = "从这里写起"\n'
    (text,) = load_type(write(HEAD + SECTION + own)).sections[0].fields
    assert (text.hint, text.required) == ("从这里写起", True)
    optional = SECTION.replace("required = true", "required = false")
    assert not load_type(write(HEAD + optional + own)).sections[0].fields[0].required


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("[type", "(file)", "Expected"),
        (SECTION, "[type]", "缺少这一节"),
        ("type = 1" + SECTION, "[type]", "应是一节（表）"),
        (HEAD, "[[section]]", "至少要有一节"),
        (HEAD + "colour = 1" + SECTION, "[type]", "不认识的键 colour"),
        (HEAD + 'hash = "x"' + SECTION, "[type]", "不认识的键 hash"),
        (HEAD + 'preface = "x"' + SECTION, "[type]", "不认识的键 preface"),
        (HEAD.replace('name = "小报告"', "") + SECTION, "[type]", "缺少 name"),
        (HEAD.replace('"小报告"', '" "') + SECTION, "[type]", "name 不能为空"),
        (HEAD.replace('"小报告"', "7") + SECTION, "[type]", "name 应为文字"),
        (HEAD.replace('"small"', '"小"') + SECTION, "[type]", "id = “小”"),
        (HEAD.replace("{year}", "{yaer}") + SECTION, "[type]", "title 里的 {yaer} 不认识"),
        (HEAD.replace('["报告"]', '"报告"') + SECTION, "[type]", "title_words 应为列表"),
        (HEAD.replace('["报告"]', "[1]") + SECTION, "[type]", "title_words 应为文字"),
        (HEAD + "max_chars = true" + SECTION, "[type]", "max_chars 应为整数"),
        (HEAD + SECTION + "[sections]", "(top)", "不认识的键 sections"),
        (HEAD + SECTION + "[preface]\ntxt = ''", "[preface]", "不认识的键 txt"),
        (HEAD + SECTION + "[preface]\ntext = '{yr}年'", "[preface]", "text 里的 {yr} 不认识"),
        ("preface = 1\n" + HEAD + SECTION, "[preface]", "应是一节（表）"),
        ("section = [1]\n" + HEAD, "[[section]] 1", "应是一节（表）"),
        (HEAD + "[section]\nid = 'one'", "[[section]]", "双方括号"),
        (HEAD + SECTION + SECTION, "[[section]] one", "id 重复"),
        (HEAD + SECTION.replace("heading", "title"), "[[section]] one", "不认识的键 title"),
        (HEAD + SECTION.replace('id = "one"', ""), "[[section]] 1", "缺少 id"),
        (HEAD + SECTION.replace("true", '"是"'), "[[section]] one", "required 应为true 或 false"),
        (HEAD + SECTION + "statutory = [6]", "[[section]] one", "statutory 应为 1 至 5"),
        (HEAD + SECTION + "statutory = [true]", "[[section]] one", "statutory 应为 1 至 5"),
        (HEAD + SECTION + "[section.part]\nheading = '甲'", "[[section]] one [[part]]", "双方括号"),
        (HEAD + SECTION + "[[section.part]]\nname = '甲'", "[[section]] one [[part]] 1", "不认识的键 name"),
        (HEAD + SECTION + "[[section.part]]\nheading = '甲'\n" * 2, "[[section]] one [[part]] 甲", "heading 重复"),
        (HEAD + SECTION + (FIELD + 'kind = "number"') * 2, "[[section]] one [[field]] amount", "id 重复"),
        (
            HEAD + SECTION + "[[deadline]]\nid = 'd'\nlabel = '报'\nmonth = 2\nday = 30",
            "[[deadline]] d",
            "不是一个日期",
        ),
        (
            HEAD + SECTION + "[[deadline]]\nid = 'd'\nlabel = '报'\nmonth = '二'\nday = 3",
            "[[deadline]] d",
            "month 应为整数",
        ),
        (HEAD + SECTION + "[[deadline]]\nid='d'\nlabel='报'\nmonth=2\nday=3\n" * 2, "[[deadline]] d", "id 重复"),
        (HEAD + SECTION + "[[section]]\nuse = 'one'", "[[section]] 2", "use = “one” 在 shared.toml 里没有，可用：无"),
    ],
)
def test_errors_name_file_place_and_key(write: Write, text: str, place: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_type(write(text))
    assert (caught.value.file, caught.value.place) == ("small.toml", place)
    assert problem in caught.value.problem
    assert str(caught.value).startswith(f"small.toml：{place}：")


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        ("", "缺少 kind"),
        ('kind = "integer"', "kind = “integer” 不认识，可用：prose、"),
        ('kind = "prose"\nunit = "件"', "unit 只用于 kind = number"),
        ('kind = "number"\nchoices = ["甲"]', "choices 只用于 kind = choice"),
        ('kind = "number"\nlevel = 3', "level 只用于 kind = items"),
        ('kind = "number"\nminimum = 2\nmaximum = 1', "minimum 大于 maximum"),
        ('kind = "number"\nprint = "共几件"', "print 里要有 {value}"),
        ('kind = "number"\nprint = "{year}年{value}件"', "print 里要有 {value}"),
        ('kind = "number"\n[[section.field.column]]\nid = "a"\nlabel = "甲"', "column 只用于 kind = table"),
        ('kind = "choice"', "choice 栏目缺少 choices"),
        ('kind = "table"', "table 栏目缺少 column"),
        ('kind = "items"\nlevel = 5', "level = 5 应为"),
    ],
)
def test_errors_name_the_field(write: Write, keys: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_type(write(HEAD + SECTION + FIELD + keys))
    assert caught.value.place == "[[section]] one [[field]] amount"
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    ("keys", "place", "problem"),
    [
        ('kind = "choice"\nchoices = ["甲", "甲"]', "amount 甲", "choices 重复"),
        (
            'kind = "table"\n' + '[[section.field.column]]\nid = "a"\nlabel = "甲"\n' * 2,
            "amount [[column]] a",
            "id 重复",
        ),
        ('kind = "table"\n[[section.field.column]]\nid = "a"', "amount [[column]] a", "缺少 label"),
    ],
)
def test_errors_name_what_is_in_a_field(write: Write, keys: str, place: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_type(write(HEAD + SECTION + FIELD + keys))
    assert caught.value.place == f"[[section]] one [[field]] {place}"
    assert caught.value.problem == problem


def test_the_text_field_must_be_prose(write: Write) -> None:
    with pytest.raises(TemplateError, match="必须是 prose"):
        load_type(write(HEAD + SECTION + FIELD.replace("amount", "text") + 'kind = "number"'))


def test_a_file_that_is_missing_or_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes("名 = '值'".encode("gb18030"))
    for name in ("bad.toml", "none.toml"):
        with pytest.raises(TemplateError) as caught:
            load_type(tmp_path / name)
        assert (caught.value.file, caught.value.place) == (name, "(file)")


def test_two_files_with_one_id(write: Write, tmp_path: Path) -> None:
    write(HEAD + SECTION)
    write(HEAD + SECTION, "zwei.toml")
    with pytest.raises(TemplateError, match=r"^zwei\.toml：\[type\]：id = “small” 已被另一个文件使用"):
        load_types(tmp_path)


SHARED = """
[section.common]
heading = "共用的一节"
short = "共用"
required = true
guidance = "写清楚。"
aliases = ["甲", "乙"]

[deadline.due]
label = "报送"
month = 3
day = 1

[preface.usual]
text = "{year}年，{office}。"
"""
USES = """
[preface]
use = "usual"
guidance = "一段。"
[[deadline]]
use = "due"
day = 15
[[section]]
use = "common"
short = "另名"
[[section]]
use = "common"
id = "again"
aliases = ["丙"]
"""


def test_a_type_uses_what_is_shared_and_sets_keys_anew(write: Write) -> None:
    write(SHARED, "shared.toml")
    loaded = load_type(write(HEAD + USES))
    first, second = loaded.sections
    assert (first.id, first.short, first.aliases, first.guidance) == ("common", "另名", ("甲", "乙"), "写清楚。")
    assert (second.id, second.short, second.aliases) == ("again", "共用", ("丙",))
    assert [(one.id, one.month, one.day) for one in loaded.deadlines] == [("due", 3, 15)]
    assert (loaded.preface, loaded.preface_guidance) == ("{year}年，{office}。", "一段。")


def test_the_hash_follows_what_a_type_is_made_of(write: Write) -> None:
    write(SHARED, "shared.toml")
    path = write(HEAD + USES)
    first = load_type(path).hash
    write(SHARED + "\n# 注释\n[deadline.unused]\nlabel = '公开'\nmonth = 4\nday = 1\n", "shared.toml")
    assert load_type(path).hash == first
    write(SHARED.replace("写清楚。", "写明白。"), "shared.toml")
    assert load_type(path).hash != first


@pytest.mark.parametrize(
    ("shared", "place", "problem"),
    [
        ("[sections.a]", "(top)", "不认识的键 sections"),
        ("section = 1", "[section]", "应是一节（表）"),
        ("[section]\ncommon = 1", "[section.common]", "应是一节（表）"),
        (SHARED.replace("guidance", "guidence"), "[section.common]", "不认识的键 guidence"),
        (SHARED.replace("day = 1", "day = 32"), "[deadline.due]", "不是一个日期"),
        (SHARED.replace("text =", "id ="), "[preface.usual]", "不认识的键 id"),
        (
            SHARED.replace("[deadline.due]", '[[section.common.field]]\nid="n"\nlabel="数"\nkind="x"\n[deadline.due]'),
            "[section.common] [[field]] n",
            "kind = “x” 不认识",
        ),
    ],
)
def test_errors_in_what_is_shared_name_its_file(write: Write, shared: str, place: str, problem: str) -> None:
    write(shared, "shared.toml")
    with pytest.raises(TemplateError) as caught:
        load_type(write(HEAD + USES))
    assert (caught.value.file, caught.value.place) == ("shared.toml", place)
    assert problem in caught.value.problem


def test_errors_in_a_key_set_anew_name_the_type(write: Write) -> None:
    write(SHARED, "shared.toml")
    with pytest.raises(TemplateError, match=r"^small\.toml：\[\[section\]\] common：short 应为文字"):
        load_type(write(HEAD + USES.replace('"另名"', "1")))


def test_an_unknown_use_names_what_there_is(write: Write) -> None:
    write(SHARED, "shared.toml")
    with pytest.raises(TemplateError, match=r"use = “comon” 在 shared\.toml 里没有，可用：common"):
        load_type(write(HEAD + USES.replace('"common"', '"comon"')))
    with pytest.raises(TemplateError, match="use = “1”"):
        load_type(write(HEAD + USES.replace('"common"', "1")))


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("[[groups]]", "(top)", "不认识的键 groups"),
        ("[group]", "[[group]]", "双方括号"),
        (GROUP + 'id = "titel"\nkind = "text"', "[[group]] 必填 [[field]] titel", "可用：title、office"),
        (GROUP + 'id = "title"\nkind = "date"', "[[group]] 必填 [[field]] title", "kind 应为 text 或 choice"),
        (GROUP + 'id = "date"\nkind = "text"', "[[group]] 必填 [[field]] date", "kind 应为 date"),
        (GROUP + 'id = "urgency"\nkind = "choice"', "[[group]] 必填 [[field]] urgency", "缺少 choices"),
        ((GROUP + 'id = "title"\nkind = "text"') * 2, "[[group.field]] title", "id 重复"),
        (GROUP + 'kind = "text"', "[[group]] 1 [[field]] 1", "缺少 id"),
    ],
)
def test_errors_in_front(write: Write, tmp_path: Path, text: str, place: str, problem: str) -> None:
    write(text, "front.toml")
    with pytest.raises(TemplateError) as caught:
        load_front(tmp_path)
    assert (caught.value.file, caught.value.place) == ("front.toml", place)
    assert problem in caught.value.problem


def test_front_and_shared_are_no_types(write: Write, tmp_path: Path) -> None:
    write(GROUP + 'id = "title"\nkind = "text"', "front.toml")
    write(SHARED, "shared.toml")
    write(HEAD + SECTION)
    assert [one.id for one in load_types(tmp_path)] == ["small"]
    assert [field.id for group in load_front(tmp_path) for field in group.fields] == ["title"]


def test_another_type_of_report_needs_no_python() -> None:
    (loaded,) = load_types(DATA)
    assert loaded.name == "政府信息公开工作年度报告"
    declared = [(field.id, field.kind) for section in loaded.sections for field in section.fields]
    assert {kind for _, kind in declared} == {
        "prose", "date", "choice", "text", "number", "table", "items", "attachments",
    }  # fmt: skip
    assert not any(isinstance(content, Statutory) for section in loaded.sections for content in section.statutory)


def test_a_report_of_another_type_is_filled_in_and_composed() -> None:
    loaded = load_type(DATA / "openness.toml")
    fields = {field.id: field for section in loaded.sections for field in section.fields}
    received, platform, updated = fields["received"], fields["platform"], fields["last_update"]
    report = new_report(loaded, 2024, "青溪县水利局", counting_ids())
    report = _with(report, "requests", received, NUMBER.read(received, "１２件"))
    report = _with(report, "overview", platform, CHOICE.read(platform, "部门网站"))
    report = _with(report, "overview", updated, DATE.read(updated, "2024-12-30"))
    document = compose(loaded, report)
    assert report.sections[1].values["received"] == Decimal(12)
    assert document.title == "青溪县水利局2024年政府信息公开工作年度报告"
    printed = [piece.text for piece in document.body if isinstance(piece, Prose)]
    assert "新收政府信息公开申请12件。" in printed
    assert "公开目录最近一次更新于2024年12月30日。" in printed
    assert "主要公开平台为部门网站。" in printed


def _with(report: Report, kind: str, field: Field, value: Value) -> Report:
    section = next(one for one in report.sections if one.kind == kind)
    return report.with_section(section.id, lambda one: one.with_value(field.id, value))
