"""A line that ends a text too early is told, not the place where reading stops."""

import pytest

from cvcgen.sources.dedented import ends_text, header_above
from tests.sources.reading import hints, parse, said

LESS = "this line is indented less than the text above it, and so ends that text"
FOLDED = "a:\n  b: >-\n    c d\n"


@pytest.mark.parametrize(
    ("text", "place", "begins"),
    [
        (f"{FOLDED}  e f.\n  g: h\n", "4:3", 2),
        (f"{FOLDED}e f.\n  g: h\n", "4:1", 2),
        (f"{FOLDED}   e f.\n  g: h\n", "4:4", 2),
        (f"{FOLDED}\n  e f:\n    - g\n    h i.\n  j: k\n", "5:3", 2),
        (f"{FOLDED}  e f :\n\n    - g\n    h : i\n  j: k\n", "4:3", 2),
        (f"{FOLDED}      - e\n    f\n  g h\n  i: j\n", "6:3", 2),
        ("a:\n  - b: |\n      c\n    d e\n    f: g\n", "4:5", 2),
    ],
)
def test_the_line_is_told_with_the_text_that_it_ends(
    text: str, place: str, begins: int
) -> None:
    [fault] = parse(text).faults
    assert said([fault]) == [f"{place} CVC106 {LESS}"]
    assert hints([fault]) == ["indent it as that text is"]
    assert [note.location.line for note in fault.notes] == [begins]


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  b: c\n  d e\n  f: g\n",
        f"{FOLDED}  e\n  f: g\n",
        f"{FOLDED}  e: f\n  g h\n  i: j\n",
        f"{FOLDED}  e: [f\n  g h: i\n",
    ],
)
def test_a_line_that_ends_no_text_is_told_otherwise(text: str) -> None:
    assert all(LESS not in one for one in said(parse(text).faults))


@pytest.mark.parametrize(
    ("lines", "header"),
    [
        (("a: |", "  b", "c d"), 0),
        (("a: >- # e", "", "  b", "", "c d"), 0),
        (("a: |", "    b", "  c", " d e"), 0),
        (("a: b", "c d"), None),
        (("a: |", "c d"), None),
        (("a:", "  b", "c d"), None),
    ],
)
def test_the_text_above_is_found(lines: tuple[str, ...], header: int | None) -> None:
    assert header_above(lines, len(lines) - 1) == header


def test_several_words_are_no_key_of_the_format() -> None:
    for line in ("  il y a :", "il y a : b", "Et puis."):
        assert ends_text(line), line
    for line in ("  fr: a b", "- a b", "# a b", "not_applicable:", '"a b": c', "fr : a", ""):
        assert not ends_text(line), line


@pytest.mark.parametrize(
    "line",
    [
        "a " * 100_000,
        "a " * 100_000 + ":b",
        ": " * 100_000,
        "a b:\n" * 3_000,
        "  a b\n" * 3_000,
    ],
)
def test_long_texts_are_looked_at_once(line: str) -> None:
    assert parse(f"x: |\n  a\n{line}\n c:2\n d: 3\n e: f: g\n").root is None
