"""Values and the places that quote them say the same, whatever is done to either."""

import itertools
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from report import edits as text_edits
from report.block_ranges import RowSpot, end_of, move_range, put, with_new_ids, without
from report.content import Link, Paragraph
from report.document import Place
from report.indicators import edits
from report.indicators.figures import NOT_APPLICABLE, Amount, Figure
from report.indicators.quoting import link_place, reads, settled, unlink_place, values_in
from report.linked_text import are_sound, head, tail, with_text
from report.report import TEXT_FIELD, Report
from tests.report.indicators.counting import IDS, counting_report, counting_type, marked, number, texts_of

TYPE = counting_type()


def test_a_value_is_said_wherever_it_is_quoted() -> None:
    report = counting_report(
        "应考⟦due 〔待填：应考人数〕⟧人。", "共⟦due 〔待填：应考人数〕⟧人应考，实考⟦taken 〔待填：实考人数〕⟧人。"
    )
    report = edits.set_amount(TYPE, report, "due", number("192"))
    assert texts_of(report) == ["应考⟦due 192⟧人。", "共⟦due 192⟧人应考，实考⟦taken 〔待填：实考人数〕⟧人。"]


def test_a_rate_follows_its_parts() -> None:
    report = counting_report("参考率⟦rate 〔待填：参考率〕⟧%。")
    report = edits.set_amount(TYPE, report, "due", number("121"))
    report = edits.set_amount(TYPE, report, "taken", number("120"))
    assert texts_of(report) == ["参考率⟦rate 99.2⟧%。"]
    assert texts_of(edits.set_amount(TYPE, report, "taken", number("121"))) == ["参考率⟦rate 100⟧%。"]
    assert texts_of(edits.set_amount(TYPE, report, "due", number("0"))) == ["参考率⟦rate 〔待填：参考率〕⟧%。"]


def test_a_given_rate_that_agrees_follows_from_then_on_and_keeps_its_decimals() -> None:
    report = edits.set_amount(TYPE, counting_report("⟦rate 〔待填：参考率〕⟧%"), "rate", number("99.17"))
    report = edits.set_amount(TYPE, report, "due", number("121"))
    report = edits.set_amount(TYPE, report, "taken", number("120"))
    assert texts_of(report) == ["⟦rate 99.17⟧%"]
    report = edits.set_amount(TYPE, report, "taken", number("119"))
    assert texts_of(report) == ["⟦rate 98.35⟧%"]


def test_a_given_rate_that_disagrees_stays_until_it_is_computed_again() -> None:
    report = edits.set_amount(TYPE, counting_report("⟦rate 〔待填：参考率〕⟧%"), "rate", number("90"))
    report = edits.set_amount(TYPE, report, "due", number("121"))
    report = edits.set_amount(TYPE, report, "taken", number("120"))
    assert texts_of(report) == ["⟦rate 90⟧%"]
    assert texts_of(edits.compute_again(TYPE, report, "rate")) == ["⟦rate 99.2⟧%"]


def test_a_total_is_computed_only_when_all_parts_are_given() -> None:
    report = edits.set_amount(TYPE, counting_report("诉讼⟦suits 〔待填：行政诉讼案件〕⟧件"), "won", number("7"))
    assert values_in(TYPE, report).amount("suits") is None
    report = edits.set_amount(TYPE, report, "lost", number("2"))
    assert texts_of(report) == ["诉讼⟦suits 9⟧件"]
    assert values_in(TYPE, report).is_computed("suits")


def test_linking_changes_no_text_and_spells_in_digits_when_the_value_changes() -> None:
    report = edits.set_amount(TYPE, counting_report("聘请六人。"), "due", number("6"))
    block = report.sections[0].text[0]
    where = Place(report.sections[0].id, TEXT_FIELD, block.id)
    linked = link_place(report, where, Link(2, 3, "due"))
    assert texts_of(linked) == ["聘请⟦due 六⟧人。"]
    assert texts_of(edits.set_amount(TYPE, linked, "due", number("8"))) == ["聘请⟦due 8⟧人。"]
    assert texts_of(unlink_place(linked, where, Link(2, 3, "due"))) == ["聘请六人。"]


def test_a_sentence_for_zero_gives_way_to_a_number_and_back_is_not_guessed() -> None:
    report = edits.set_amount(TYPE, counting_report("全年⟦suits 未发生行政诉讼案件⟧。"), "suits", number("0"))
    assert texts_of(report) == ["全年⟦suits 未发生行政诉讼案件⟧。"]
    report = edits.set_amount(TYPE, report, "suits", number("3"))
    assert texts_of(report) == ["全年行政诉讼案件⟦suits 3⟧件。"]
    assert texts_of(edits.set_amount(TYPE, report, "suits", number("0"))) == ["全年行政诉讼案件⟦suits 0⟧件。"]


def test_what_the_office_has_not_and_what_is_not_given_look_different() -> None:
    report = edits.set_amount(TYPE, counting_report("应考⟦due 〔待填：应考人数〕⟧人"), "due", NOT_APPLICABLE)
    assert texts_of(report) == ["应考⟦due 〔不适用：应考人数〕⟧人"]
    assert texts_of(edits.set_amount(TYPE, report, "due", None)) == ["应考⟦due 〔待填：应考人数〕⟧人"]


def test_decimals_are_said_as_given() -> None:
    report = edits.set_amount(TYPE, counting_report("⟦due 〔待填：应考人数〕⟧"), "due", number("152.0"))
    assert texts_of(report) == ["⟦due 152.0⟧"]
    assert texts_of(edits.set_amount(TYPE, report, "due", number("152.00"))) == ["⟦due 152.00⟧"]


