import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cvcgen.core.formulas import disarm, rearm


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", " =1", "\t=1", "\n", "a;=1", "＝1"])
def test_what_would_run_is_guarded(text: str) -> None:
    assert disarm(text) != text
    assert rearm(disarm(text)) == text


@pytest.mark.parametrize("text", ["", "l'eau", "a = b", "1-2", "'quoted'"])
def test_what_runs_nothing_stays(text: str) -> None:
    assert disarm(text) == rearm(text) == text


@given(st.text(alphabet="=+-@'\"a;,\t\r\n "))
def test_a_guard_is_taken_out_again_and_nothing_else(text: str) -> None:
    assert rearm(disarm(text)) == text


@given(st.text(alphabet="=+'\"a;,|\t\n "), st.sampled_from(",;"))
@example('a,"=1+1,b', ";")
@example("a; =1", ",")
def test_no_separator_makes_a_cell_that_runs(text: str, written_with: str) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=written_with).writerow(["x", disarm(text), "y"])
    for separator in ",;|\t":
        read = csv.reader(io.StringIO(stream.getvalue(), newline=""), delimiter=separator)
        assert not [cell for row in read for cell in row if cell.strip().startswith(("=", "+"))]


@pytest.mark.parametrize("unit", [",", "\t", "\n", "'", '"', " ", ",'", "\n ", ', "'])
def test_a_long_text_takes_no_longer_than_it_is_long(unit: str) -> None:
    """By the square of its length, this would take minutes."""
    assert rearm(disarm(unit * 100_000)) == unit * 100_000
