"""`diagnose`: the 诊断包 as a file."""

from argparse import Namespace
from pathlib import Path

from exports.errors import ExportError
from exports.files import write_whole
from resources.i18n import _
from storage.errors import StorageError
from storage.location import data_folder
from ui.commands.failure import CommandFailure
from ui.commands.output import complain, tell
from ui.diagnosis import diagnosis, packed
from ui.sentences import sentence


def run_diagnose(options: Namespace) -> int:
    """Write the package; its path on stdout, what is in it on stderr. Raises CommandFailure."""
    target = Path(options.output)
    if target.suffix.lower() != ".zip":
        raise CommandFailure(_("诊断包是 .zip 文件，“{name}”的后缀不对。").format(name=target.name))
    try:
        entries = diagnosis(data_folder(options.data))
        write_whole(target, packed(entries))
    except (ExportError, StorageError) as error:
        raise CommandFailure(sentence(error)) from error
    complain("\n".join(f"{one.name}：{one.what}" for one in entries))
    tell(str(target))
    return 0
