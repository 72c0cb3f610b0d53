"""Cells by their places, as they come, within the limits; then the sheet that they make."""

import re
from dataclasses import dataclass, field
from decimal import Context, Decimal

from cvcgen.spreadsheets.cells import EMPTY, Cell, Sheet
from cvcgen.spreadsheets.opening.limits import Room, require_area

_DIGITS = Context(prec=15)
"""Significant digits that spreadsheets keep; what lies beyond is the noise of their sums."""
_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,3})?")
_LARGEST = 40
"""The longest number, in digits before the point, that is one and no text."""
_HUNDRED = 100


@dataclass(slots=True)
class Plot:
    """The cells of one sheet that hold something, by row and column from 0."""

    room: Room
    """What the sheets of the file may still hold."""
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    """By place, in no order."""
    _rows: int = 0
    _columns: int = 0

    def put(self, row: int, column: int, cell: Cell, rows: int = 1, columns: int = 1) -> None:
        """Puts the cell there, and as often below and beside it. May raise `Refused`."""
        if not cell or row < 0 or column < 0:
            return
        self._rows = max(self._rows, row + rows)
        self._columns = max(self._columns, column + columns)
        require_area(self._rows, self._columns)
        self.room.take(cell.text, rows * columns)
        for down in range(rows):
            for right in range(columns):
                self.cells[row + down, column + right] = cell

    def sheet(self, file: str, name: str) -> Sheet:
        """The sheet of that name: rows up to their last cell."""
        ends = [0] * self._rows
        for row, column in self.cells:
            ends[row] = max(ends[row], column + 1)
        rows = (
            tuple(self.cells.get((row, column), EMPTY) for column in range(end))
            for row, end in enumerate(ends)
        )
        return Sheet(file, name, tuple(rows))


def number_cell(written: str, percent: bool = False) -> Cell:
    """A number by its digits, never by a binary fraction; a text where it is no number.

    >>> number_cell("0.30000000000000004").text, number_cell("0.625", percent=True).text
    ('0.3', '62.5 %')
    """
    plain = written.strip()
    if not _NUMBER.fullmatch(plain):
        return Cell(plain)
    number = _DIGITS.create_decimal(plain) * (_HUNDRED if percent else 1)
    if number.adjusted() > _LARGEST or number.adjusted() < -_LARGEST:
        return Cell(plain) if number else Cell("0", Decimal(0), percent)
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Cell(f"{text} %" if percent else text, Decimal(text), percent)
