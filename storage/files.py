"""Files that must be on the disk when a step is told as done."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make a rename in the folder last through a power cut; Windows has no such call and does not need it."""
    if os.name != "nt":
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        finally:
            os.close(file)


def sync_file(path: Path) -> None:
    """Flush a file to the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
