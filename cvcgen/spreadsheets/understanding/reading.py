"""A sheet to what it says of projects: grids where it has some, else a table."""

from collections.abc import Collection
from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, clip, message
from cvcgen.core.model import Clientele, Language
from cvcgen.spreadsheets.cells import Sheet
from cvcgen.spreadsheets.understanding.claims import Claim
from cvcgen.spreadsheets.understanding.grids import Reading, grid_headings, read_grids
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.tables import WHO, read_table, table_heading
from cvcgen.spreadsheets.words import Role, fold, roles


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What one sheet says, and what of it cannot be understood."""

    claims: tuple[Claim, ...]
    """In the order of the sheet."""
    faults: tuple[Diagnostic, ...]
    """In no order."""
    recognised: bool
    """Whether the sheet is a grid or a table of projects at all."""
    unread: tuple[str, ...] = ()
    """The columns of a table that nothing was taken from, each as `t.csv!B1 · Cost`."""


def read_sheet(
    sheet: Sheet, names: Names, wanted: Clientele | None, spoken: Language
) -> ReadSheet:
    """What the sheet says; `wanted` is the clientele that was asked for, if any.

    Hints name levels in the language `spoken`, where the site has it.
    """
    reading = Reading(sheet, names, wanted, spoken)
    headings = grid_headings(sheet, names)
    if headings:
        claims = tuple(read_grids(reading, headings))
        return ReadSheet(claims, tuple(reading.faults), recognised=True)
    heading = table_heading(sheet, names)
    if heading is None:
        return ReadSheet((), (), recognised=False)
    claims = tuple(read_table(reading, heading))
    return ReadSheet(
        claims, tuple(reading.faults), recognised=True, unread=tuple(reading.unread)
    )


def not_recognised(sheet: Sheet) -> Diagnostic:
    """What is said of a sheet that is neither a grid nor a table, at what heads half of one."""
    found = message("no grid and no table of projects is found here")
    hint = message(
        "a grid has a column `Value` and one for each level, a table a column `Project`;"
        " `cvcgen export grid` writes an example"
    )
    place = _heading(sheet, {Role.VALUE}, without=WHO)
    if place is not None:
        found = message("no column beside `{name}` is for a level", name=_name(sheet, place))
    else:
        place = _heading(sheet, WHO)
    if place is not None and not found.arguments:
        name = _name(sheet, place)
        found = message("no column beside `{name}` is for a value or a total", name=name)
        hint = message("write all headings in one row; `cvcgen export grid` writes a grid")
    return Diagnostic("CVC603", found, sheet.place(*(place or (0, 0))), hint=hint)


def _heading(
    sheet: Sheet, wanted: Collection[Role], without: Collection[Role] = ()
) -> tuple[int, int] | None:
    """The first cell that is headed so, in a row that has none of the other headings."""
    for row, cells in enumerate(sheet.rows):
        meant = [roles().get(fold(cell.text)) for cell in cells]
        if not any(role in without for role in meant):
            columns = (column for column, role in enumerate(meant) if role in wanted)
            column = next(columns, None)
            if column is not None:
                return row, column
    return None


def _name(sheet: Sheet, place: tuple[int, int]) -> str:
    return clip(" ".join(sheet.cell(*place).text.split()))
