"""What can be typed: commands and their options, with help and errors in Chinese."""

import argparse
import re
from collections.abc import Iterable
from typing import Final, NoReturn

from resources.i18n import N_, _

COPIES: Final = ("submission", "public", "draft")
YEARS: Final = range(1949, 2100)
"""Years that a report can be of."""

_ARGPARSE_WORDS: Final = (
    (r"the following arguments are required: (.+)", N_("缺少：{0}")),
    (r"one of the arguments (.+) is required", N_("缺少：{0}，写其中一个")),
    (r"argument (.+?): not allowed with argument (.+)", N_("{0} 和 {1} 只能写一个")),
    (r"unrecognized arguments: (.+)", N_("多出来的内容：{0}")),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", N_("{0} 不能是 {1}，可用的有：{2}")),
    (r"argument (.+?): expected one argument", N_("{0} 后面缺少内容")),
    (r"argument (.+?): ignored explicit argument (.+)", N_("{0} 后面不能带内容，多了 {1}")),
    (r"argument (.+?): (.+)", N_("{0} {1}")),
)


class UsageError(Exception):
    """The command line is not understood; the text is a Chinese sentence."""


class _Formatter(argparse.HelpFormatter):
    """Help text with a Chinese word before the usage line."""

    def add_usage(
        self,
        usage: str | None,
        actions: "Iterable[argparse.Action]",
        groups: "Iterable[argparse._MutuallyExclusiveGroup]",  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        """Add the usage line."""
        super().add_usage(usage, actions, groups, _("用法：") if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that raises a Chinese sentence instead of printing English and leaving."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        for pattern, words in _ARGPARSE_WORDS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                message = _(words).format(*found.groups())
                break
        raise UsageError(_("命令没有写对：{message}。用 main.py --help 看写法。").format(message=message))


def build_parser() -> "_Parser":
    """The parser of the whole command line."""
    parser = _Parser(
        prog="main.py",
        description=_("呈报：撰写法治政府建设年度报告，导出公文格式的 PDF。"),
        add_help=False,
        allow_abbrev=False,
        formatter_class=_Formatter,
    )
    options = _options(parser)
    options.add_argument("--version", action="store_true", help=_("显示版本"))
    options.add_argument("--data", metavar=_("文件夹"), help=_("数据文件夹，不写用默认位置"))
    # With a prog of its own argparse need not lay out a usage, for which it would load shutil.
    commands = parser.add_subparsers(
        prog=parser.prog, dest="command", metavar=_("命令"), title=_("命令（不写则打开窗口）")
    )
    _import(_command(commands, "import", _("把文件存为报告，输出它的编号")))
    _new(_command(commands, "new", _("按提纲或从去年的报告新建，输出它的编号")))
    listing = _options(_command(commands, "list", _("列出已存的报告")))
    listing.add_argument("--json", action="store_true", help=_("输出 JSON"))
    _set(_command(commands, "set", _("填一个指标的值")))
    _delete(_command(commands, "delete", _("把报告移到回收站")))
    _export(_command(commands, "export", _("导出为文件")))
    _show(_command(commands, "show", _("显示报告的结构")))
    _check(_command(commands, "check", _("体检：报送前查一遍")))
    _history(_command(commands, "history", _("列出报告的修改历史，新的在前")))
    backing_up = _options(_command(commands, "backup", _("备份全部数据，输出备份文件")))
    backing_up.add_argument("--reason", choices=("start", "close", "asked"), default="asked", help=argparse.SUPPRESS)
    backing_up.add_argument("--gently", action="store_true", help=argparse.SUPPRESS)
    backing_up.add_argument("--json", action="store_true", help=_("输出 JSON"))
    kept = _options(_command(commands, "backups", _("列出备份，新的在前")))
    kept.add_argument("--json", action="store_true", help=_("输出 JSON"))
    _restore(_command(commands, "restore", _("用一个备份换下现有数据；换下的先备份")))
    verifying = _options(_command(commands, "verify", _("核对数据是不是和写入时一样")))
    verifying.add_argument("--json", action="store_true", help=_("输出 JSON"))
    verifying.add_argument("--gently", action="store_true", help=argparse.SUPPRESS)
    diagnosing = _options(_command(commands, "diagnose", _("生成诊断包，交给维护人员；没有报告的文字")))
    diagnosing.add_argument("-o", "--output", required=True, metavar=_("文件"), help=_("要写的 .zip 文件"))
    types = _options(_command(commands, "types", _("列出报告类型")))
    types.add_argument("--json", action="store_true", help=_("输出 JSON"))
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]",  # pyright: ignore[reportPrivateUsage]
    name: str,
    help_text: str,
) -> _Parser:
    return commands.add_parser(
        name, help=help_text, description=help_text, add_help=False, allow_abbrev=False, formatter_class=_Formatter
    )


