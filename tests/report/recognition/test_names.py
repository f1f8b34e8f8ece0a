"""Names for counts that no catalogue has."""

import pytest

from tests.report.recognition.test_examples import found


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("在今年以来，共开展了7次联合执法行动，出动执法人员超过174人次。", ["联合执法行动", "出动执法人员"]),
        ("捣毁了7个非法加油窝点，查处了45.18吨柴油。", ["捣毁非法加油窝点", "查处柴油"]),
        ("召开专家论证会3次、听证会1次。", ["召开专家论证会", "听证会"]),
        ("全年共检查企业（场所）320家。", ["检查企业"]),
        ("参考率与优秀率均达100%。", ["参考率", "优秀率"]),
        ("报送率和合格率均100%。", ["报送率", "合格率"]),
        ("行政复议、行政诉讼案件各1件。", ["行政复议", "行政诉讼案件"]),
        ("监察建议、司法建议回复率100%。", ["监察建议、司法建议回复率"]),
        ("对16件轻微违法案件依法不予处罚。", ["轻微违法案件依法不予处罚"]),
        ("出庭应诉率由上年的92.5%提高到100%。", ["出庭应诉率由上年", "出庭应诉率"]),
        ("未收到监察建议、司法建议。", ["监察建议", "司法建议"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [one.name for one in found(text)] == names


def test_a_name_is_short() -> None:
    text = "组织全市各级行政执法机关和具有管理公共事务职能的组织的行政执法人员参加综合法律知识培训考试3次。"
    assert 0 < len(found(text)[0].name) <= 20
