import pytest

from cvcgen.reports.diagnostics.excerpt import excerpt
from cvcgen.spreadsheets.cells import Cell, Sheet, position, reference, trimmed


@pytest.mark.parametrize("column", [0, 25, 26, 51, 52, 701, 702, 16_383])
def test_a_cell_is_found_again_by_its_name(column: int) -> None:
    assert position(reference(9, column)) == (9, column)


@pytest.mark.parametrize("name", ["", "7", "A", "7A", "A-1", "É1", "A1B", "A" * 20 + "1"])
def test_what_is_no_cell_has_no_position(name: str) -> None:
    assert position(name) is None


SHEET = Sheet("a.xlsx", "S", ((Cell("Value"), Cell("Level")), (Cell("x" * 90), Cell("5"))))


def test_a_place_underlines_its_cell_in_the_text_of_the_sheet() -> None:
    place = SHEET.place(1, 1)
    assert (place.path, place.cell, place.line) == ("a.xlsx[S]", "B2", 2)
    shown = excerpt(SHEET.text, place)
    assert shown is not None
    assert shown.line[shown.indent : shown.indent + shown.carets] == "5"


def test_a_cell_outside_of_the_table_is_empty() -> None:
    assert not SHEET.cell(5, 5)
    assert not SHEET.cell(-1, 0)
    assert SHEET.place(5, 5).cell == "F6"


def test_rows_are_cut_after_their_last_cell() -> None:
    empty = Cell()
    assert trimmed([(empty, Cell("a"), empty), (empty,)]) == ((empty, Cell("a")),)
