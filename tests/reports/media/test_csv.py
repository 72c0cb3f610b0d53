import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.reports.media.csv import escape, table


@given(st.lists(st.lists(st.text(st.characters()), min_size=2, max_size=2), min_size=1))
def test_every_cell_comes_back_on_its_own_line(rows: list[list[str]]) -> None:
    cells = [[escape(cell) for cell in row] for row in rows]
    written = table(cells)
    assert list(csv.reader(io.StringIO(written))) == cells
    assert len(written.splitlines()) == len(rows)


@given(st.sampled_from("=+-@|%＝＋－＠"), st.text(), st.sampled_from(["", " ", "\t "]))
def test_no_cell_is_a_formula(start: str, rest: str, before: str) -> None:
    assert escape(before + start + rest).startswith("'")


@pytest.mark.parametrize("text", ["\t=1", "\r1", "\n=1"])
def test_no_cell_begins_with_what_a_spreadsheet_strips(text: str) -> None:
    assert escape(text).startswith("'\\u{")


@pytest.mark.parametrize("text", ["a;=1", "a|+1", "a, =1", 'a;"=1;b'])
@pytest.mark.parametrize("separator", [",", ";", "|"])
def test_no_other_separator_makes_a_cell_that_is_a_formula(text: str, separator: str) -> None:
    written = table([["x", escape(text), "y"]])
    cells = next(csv.reader(io.StringIO(written), delimiter=separator))
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+"))]


def test_a_log_takes_no_cell_for_a_command() -> None:
    assert escape("##vso[x] ##[y] ## [z]") == r"#\u{23}vso[x] #\u{23}[y] ## [z]"


@pytest.mark.parametrize("text", ["abc", "a=b", "1", "62,5", ""])
def test_other_cells_stay(text: str) -> None:
    assert escape(text) == text
