"""How much of a spreadsheet is read: far more than any grid needs, far less than would hurt."""

from dataclasses import dataclass, field

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
MAX_FILLED_CELLS = 400_000
"""Cells that hold something, of all sheets: a few bytes may repeat one without end."""
MAX_CELL_CHARACTERS = 32_767
"""In one cell; spreadsheet programs keep no more."""
MAX_CHARACTERS = 5_000_000
"""In all cells: many may refer to one text."""


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


@dataclass(slots=True)
class Room:
    """How much the sheets of one file may still hold."""

    cells: int = MAX_FILLED_CELLS
    """That hold something."""
    characters: int = MAX_CHARACTERS
    """Of these cells, each counted as often as it stands somewhere."""

    def take(self, text: str, cells: int = 1) -> None:
        """Makes room for so many cells with that text. Raises `Refused` where there is none."""
        require_length(len(text))
        self.cells -= cells
        self.characters -= cells * len(text)
        if self.cells < 0:
            found = message("the sheets hold more than {most} cells", most=MAX_FILLED_CELLS)
            raise too_large(found)
        if self.characters < 0:
            found = message("the cells hold more than {most} characters", most=MAX_CHARACTERS)
            raise too_large(found)


@dataclass(slots=True)
class CellText:
    """The text of a cell that comes in pieces: joined once, as adding to a text copies it."""

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0

    def __bool__(self) -> bool:
        return self._length > 0

    def add(self, piece: str) -> None:
        """One more piece. Raises `Refused` where the text becomes too long."""
        self._length += len(piece)
        require_length(self._length)
        self._pieces.append(piece)

    def join(self) -> str:
        """All of it."""
        return "".join(self._pieces)


def require_length(characters: int) -> None:
    """Raises `Refused` where a cell with so many characters is too large."""
    if characters > MAX_CELL_CHARACTERS:
        found = message("a cell holds more than {most} characters", most=MAX_CELL_CHARACTERS)
        raise too_large(found)


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