def _options(parser: argparse.ArgumentParser) -> "argparse._ArgumentGroup":  # pyright: ignore[reportPrivateUsage]
    options = parser.add_argument_group(_("选项"))
    options.add_argument("-h", "--help", action="help", help=_("显示帮助"))
    return options


def _source(command: argparse.ArgumentParser, *, stored: bool = True) -> "argparse._ArgumentGroup":  # pyright: ignore[reportPrivateUsage]
    arguments = command.add_argument_group(_("要写的内容"))
    if stored:
        arguments.add_argument(
            "source",
            metavar=_("文件或编号"),
            help=_("报告的文件（.docx、.html、.txt、.json，旧的 .doc 和 .wps 要装有 LibreOffice），或已存报告的编号"),
        )
    else:
        arguments.add_argument(
            "source",
            metavar=_("文件"),
            help=_("报告的文件（.docx、.html、.txt、.json，旧的 .doc 和 .wps 要装有 LibreOffice）"),
        )
    options = _options(command)
    options.add_argument("--type", metavar=_("类型"), help=_("报告类型，不写则自动识别；types 列出全部"))
    options.add_argument("--year", type=_year, metavar=_("年份"), help=_("报告年度（原文没有时用）"))
    options.add_argument("--office", metavar=_("名称"), help=_("单位名称（原文没有时用）"))
    return options


def _import(command: argparse.ArgumentParser) -> None:
    _source(command, stored=False)


def _history(command: argparse.ArgumentParser) -> None:
    arguments = command.add_argument_group(_("要写的内容"))
    arguments.add_argument("report", metavar=_("编号"), help=_("已存报告的编号"))
    options = _options(command)
    options.add_argument("--at", type=int, metavar=_("序号"), help=_("显示这一版与现在的不同"))
    options.add_argument("--json", action="store_true", help=_("输出 JSON"))


def _check(command: argparse.ArgumentParser) -> None:
    options = _source(command)
    options.add_argument("--copy", choices=COPIES, help=_("按哪一种稿查，不写按报送稿"))
    options.add_argument("--json", action="store_true", help=_("输出 JSON"))


def _new(command: argparse.ArgumentParser) -> None:
    options = _options(command)
    begun = options.add_mutually_exclusive_group(required=True)
    begun.add_argument("--type", metavar=_("类型"), help=_("报告类型；types 列出全部"))
    begun.add_argument("--from", dest="source", metavar=_("编号"), help=_("去年的报告：沿用它的提纲和文字"))
    options.add_argument("--year", type=_year, metavar=_("年份"), help=_("报告年度；用 --from 时不写就是下一年"))
    options.add_argument("--office", metavar=_("名称"), help=_("单位名称；用 --from 时不写就沿用"))


def _set(command: argparse.ArgumentParser) -> None:
    arguments = command.add_argument_group(_("要写的内容"))
    arguments.add_argument("report", metavar=_("编号"), help=_("报告的编号；list 列出全部"))
    arguments.add_argument("indicator", metavar=_("指标"), help=_("指标的编号或名称；show 列出全部"))
    arguments.add_argument("value", metavar=_("值"), help=_("照窗口里的写法：数字、0、/（不适用），空着是待填"))
    _options(command)


def _restore(command: argparse.ArgumentParser) -> None:
    arguments = command.add_argument_group(_("要写的内容"))
    arguments.add_argument("backup", metavar=_("备份"), help=_("备份文件，或 backups 列出的序号"))
    _options(command)


def _delete(command: argparse.ArgumentParser) -> None:
    arguments = command.add_argument_group(_("要写的内容"))
    arguments.add_argument("report", metavar=_("编号"), help=_("报告的编号；list 列出全部"))
    _options(command)


def _export(command: argparse.ArgumentParser) -> None:
    options = _source(command)
    options.add_argument("--faces", choices=("bundled", "system"), help=_("bundled 自带字体，system 本机公文字体"))
    options.add_argument(
        "-o",
        "--output",
        required=True,
        metavar=_("输出"),
        help=_("输出文件，后缀定格式：.pdf、.docx、.html、.txt、.json"),
    )
    options.add_argument(
        "--copy",
        choices=COPIES,
        default=COPIES[0],
        help=_("submission 报送稿（不写时）、public 公开稿、draft 草稿"),
    )
    options.add_argument("--strict", action="store_true", help=_("有缺项时不导出"))


def _show(command: argparse.ArgumentParser) -> None:
    _source(command).add_argument("--json", action="store_true", help=_("输出 JSON"))


def _year(text: str) -> int:
    """A year as typed. Raises ArgumentTypeError."""
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise argparse.ArgumentTypeError(_("应是四位数的年份，不能是“{text}”").format(text=text))
    return int(text)
