"""How much of a spreadsheet is read: far more than any grid needs, far less than would hurt."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, Location, Message, message

MAX_FILE_BYTES = 10_000_000
"""The largest file."""
MAX_UNPACKED_BYTES = 15_000_000
"""What the parts of a workbook that are read may hold together, unpacked."""
MAX_PARTS = 2_000
"""The most parts that a workbook may be packed from."""
MAX_DEPTH = 100
"""How deep the elements of a part may nest; real ones nest a dozen deep."""
MAX_SHEETS = 200
"""The most sheets of one workbook."""
MAX_ROWS, MAX_COLUMNS = 20_000, 500
"""Where the last cell of a sheet may lie."""
MAX_CELLS = 200_000
"""Cells of a sheet from the first to the last row and column that hold something."""


@dataclass(eq=False)
class Refused(Exception):
    """A file that is not read any further."""

    code: str
    """Of the diagnostic."""
    message: Message
    """What was found."""
    hint: Message | None = None
    """What to do about it."""
    where: Location | None = None
    """Where in the file, if that can be told."""

    def diagnostic(self, file: str) -> Diagnostic:
        """The fault of the file of that name."""
        return Diagnostic(self.code, self.message, self.where or Location(file), hint=self.hint)


def unreadable(found: Message, hint: Message | None = None) -> Refused:
    """A file that cannot be read, or must not be."""
    return Refused("CVC601", found, hint)


def too_large(found: Message) -> Refused:
    """A file, a sheet or a cell beyond a limit."""
    return Refused("CVC602", found, message("keep the grids alone, in a file of their own"))


def require_area(rows: int, columns: int) -> None:
    """Raises `Refused` where a sheet with that many rows and columns is too large."""
    if rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS:
        found = message(
            "a sheet reaches to row {rows} and column {columns}; the limits are {most_rows} and"
            " {most_columns}",
            rows=rows,
            columns=columns,
            most_rows=MAX_ROWS,
            most_columns=MAX_COLUMNS,
        )
        raise too_large(found)
