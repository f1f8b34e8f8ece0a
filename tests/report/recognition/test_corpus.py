"""The invented reports and their keys are sound."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.report.recognition.corpus_reader import KeyNumber, KeyZero, Passage, read_corpus

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(CORPUS.glob("*.txt"))
FIGURE = re.compile(r"[0-9０-９]+([,，][0-9０-９]{3})*([.．][0-9０-９]+)?|(百分之)?[零〇一二两三四五六七八九十百千万]+")
ZERO = re.compile("[未无没零不]")


def every_file() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def written(tmp_path: Path, body: str) -> Passage:
    path = tmp_path / "office.txt"
    path.write_text(f"# 某局\n\n## 举措\n\n{body}\n", encoding="utf-8")
    return read_corpus(path)[0]


def test_a_file_is_for_writing_or_held_out() -> None:
    counts = Counter(path.stem.split("_")[0] for path in FILES)
    assert set(counts) == {"dev", "held"}
    assert counts["dev"] >= 8
    assert counts["held"] >= 3


@every_file()
def test_every_file_has_passages_with_numbers(path: Path) -> None:
    passages = read_corpus(path)
    assert len(passages) >= 10
    assert sum(len(passage.numbers) for passage in passages) >= 40
    assert any(passage.zeros for passage in passages)


@every_file()
def test_no_mark_is_left_in_the_text(path: Path) -> None:
    for passage in read_corpus(path):
        assert not re.search(r"\[\[|\]\]|<<|>>|[{}|@*#=]", passage.heading + passage.text)
        assert passage.text == passage.text.strip()
        assert {number.qualifier for number in passage.numbers} <= {"", "余", "多", "几"}


@every_file()
def test_offsets_read_back(path: Path) -> None:
    for passage in read_corpus(path):
        for number in passage.numbers:
            assert FIGURE.fullmatch(number.written), number
            assert passage.text.startswith(number.written, number.start)
            after = passage.text[number.start + len(number.written) :]
            if not number.in_table and not number.written.startswith("百分之"):
                noun = number.unit.lstrip("万亿")
                magnitude = number.unit.removesuffix(noun)
                orders = {number.qualifier + number.unit, magnitude + number.qualifier + noun}
                assert number.unit, number
                assert after.startswith(tuple(orders)), (number, after[:9])
        for zero in passage.zeros:
            assert ZERO.search(passage.text[zero.start : zero.end])
            assert zero.count >= 1


def test_no_two_files_share_a_sentence() -> None:
    sentences = Counter(
        sentence
        for path in FILES
        for passage in read_corpus(path)
        for sentence in set(re.split("[。；\n]", passage.text))
        if len(sentence) > 25
    )
    assert not [sentence for sentence, times in sentences.items() if times > 1]


@pytest.mark.parametrize(
    ("body", "text", "number"),
    [
        ("查[[120|家次]]", "查120家次", KeyNumber(1, "120", "家次")),
        ("提[[140|条|余]]", "提140余条", KeyNumber(1, "140", "条", "余")),
        ("近[[2|人次|万余]]", "近2万余人次", KeyNumber(1, "2", "万人次", "余")),
        ("达[[百分之九十五|%]]", "达百分之九十五", KeyNumber(1, "百分之九十五", "%")),
        ("均[[100|%|*2]]", "均100%", KeyNumber(1, "100", "%", count=2)),
        ("持[[持证=55|人]]", "持55人", KeyNumber(1, "55", "人", name="持证")),
        ("办<<4|期>>", "办4期", KeyNumber(1, "4", "期", optional=True)),
        ("河\t[[27|@件]]", "河\t27", KeyNumber(2, "27", "件", in_table=True)),
    ],
)
def test_forms_of_a_number(tmp_path: Path, body: str, text: str, number: KeyNumber) -> None:
    assert written(tmp_path, body) == Passage("举措", text, (number,))


def test_zeros_in_words(tmp_path: Path) -> None:
    assert written(tmp_path, "年内{{未收到监察建议、司法建议|2}}。").zeros == (KeyZero(2, 14, 2),)


def test_a_file_must_name_its_office(tmp_path: Path) -> None:
    path = tmp_path / "office.txt"
    path.write_text("没有名称\n", encoding="utf-8")
    with pytest.raises(ValueError, match="没有名称"):
        read_corpus(path)
