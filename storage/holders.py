"""Who holds a data folder: what its lock file tells."""

import getpass
import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from storage.errors import Holder

LOCK_FILE = "chengbao.lock"


def this_process(now: datetime | None = None) -> Holder:
    """What this process writes into the lock file."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = str(os.getuid()) if hasattr(os, "getuid") else ""
    return Holder(os.getpid(), socket.gethostname(), user, (now or datetime.now(UTC)).replace(microsecond=0))


def write_holder(holder: Holder) -> bytes:
    """The content of a lock file: one JSON object."""
    since = holder.since.isoformat() if holder.since else None
    data = {"pid": holder.pid, "host": holder.host, "user": holder.user, "since": since}
    return json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")


def read_holder(folder: Path) -> Holder | None:
    """Who the folder's lock file names, or None when it names nobody or cannot be read."""
    try:
        data: Any = json.loads((folder / LOCK_FILE).read_bytes())
        since = datetime.fromisoformat(data["since"]) if data["since"] else None
        return Holder(int(data["pid"]), str(data["host"]), str(data["user"]), since)
    except (OSError, ValueError, KeyError, TypeError):
        return None
