"""What is said about Chinese input, from facts; how the facts are gathered; the dialog."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.typing_chinese import type_chinese
from ui.dialogs.input_method import InputMethodDialog
from ui.icons import Icons
from ui.input_diagnosis import Facts, Outcome, diagnose, fact_rows, report_text
from ui.input_facts import gather, input_plugins, running_methods
from ui.input_method import ASKED, choose_input_method
from ui.theme import Theme

WHEEL = ("compose", "ibus", "qtvirtualkeyboard")


def linux(
    *running: str,
    module: str | None = "ibus",
    plugins: tuple[str, ...] = WHEEL,
    bus: bool = True,
    platform: str = "xcb",
) -> Facts:
    """Kylin or UOS, where the desktop asks for fcitx."""
    here = ("zh_CN.UTF-8", "UKUI")
    return Facts("linux", platform, "fcitx", module, "@im=fcitx", plugins, bus, frozenset(running), *here)


@pytest.mark.parametrize(
    ("facts", "outcome", "line", "advice"),
    [
        (Facts("win32", "windows"), Outcome.GOOD, "系统自带", ""),
        (Facts("darwin", "cocoa"), Outcome.GOOD, "系统自带", ""),
        (linux("fcitx5"), Outcome.GOOD, "fcitx5正在运行，通过ibus", ""),
        (linux("fcitx5", "ibus"), Outcome.GOOD, "fcitx5", ""),
        (linux("fcitx5", platform="wayland"), Outcome.GOOD, "fcitx5", ""),
        (linux("ibus"), Outcome.GOOD, "ibus正在运行", ""),
        (linux("ibus", module=None), Outcome.GOOD, "ibus正在运行", ""),
        (linux("fcitx"), Outcome.DOUBTFUL, "fcitx 4", "文本编辑器”写好再粘贴，或请维护人员安装fcitx5"),
        (linux("fcitx", "ibus"), Outcome.DOUBTFUL, "fcitx 4", "粘贴"),
        (linux(), Outcome.BAD, "没有发现正在运行的输入法", "fcitx5或ibus"),
        (linux(bus=False), Outcome.DOUBTFUL, "问不到", "试打"),
        (linux("ibus", bus=False), Outcome.GOOD, "ibus正在运行", ""),
        (linux("ibus", module="xim"), Outcome.BAD, "xim", "设成ibus"),
        (linux("fcitx", module="fcitx"), Outcome.BAD, "“fcitx”", "设成ibus"),
        (linux("fcitx", module="fcitx", plugins=(*WHEEL, "fcitx")), Outcome.GOOD, "直接接上", ""),
        (linux("fcitx5", module="fcitx5", plugins=("fcitx",)), Outcome.GOOD, "直接接上", ""),
        (linux("ibus", plugins=("compose",)), Outcome.BAD, "没有ibus插件", "重新安装"),
        (linux("ibus", platform="offscreen"), Outcome.DOUBTFUL, "图形桌面", "桌面"),
    ],
)
def test_the_verdict(facts: Facts, outcome: Outcome, line: str, advice: str) -> None:
    verdict = diagnose(facts)
    assert verdict.outcome is outcome
    assert line in verdict.line
    assert advice in verdict.advice
    assert verdict.advice


def test_the_rows_say_what_is_chosen_and_what_the_desktop_set() -> None:
    rows = dict(fact_rows(linux("fcitx")))
    assert rows["QT_IM_MODULE"] == "ibus（桌面设的是：fcitx）"
    assert rows["输入法插件"] == "compose、ibus、qtvirtualkeyboard"
    assert rows["正在运行"] == "fcitx"
    assert dict(fact_rows(linux()))["正在运行"] == "没有"
    assert "问不到" in dict(fact_rows(linux(bus=False)))["正在运行"]
    assert dict(fact_rows(Facts("linux", "xcb")))["QT_IM_MODULE"] == "没有设置"
    assert "XMODIFIERS" not in dict(fact_rows(Facts("win32", "windows")))


def test_the_copied_text_has_facts_and_verdict() -> None:
    text = report_text(linux("fcitx"), "呈报 1.0")
    assert text.startswith("呈报 1.0\n")
    assert all(word in text for word in ("XMODIFIERS：@im=fcitx", "zh_CN.UTF-8", "UKUI", "fcitx 4", "安装fcitx5"))


def owned(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


@pytest.mark.parametrize(
    ("names", "running"),
    [
        (("org.fcitx.Fcitx5", "org.fcitx.Fcitx", "org.freedesktop.IBus"), {"fcitx5", "ibus"}),
        (("org.fcitx.Fcitx",), {"fcitx"}),
        (("org.freedesktop.portal.IBus",), {"ibus"}),
        ((), set()),
    ],
)
def test_which_input_methods_answer(names: tuple[str, ...], running: set[str]) -> None:
    assert running_methods(owned(*names)) == running


def test_without_a_bus_nothing_is_asked(qapp: QGuiApplication, tmp_path: Path) -> None:
    facts = gather({"HOME": str(tmp_path)})
    assert not facts.bus
    assert facts.running == frozenset()
    assert facts.platform == "offscreen"
    assert "ibus" in facts.plugins


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ibus is of Linux")
def test_an_older_ibus_is_found_by_its_file(qapp: QGuiApplication, tmp_path: Path) -> None:
    folder = tmp_path / "ibus" / "bus"
    folder.mkdir(parents=True)
    dead = folder / "dead"
    dead.write_text("IBUS_ADDRESS=x\nIBUS_DAEMON_PID=999999999\n")
    (folder / "broken").write_bytes(b"\xff\xfe")
    environment = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert gather(environment).running == frozenset()
    dead.write_text("IBUS_DAEMON_PID=1\n")
    assert gather(environment).running == {"ibus"}


def test_plugins_by_their_short_names(tmp_path: Path) -> None:
    folder = tmp_path / "platforminputcontexts"
    assert input_plugins(tmp_path) == ()
    folder.mkdir()
    for name in ("libibusplatforminputcontextplugin.so", "libqtvirtualkeyboardplugin.so", "other"):
        (folder / name).touch()
    assert input_plugins(tmp_path) == ("ibus", "qtvirtualkeyboardplugin", "other")


def test_what_the_desktop_set_is_kept_when_another_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    environment = {"QT_IM_MODULE": "fcitx"}
    assert choose_input_method(environment, tmp_path) == "ibus"
    assert environment[ASKED] == "fcitx"
    untouched = {"QT_IM_MODULE": "xim"}
    assert choose_input_method(untouched, tmp_path) == "xim"
    assert ASKED not in untouched


def test_the_dialog_says_it_copies_it_and_can_be_typed_in(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    dialog = InputMethodDialog(theme, icons, None, linux("fcitx"))
    qtbot.addWidget(dialog)
    dialog.show()
    type_chinese(dialog.trial, "政府信息")
    assert dialog.trial.text() == "政府信息"
    dialog.copy_button.click()
    assert "fcitx 4" in QGuiApplication.clipboard().text()
    assert "已复制" in dialog.note.text()
    assert not dialog.accept_button.isDefault()


def test_the_dialog_gathers_by_itself(theme: Theme, icons: Icons, qtbot: QtBot) -> None:
    dialog = InputMethodDialog(theme, icons, None)
    qtbot.addWidget(dialog)
    assert dialog.facts.system == sys.platform
