"""The arithmetic of scores for a terminal."""

from collections.abc import Iterable

from cvcgen.core.model import Catalogue
from cvcgen.reports.media.terminal import PLAIN, Ink, Palette, escape, table
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.arithmetic import arithmetic
from cvcgen.reports.scores.facts import facts
from cvcgen.reports.scores.grids import Grid, levels_grid, parts_grid
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording, make_wording

_INDENT = "  "


def report(
    sheets: Iterable[Sheet], catalogue: Catalogue, reader: Reader, palette: Palette = PLAIN
) -> str:
    """Each sheet with its tables, an empty line between two."""
    wording = make_wording(catalogue, reader)
    return "\n".join(_sheet(sheet, wording, palette) for sheet in sheets)


def _sheet(sheet: Sheet, wording: Wording, palette: Palette) -> str:
    heading = palette.ink(Ink.STRONG, escape(wording.heading(sheet)))
    said = "".join(f"{_INDENT}{escape(line)}\n" for line in facts(sheet, wording))
    return "\n".join([f"{heading}\n", *_tables(sheet, wording, palette), said])


def _tables(sheet: Sheet, wording: Wording, palette: Palette) -> Iterable[str]:
    place = sheet.place
    if place is None or not place.score.parts or place.score.low is None:
        return
    sums = arithmetic(place, sheet.rubric)
    yield _drawn(parts_grid(sums, place, sheet.rubric, wording), palette)
    yield _drawn(levels_grid(sums, sheet.rubric, wording), palette)


def _drawn(grid: Grid, palette: Palette) -> str:
    """The table with a faint head and a strong total."""
    cells = [[escape(cell) for cell in row] for row in grid.rows]
    lines = table(cells, grid.right, _INDENT).splitlines()
    head, total = palette.ink(Ink.FAINT, lines[0]), palette.ink(Ink.STRONG, lines[-1])
    return "\n".join([head, *lines[1:-1], total]) + "\n"
