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


@pytest.mark.parametrize("text", ["abc", "a=b", "1", "62,5", ""])
def test_other_cells_stay(text: str) -> None:
    assert escape(text) == text
