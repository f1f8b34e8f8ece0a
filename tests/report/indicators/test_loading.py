"""The shipped catalogue loads, and each slip in one names its file, its place and what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from report.errors import TemplateError
from report.indicators.catalogue import NO_CATALOGUE, Catalogue, UnitChoice
from report.indicators.loading import INDICATORS_FILE, check_expressions, load_catalogue
from report.indicators.rules import conditions
from report.toml_reading import braced
from resources import resource

CHOICE = '[[choice]]\nid = "case"\nlabel = "案件"\nunits = ["件", "起"]\n'
GROUP = '[[group]]\nid = "suits"\nname = "应诉"\n'
SUITS = '{ id = "suits", name = "行政诉讼案件", unit = "@case" }'
LOST = '{ id = "lost", name = "败诉", unit = "@case", parent = "suits", short = "其中：败诉" }'
OTHER = '[[group]]\nid = "exams"\nname = "考试"\nindicator = [{ id = "due", name = "应考" }]\n'
RULE = '[[rule]]\nid = "lost"\nexpression = "lost <= suits"\nsentence = "败诉{lost}，比案件{suits}还多。"\n'

Load = Callable[[str], Catalogue]


def inside(*indicators: str) -> str:
    """The group with these indicators."""
    return f"{GROUP}indicator = [{', '.join(indicators)}]\n"


GOOD = CHOICE + inside(SUITS, LOST) + OTHER + RULE


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def load_text(text: str) -> Catalogue:
        (tmp_path / INDICATORS_FILE).write_text(text, encoding="utf-8")
        catalogue = load_catalogue(tmp_path)
        check_expressions(catalogue)
        return catalogue

    return load_text


def test_the_shipped_catalogue_is_sound() -> None:
    catalogue = load_catalogue(resource("templates"))
    check_expressions(catalogue)
    assert len(catalogue.indicators) > 150
    assert len(conditions(catalogue)) == len(catalogue.rules) > 30
    assert {one.group for one in catalogue.indicators} == {one.id for one in catalogue.groups}
    for one in catalogue.indicators:
        assert not one.parent or one.short.startswith("其中："), one.id
        assert one.decimals == 1 or not one.is_share, one.id
        assert len(set(one.aliases)) == len(one.aliases), one.id


def test_a_small_catalogue_loads(load: Load) -> None:
    catalogue = load(GOOD)
    assert catalogue.choices == (UnitChoice("case", "案件", ("件", "起")),)
    assert [one.id for one in catalogue.of_group("suits")] == ["suits", "lost"]
    assert catalogue.group("exams") is not None
    assert catalogue.group("none") is None
    assert catalogue.by_id["lost"].label == "其中：败诉"
    assert braced(catalogue.rules[0].sentence) == ["lost", "suits"]


def test_a_folder_without_the_file_has_no_catalogue(tmp_path: Path) -> None:
    assert load_catalogue(tmp_path) is NO_CATALOGUE


def test_an_empty_file_is_an_empty_catalogue(load: Load) -> None:
    assert load("").indicators == ()


def one_with(keys: str) -> str:
    """The catalogue whose 败诉 has other keys."""
    return GOOD.replace(LOST, f'{{ id = "lost", name = "败诉", {keys} }}')


def rule_with(expression: str) -> str:
    """The catalogue whose rule reads so."""
    return GOOD.replace("lost <= suits", expression)


SUITS_LOST = "[[group]] suits indicator lost"
SLIPS = [
    ("[[choice", "(file)", "Expected"),
    (GOOD + "[rules]", "(top)", "不认识的键 rules"),
    (CHOICE.replace("label", "name"), "[[choice]] case", "不认识的键 name"),
    (CHOICE.replace('"案件"', '""'), "[[choice]] case", "label 不能为空"),
    (CHOICE.replace('["件", "起"]', "[]"), "[[choice]] case", "units 不能为空"),
    (CHOICE.replace('"起"', '" "'), "[[choice]] case", "units 不能为空"),
    (CHOICE.replace('["件", "起"]', '"件"'), "[[choice]] case", "units 应为列表"),
    (CHOICE + CHOICE, "[[choice]] case", "id 重复"),
    ("[choice]\nid = 'case'", "[[choice]]", "双方括号"),
    ("[group]\nid = 'suits'", "[[group]]", "双方括号"),
    ("group = [1]", "[[group]] 1", "应是一节（表）"),
    (GROUP.replace("name", "title"), "[[group]] suits", "不认识的键 title"),
    (GROUP.replace('id = "suits"', ""), "[[group]] 1", "缺少 id"),
    (GROUP.replace("suits", "own"), "[[group]] own", "这个 id 留给自定指标"),
    (GROUP + GROUP, "[[group]] suits", "id 重复"),
    (GROUP + 'shown = "否"', "[[group]] suits", "shown 应为true 或 false"),
    (GROUP + "indicator = 1", "[[group]] suits indicator", "双方括号"),
    (GROUP + "indicators = []", "[[group]] suits", "不认识的键 indicators"),
    (GROUP + "indicator = ['lost']", "[[group]] suits indicator 1", "应是一节（表）"),
    (GOOD.replace("lost", "Lost"), "[[group]] suits indicator Lost", "id = “Lost” 应由小写"),
    (GOOD.replace('name = "败诉"', 'name = ""'), SUITS_LOST, "name 不能为空"),
    (GOOD.replace('name = "败诉"', 'nam = "败诉"'), SUITS_LOST, "不认识的键 nam"),
    (GOOD.replace('id = "lost", name', "name"), "[[group]] suits indicator 2", "缺少 id"),
    (one_with('group = "suits"'), SUITS_LOST, "group 由所在的组决定"),
    (one_with('aliases = "败诉"'), SUITS_LOST, "aliases 应为列表"),
    (one_with("decimals = 1.5"), SUITS_LOST, "decimals 应为整数"),
    (one_with('unit = "@cases"'), "indicator lost", "unit = “@cases”，没有这个 choice"),
    (one_with('parent = "due"'), "indicator lost", "parent = “due”，同一组里没有这个指标"),
    (one_with('parent = "won"'), "indicator lost", "parent = “won”，同一组里没有这个指标"),
    (one_with('parent = "lost"'), "indicator lost", "parent 绕了一圈"),
    (one_with('parent = "suits"').replace(SUITS, SUITS[:-1] + ', parent = "lost" }'), "indicator suits", "parent 绕"),
    (GOOD.replace(LOST, LOST.replace("lost", "own-1")), "indicator own-1", "id 不能以 own- 开头"),
    (GOOD.replace(LOST, LOST.replace("lost", "due")), "indicator due", "id 重复"),
    (GOOD.replace(LOST, LOST.replace("败诉", "行政诉讼案件", 1)), "indicator 行政诉讼案件", "name 重复"),
    (one_with('formula = "suits +"'), "indicator lost", "formula：第8个字符：这里应是一个指标或数"),
    (one_with('formula = "suits + won"'), "indicator lost", "formula：第9个字符：没有叫“won”的指标"),
    (one_with('formula = "suits = 1"'), "indicator lost", "formula：第7个字符：多出来的内容"),
    (one_with('formula = "1 + lost"'), "indicator lost", "formula 绕了一圈"),
    (
        one_with('formula = "suits - 1"').replace(SUITS, SUITS[:-1] + ', formula = "lost + 1" }'),
        "indicator suits",
        "formula 绕了一圈",
    ),
    (GOOD + RULE, "[[rule]] lost", "id 重复"),
    (GOOD.replace("sentence =", "text ="), "[[rule]] lost", "不认识的键 text"),
    (GOOD.replace("expression", "#"), "[[rule]] lost", "缺少 expression"),
    (GOOD + 'hard = "no"', "[[rule]] lost", "hard 应为true 或 false"),
    (rule_with(""), "[[rule]] lost", "expression：第1个字符：这里应是一个指标或数"),
    (rule_with("lost <= won"), "[[rule]] lost", "expression：第9个字符：没有叫“won”的指标，或不止一个"),
    (rule_with("lost"), "[[rule]] lost", "expression：第5个字符：这里应有 <="),
    (rule_with("lost <= 2"), "[[rule]] lost", "sentence 里的 {suits} 不认识，可用 expression 里的 id 和 {sum}"),
    (GOOD.replace("{lost}", "{}"), "[[rule]] lost", "sentence 里的 {} 不认识"),
]


@pytest.mark.parametrize(("text", "place", "problem"), SLIPS)
def test_a_slip_is_named_with_its_place(load: Load, text: str, place: str, problem: str) -> None:
    with pytest.raises(TemplateError) as refused:
        load(text)
    assert (refused.value.file, refused.value.place) == (INDICATORS_FILE, place)
    assert problem in refused.value.problem


def test_a_name_that_two_indicators_have_means_none(load: Load) -> None:
    two = inside(SUITS, LOST, '{ id = "won", name = "胜诉", short = "败诉" }')
    with pytest.raises(TemplateError, match="没有叫“败诉”的指标，或不止一个"):
        load(CHOICE + two + RULE.replace("lost <= suits", "败诉 <= suits"))
    assert load(CHOICE + two + RULE.replace("lost <= suits", "lost <= 行政诉讼案件")).rules
