"""What can be done, as a table: menus, toolbar, shortcut sheet and tests are made from it."""

from dataclasses import dataclass
from enum import Enum

from resources.i18n import N_, _
from ui.keys import Key
from ui.mnemonics import with_mnemonic


class When(Enum):
    """Where an action is available."""

    ALWAYS = "always"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Action:
    """One action: id, text, menu, shortcut, icon, where it works.

    The names in `panel` are those of the side panel's pages: the action opens and closes one, and with an icon has a
    button at the right of the head; so have those `beside` them. `more` are further shortcuts; `mnemonic` is its letter
    in the menu.
    """

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    when: When = When.REPORT
    panel: str = ""
    beside: bool = False
    more: tuple[str, ...] = ()
    mnemonic: str = ""

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """All its shortcuts, the usual one first."""
        return (self.shortcut, *self.more) if self.shortcut else self.more

    @property
    def menu_text(self) -> str:
        """Its words in the menu, with the letter that chooses it."""
        return with_mnemonic(_(self.text), self.mnemonic)


SEPARATOR = Action("", "", "")
MENUS = (("file", N_("文件(&F)")), ("edit", N_("编辑(&E)")), ("view", N_("查看(&V)")), ("help", N_("帮助(&H)")))
ACTIONS = (
    Action("new", N_("新建报告…"), "file", "Ctrl+N", "plus", When.ALWAYS, mnemonic="N"),
    Action("next_year", N_("从这份新建下一年"), "file", "", "duplicate", mnemonic="Y"),
    Action("import_file", N_("从文件导入…"), "file", "Ctrl+O", "folder", When.ALWAYS, mnemonic="O"),
    Action("import_text", N_("从剪贴板导入"), "file", "Ctrl+Shift+V", "import", When.ALWAYS, mnemonic="V"),
    Action("home", N_("回到报告列表"), "file", "Ctrl+Home", "home", mnemonic="L"),
    Action("save", N_("立即保存"), "file", "Ctrl+S", "save", mnemonic="S"),
    Action("name_version", N_("存为一版…"), "file", "Ctrl+Shift+S", "star", mnemonic="K"),
    Action("export", N_("导出PDF"), "file", "Ctrl+E", "export", mnemonic="E"),
    Action("export_as", N_("导出…"), "file", "Ctrl+Shift+E", "export", mnemonic="D"),
    Action("submit", N_("报送定稿…"), "file", "", "lock", mnemonic="F"),
    Action("backups", N_("备份与恢复…"), "file", "", "archive", When.ALWAYS, mnemonic="B"),
    Action("settings", N_("设置…"), "file", "Ctrl+,", "settings", When.ALWAYS, mnemonic="T"),
    Action("quit", N_("退出"), "file", "Ctrl+Q", "", When.ALWAYS, mnemonic="X"),
    Action("undo", N_("撤销"), "edit", "Ctrl+Z", "undo", mnemonic="U"),
    Action("redo", N_("重做"), "edit", "Ctrl+Y", "redo", mnemonic="R"),
    Action("find", N_("查找…"), "edit", "Ctrl+F", "search", mnemonic="F"),
    Action("replace", N_("替换…"), "edit", "Ctrl+H", mnemonic="H"),
    Action("find_all", N_("全文查找…"), "edit", "Ctrl+Alt+F", mnemonic="G"),
    Action("find_next", N_("下一处"), "edit", "F3", mnemonic="N"),
    Action("find_previous", N_("上一处"), "edit", "Shift+F3", mnemonic="P"),
    Action("organise", N_("添加或整理各部分…"), "edit", "", "plus", mnemonic="A"),
    Action("numbering", N_("换编号方式"), "edit", mnemonic="B"),
    Action("import_notes", N_("导入说明…"), "edit", mnemonic="I"),
    Action("previous_part", N_("上一部分"), "view", "Ctrl+PgUp", more=("Ctrl+Shift+Tab",), mnemonic="P"),
    Action("next_part", N_("下一部分"), "view", "Ctrl+PgDown", more=("Ctrl+Tab",), mnemonic="N"),
    Action("last_year", N_("去年"), "view", "Ctrl+L", "columns", panel="last_year", mnemonic="L"),
    Action("history", N_("历史"), "view", "Ctrl+Shift+H", "clock", beside=True, mnemonic="H"),
    Action("preview", N_("预览"), "view", "F9", "page", panel="preview", mnemonic="V"),
    Action("check", N_("体检"), "view", "F7", "check", panel="check", mnemonic="C"),
    Action("next_finding", N_("下一处问题"), "view", "F8", mnemonic="J"),
    Action("previous_finding", N_("上一处问题"), "view", "Shift+F8", mnemonic="K"),
    Action("fix_finding", N_("改好这一处"), "edit", "Alt+Return", more=("Alt+Enter",), mnemonic="E"),
    Action("zoom_in", N_("放大"), "view", "Ctrl++", "", When.ALWAYS, mnemonic="I"),
    Action("zoom_out", N_("缩小"), "view", "Ctrl+-", "", When.ALWAYS, mnemonic="O"),
    Action("zoom_reset", N_("原大"), "view", "Ctrl+0", "", When.ALWAYS, mnemonic="0"),
    Action("help", N_("帮助"), "help", "F1", "", When.ALWAYS, panel="help", mnemonic="H"),
    Action("shortcuts", N_("快捷键"), "help", "", "", When.ALWAYS, mnemonic="K"),
    Action("input_method", N_("输入法诊断…"), "help", "", "", When.ALWAYS, mnemonic="I"),
    Action("diagnosis", N_("生成诊断包…"), "help", "", "", When.ALWAYS, mnemonic="D"),
    Action("hints", N_("第一次用，先看三处"), "help", "", "", When.ALWAYS, mnemonic="F"),
    Action("about", N_("关于呈报"), "help", "", "info", When.ALWAYS, mnemonic="A"),
)
WINDOW_KEYS = (
    Key("part", tuple(f"Alt+{number}" for number in range(1, 10)), N_("第1个到第9个部分")),
    Key("round", ("F6",), N_("提纲、正文、侧栏、状态行轮流去")),
    Key("round_back", ("Shift+F6",), N_("提纲、正文、侧栏、状态行轮流去")),
)
"""Keys of the window that stand in no menu."""
