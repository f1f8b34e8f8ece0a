"""Contact sheets: all pictures of a folder side by side, each with its name."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

_COLUMNS, _ROWS, _WIDTH, _GAP, _LABEL = 3, 3, 640, 12, 18


def contact_sheets(source: Path, target: Path, name: str) -> None:
    """Write the pictures of a folder as sheets name-1.png, name-2.png … into another."""
    target.mkdir(exist_ok=True)
    pictures = sorted(source.glob("*.png"), key=lambda path: (path.stem.startswith("dialog"), path.stem))
    step = _COLUMNS * _ROWS
    for number, start in enumerate(range(0, len(pictures), step), 1):
        _sheet(pictures[start : start + step]).save(target / f"{name}-{number}.png")


def _sheet(pictures: Sequence[Path]) -> Image.Image:
    small: list[tuple[str, Image.Image]] = []
    for path in pictures:
        with Image.open(path) as picture:
            height = round(picture.height * _WIDTH / max(picture.width, _WIDTH))
            wide = min(picture.width, _WIDTH)
            small.append((path.stem, picture.convert("RGB").resize((wide, height))))
    cell = max(one.height for _name, one in small) + _LABEL + _GAP
    rows = -(-len(small) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * cell + _GAP), "#777777")
    draw = ImageDraw.Draw(sheet)
    for place, (name, one) in enumerate(small):
        left = _GAP + (place % _COLUMNS) * (_WIDTH + _GAP)
        top = _GAP + (place // _COLUMNS) * cell
        draw.text((left, top), name.encode("ascii", "replace").decode(), fill="white")
        sheet.paste(one, (left, top + _LABEL))
    return sheet
