"""Grids as people leave them: moved, stretched, with words in the place of marks."""

import pytest

from cvcgen.app import check_snapshot
from cvcgen.spreadsheets.cells import Cell, Sheet
from cvcgen.spreadsheets.understanding.names import Names
from cvcgen.spreadsheets.understanding.reading import ReadSheet, read_sheet
from cvcgen.spreadsheets.words import Role
from tests.building import base_with

NAMES = Names(check_snapshot(base_with({})).catalogue)
FACTS = [["Project", "Hut"], ["Clientele", "citoyens"], []]
HEADING = ["Value", "0 None", "1 Low", "3 Medium", "5 High", "Reason"]
ACCESS, SECURITY, SPEED = (
    ["Accessibility", "", "", "x"],
    ["Security", "", "x"],
    ["Speed", "x"],
)
RATED = {"accessibilite": 3, "securite": 1, "rapidite": 0}


def read(*rows: list[str]) -> ReadSheet:
    sheet = Sheet("g.csv", "", tuple(tuple(map(Cell, row)) for row in rows))
    return read_sheet(sheet, NAMES, None, NAMES.catalogue.site.default_language)


def rated(found: ReadSheet) -> dict[str, object]:
    assert found.faults == ()
    [claim] = found.claims
    assert claim.fact(Role.PROJECT).text == "Hut"
    return {str(one.value): one.points for one in claim.ratings}


@pytest.mark.parametrize("between", [[[]], [[], []], [["Subtotal", "1"]], [[], ["Total"], []]])
def test_what_stands_between_values_hides_none_of_them(between: list[list[str]]) -> None:
    assert rated(read(*FACTS, HEADING, ACCESS, *between, SECURITY, SPEED)) == RATED
    assert rated(read(*FACTS, HEADING, ACCESS, SECURITY, SPEED, *between)) == RATED


def test_what_stands_below_a_grid_is_none_of_its_values() -> None:
    below = [["To be discussed", "x"], ["Security", "x"]]
    for gap in ([], ["Total"]):
        assert rated(read(*FACTS, HEADING, ACCESS, gap, *below)) == {"accessibilite": 3}


def test_a_project_below_that_is_called_as_a_value_begins_its_own_grid() -> None:
    other = [["Project", "Speed"], ["Clientele", "citoyens"], HEADING, SECURITY]
    found = read(*FACTS, HEADING, ACCESS, [], *other)
    assert found.faults == ()
    assert [claim.fact(Role.PROJECT).text for claim in found.claims] == ["Hut", "Speed"]
    assert [len(claim.ratings) for claim in found.claims] == [1, 1]


def test_a_grid_may_stand_further_to_the_right() -> None:
    rows = [*FACTS, HEADING, ACCESS, SECURITY, SPEED]
    assert rated(read(*(["", *row] for row in rows))) == RATED


@pytest.mark.parametrize("mark", ["medium", " MOYEN ", "3", "X", "3,0"])
def test_a_level_may_be_named_under_its_own_heading(mark: str) -> None:
    found = read(*FACTS, HEADING, ["Accessibility", "", "", mark])
    if mark == "3,0":
        assert [(one.code, one.location.cell) for one in found.faults] == [("CVC606", "D5")]
    else:
        assert rated(found) == {"accessibilite": 3}


def test_a_level_named_under_another_heading_is_no_mark() -> None:
    found = read(*FACTS, HEADING, ["Accessibility", "", "medium", ""])
    assert [(one.code, one.location.cell) for one in found.faults] == [("CVC606", "C5")]
