"""Copies of two pictures for the READMEs, with few colours so that they stay small: `make screenshots`."""

import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

PICTURES: Mapping[str, str] = {"window.png": "1366-light-100/panel-preview.png", "page-1.png": "page-1.png"}
"""Name of the copy, and the picture that it is made from."""


def main(source: Path, target: Path) -> None:
    """Write the copies into a folder. Raises StopIteration when a picture was not made."""
    target.mkdir(parents=True, exist_ok=True)
    for name, pattern in PICTURES.items():
        with Image.open(next(source.glob(pattern))) as picture:
            few = picture.convert("RGB").quantize(192, dither=Image.Dither.NONE)
            few.save(target / name, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
