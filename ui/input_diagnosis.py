"""Whether Chinese can be typed here, judged from facts; gathering them is apart (ui.input_facts)."""

from dataclasses import dataclass
from enum import Enum

from resources.i18n import _

_BY_IBUS = ("ibus", "")
_FCITX = ("fcitx", "fcitx5")


class Outcome(Enum):
    """How sure it is that Chinese can be typed."""

    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is in force.

    `platform` is Qt's platform plugin; `asked` is QT_IM_MODULE as the desktop set it and `module` as it is now (None:
    not set); `plugins` are the input plugins beside Qt; `bus` whether there is a session bus to ask; `running` names
    the input methods that answer there, of ibus, fcitx5 and fcitx; `portal` is IBUS_USE_PORTAL, with which Qt asks
    that bus for ibus and not ibus's own.
    """

    system: str
    platform: str = ""
    asked: str | None = None
    module: str | None = None
    modifiers: str = ""
    plugins: tuple[str, ...] = ()
    bus: bool = False
    running: frozenset[str] = frozenset()
    locale: str = ""
    desktop: str = ""
    portal: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line, and what to do."""

    outcome: Outcome
    line: str
    advice: str


def diagnose(facts: Facts) -> Verdict:
    """What the facts mean for typing Chinese."""
    if not facts.system.startswith("linux"):
        return Verdict(Outcome.GOOD, _("用系统自带的输入法。"), _("打不出汉字时，看任务栏上的输入法是不是中文。"))
    if facts.platform not in ("xcb", "wayland"):
        line = _("现在不在图形桌面里，说不准。")
        return Verdict(Outcome.DOUBTFUL, line, _("在桌面上打开程序，再看这里。"))
    if (facts.module or "") in _FCITX and "fcitx" in facts.plugins and facts.running & {"fcitx5", "fcitx"}:
        return _works(_("fcitx正在运行，直接接上。"))
    if (facts.module or "") not in _BY_IBUS or "ibus" not in facts.plugins:
        return _other_module(facts)
    if "fcitx5" in facts.running:
        return _works(_("fcitx5正在运行，通过ibus方式接上。"))
    if "fcitx" in facts.running:
        advice = _("接不上时，用系统的“文本编辑器”写好再粘贴，或请维护人员安装fcitx5。")
        return Verdict(Outcome.DOUBTFUL, _("fcitx 4正在运行，能不能接上没有试过。"), advice)
    if "ibus" in facts.running:
        return _works(_("ibus正在运行，已经接上。"))
    if not facts.bus:
        advice = _("在下面试打；打不出时，用系统的“文本编辑器”写好再粘贴。")
        return Verdict(Outcome.DOUBTFUL, _("问不到正在运行的输入法。"), advice)
    advice = _("在系统里装好并启动fcitx5或ibus，再重新打开程序。在这以前可以粘贴。")
    return Verdict(Outcome.BAD, _("没有发现正在运行的输入法。"), advice)


def _works(line: str) -> Verdict:
    return Verdict(Outcome.GOOD, line, _("打不出汉字时，按输入法的切换键，多为Ctrl+空格。"))


def _other_module(facts: Facts) -> Verdict:
    """QT_IM_MODULE names something that does not lead to the Chinese input methods."""
    if "ibus" not in facts.plugins:
        line = _("程序里没有ibus插件，接不上输入法。")
        return Verdict(Outcome.BAD, line, _("重新安装程序。在这以前，用系统的“文本编辑器”写好再粘贴。"))
    line = _("QT_IM_MODULE设成了“{module}”，输入法多半接不上。").format(module=facts.module)
    advice = _("请维护人员去掉这个设置，或设成ibus，再重新打开程序。在这以前可以粘贴。")
    return Verdict(Outcome.BAD, line, advice)


def fact_rows(facts: Facts) -> tuple[tuple[str, str], ...]:
    """The facts as names and values, in the order in which they are shown and copied."""
    nothing, none = _("没有设置"), _("没有")
    rows = [(_("系统和桌面"), "，".join(one for one in (facts.system, facts.desktop) if one))]
    rows += [(_("语言"), facts.locale or nothing), (_("图形平台"), facts.platform)]
    if facts.system.startswith("linux"):
        asked, module = facts.asked or nothing, facts.module or nothing
        chosen = module if asked == module else _("{module}（桌面设的是：{asked}）").format(module=module, asked=asked)
        running = (
            "、".join(sorted(facts.running)) or none if facts.bus or facts.running else _("问不到（没有会话总线）")
        )
        rows += [
            ("QT_IM_MODULE", chosen),
            ("XMODIFIERS", facts.modifiers or nothing),
            ("IBUS_USE_PORTAL", facts.portal or nothing),
            (_("输入法插件"), "、".join(facts.plugins) or none),
            (_("正在运行"), running),
        ]
    return tuple(rows)


def report_text(facts: Facts, version: str) -> str:
    """All of it as text for a maintainer."""
    verdict = diagnose(facts)
    lines = [version, *(f"{name}：{value}" for name, value in fact_rows(facts)), verdict.line, verdict.advice]
    return "\n".join(lines)
