"""Invented reports of many shapes, the published one and the keyed cases come out with their outlines."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from report.content import Block, Table
from report.errors import TooMuchText, UnknownType
from report.identity import counting_ids
from report.numbering import Scheme
from report.reading.recognise import LINE_LIMIT, Reading, read_report
from tests.report.reading.invented import Case, Head, cases, outline_of, types

MARKS = str.maketrans("，；：！？（）", ",;:!?()")


def read(text: str, type_id: str | None = None) -> Reading:
    return read_report(text, types(), type_id=type_id, new_id=counting_ids())


def plain(heads: tuple[Head, ...]) -> list[tuple[int, str, str, bool]]:
    return [(one.level, one.number.replace(" ", ""), one.heading.rstrip("。：:"), one.run_in) for one in heads]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_outline(case: Case) -> None:
    assert plain(outline_of(read(case.text).report)) == plain(case.outline)


def facts_found(reading: Reading) -> dict[str, str]:
    report, front = reading.report, reading.report.front
    blocks = [block for section in report.sections for block in section.text]
    found = {name: getattr(front, name) for name in ("title", "office", "addressee", "signatory", "signer", "urgency")}
    found |= {name: getattr(front, name) for name in ("copy_number", "contact", "annotation", "copy_to", "printer")}
    return found | {
        "number": front.document_number,
        "mark": front.issuer_mark,
        "date": front.date.day.isoformat() if front.date.day else "",
        "date_text": front.date.text,
        "year": str(report.year),
        "scheme": report.numbering.value,
        "type": report.type.id,
        "kinds": " ".join(section.kind or "-" for section in report.sections),
        "attachments": "|".join(one.title for one in report.attachments),
        "paragraphs": str(len(blocks)),
        "tables": str(sum(isinstance(block, Table) for block in blocks)),
    }


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_facts_and_notes(case: Case) -> None:
    reading = read(case.text)
    found = facts_found(reading)
    wanted = {key: value for key, value in case.facts.items() if key in found}
    assert {key: found[key] for key in wanted} == wanted
    assert set(case.facts.get("notes", "").split()) <= {note.rule for note in reading.notes}
    removed = {revert.before for note in reading.notes for revert in note.reverts if not revert.block}
    assert set(filter(None, case.facts.get("removed", "").split("|"))) <= removed
    if "unplaced_has" in case.facts:
        assert case.facts["unplaced_has"] in "".join(reading.unplaced)
    else:
        assert reading.unplaced == ()


def block_texts(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    else:
        yield block.source_number or ""
        yield block.text


def placed(reading: Reading) -> Iterator[str]:
    """Every text of a reading: placed, left over, and removed with a note."""
    report, front = reading.report, reading.report.front
    # The office is no text of its own: it is found in title or signatory.
    words = (getattr(front, name) for name in front.__slots__ if name != "office")
    yield from (word for word in words if isinstance(word, str))
    yield from (front.date.text, front.print_date.text)
    for section in report.sections:
        yield from (section.source_number or "", section.heading)
    for blocks in report.blocks():
        for block in blocks:
            yield from block_texts(block)
    yield from (one.title for one in report.attachments)
    yield from reading.unplaced
    yield from (one.before for note in reading.notes for one in note.reverts if not one.after)


def visible(texts: Iterator[str] | list[str]) -> Counter[str]:
    return Counter(char for text in texts for char in text.translate(MARKS) if not char.isspace())


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_no_character_is_lost(case: Case) -> None:
    """Only the labels of front and foot and the numbers of the attachments' list are not kept as text."""
    lines = [line.strip("（() \u3000") for line in case.text.splitlines()]
    labels = ("签发人", "抄送", "附件", "将", "林政呈", "1.", "2.", "（", "(")
    labelled = [line for line in lines if line.startswith(labels) or line.endswith("印发")]
    lost = visible([case.text]) - visible(placed(read(case.text)))
    hidden = visible(["\u200b\u2060\x07"])
    assert not lost - visible(labelled) - hidden


def test_published_report(seed: Path) -> None:
    reading = read(seed.read_text("utf-8"))
    report = reading.report
    assert (report.type.id, report.year, report.front.title, report.front.office) == ("guangdong", 2024, "", "")
    assert report.numbering is Scheme.FOUR
    assert [section.source_number for section in report.sections] == ["一、", "二、", "三、", "四、", "五、", "六、"]
    levels = [(block.level, block.source_number) for block in report.sections[3].text if block.level]  # pyright: ignore[reportAttributeAccessIssue]
    ones = [(3, f"{number}.") for number in range(1, 7)]
    assert levels == [(2, "(一)"), (2, "(二)"), *ones, (2, "(三)"), *ones[:2], (2, "(四)")]
    assert report.sections[5].text == ()
    assert reading.unplaced == ()
    assert [(note.rule, note.count) for note in reading.notes] == [("marks", 161)]
    assert not visible([seed.read_text("utf-8")]) - visible(placed(reading))


def key_heads(entries: list[dict[str, Any]]) -> Iterator[tuple[int, str, bool]]:
    for entry in entries:
        yield entry["level"], entry["heading"], bool(entry.get("run_in"))
        yield from key_heads(entry["children"])


@pytest.mark.parametrize("name", ["04_zerenren_zaiqian_chengguan", "08b_clean_shuiliju_2023"])
def test_keyed_cases(shared: Path, name: str) -> None:
    folder = shared / "dev-cases"
    key = json.loads((folder / f"{name}.key.json").read_text("utf-8"))
    reading = read((folder / f"{name}.txt").read_text("utf-8"))
    found = [(one.level, one.heading, one.run_in) for one in outline_of(reading.report)]
    assert found == list(key_heads(key["sections"]))
    front = reading.report.front
    assert (front.title, front.signatory, front.date.text) == (key["title"], key["signature"], key["date"])
    assert (reading.report.year, front.office) == (key["year"], key["unit"])
    assert front.addressee == key.get("addressee", "")
    assert front.document_number == key.get("doc_number", "")
    assert reading.unplaced == ()


def test_type_is_taken_or_refused() -> None:
    assert read("一、主要举措\n好。", "leader_first").report.type.id == "leader_first"
    with pytest.raises(UnknownType):
        read("一、主要举措", "nothing")


def test_text_without_outline_is_preface() -> None:
    reading = read("我局认真履职。\n取得成效。")
    assert [block.text for block in reading.report.preface] == ["我局认真履职。", "取得成效。"]  # pyright: ignore[reportAttributeAccessIssue]
    assert (reading.report.sections, reading.report.year, reading.type_confidence) == ((), None, 0.0)


def test_nothing_is_a_report_of_nothing() -> None:
    reading = read("")
    assert reading.notes == reading.unplaced == reading.report.sections == ()


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(TooMuchText):
        read("好\n" * (LINE_LIMIT + 1))


def test_clean_text_is_read_again_as_the_same() -> None:
    for case in cases():
        first = read(case.text)
        lines = [first.report.front.title]
        lines += [block.text for block in first.report.preface if not isinstance(block, Table)]
        for section in first.report.sections:
            lines.append((section.source_number or "") + section.heading)
            blocks = [block for block in section.text if not isinstance(block, Table)]
            lines += [(block.source_number or "") + block.text for block in blocks]
        again = read("\n".join(lines))
        levels = [[one.level for one in outline_of(reading.report)] for reading in (first, again)]
        assert levels[0] == levels[1], case.name
        assert not [note.reverts for note in again.notes if note.rule == "marks" and note.reverts]
