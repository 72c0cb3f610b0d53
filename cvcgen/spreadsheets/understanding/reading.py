"""A sheet to what it says of projects: grids where it has some, else a table."""

from dataclasses import dataclass

from cvcgen.core.diagnostics import Diagnostic, message
from cvcgen.core.model import Clientele, Language
from cvcgen.spreadsheets.cells import Sheet
from cvcgen.spreadsheets.understanding.claims import Claim
from cvcgen.spreadsheets.understanding.grids import Reading, grid_headings, read_grids
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.tables import read_table, table_heading


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
    """What is said of a sheet that is neither a grid nor a table."""
    found = message("no grid and no table of projects is found here")
    hint = message(
        "a grid has a column `Value` and one for each level, a table a column `Project`;"
        " `cvcgen export grid` writes an example"
    )
    return Diagnostic("CVC603", found, sheet.place(0, 0), hint=hint)
