"""Commands run in this process; a small report to run them on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from ui.commands.run import run

REPORT = """青溪县应急管理局2024年法治政府建设年度报告
县委、县政府：
2024年，我局坚持依法行政。现报告如下。
一、推进法治政府建设的主要举措和成效
（一）深化“放管服”改革
1.优化审批。全年办理许可事项27项。
2.规范执法。全年办案31件，罚款260.5529万元。
（二）加强普法宣传
开展“谁执法谁普法”活动12场次。
二、存在的不足和原因
一是执法力量不足。原因是编制少。
三、党政主要负责人履行推进法治建设第一责任人职责的情况
主要负责人带头学法4次。
四、下一年度推进法治政府建设的主要安排
继续推进。
青溪县应急管理局
2025年1月6日
"""


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on stderr."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        return lines[0]


Command = Callable[..., Done]


def no_window(data: str | None) -> int:
    raise AssertionError(f"a window for {data}")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command; whatever goes wrong in it shows as the exception, not as the sentence."""
    monkeypatch.setenv("CHENGBAO_DEBUG", "1")

    def execute(*arguments: object) -> Done:
        code = run([str(argument) for argument in arguments], no_window)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return execute


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as a text file."""
    path = tmp_path / "报告 草稿.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path
