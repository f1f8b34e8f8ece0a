"""What can be done, as a table: menus, toolbar, shortcut sheet and tests are made from it."""

from dataclasses import dataclass
from enum import Enum

from resources.i18n import N_


class When(Enum):
    """Where an action is available."""

    ALWAYS = "always"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Action:
    """One action: id, text, menu, shortcut, icon, where it works.

    The names in `panel` are those of the side panel's pages: the action opens and closes one, and has a button at the
    right of the head.
    """

    id: str
    text: str
    menu: str
    shortcut: str = ""
    icon: str = ""
    when: When = When.REPORT
    panel: str = ""


SEPARATOR = Action("", "", "")
MENUS = (("file", N_("文件(&F)")), ("edit", N_("编辑(&E)")), ("view", N_("查看(&V)")), ("help", N_("帮助(&H)")))
ACTIONS = (
    Action("new", N_("新建报告…"), "file", "Ctrl+N", "plus", When.ALWAYS),
    Action("import_file", N_("从文件导入…"), "file", "Ctrl+O", "folder", When.ALWAYS),
    Action("import_text", N_("从剪贴板导入"), "file", "Ctrl+Shift+V", "import", When.ALWAYS),
    Action("home", N_("回到报告列表"), "file", "Ctrl+Home", "home"),
    Action("save", N_("立即保存"), "file", "Ctrl+S", "save"),
    Action("export", N_("导出PDF"), "file", "Ctrl+E", "export"),
    Action("export_as", N_("导出…"), "file", "Ctrl+Shift+E", "export"),
    Action("submit", N_("报送定稿…"), "file", "", "lock"),
    Action("settings", N_("设置…"), "file", "Ctrl+,", "settings", When.ALWAYS),
    Action("quit", N_("退出"), "file", "Ctrl+Q", "", When.ALWAYS),
    Action("undo", N_("撤销"), "edit", "Ctrl+Z", "undo"),
    Action("redo", N_("重做"), "edit", "Ctrl+Y", "redo"),
    Action("find", N_("查找…"), "edit", "Ctrl+F", "search"),
    Action("replace", N_("替换…"), "edit", "Ctrl+H"),
    Action("find_all", N_("全文查找…"), "edit", "Ctrl+Alt+F"),
    Action("find_next", N_("下一处"), "edit", "F3"),
    Action("find_previous", N_("上一处"), "edit", "Shift+F3"),
    Action("organise", N_("添加或整理各部分…"), "edit", "", "plus"),
    Action("numbering", N_("换编号方式"), "edit"),
    Action("import_notes", N_("导入说明…"), "edit"),
    Action("previous_part", N_("上一部分"), "view", "Ctrl+PgUp"),
    Action("next_part", N_("下一部分"), "view", "Ctrl+PgDown"),
    Action("preview", N_("预览"), "view", "F9", "page", panel="preview"),
    Action("guidance", N_("写作提示"), "view", "F1"),
    Action("zoom_in", N_("放大"), "view", "Ctrl++", "", When.ALWAYS),
    Action("zoom_out", N_("缩小"), "view", "Ctrl+-", "", When.ALWAYS),
    Action("zoom_reset", N_("原大"), "view", "Ctrl+0", "", When.ALWAYS),
    Action("shortcuts", N_("快捷键"), "help", "", "", When.ALWAYS),
    Action("hints", N_("第一次用，先看三处"), "help", "", "", When.ALWAYS),
    Action("about", N_("关于呈报"), "help", "", "info", When.ALWAYS),
)