def test_an_own_indicator_that_goes_leaves_its_words() -> None:
    report, own = edits.add_own(TYPE, counting_report("检查⟦own-1 〔待填：联合执法〕⟧次"), "联合执法", "次")
    report = edits.set_amount(TYPE, report, own.id, number("7"))
    assert texts_of(report) == ["检查⟦own-1 7⟧次"]
    report = edits.change_own(TYPE, report, replace(own, name="专项执法"))
    assert texts_of(edits.set_amount(TYPE, report, own.id, None)) == ["检查⟦own-1 〔待填：专项执法〕⟧次"]
    assert texts_of(edits.remove_own(TYPE, report, own.id)) == ["检查7次"]


def test_what_is_pasted_reads_as_the_values_of_now() -> None:
    before = edits.set_amount(TYPE, counting_report("全文"), "due", number("5"))
    section = before.sections[0]
    pasted = (*section.text, marked("n", "应考⟦due 3⟧人，别处⟦own-9 4⟧次"))
    after = settled(TYPE, before, text_edits.set_field(before, section.id, TEXT_FIELD, pasted))
    assert texts_of(after) == ["全文", "应考⟦due 5⟧人，别处4次"]


AMOUNTS = st.none() | st.just(NOT_APPLICABLE) | st.decimals(0, 999, places=0) | st.decimals(0, 99, places=2)


class Editing(RuleBasedStateMachine):
    """A clerk who types, cuts, joins, moves, pastes, changes values and takes it all back."""

    def __init__(self) -> None:
        super().__init__()
        self._ids = (f"n{number}" for number in itertools.count(1))
        self.report: Report = counting_report("")
        self.history: list[Report] = []

    def new_id(self) -> str:
        return next(self._ids)

    @initialize()
    def begin(self) -> None:
        parts = [f"甲{number}⟦{one} 〔待填：{TYPE.catalogue.by_id[one].name}〕⟧丁" for number, one in enumerate(IDS)]
        self.report = counting_report(*parts, "一二三")

    def apply(self, report: Report) -> None:
        self.history.append(self.report)
        self.report = settled(TYPE, self.report, report)

    def blocks(self) -> tuple[Paragraph, ...]:
        return tuple(one for one in self.report.sections[0].text if isinstance(one, Paragraph))

    def put_text(self, blocks: tuple[object, ...]) -> None:
        self.apply(text_edits.set_field(self.report, self.report.sections[0].id, TEXT_FIELD, blocks))  # type: ignore[arg-type]

    def spot(self, data: st.DataObject) -> RowSpot:
        row = data.draw(st.integers(0, len(self.blocks()) - 1))
        return RowSpot(row, data.draw(st.integers(0, end_of(self.blocks()[row]))))

    @rule(indicator=st.sampled_from(IDS), amount=AMOUNTS)
    def set_value(self, indicator: str, amount: Amount) -> None:
        self.apply(edits.set_amount(TYPE, self.report, indicator, amount))

    @rule(data=st.data(), typed=st.text("0123456789一二十，件", max_size=3))
    def type_text(self, data: st.DataObject, typed: str) -> None:
        row, offset = self.spot(data)
        one = self.blocks()[row]
        end = data.draw(st.integers(offset, min(len(one.text), offset + 4)))
        text = one.text[:offset] + typed + one.text[end:]
        self.put_text((*self.blocks()[:row], with_text(one, text), *self.blocks()[row + 1 :]))

    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        row, offset = self.spot(data)
        one = self.blocks()[row]
        parts = head(one, offset), replace(tail(one, offset), id=self.new_id())
        self.put_text((*self.blocks()[:row], *parts, *self.blocks()[row + 1 :]))

    @rule(data=st.data(), copied=st.booleans())
    def cut_or_copy_and_paste(self, data: st.DataObject, copied: bool) -> None:
        start, end = sorted((self.spot(data), self.spot(data)))
        if start == end:
            return
        blocks = self.blocks()
        piece = list(blocks[start.row : end.row + 1])
        piece[-1] = head(piece[-1], end.offset)
        piece[0] = tail(piece[0], start.offset)
        pasted = with_new_ids(piece, self.new_id)
        if copied:
            after, _ = put(blocks, self.spot(data), pasted, self.new_id)
        else:
            moved = move_range(blocks, start, end, self.spot(data), pasted, self.new_id)
            after = moved[0] if moved else without(blocks, start, end, self.new_id)[0]
        self.put_text(after or (Paragraph(self.new_id()),))

    @rule()
    def undo(self) -> None:
        if self.history:
            self.report = self.history.pop()

    @invariant()
    def text_and_values_agree(self) -> None:
        values = values_in(TYPE, self.report)
        for one in self.blocks():
            assert are_sound(one)
            assert all(reads(values, link, one.text) for link in one.links), texts_of(self.report)


Editing.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestEditing = Editing.TestCase


@pytest.mark.parametrize("note", ["含1起未结", ""])
def test_a_note_and_a_source_stay_with_the_value(note: str) -> None:
    report = edits.set_figure(TYPE, counting_report(""), "won", Figure(Decimal(3), note=note, source="执法股"))
    report = edits.set_amount(TYPE, report, "won", Decimal(4))
    assert report.figures.of("won") == Figure(Decimal(4), note=note, source="执法股")


@given(st.lists(st.tuples(st.sampled_from(IDS), AMOUNTS), max_size=8))
def test_figures_keep_only_what_is_known(changes: list[tuple[str, Amount]]) -> None:
    report = counting_report("")
    for indicator, amount in changes:
        report = edits.set_amount(TYPE, report, indicator, amount)
    assert all(figure != Figure() for figure in report.figures.given.values())
