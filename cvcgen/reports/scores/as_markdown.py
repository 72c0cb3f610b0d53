"""The arithmetic of scores as Markdown, for comments and minutes."""

from collections.abc import Iterable

from cvcgen.core.model import Catalogue
from cvcgen.reports.media.markdown import escape, table
from cvcgen.reports.reader import Reader
from cvcgen.reports.scores.arithmetic import arithmetic
from cvcgen.reports.scores.facts import facts
from cvcgen.reports.scores.grids import Grid, levels_grid, parts_grid
from cvcgen.reports.scores.sheet import Sheet
from cvcgen.reports.scores.wording import Wording, make_wording


def report(sheets: Iterable[Sheet], catalogue: Catalogue, reader: Reader) -> str:
    """A section for each sheet."""
    wording = make_wording(catalogue, reader)
    return "\n".join(_sheet(sheet, wording) for sheet in sheets)


def _sheet(sheet: Sheet, wording: Wording) -> str:
    said = "".join(f"- {escape(line)}\n" for line in facts(sheet, wording))
    return "\n".join([f"## {escape(wording.heading(sheet))}\n", *_tables(sheet, wording), said])


def _tables(sheet: Sheet, wording: Wording) -> Iterable[str]:
    place = sheet.place
    if place is None or not place.score.parts or place.score.low is None:
        return
    sums = arithmetic(place, sheet.rubric)
    yield _drawn(parts_grid(sums, place, sheet.rubric, wording))
    yield _drawn(levels_grid(sums, sheet.rubric, wording))


def _drawn(grid: Grid) -> str:
    return table([[escape(cell) for cell in row] for row in grid.rows], grid.right)
