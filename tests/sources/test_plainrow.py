"""Lines that hold a key: read once, whatever file they stand in."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.sources import plainrow
from cvcgen.sources.plainrow import Row, read_row
from cvcgen.sources.quicktree import OddFormError

LONG = "x" * 100
PARTS = [*"a5:# ", "  ", "é b", "62.5", "null", "yes", "'x'", ": ", "- ", LONG]


@pytest.mark.parametrize(
    ("line", "row"),
    [
        ("a: 1", Row(0, "a", "1", Fraction(1))),
        ("    x y: null", Row(4, "x y", "null", None)),
        ("a: b: c", None),
        ("a: [b, c]", Row(0, "a", "[b, c]", None)),
        ("a: 'yes'", Row(0, "a", "'yes'", None)),
        ("  a:", Row(2, "a", None, None)),
        ("a: |-", Row(0, "a", "|-", None)),
        ("- a: b", None),
        ("# a: b", None),
        ("", None),
        (f"a: {LONG}", Row(0, "a", LONG, LONG)),
    ],
)
def test_a_line_is_a_key_with_what_stands_behind_it(line: str, row: Row | None) -> None:
    assert read_row(line) == row


@pytest.mark.parametrize("line", ["a: yes", "a: 010", f"{' ' * 60}a: yes"])
def test_words_that_readers_disagree_about_are_refused_each_time(line: str) -> None:
    for _ in range(2):
        with pytest.raises(OddFormError):
            read_row(line)


@given(st.lists(st.sampled_from(PARTS), max_size=6).map("".join))
def test_a_line_that_is_remembered_says_what_it_said(line: str) -> None:
    try:
        anew = plainrow._read(line)
    except OddFormError:
        return
    assert read_row(line) == read_row(line) == anew


def test_long_lines_are_not_remembered() -> None:
    before = plainrow._remembered.cache_info()
    read_row(f"title: {LONG}")
    assert plainrow._remembered.cache_info() == before
