"""ODS workbooks to sheets of cells, as a spreadsheet program last showed them."""

from collections.abc import Mapping

from cvcgen.core.diagnostics import message
from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.opening.limits import MAX_ROWS, MAX_SHEETS, CellText, Room, too_large
from cvcgen.spreadsheets.opening.markup import Attributes, Events, number_in, read_markup
from cvcgen.spreadsheets.opening.plots import Plot, number_cell

_CELLS = ("table-cell", "covered-table-cell")
_ASIDE = ("annotation", "shapes", "tracked-changes")
"""What stands inside of sheets and cells, and is none of what they hold."""
_MOST_SPACES = 1_000


def read_ods(file: str, parts: Mapping[str, bytes]) -> tuple[Sheet, ...]:
    """The visible sheets, in order. Raises `Refused`."""
    reader = _Reader()
    read_markup(parts["content.xml"], Events(reader.start, reader.end, reader.text))
    return tuple(plot.sheet(file, name) for name, plot in reader.sheets)


class _Reader:
    """Puts the cells of all sheets in their places as they come."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, Plot]] = []
        """Name and cells of each visible sheet."""
        self._room = Room()
        self._plot: Plot | None = None
        self._inside: list[str] = []
        self._style = ""
        self._hidden: set[str] = set()
        self._row, self._rows, self._column = 0, 1, 0
        self._attributes: Attributes = {}
        self._text = CellText()

    def start(self, name: str, attributes: Attributes) -> None:
        """A sheet, a row, a cell, or a part of one."""
        self._inside.append(name)
        if name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._style)
        elif name == "table" and self._inside.count("table") == 1:
            self._start_sheet(attributes)
        elif name == "table-row":
            self._rows = number_in(attributes.get("number-rows-repeated"), 1)
            self._column = 0
        elif name in _CELLS:
            self._attributes, self._text = attributes, CellText()
        elif self._is_in_cell():
            self._add(name, attributes)

    def end(self, name: str) -> None:
        """At the end of a cell it is known what it holds, at that of a row what comes next."""
        self._inside.pop()
        if name in _CELLS and not self._is_aside():
            times = number_in(self._attributes.get("number-columns-repeated"), 1)
            cell = self._cell()
            if self._plot is not None and cell:
                # What is repeated to the edge of the sheet is refused, not unrolled.
                self._plot.put(self._row, self._column, cell, self._rows, times)
            self._column += times
        elif name == "table-row" and not self._is_aside():
            self._row = min(self._row + self._rows, MAX_ROWS * MAX_ROWS)
        elif name == "table" and "table" not in self._inside:
            self._plot = None

    def text(self, piece: str) -> None:
        """A piece of what a cell shows."""
        if self._is_in_cell() and "p" in self._inside:
            self._text.add(piece)

    def _start_sheet(self, attributes: Attributes) -> None:
        self._plot, self._row, self._column = Plot(self._room), 0, 0
        if attributes.get("style-name") not in self._hidden:
            self.sheets.append((attributes.get("name", ""), self._plot))
        if len(self.sheets) > MAX_SHEETS:
            raise too_large(message("the workbook has {count} sheets", count=len(self.sheets)))

    def _add(self, name: str, attributes: Attributes) -> None:
        """Paragraphs, spaces, tabs and line breaks, which ODS writes as elements."""
        if name == "p":
            self._text.add("\n" if self._text else "")
        elif name == "s":
            self._text.add(" " * min(number_in(attributes.get("c"), 1), _MOST_SPACES))
        elif name in ("tab", "line-break"):
            self._text.add("\t" if name == "tab" else "\n")

    def _is_in_cell(self) -> bool:
        return any(name in _CELLS for name in self._inside) and not self._is_aside()

    def _is_aside(self) -> bool:
        return any(name in _ASIDE for name in self._inside)

    def _cell(self) -> Cell:
        kind, shown = self._attributes.get("value-type", ""), self._text.join().strip()
        value = self._attributes.get("value", "")
        if kind == "error":
            return Cell(shown or "#", error=True)
        if kind in ("float", "currency", "percentage"):
            return number_cell(value, percent=kind == "percentage")
        if kind == "date":
            return Cell(self._attributes.get("date-value", "")[:10])
        if kind == "boolean":
            return Cell(self._attributes.get("boolean-value", ""))
        return Cell(shown)
