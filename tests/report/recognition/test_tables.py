"""Counts in the cells of tables."""

from report.document import Grid, Place
from report.recognition.tables import table_counts

PLACE = Place("s", "text", "t")


def told(*rows: tuple[str, ...], caption: str = "", before: str = "", head: int = 1) -> list[str]:
    grid = Grid(rows, PLACE, head, caption)
    return [f"{one.row},{one.column} {one.quantity.value}{one.quantity.unit}" for one in table_counts(grid, before)]


def test_units_of_the_head() -> None:
    rows = (("类别", "办结件数（件）", "罚款金额（万元）"), ("河道", "27", "51.20"), ("合计", "74", "1,152.00"))
    assert told(*rows) == ["1,1 27件", "1,2 51.20万元", "2,1 74件", "2,2 1152.00万元"]


def test_numbers_of_rows_years_and_codes_do_not_count() -> None:
    rows = (
        ("序号", "文件名称", "文号", "印发年度", "数量（份）"),
        ("1", "《办法》3号", "水规〔2023〕1号", "2023", "5"),
        ("2", "《细则》", "水规〔2023〕2号", "2023", "6"),
    )
    assert told(*rows) == ["1,4 5份", "2,4 6份"]


def test_a_first_column_that_only_counts_is_none() -> None:
    rows = (("", "事项", "次数"), ("1", "检查", "12"), ("2", "演练", "3"))
    assert told(*rows) == ["1,2 12次", "2,2 3次"]


def test_units_of_a_column_a_row_or_the_caption() -> None:
    assert told(("指标", "单位", "数值"), ("立案", "件", "12"), ("罚款", "万元", "3.5")) == ["1,2 12件", "2,2 3.5万元"]
    assert told(("项目", "数量"), ("立案（件）", "12"), ("罚款（万元）", "3.5")) == ["1,1 12件", "2,1 3.5万元"]
    assert told(("部门", "立案"), ("一中队", "12"), caption="立案情况（单位：件）") == ["1,1 12件"]
    assert told(("部门", "罚款"), ("一中队", "12"), before="单位：万元") == ["1,1 12万元"]


def test_two_rows_of_heads() -> None:
    rows = (("部门", "行政处罚", "行政处罚"), ("", "简易（件）", "罚款（元）"), ("一中队", "4", "800"))
    assert told(*rows) == ["2,1 4件", "2,2 800元"]


def test_words_in_cells() -> None:
    rows = (("事项", "情况"), ("普法", "开展活动12场，发放资料3000余份"), ("文件", "—"))
    assert told(*rows) == ["1,1 12场", "1,1 3000份"]


def test_cells_with_units_and_shares() -> None:
    rows = (("部门", "办结", "比例"), ("一中队", "12件", "98.5%"), ("二中队", "-", "100％"))
    assert told(*rows) == ["1,1 12件", "1,2 98.5%", "2,2 100%"]


def test_a_table_without_heads() -> None:
    assert told(("立案", "12件"), ("罚款", "3万元"), head=0) == ["0,1 12件", "1,1 3万元"]
