"""The settings: office, deadlines, name for the journal, looks, data folder."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QWidget

from report.template import Deadline
from resources.i18n import N_, _
from ui.dialogs.backup_folder import BackupFolderRow
from ui.dialogs.base import Dialog
from ui.mnemonics import with_mnemonic
from ui.parts.buttons import PlainButton
from ui.parts.inputs import ComboBox, SpinBox
from ui.settings import Settings
from ui.theme import Theme

_SCHEMES = (("system", N_("跟随系统")), ("light", N_("浅色")), ("dark", N_("深色")))
_ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)


def ask_settings(
    settings: Settings, deadlines: Sequence[Deadline], data: Path, theme: Theme, parent: QWidget | None
) -> Settings | None:
    """Let the clerk change the settings; None when they stay."""
    dialog = SettingsDialog(settings, deadlines, data, theme, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.settings()


class SettingsDialog(Dialog):
    """All settings on one page."""

    def __init__(
        self,
        settings: Settings,
        deadlines: Sequence[Deadline],
        data: Path,
        theme: Theme,
        parent: QWidget | None,
    ) -> None:
        super().__init__(theme, _("设置"), _("保存设置"), parent, 640)
        self._before = settings
        self.office = QLineEdit(settings.office)
        self.addressee = QLineEdit(settings.addressee)
        self.person = QLineEdit(settings.person)
        self.add_row(_("单位名称"), self.office, _("新建报告时写进标题和署名"))
        self.add_row(_("主送机关"), self.addressee, _("例如：县委、县政府"))
        self.add_row(_("经办人"), self.person, _("只用在修改记录里，不印出来"))
        self.days: dict[str, tuple[SpinBox, SpinBox]] = {}
        for deadline in deadlines:
            self.add_row(deadline.label, self._day(deadline), deadline.source)
        self.scheme = ComboBox()
        for name, text in _SCHEMES:
            self.scheme.addItem(_(text), name)
        self.scheme.setCurrentIndex(max(0, self.scheme.findData(settings.scheme)))
        self.zoom = ComboBox()
        for percent in _ZOOMS:
            self.zoom.addItem(f"{percent}%", percent)
        self.zoom.setCurrentIndex(max(0, self.zoom.findData(settings.zoom)))
        self.add_row(_("界面颜色"), self.scheme)
        self.add_row(_("界面大小"), self.zoom)
        self.add_row(_("数据文件夹"), self._folder(data))
        self.backups = BackupFolderRow(settings.backup_folder, data, theme)
        self.add_row(_("另存备份到"), self.backups, is_tall=True)
        self.body.addStretch(1)

    def settings(self) -> Settings:
        """The settings as chosen."""
        days = {name: (month.value(), day.value()) for name, (month, day) in self.days.items()}
        return replace(
            self._before,
            office=self.office.text().strip(),
            addressee=self.addressee.text().strip(),
            person=self.person.text().strip(),
            deadlines=days,
            scheme=self.scheme.currentData(),
            zoom=self.zoom.currentData(),
            backup_folder=self.backups.folder,
        )

    def _day(self, deadline: Deadline) -> QWidget:
        month, day = self._before.deadlines.get(deadline.id, (deadline.month, deadline.day))
        spins = SpinBox(), SpinBox()
        for spin, most, value, suffix in ((spins[0], 12, month, _("月")), (spins[1], 31, day, _("日"))):
            spin.setRange(1, most)
            spin.setValue(value)
            spin.setSuffix(suffix)
            spin.setAccessibleName(deadline.label + suffix)
        self.days[deadline.id] = spins
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(spins[0])
        layout.addWidget(spins[1])
        layout.addWidget(QLabel(_("以前")))
        layout.addStretch(1)
        return row

    def _folder(self, data: Path) -> QWidget:
        path = QLineEdit(str(data))
        path.setReadOnly(True)
        path.setAccessibleName(_("数据文件夹"))
        button = PlainButton(self.theme, with_mnemonic(_("打开"), "O"))
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(data))))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(path, 1)
        layout.addWidget(button)
        return row
