"""Which Markdown is parsed at all."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.publish.tameness import MOST_DEPTH, is_tame, split_paragraphs

LEVEL = re.compile(r"(?:[>]|[-+*][ \t]|\d{1,9}[.)][ \t]|\t| {4})")
STARTS = st.lists(
    st.sampled_from(["> ", ">", "- ", "+\t", "1. ", "12) ", "\t", "    ", " "]), max_size=18
)


def test_ordinary_texts_are_tame() -> None:
    assert is_tame("# A\n\n- [b](c)\n  - d\n\n> e\n\n| f | g |\n|---|---|\n" * 50)


def test_marks_are_counted_per_block() -> None:
    assert is_tame("*a*\n\n" * 1000)
    assert not is_tame("*a*" * 101)


@pytest.mark.parametrize("part", ["# a", "a\n=", "a\n- -", "---", "> ---", "- ## a", "-"])
def test_headings_and_rules_are_counted_per_block(part: str) -> None:
    """Hundreds in one block take seconds, by the square of their number."""
    assert is_tame("\n".join([part] * 200))
    assert is_tame("\n\n".join([part] * 400))
    assert not is_tame("\n".join([part] * 201))


def test_lines_that_are_no_part_of_their_own_are_not_counted() -> None:
    assert is_tame("2026\n" * 300)
    assert is_tame("- a\n" * 300)
    assert is_tame("a # b = c\n" * 300)


def test_brackets_are_counted_in_the_whole_text() -> None:
    assert is_tame("[a]\n\n" * 300)
    assert not is_tame("[a]\n\n" * 301)


def test_deep_and_long_texts_are_not() -> None:
    assert not is_tame("> " * 13 + "x")
    assert not is_tame("x" * 20_001)


@given(STARTS.map("".join), st.sampled_from(["x", "", "- x", "1"]))
def test_a_line_is_tame_unless_it_begins_too_far_in(start: str, end: str) -> None:
    begins = re.match(r"[ \t>*+\-\d.)]*", start + end)
    assert begins
    depth = len(LEVEL.findall(begins.group()))
    assert is_tame(f"a\n{start}{end}\nb") == (depth <= MOST_DEPTH)


def test_paragraphs_as_typed() -> None:
    assert split_paragraphs("a\nb\n \n\n c ") == ("a\nb", "c")


def test_judging_takes_no_longer_than_reading() -> None:
    start = time.process_time()
    for text in ("1" * 20_000, "1 " * 10_000, "> " * 10_000, " " * 20_000):
        is_tame(text)
    assert time.process_time() - start < 0.5
