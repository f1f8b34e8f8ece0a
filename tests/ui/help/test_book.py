"""The pages of help: every declared thing has its entry, no link is dead, words are found, nothing is mark-up."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from report.compose import fields_of
from report.content import Paragraph as Words
from report.document import FIGURES, Place
from report.edits import set_field
from report.loader import load_type
from report.report import TEXT_FIELD, Report, Section
from report.template import Field, ReportType
from resources import resource
from ui import library
from ui.actions import ACTIONS
from ui.application import declared
from ui.editor.states import YEAR
from ui.help.blocks import Block, Heading, lines_of
from ui.help.book import CONTENTS, KEYS, Book, make_book
from ui.help.field_words import field_entry
from ui.help.tables import TABLES
from ui.help.topics import action_words, read_topic

TYPES, GROUPS = declared()
OPENNESS = load_type(Path(__file__).parents[2] / "report" / "data" / "openness.toml")
ALL = pytest.mark.parametrize("report_type", [*TYPES, OPENNESS], ids=lambda one: one.id)


def begun(report_type: ReportType) -> Report:
    return library.begin_report(report_type, 2024, "青溪县水利局", "县政府")


def text_of(blocks: Sequence[Block]) -> str:
    return "\n".join(line for block in blocks for line in lines_of(block))


def entry_text(book: Book, address: str) -> str:
    page = book.page(address)
    assert page is not None
    found = page.entry(address.partition("#")[2])
    assert found is not None, address
    return text_of(page.blocks[found[0] : found[1]])


@ALL
def test_every_declared_field_has_an_entry_with_all_that_is_declared(report_type: ReportType) -> None:
    book = make_book(report_type, GROUPS)
    for kind in report_type.sections:
        for field in fields_of(kind):
            told = entry_text(book, f"section/{kind.id}#{field.id}")
            assert field.label in told
            assert field.hint in told
            assert field.guidance in told
            assert all(word in told for word in (*field.choices, *(one.label for one in field.columns)))
    for field in (YEAR, *(one for group in GROUPS for one in group.fields)):
        told = entry_text(book, f"front#{field.id}")
        assert field.label in told
        assert field.guidance in told
        assert ("必填" in told) == field.required


@ALL
def test_every_place_of_a_report_leads_to_its_help(report_type: ReportType) -> None:
    book, report = make_book(report_type, GROUPS), begun(report_type)
    assert book.has(book.address(Place(FIGURES, "penalties"), report))
    assert book.address(Place(FIGURES), report) == "figures"
    for section in report.sections:
        kind = report_type.section(section.kind)
        assert kind is not None
        assert book.address(Place(section.id), report) == f"section/{kind.id}"
        fields = fields_of(kind)
        for field in fields:
            alone = len(fields) == 1 and field.id == TEXT_FIELD
            wanted = f"section/{kind.id}" + ("" if alone else f"#{field.id}")
            assert book.address(Place(section.id, field.id), report) == wanted
    assert book.address(Place("front", "date"), report) == "front#date"
    assert book.address(Place("preface", TEXT_FIELD), report) == "preface"
    assert book.address(Place("attachments"), report) == "attachments"
    assert book.address(Place(""), report) == CONTENTS


@ALL
def test_no_link_is_dead_and_every_page_can_be_reached_from_the_contents(report_type: ReportType) -> None:
    book = make_book(report_type, GROUPS)
    assert [one for page in book.pages for one in page.links() if not book.has(one.target)] == []
    contents = book.page(CONTENTS)
    assert contents is not None
    assert {one.target for one in contents.links()} | {CONTENTS} == {one.id for one in book.pages}
    assert len({one.id for one in book.pages}) == len(book.pages)


@ALL
def test_a_section_says_what_belongs_here_the_law_and_the_parts(report_type: ReportType) -> None:
    book = make_book(report_type, GROUPS)
    for kind in report_type.sections:
        page = book.page(f"section/{kind.id}")
        assert page is not None
        told = text_of(page.blocks)
        assert all(line.strip() in told for line in kind.guidance.splitlines())
        assert ("厅字〔2019〕28号" in told) == bool(kind.statutory)
        for place, part in enumerate(kind.parts):
            mine = entry_text(book, f"section/{kind.id}#part-{place}")
            assert all(line.strip() in mine for line in (part.heading, *part.guidance.splitlines()))


def test_a_paragraph_under_a_usual_heading_leads_to_that_part() -> None:
    book, report = make_book(TYPES[0], GROUPS), begun(TYPES[0])
    section = next(one for one in report.sections if one.kind == "measures")
    kind = TYPES[0].section("measures")
    assert kind is not None
    text = (
        Words("a", "写在前面"),
        Words("b", kind.parts[4].heading, 2),
        Words("c", "出庭2件"),
        Words("d", "自己的小标题", 2),
        Words("e", "别的"),
    )
    report = set_field(report, section.id, TEXT_FIELD, text)
    found = [book.address(Place(section.id, TEXT_FIELD, block.id), report) for block in text]
    here = "section/measures"
    assert found == [here, f"{here}#part-4", f"{here}#part-4", here, here]


def test_sections_of_ones_own_and_attachments_have_pages() -> None:
    book, report = make_book(TYPES[0], GROUPS), begun(TYPES[0])
    own = Section("x1", "", "自己加的")
    assert book.address(Place("x1", TEXT_FIELD), replace(report, sections=(*report.sections, own))) == "own"
    sample = library.sample_report(TYPES)
    assert sample.attachments
    assert book.address(Place(sample.attachments[0].id, "title"), sample) == "attachments#title"


def test_words_are_found_in_titles_and_text_full_width_or_not() -> None:
    book = make_book(TYPES[0], GROUPS)

    def targets(words: str) -> list[str]:
        return [link.target for link in book.search(words).links()]

    assert targets("输入法")[0] == "input"
    assert "front#date" in targets("成文日期")
    assert "section/measures#part-4" in targets("出庭 调解")
    assert targets("ＣＴＲＬ＋Ｓ")
    assert "export" in targets("pdf")
    assert targets("没有这个词") == []
    assert "没有这个词" in text_of(book.search("没有这个词").blocks)
    assert all(book.has(target) for words in ("报告", "1", "a", "-") for target in targets(words))


def test_mark_up_in_a_search_stays_text() -> None:
    assert "<b>&amp;" in make_book(TYPES[0], GROUPS).search("<b>&amp;").title


def test_the_tone() -> None:
    for report_type in TYPES:
        for page in make_book(report_type, GROUPS).pages:
            told = page.title + page.meta + text_of(page.blocks)
            assert not [word for word in ("！", "您", "请勿", "非法", "{", "}", "](") if word in told], page.id


def test_every_key_and_shortcut_is_on_the_page_of_keys() -> None:
    page = make_book(TYPES[0], GROUPS).page(KEYS)
    assert page is not None
    told = text_of(page.blocks)
    assert all(one.text.removesuffix("…") in told for one in ACTIONS if one.shortcuts)
    assert all(key.text in told for table in TABLES.values() for key in table)


def test_topics_read_their_few_forms(tmp_path: Path) -> None:
    path = tmp_path / "10-some.md"
    path.write_text("# 题\n一句，见[基本](front#date)。\n## 小题\n- 按{save}\n- 二\n{keys: rows}\n", "utf-8")
    page = read_topic(path, TABLES)
    assert (page.id, page.title) == ("some", "题")
    assert [link.target for link in page.links()] == ["front#date"]
    assert "“文件—立即保存”（Ctrl+S）" in text_of(page.blocks)
    assert "Ctrl+Enter" in text_of(page.blocks)
    path.write_text("# 题\n{no_such_action}\n", "utf-8")
    with pytest.raises(KeyError):
        read_topic(path, TABLES)


def test_every_file_of_topics_is_shown() -> None:
    ids = {page.id for page in make_book(TYPES[0], GROUPS).pages}
    assert {path.stem.partition("-")[2] for path in resource("help").iterdir()} <= ids


def test_where_an_action_is() -> None:
    by_id = {one.id: one for one in ACTIONS}
    assert action_words(by_id["submit"]) == "“文件—报送定稿”"
    assert action_words(by_id["next_part"]) == "“查看—下一部分”（Ctrl+PgDn、Ctrl+Tab）"


@pytest.mark.parametrize(
    ("field", "words"),
    [
        (Field("a", "number", "件数", unit="件", decimals=0, minimum=0), ("“件”", "只写整数", "不小于0")),
        (Field("a", "number", "金额", decimals=2, minimum=1, maximum=9), ("最多2位小数", "1和9之间")),
        (Field("a", "number", "率", maximum=100), ("不大于100", "不印")),
        (Field("a", "number", "件数", print="受理{value}件。"), ("印成：受理……件。",)),
        (Field("a", "date", "日期"), ("2025.1.6", "20250106")),
        (Field("a", "choice", "选", hint="盖章", choices=("不盖章",)), ("盖章；不盖章",)),
        (Field("a", "text", "文字", required=True, max_chars=20, hint="某局"), ("就要填", "20字", "例如：某局")),
    ],
)
def test_what_is_said_of_a_field(field: Field, words: Sequence[str]) -> None:
    blocks = field_entry(field)
    assert isinstance(blocks[0], Heading)
    assert all(word in text_of(blocks) for word in words), text_of(blocks)
