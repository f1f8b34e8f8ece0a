"""Counts in the text that no link follows."""

from dataclasses import replace
from decimal import Decimal

import pytest

from report.content import Paragraph, Table
from report.indicators.adopting import adopt
from report.indicators.edits import set_many
from report.indicators.figures import NOT_APPLICABLE, Amount, Figure
from report.indicators.quoting import values_in
from report.indicators.unlinked import Standing, Unlinked, standings, unlinked_counts
from report.report import Report
from tests.report.indicators.counting import aliased_type, counting_report, texts_of

KIND = aliased_type()


def found(report: Report) -> list[Unlinked]:
    return list(standings(values_in(KIND, report), unlinked_counts(KIND, report)))


def with_values(report: Report, **values: Amount) -> Report:
    return set_many(KIND, report, {key: Figure(amount) for key, amount in values.items()})


def one(text: str, **values: Amount) -> Unlinked:
    (only,) = found(with_values(counting_report(text), **values))
    return only


def test_a_linked_number_is_not_among_them() -> None:
    report = with_values(counting_report("  应考⟦due 3⟧人，实考2人。"), due=Decimal(3))
    assert [(each.indicator, each.count.value) for each in found(report)] == [("taken", "2")]


@pytest.mark.parametrize(
    ("text", "values", "standing"),
    [
        ("应考3人。", {"due": Decimal(3)}, Standing.AGREES),
        ("应考3人。", {"due": Decimal(4)}, Standing.DIFFERS),
        ("应考3人。", {}, Standing.NONE),
        ("应考3人。", {"due": NOT_APPLICABLE}, Standing.OTHER),
        ("其中科室应考3人。", {"due": Decimal(4)}, Standing.OTHER),
        ("胜诉3宗。", {"won": Decimal(4)}, Standing.DIFFERS),
        ("参考率66.7%。", {"due": Decimal(3), "taken": Decimal(2)}, Standing.AGREES),
        ("参考率67%。", {"due": Decimal(3), "taken": Decimal(2)}, Standing.AGREES),
        ("参考率70%。", {"due": Decimal(3), "taken": Decimal(2)}, Standing.DIFFERS),
        ("栽种桂花树30棵。", {}, Standing.UNKNOWN),
        ("未发生行政诉讼案件。", {"won": Decimal(0), "lost": Decimal(0)}, Standing.AGREES),
        ("未发生行政诉讼案件。", {"won": Decimal(1), "lost": Decimal(0)}, Standing.DIFFERS),
    ],
)
def test_what_a_count_says_of_the_figures(text: str, values: dict[str, Amount], standing: Standing) -> None:
    assert one(text, **values).standing is standing


def test_what_is_open_is_so_no_longer_once_it_is_adopted() -> None:
    report = with_values(counting_report("应考3人，实考2人，胜诉4宗，栽种桂花树30棵。"), due=Decimal(3), won=Decimal(5))
    wanted = [each for each in found(report) if each.is_open]
    assert [each.standing for each in wanted] == [Standing.AGREES, Standing.NONE, Standing.UNKNOWN]
    after = adopt(KIND, report, [each.count for each in wanted])
    own = after.figures.own[0].id
    assert texts_of(after) == [f"应考⟦due 3⟧人，实考⟦taken 2⟧人，胜诉4宗，栽种桂花树⟦{own} 30⟧棵。"]
    assert not any(each.is_open for each in found(after))


def test_a_name_of_ones_own_is_known_again() -> None:
    report = counting_report("栽种桂花树30棵。")
    (tree,) = found(report)
    known = adopt(KIND, report, [tree.count])
    again = replace(
        known,
        sections=(
            known.sections[0].with_value("text", (*known.sections[0].text, Paragraph("p9", "栽种桂花树31棵。"))),
        ),
    )
    assert [(each.indicator, each.standing) for each in found(again)] == [(known.figures.own[0].id, Standing.DIFFERS)]


def test_a_count_in_a_table_gives_a_value_and_is_never_linked() -> None:
    table = Table("t", (("项目", "数量"), ("应考人数", "3人")))
    report = counting_report()
    report = replace(report, sections=(report.sections[0].with_value("text", (table,)),))
    assert [(each.indicator, each.standing, each.is_open) for each in found(report)] == [("due", Standing.NONE, True)]
    report = with_values(report, due=Decimal(3))
    assert [(each.standing, each.is_open) for each in found(report)] == [(Standing.AGREES, False)]
