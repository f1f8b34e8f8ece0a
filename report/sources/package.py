"""A zip archive as a package of parts: read to memory within limits, never unpacked by name."""

import io
import zipfile
import zlib
from typing import Final

from report.errors import UnreadableSource

MOST_PARTS: Final = 5_000
MOST_OF_A_PART: Final = 20_000_000
"""Bytes of a part that is read; the longest reports have a fiftieth of it."""
MOST_OF_ALL: Final = 400_000_000
"""Bytes that the directory may promise for all parts: pictures are not read, but bombs are told."""
_MOST_SHRUNK: Final = 200
_LARGE: Final = 5_000_000
"""Bytes from which a part that shrank by more is a bomb: a million equal bytes are a careless table."""
_ENCRYPTED: Final = 1


class Package:
    """The parts of a file by name.

    Raises UnreadableSource: damaged, encrypted, unsafe-names (absolute or upwards), duplicate-parts, too-large.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
            raise UnreadableSource("damaged", str(error)) from error
        entries = self._archive.infolist()
        names = [one.filename for one in entries]
        if any(one.flag_bits & _ENCRYPTED for one in entries):
            raise UnreadableSource("encrypted")
        if len(set(names)) < len(names):
            raise UnreadableSource("duplicate-parts")
        if any(_is_unsafe(name) for name in names):
            raise UnreadableSource("unsafe-names")
        bombs = [one for one in entries if one.file_size > max(_LARGE, _MOST_SHRUNK * one.compress_size)]
        if len(names) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_OF_ALL or bombs:
            raise UnreadableSource("too-large")
        self.names = frozenset(names)

    def read(self, name: str) -> bytes:
        """The bytes of a part; b"" when there is none. Raises UnreadableSource: damaged, too-large."""
        if name not in self.names:
            return b""
        try:
            with self._archive.open(name) as part:
                data = part.read(MOST_OF_A_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
            raise UnreadableSource("damaged", str(error)) from error
        if len(data) > MOST_OF_A_PART:
            raise UnreadableSource("too-large")
        return data


def _is_unsafe(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or name[:1] in ("/", "\\") or (len(name) > 1 and name[1] == ":")
