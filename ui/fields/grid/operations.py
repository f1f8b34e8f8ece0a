"""What a clerk can do to rows, columns and cells; each is one edit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from report.totals import with_total_row
from resources.i18n import _
from ui.fields.grid import cells as change
from ui.fields.grid.blocks import is_single, read_block, write_block, write_html
from ui.fields.grid.cells import Area, Cells, width_of
from ui.fields.grid.html_tables import read_tables
from ui.fields.grid.model import GridModel
from ui.fields.grid.view import GridView


@dataclass(frozen=True, slots=True)
class Possible:
    """What makes sense just now."""

    remove_row: bool = False
    move_up: bool = False
    move_down: bool = False
    remove_column: bool = False
    move_left: bool = False
    move_right: bool = False
    total: bool = False


class Operations(QObject):
    """Changes the cells of a model at the place where the view's selection is.

    Signals:
        noticed(str): a sentence about what could not be done wholly.
    """

    noticed = Signal(str)

    def __init__(self, model: GridModel, view: GridView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model, self._view = model, view
        self._free = not model.heads
        self._summed: tuple[Cells, int] | None = None
        self._sums: Cells = ()
        view.row_wanted.connect(self.add_row)
        view.rows_moved.connect(self.move_rows)
        view.columns_moved.connect(self.move_columns)
        view.cleared.connect(self.clear)
        view.copied.connect(self.copy)
        view.cut_out.connect(self.cut)
        view.pasted.connect(self.paste)

    def possible(self) -> Possible:
        """What can be done with what is selected."""
        area, rows, columns = self._view.area(), self._model.rowCount(), self._model.columnCount()
        if area is None:
            return Possible(total=self._with_total() != self._model.cells)
        return Possible(
            remove_row=rows > 1 or any(self._model.cells[0]),
            move_up=area.top > 0,
            move_down=area.bottom < rows - 1,
            remove_column=self._free and columns > 1,
            move_left=self._free and area.left > 0,
            move_right=self._free and area.right < columns - 1,
            total=self._with_total() != self._model.cells,
        )

    # Rows

    def add_row(self) -> None:
        """An empty row below the selected ones, at the end where none is."""
        area = self._area()
        place = area.bottom + 1 if area else self._model.rowCount()
        self._model.edit(change.with_row(self._model.cells, place))
        self._view.go_to(place, area.left if area and area.single else 0)

    def remove_rows(self) -> None:
        """Take the selected rows away."""
        area = self._area()
        if area is not None:
            self._model.edit(change.without_rows(self._model.cells, area.top, area.bottom))
            self._view.go_to(area.top, area.left)

    def move_rows(self, step: int) -> None:
        """Move the selected rows up (-1) or down (1)."""
        area = self._area()
        if area is not None and area.top + step >= 0 and area.bottom + step < self._model.rowCount():
            self._model.edit(change.with_rows_moved(self._model.cells, area.top, area.bottom, step))
            self._view.select(Area(area.top + step, area.left, area.bottom + step, area.right))

    # Columns

    def add_column(self) -> None:
        """An empty column at the right of the selected ones."""
        if self._free:
            area = self._area()
            place = area.right + 1 if area else self._model.columnCount()
            self._model.edit(change.with_column(self._model.cells, place))
            self._view.go_to(area.top if area else 0, place)

    def remove_columns(self) -> None:
        """Take the selected columns away."""
        area = self._area()
        if self._free and area is not None:
            self._model.edit(change.without_columns(self._model.cells, area.left, area.right))
            self._view.go_to(area.top, area.left)

    def move_columns(self, step: int) -> None:
        """Move the selected columns left (-1) or right (1)."""
        area = self._area()
        if self._free and area and area.left + step >= 0 and area.right + step < self._model.columnCount():
            self._model.edit(change.with_columns_moved(self._model.cells, area.left, area.right, step))
            self._view.select(Area(area.top, area.left + step, area.bottom, area.right + step))

    def write_total(self) -> None:
        """Append the row of sums, or bring it up to date."""
        self._view.finish()
        self._model.edit(self._with_total())

    # Cells

    def clear(self) -> None:
        """Empty the selected cells."""
        area = self._area()
        if area is not None:
            self._model.edit(change.filled(self._model.cells, area, ""))

    def copy(self) -> None:
        """Put the selected cells on the clipboard: for sheets as text, for word processors as a table."""
        area = self._area()
        if area is not None:
            block = change.part(self._model.cells, area)
            data = QMimeData()
            data.setText(write_block(block))
            if not is_single(block):
                data.setHtml(write_html(block))
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        """Copy the selected cells and empty them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        data: QMimeData | None = QGuiApplication.clipboard().mimeData()
        if data is not None:
            self.paste_data(data)

    def paste_data(self, data: QMimeData) -> None:
        """Put in a block of cells, from text with tabs or, where there are none, from a table in HTML."""
        text = data.text()
        block = read_tables(data.html()) if "\t" not in text and data.hasHtml() else ()
        if block or text:
            self.paste_block(block or read_block(text))

    def paste_block(self, block: Cells) -> None:
        """Put a block at the selection; one value fills all selected cells. Rows are added, columns in free tables."""
        area = self._area() or Area(0, 0, 0, 0)
        if is_single(block):
            self._model.edit(change.filled(self._model.cells, area, block[0][0]))
            return
        room, given = self._model.columnCount() - area.left, width_of(block)
        told: list[str] = []
        if self._is_head(block[0], area.left):
            block = block[1:]
            told.append(_("第一行是表头，没有贴进来。"))
        if not self._free and given > room:
            block = tuple(row[:room] for row in block)
            told.append(self._too_wide(given, room, area.left))
        if block:
            self._model.edit(change.with_block(self._model.cells, area.top, area.left, block))
            self._view.select(Area(area.top, area.left, area.top + len(block) - 1, area.left + width_of(block) - 1))
        if told:
            self.noticed.emit("".join(told))

    def _is_head(self, row: Sequence[str], left: int) -> bool:
        """Whether a row repeats the declared heads, as it does when a whole table was copied."""
        heads = self._model.heads[left:]
        pairs = list(zip(row, heads, strict=False))
        return bool(pairs) and all(cell in (head, head.partition("（")[0]) for cell, head in pairs)

    @staticmethod
    def _too_wide(given: int, room: int, left: int) -> str:
        sentence = (
            _("粘贴的内容有{given}列，从这一列起只有{room}列，多出的{more}列没有贴进来。")
            if left
            else _("粘贴的内容有{given}列，这张表只有{room}列，多出的{more}列没有贴进来。")
        )
        return sentence.format(given=given, room=room, more=given - room)

    def _area(self) -> Area | None:
        self._view.finish()
        return self._view.area()

    def _with_total(self) -> Cells:
        """The cells with their row of sums. Empty rows at the end stay below nothing: they go."""
        model = self._model
        if not self._free:
            return model.cells
        if self._summed != (model.cells, model.head_rows):
            kept = change.without_empty_end(model.cells)
            made = with_total_row(kept, model.numbers(), model.head_rows)
            self._summed = model.cells, model.head_rows
            self._sums = model.cells if made == kept else made
        return self._sums
