"""What is said of a sheet in which there is half of a grid or of a table."""

import pytest

from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.understanding.reading import not_recognised

ROWS: dict[str, list[list[str]]] = {
    "A2 no column beside `Project` is for a value or a total": [
        ["Ranking of 2026"],
        ["Project", "Values"],
        ["", "Speed", "Security"],
        ["Hut", "3", "5"],
    ],
    "B3 no column beside `Criteria` is for a level": [
        ["", "Project", "Hut"],
        [],
        ["", "Criteria", "Rating"],
        ["", "Speed", "Medium"],
    ],
    "A1 no grid and no table of projects is found here": [["Name"], ["Hut"]],
}


@pytest.mark.parametrize("said", ROWS)
def test_the_place_is_that_of_the_heading_that_is_there(said: str) -> None:
    sheet = Sheet("t.csv", "", tuple(tuple(map(Cell, row)) for row in ROWS[said]))
    found = not_recognised(sheet)
    assert f"{found.location.cell} {found.message.text(str)}" == said
