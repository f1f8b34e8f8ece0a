"""The face of the window: the desktop's own Chinese one, else the bundled one."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

# Faces made for Chinese interfaces, best first. Others that merely have Han characters (Droid Sans Fallback lacks
# Latin, AR PL faces are for print) look worse than the bundled one.
_KNOWN = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "MiSans",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "思源黑体",
    "思源黑体 CN",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "文泉驿微米黑",
)


def interface_family(bundled: Path) -> str:
    """The family for the interface. The bundled face goes by the name Qt returns: it differs between systems."""
    general = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    installed = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    for family in (general, *_KNOWN):
        if family in installed and family in _KNOWN:
            return family
    loaded = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(bundled)))
    return loaded[0] if loaded else QFont().defaultFamily()
