"""Sheets of cells, as values, and the places of cells for diagnostics."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cvcgen.core.diagnostics import Diagnostic, Location

_SEPARATOR = " │ "
_MOST_SHOWN = 40
"""How many characters of a cell a diagnostic's excerpt shows."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one cell holds."""

    text: str = ""
    """As text, without spaces around it: digits with a point for a number, `YYYY-MM-DD`."""
    number: Decimal | None = None
    """Its number, in percent where `percent`; None for a text, even one of digits."""
    percent: bool = False
    """Whether the spreadsheet shows the number as a percentage."""
    error: bool = False
    """Whether the spreadsheet shows an error such as #DIV/0!; `text` is then that."""

    def __bool__(self) -> bool:
        """Whether there is anything in it."""
        return bool(self.text)


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of cells, from its first row and column on."""

    file: str
    """The file's name, as it was given."""
    name: str
    """The sheet's own name; empty for a file that is one table."""
    rows: tuple[tuple[Cell, ...], ...]
    """Each up to its last cell that holds something."""

    @property
    def path(self) -> str:
        """What diagnostics call it: `grids.xlsx[Citizens]`."""
        return f"{self.file}[{self.name}]" if self.name else self.file

    def cell(self, row: int, column: int) -> Cell:
        """The cell, counted from 0; an empty one outside of the table."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY

    def place(self, row: int, column: int, pointer: str = "") -> Location:
        """Where a cell stands, with the columns that it takes in `text`."""
        before = (_shown(self.cell(row, n)) for n in range(column))
        start = sum(len(text) + len(_SEPARATOR) for text in before)
        shown = _shown(self.cell(row, column))
        length = max(len(shown.rstrip()), 1)
        return Location(self.path, row + 1, start + 1, pointer, length, reference(row, column))

    @property
    def text(self) -> str:
        """The sheet as lines of text, one a row, which excerpts are taken from."""
        widest = max((len(row) for row in self.rows), default=0)
        lines = (
            _SEPARATOR.join(_shown(self.cell(number, n)) for n in range(widest)).rstrip()
            for number in range(len(self.rows))
        )
        return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of one file, and what could not be read."""

    sheets: tuple[Sheet, ...]
    """In their order, hidden ones left out."""
    faults: tuple[Diagnostic, ...]
    """Why sheets or all of the file are missing."""


def reference(row: int, column: int) -> str:
    """What spreadsheets call a cell, counted from 0.

    >>> [reference(row, column) for row, column in ((6, 2), (0, 25), (0, 26), (1, 702))]
    ['C7', 'Z1', 'AA1', 'AAA2']
    """
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def position(name: str) -> tuple[int, int] | None:
    """Row and column of a cell, counted from 0; None for what is no cell's name.

    >>> position("C7"), position("AAA2"), position("7C")
    ((6, 2), (1, 702), None)
    """
    letters = name.rstrip("0123456789")
    digits = name[len(letters) :]
    if not digits or not letters.isascii() or not letters.isalpha() or len(name) > 12:
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def trimmed(rows: list[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows without empty cells at their ends and without empty rows after the last."""
    short = [tuple(_without_tail(row)) for row in rows]
    while short and not short[-1]:
        short.pop()
    return tuple(short)


def _without_tail(row: tuple[Cell, ...]) -> Iterator[Cell]:
    last = max((place for place, cell in enumerate(row, 1) if cell), default=0)
    return iter(row[:last])


def _shown(cell: Cell) -> str:
    """A cell on one line, short enough for the next ones to be seen."""
    line = " ".join(cell.text.split())
    return line if len(line) <= _MOST_SHOWN else f"{line[: _MOST_SHOWN - 1]}…"
