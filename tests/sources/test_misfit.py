"""A line that does not fit is told where it, or the line that is to blame, can be mended."""

import pytest

from tests.sources.reading import hints, parse, said

COLON = "no space follows this colon, so no key ends here"
HYPHEN = "no space follows this hyphen, so no item starts here"
TEXT = "this line is a text without a key, and keys stand below it"
LESS = "a `- ` stands before its neighbours, and not before this line"
MORE = "a `- ` stands before this line, and not before its neighbours"
BULLET = "`{}` starts no item of a list, only a hyphen does"
DEEP = "this key is indented as a part of the text above it"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a:\n  b:3\n  c: 4\n", "2:4", COLON),
        ("a:\n  b: 3\n  c:4\nd: 5\n", "3:4", COLON),
        ("a:1\nb: 2\n", "1:2", COLON),
        ("a: 1\nb:2\n", "2:2", COLON),
        ('a:\n  b:"c"\n  d: e\n', "2:4", COLON),
        ("a:\n  b:[1, 2]\n  c: d\n", "2:4", COLON),
        ("a:\n  b :>-\n    c\n    d\n    e\n  f: g\n", "2:5", COLON),
        ("a:\n  - b:c\n    d: e\n", "2:6", COLON),
        ("a:b: c: d\n", "1:2", COLON),
        ("a:\n  -b: c\n   d: e\n", "2:3", HYPHEN),
        ("a:\n  - b: c\n  -b: d\n", "3:3", HYPHEN),
        ("a:\n  b c\n  d: e\n", "2:3", TEXT),
        ("a\n  b: c\n", "1:1", TEXT),
        ("a:\n  - b: c\n    d: e\n  - f\n    d: g\n", "4:3", TEXT),
        ("a:\n  b: c\n   d: e\n", "3:4", DEEP),
        ("a: b\n  c\n\n   d: e\n", "4:4", DEEP),
        ("a: https://b\n  c: d\n", "2:3", DEEP),
        ("a: b: c\n", "1:5", "a second `: ` on this line"),
        ("a:  “b: c”\n", "1:5", "`“` is a letter to YAML, not a quote"),
        ("a:\n  - b: c\n  d: e\n", "3:3", LESS),
        ("- a\nb: c\n", "2:1", LESS),
        ("a:\n  b: c\n  - d: e\n", "3:3", MORE),
        ("a:\n  - b: c\n  – b: d\n", "3:3", BULLET.format("–")),
        ("a:\n  - b: c\n  • b: d\n", "3:3", BULLET.format("•")),
        ("a:\n  * b: c\n  * b: d\n", "2:3", BULLET.format("*")),
    ],
)
def test_what_is_missing_is_told_where_it_is_missing(text: str, place: str, found: str) -> None:
    [fault] = parse(text).faults
    assert said([fault]) == [f"{place} CVC106 {found}"]
    assert hints([fault]) != [None]


@pytest.mark.parametrize(
    ("text", "blamed", "unfit"),
    [
        ("a:\n   b: |\n     c\n     d\n  e: f\n", "2:4", (5, 3)),
        ("a:\n b: >-\n    c\n    d\n  e: f\n", "2:2", (5, 3)),
        ("a:\nb: >-\n    c\n    d\n  e: f\n", "2:1", (5, 3)),
        ("a:\n    b:\n    c: d\n    e: f\n  g: h\n", "2:5", (5, 3)),
        ("a:\n  - b: >-\n      c\n      d\n      e: f\n", None, None),
        ("a:\n  b:\n  - c: >-\n        d\n        e\n      f: g\n", "3:3", (6, 7)),
        ("  a:\n    b: c\n    d: e\nf: g\n", "1:3", (4, 1)),
        ("a:\n    b: c\nd:\n    e: f\ng:\n     h: i\n    j: k\n", "6:6", (7, 5)),
        ("a:\n    b: c\nd:\n    e: f\ng:\n      h: i\n  j: k\n", None, None),
        ("a:\n  b:\n    c:\n      d: e\n  f: 3\n    g: h\n", "5:3", (6, 5)),
        ("a:\n  b: |\n    c\n d: e\n", None, None),
        ("a:\n  b: 1\n c: 2\n", None, None),
    ],
)
def test_the_line_above_is_told_where_its_neighbours_show_it(
    text: str, blamed: str | None, unfit: tuple[int, int] | None
) -> None:
    faults = parse(text).faults
    if blamed is None or unfit is None:
        assert all("is not indented as" not in one for one in said(faults))
        return
    [fault] = faults
    found = f"{blamed} CVC106 this line is not indented as line {unfit[0]} is"
    assert said([fault]) == [found]
    assert [note.location[1:3] for note in fault.notes] == [unfit]


def test_a_rating_with_its_points_on_the_line_says_how_to_write_both() -> None:
    [fault] = parse("ratings:\n  a: 5 # sûr\n    why: b\n").faults
    assert hints([fault]) == ["write `points: 5` on a line of its own above this one"]
    [other] = parse("ratings:\n  a: 5\n    b: c\n").faults
    assert hints([other]) == ["indent it by as many spaces as its neighbours"]


@pytest.mark.parametrize(
    "line", [" " * 200_000, "- " * 100_000, "a " * 100_000, "a:b" * 60_000, "- a: " * 40_000]
)
def test_a_long_line_is_looked_at_once(line: str) -> None:
    assert parse(f"a:\n  b: 1\n{line}\n  c:2\n d: 3\n e: f: g\n").root is None
