from fractions import Fraction

import pytest

from cvcgen.core.diagnostics import Message
from cvcgen.spreadsheets.cells import Cell
from cvcgen.spreadsheets.understanding.percents import read_percent


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("62,5 %", "62.5"),
        ("62.5%", "62.5"),
        ("62,5\N{NO-BREAK SPACE}%", "62.5"),
        ("0,5 %", "0.5"),
        ("20", "20"),
        ("0", "0"),
        ("100", "100"),
    ],
)
def test_french_and_english_forms_are_read_exactly(text: str, percent: str) -> None:
    assert read_percent(Cell(text)) == Fraction(percent)


@pytest.mark.parametrize(
    "text", ["", "%", "1,2,3", "1.234,5", "a", "-5", "1e2", "٣", "62 5/10"]
)
def test_what_is_no_percentage_is_told(text: str) -> None:
    found = read_percent(Cell(text))
    assert isinstance(found, Message)
    assert found.text(str) == f"`{text}` is no percentage"


@pytest.mark.parametrize("text", ["0.625", "0,625", "0.1"])
def test_a_share_of_one_is_never_taken_for_a_percentage(text: str) -> None:
    assert isinstance(read_percent(Cell(text)), Message)
