from cvcgen.core.model import ClienteleId, ProjectId
from cvcgen.reports.scores.arithmetic import arithmetic
from cvcgen.reports.scores.grids import Grid, levels_grid, parts_grid
from cvcgen.reports.scores.wording import make_wording
from tests.reports.samples import EVERY_STATE, RUBRIC, board, reader

WORDING = make_wording(EVERY_STATE, reader())


def _grids(name: str) -> tuple[Grid, Grid]:
    place = board().place(ProjectId(name), ClienteleId("citoyens"))
    assert place is not None
    sums = arithmetic(place, RUBRIC)
    return parts_grid(sums, place, RUBRIC, WORDING), levels_grid(sums, RUBRIC, WORDING)


def test_possible_is_a_column_only_where_it_says_something_new() -> None:
    assert "Possible" not in _grids("x")[0].rows[0]
    assert "Possible" in _grids("partial")[0].rows[0]


def test_every_row_is_as_wide_as_the_head() -> None:
    for name in ("x", "partial", "incomplete", "narrow"):
        for grid in _grids(name):
            assert {len(row) for row in grid.rows} == {len(grid.right)}


def test_rounding_is_no_row_where_it_leaves_nothing() -> None:
    assert [row[0] for row in _grids("x")[1].rows][-1] == "Total"
    assert "Rounding" not in [row[0] for row in _grids("x")[0].rows]
