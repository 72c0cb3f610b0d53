"""Quotes and brackets that were not closed are told where they were opened."""

import pytest

from tests.sources.reading import hints, parse, said

NEVER = "this bracket is never closed"
OTHER = "this bracket is closed by one of another kind"
QUOTE = "this quote is not closed on its line"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: [b\nc: d\ne: f\n", "1:4", NEVER),
        ("a: {b: c\nd: {e: f}\n", "1:4", NEVER),
        ("a: [\n  - b: c\n  - b: d\n", "1:4", NEVER),
        ("a:\n  - b: [c\n    d: e\n  - b: f\n", "2:8", NEVER),
        ("- {a: b\n- {a: b}\n", "1:3", NEVER),
        ("a: &b [c\n", "1:7", NEVER),
        ("{", "1:1", NEVER),
        ("a: [b: c, d", "1:4", NEVER),
        ("a: {b: c]\n", "1:4", OTHER),
        ("a: [b}\n", "1:4", OTHER),
        ("a: {b: [c, d}\n", "1:8", OTHER),
        ('a: "b\nc: d\ne: "f"\n', "1:4", QUOTE),
        ("a: 'b\nc:\n  - d: l'eau\n", "1:4", QUOTE),
        ('a: {b: "c}\nd: {e: "f"}\n', "1:8", QUOTE),
        ('{"a": "b,\n "c": "d"}', "1:7", QUOTE),
    ],
)
def test_it_is_told_where_it_opens(text: str, place: str, found: str) -> None:
    assert said(parse(text).faults)[-1] == f"{place} CVC106 {found}"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: {b: c d: e}\n", "1:11", "a second `: ` without a comma before it"),
        ("a: [b: c: d]\n", "1:9", "a second `: ` without a comma before it"),
        ("- {a: b\n  c: d}\n", "2:4", "a second `: ` without a comma before it"),
        ('{"a": {"b": 1}\n "c": 2}', "2:2", "a comma is missing before this"),
        ('a: ["b" "[c"]\n', "1:9", "a comma is missing before this"),
        ("a: {b: 'c d'e', f: g}\n", "1:13", "a text in quotes ended here, and more follows"),
        ("a: [b,, c]\n", "1:7", "nothing stands before this comma"),
        ("a: [\n  b c: d\n  e: f\n]\n", "3:4", "a second `: ` without a comma before it"),
    ],
)
def test_in_brackets_that_are_in_order_the_place_itself_is_told(
    text: str, place: str, found: str
) -> None:
    [fault] = parse(text).faults
    assert said([fault]) == [f"{place} CVC106 {found}"]
    assert [note.message.text(str) for note in fault.notes] == ["the bracket that it stands in"]


def test_a_text_in_quotes_over_lines_of_prose_is_not_to_blame() -> None:
    assert said(parse('a: "b\n  c "d" e"\n').faults) == [
        "2:6 CVC106 a text in quotes ended here, and more follows"
    ]


def test_what_closes_it_instead_is_shown_too() -> None:
    [fault] = parse('a: "b\nc: "d"\n').faults
    assert [(note.location.line, note.location.column) for note in fault.notes] == [(2, 4)]
    [fault] = parse("a: {b: c]\n").faults
    assert [(note.location.line, note.location.column) for note in fault.notes] == [(1, 9)]
    assert hints([fault]) == ["close it with `}`, or put the text in quotes"]


@pytest.mark.parametrize("line", ['"' * 200_000, "[" * 10_000, "'a' " * 50_000, "- " * 100_000])
def test_a_long_line_is_looked_at_once(line: str) -> None:
    assert parse(f'a: "b\nc: {line}').root is None
    assert parse(f"a: [b\n{line}").root is None
