"""Where the data lie: the user's own folder, or the one named by --data."""

from contextlib import suppress
from pathlib import Path

import platformdirs

from storage.errors import CannotOpen, ReadOnly
from storage.faults import translated
from storage.files import sync_folder

_NAME = "chengbao"


def default_folder() -> Path:
    """The folder that the system keeps for a user's data of this program; local, never roaming."""
    return Path(platformdirs.user_data_dir(_NAME, appauthor=False, roaming=False))


def data_folder(given: str | Path | None = None) -> Path:
    """The data folder, absolute; when it is missing it is made, for this user alone. Raises a StorageError."""
    folder = Path(given).expanduser() if given else default_folder()
    with translated(folder):
        folder = folder.absolute()
        if folder.exists() and not folder.is_dir():
            raise CannotOpen(folder, "no-folder")
        if not folder.exists():
            _make(folder)
    return folder


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except PermissionError as error:
        raise ReadOnly(folder) from error
    with suppress(OSError):  # some network folders refuse it
        sync_folder(folder.parent)


def database(folder: Path) -> Path:
    """The database in a data folder."""
    return folder / f"{_NAME}.db"
