"""What to tell when the store cannot do its work: what, where, what to do. No Qt: the command line says the same."""

from pathlib import Path

from resources.i18n import N_, _
from storage.errors import (
    CannotOpen,
    Damaged,
    DiskFull,
    Holder,
    InputOutput,
    KnownReport,
    Locked,
    Newer,
    NoBackup,
    NotOurs,
    ReadOnly,
    StorageError,
    Unexpected,
    UnknownReport,
    UnknownRevision,
    UnknownVersion,
    UnsoundBackup,
    Vanished,
    WrongDrive,
)

_CANNOT_OPEN = {
    "no-folder": N_("没有“{folder}”这个文件夹。请建好文件夹，或用 --data 换一个位置。"),
    "is-folder": N_("“{path}”是一个文件夹，不是数据文件。请换一个位置。"),
    "no-right": N_("没有打开“{path}”的权限。请换一个登录用户能写的文件夹，或请管理员放开权限。"),
    "no-locks": N_("“{folder}”所在的磁盘不支持加锁，不能放数据（常见于网络盘）。请换到本机硬盘。"),
    "other": N_("数据文件“{path}”打不开。请核对它所在的磁盘是否正常。"),
}
_WRONG_DRIVE = {
    "network": N_(
        "“{folder}”在网络盘上，数据不能放在那里：断网或两台电脑同时写，会损坏。"
        "请把整个文件夹复制到本机硬盘，再用 --data 指定新位置。"
    ),
    "removable": N_(
        "“{folder}”在U盘或移动硬盘上，数据不能放在那里：拔出或断电，会损坏。"
        "请把整个文件夹复制到本机硬盘，再用 --data 指定新位置。"
    ),
}
_SIMPLE: dict[type[StorageError], str] = {
    DiskFull: N_("“{folder}”所在的磁盘已满。请清理出一些空间再点“重试”，或另存到别的盘；空间够了会自动接着存。"),
    ReadOnly: N_("“{folder}”现在是只读的，不能保存。请恢复写入权限后点“重试”，或另存到别处。"),
    Vanished: N_("找不到数据文件“{path}”，可能被移走，或磁盘已拔出。请放回原处后点“重试”，或另存到别处。"),
    Damaged: N_("数据文件“{path}”已损坏，读不出来。请不要删除它，可以用备份恢复；没有备份就交给维护人员。"),
    UnsoundBackup: N_("备份“{path}”不完整，不能用它恢复；现有数据没有动过。请换一个备份。"),
    NoBackup: N_("没有“{path}”这个备份，可能已经删除，或磁盘已拔出。请换一个备份。"),
    NotOurs: N_("“{path}”不是本软件的数据文件。请换一个数据文件夹。"),
    InputOutput: N_("磁盘读写失败：“{path}”。请检查磁盘后点“重试”，或另存到别处。"),
    Unexpected: N_("数据没有存成，是程序的问题。可以点“重试”，或另存到别处，并把情况告诉维护人员。"),
}


def storage_sentence(error: StorageError) -> str:
    """What to tell the user of a failure of the store."""
    path: Path = error.path
    words = {"path": path, "folder": path.parent if path.suffix else path}
    match error:
        case Locked():
            return locked_sentence(error)
        case CannotOpen():
            return _(_CANNOT_OPEN[error.reason]).format(**words)
        case WrongDrive():
            return _(_WRONG_DRIVE[error.drive]).format(folder=error.path)
        case Newer():
            return _(
                "数据由更新版本的程序建立（第{found}版，本程序认得第{known}版）。请升级程序后打开；数据没有动过。"
            ).format(found=error.found, known=error.known)
        case UnknownReport():
            return _("没有编号为“{id}”的报告。用 main.py list 看已有的报告。").format(id=error.report_id)
        case KnownReport():
            return _("编号“{id}”的报告已经有了。").format(id=error.report_id)
        case UnknownRevision():
            return _("报告“{id}”没有第{number}号修改。用 main.py history {id} 看有哪些。").format(
                id=error.report_id, number=error.sequence
            )
        case UnknownVersion():
            return _("报告“{id}”没有第{number}个定稿。").format(id=error.report_id, number=error.sequence)
        case _:
            return _(_SIMPLE[type(error)]).format(**words)


def locked_sentence(error: Locked) -> str:
    """Who holds the data folder."""
    if error.holder is None:
        return _("数据文件夹“{path}”正被另一个程序使用。请等它用完，或关掉它再试。").format(path=error.path)
    return _("数据正由{who}的呈报窗口使用。请在那个窗口里操作，或关掉它再试。").format(who=_holder_words(error.holder))


def _holder_words(holder: Holder) -> str:
    return _("{user}在{host}（进程{pid}）").format(user=holder.user, host=holder.host, pid=holder.pid)
