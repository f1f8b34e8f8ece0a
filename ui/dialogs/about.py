"""About the program: versions, licences of libraries and fonts, where the data are."""

import json
from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QTextBrowser, QWidget

from resources import resource
from resources.i18n import _
from ui.commands.version import version_text
from ui.dialogs.base import Dialog
from ui.theme import Theme

_LIBRARIES = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("sqlite-utils", "Apache-2.0"),
    ("reportlab", "BSD-3-Clause"),
    ("uharfbuzz", "Apache-2.0"),
    ("babel", "BSD-3-Clause"),
    ("pypdfium2", "Apache-2.0 / BSD-3-Clause"),
    ("platformdirs", "MIT"),
)


class AboutDialog(Dialog):
    """Everything a maintainer or an auditor asks for."""

    def __init__(self, data: Path, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, _("关于呈报"), _("关闭"), parent, 640)
        self.cancel_button.hide()
        text = QTextBrowser()
        text.setPlainText(about_text(data))
        text.setMinimumHeight(theme.px(360))
        text.setAccessibleName(_("关于呈报"))
        self.body.addWidget(text)


def about_text(data: Path) -> str:
    """Versions, licences, fonts, data folder."""
    lines = [
        version_text(),
        "",
        _("数据文件夹：{path}").format(path=data),
        _("本机使用，不联网；本软件不得处理涉密信息。"),
    ]
    lines += ["", _("组件与许可")]
    for name, licence in _LIBRARIES:
        try:
            lines.append(f"{name} {metadata.version(name)}  {licence}")
        except metadata.PackageNotFoundError:
            lines.append(f"{name}  {licence}")
    lines += ["", _("Qt（PySide6）按 LGPL-3.0 使用，以动态库方式装在运行环境里，可以自行替换。"), "", _("字体与许可")]
    for font in json.loads(resource("fonts", "manifest.json").read_text("utf-8"))["fonts"]:
        lines.append(f"{font['family']} {font['version']}  {font['licence']}")
    lines.append(_("许可全文在 resources/fonts/licences。"))
    return "\n".join(lines)
