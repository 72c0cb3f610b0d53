"""Faults of YAML syntax in our own words, at the place where something can be done."""

import pytest

from cvcgen.core.diagnostics import Location
from cvcgen.sources.limits import MAX_KEY
from tests.sources.reading import hints, parse, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5 CVC106 a second `: ` on this line"),
        ("a: 'b\nc: d", "1:4 CVC106 this quote is never closed"),
        ('a: "b\nc: d', "1:4 CVC106 this quote is never closed"),
        (r'a: "\q"', '1:5 CVC106 a `\\` inside "…" starts an escape that does not exist'),
        (r'a: "\xZZ"', '1:5 CVC106 a `\\` inside "…" starts an escape that does not exist'),
        ("a: @b", "1:4 CVC106 a text cannot start with `@`"),
        ("a: `b`", "1:4 CVC106 a text cannot start with ```"),
        ("a: %b", "1:4 CVC106 a text cannot start with `%`"),
        ("a: [b, c", "1:4 CVC106 this bracket is never closed"),
        ("a: {b: c", "1:4 CVC106 this bracket is never closed"),
        (r'a: "\ud83d\ude00"', '1:5 CVC106 a `\\` inside "…" writes half a character, or none'),
        ("a: [b]]", "1:7 CVC106 this bracket closes none that is open"),
        ("a: ]b", "1:4 CVC106 this bracket closes none that is open"),
        ("a: {b: c}}", "1:10 CVC106 this bracket closes none that is open"),
        ("a: [b] c", "1:8 CVC106 a list or mapping ended here, and more follows"),
        ("{a} b", "1:5 CVC106 a list or mapping ended here, and more follows"),
        ("a: , b", "1:4 CVC106 a text cannot start with `,`"),
        ("a: **b** c", "1:4 CVC106 a text cannot start with `*`"),
        ("a: *b* c", "1:4 CVC106 a text cannot start with `*`"),
        ("a: *b, c", "1:4 CVC106 a text cannot start with `*`"),
        ("a: & b", "1:4 CVC106 a text cannot start with `&`"),
        ("a: &b, c", "1:4 CVC106 a text cannot start with `&`"),
        ("a: !b, c", "1:4 CVC106 a text cannot start with `!`"),
        ("a: !b!c d", "1:4 CVC106 a text cannot start with `!`"),
        ("a: ? b", "1:4 CVC106 a text cannot start with `?`"),
        ("a: - b", "1:4 CVC106 a list cannot start here"),
        ("a: > b", "1:4 CVC106 a text after `>` starts on the next line"),
        ("a: |0\n  b", "1:4 CVC106 a text after `|` starts on the next line"),
        ("%a b\nc: 1", "1:1 CVC106 a line cannot start with `%` here"),
        (
            "a: 1\nb:\u00a02\nc: 3",
            "2:3 CVC106 a no-break space stands where YAML takes only plain ones",
        ),
        (
            "a:\n  - b: 1\n  -\u202fc: 1\n",
            "3:4 CVC106 a no-break space stands where YAML takes only plain ones",
        ),
        ("a: 1\nb\n", "2:1 CVC106 this line is neither `key: value` nor `- item`"),
        ("a:\n  b: 1\n c: 2", "3:2 CVC106 this line does not fit the lines above it"),
        ("a: 'l'eau'", "1:7 CVC106 a text in quotes ended here, and more follows"),
        ('a: "b" c', "1:8 CVC106 a text in quotes ended here, and more follows"),
        ("a:\n\tb: 1", "2:1 CVC107 a tab stands where YAML takes only spaces"),
        ("a:\n  b: 1\n\tc: 2", "3:1 CVC107 a tab stands where YAML takes only spaces"),
        (
            "a:\n  - b\n  -\t- c: d\n\te: f",
            "3:4 CVC107 a tab stands where YAML takes only spaces",
        ),
    ],
)
def test_a_fault_of_syntax_is_told_at_its_cause(text: str, expected: str) -> None:
    parsed = parse(text)
    assert said(parsed.faults) == [expected]
    assert hints(parsed.faults) != [None]
    assert parsed.root is None


def test_what_came_before_a_fault_of_syntax_is_told_too() -> None:
    assert said(parse("a: no\nb: 'c").faults) == [
        "1:4 CVC115 `no` is read differently by different YAML readers",
        "2:4 CVC106 this quote is never closed",
    ]


def test_a_mark_that_is_not_the_cause_stays_a_fault_of_its_own() -> None:
    assert said(parse("a: &b 1\nc: 'd").faults) == [
        "1:4 CVC109 the anchor `&b` is not read here",
        "2:4 CVC106 this quote is never closed",
    ]


def test_a_no_break_space_inside_a_text_is_not_to_blame() -> None:
    assert said(parse("a: 10\u00a0% : b : c: d").faults) == [
        "1:9 CVC106 a second `: ` on this line"
    ]


@pytest.mark.parametrize("line", [" " * 200_000, "a " * 100_000, "- " * 30, "a:" * 100_000])
def test_a_long_line_is_looked_at_once(line: str) -> None:
    assert parse(f"a: 'b\n{line}").root is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ": 1\n"),
        ("a: 1\n", ": 1\n"),
        ("a: 1\n", ":\n  b: 1\n"),
        ("a:\n\n  # b\n  ", ": 1\n"),
        ("a:\n  - ", ": 1\n    b: 2\n"),
        ("---\n", ": 1\n"),
        ("a: {", ": 1}\n"),
        ("a: {b: 1, ", ": 1, c: 2}\n"),
        ("a: [b, ", ": 1]\n"),
    ],
)
@pytest.mark.parametrize("quotes", ["", "'", '"'])
def test_a_key_beyond_what_readers_take_is_told_so(
    before: str, after: str, quotes: str
) -> None:
    long = MAX_KEY + 1 - 2 * len(quotes)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    text = "{}{}{}{}{}".format(before, quotes, "k" * long, quotes, after)
    [fault] = parse(text).faults
    assert said([fault]) == [f"{line}:{column} CVC116 a key longer than {MAX_KEY} characters"]
    assert hints([fault]) == ["shorten it; a text belongs after the colon"]
    assert fault.location == Location("a.yaml", line, column, length=MAX_KEY + 1)
    assert parse(text.replace("kk", "k", 1)).faults == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {}: b", "1:1104 CVC106 a second `: ` on this line"),
        ("a: b\n  {}: c", "2:3 CVC106 this key is indented as a part of the text above it"),
        ("a: 1\n{}\nb: 1", "2:1 CVC106 this line is neither `key: value` nor `- item`"),
        ("a: 1\nb\n{}: 1", "2:1 CVC106 this line is neither `key: value` nor `- item`"),
        ("a: [{}", "1:4 CVC106 this bracket is never closed"),
    ],
)
def test_a_long_text_that_is_no_key_is_told_as_ever(text: str, expected: str) -> None:
    assert said(parse(text.format("k" * 1100)).faults) == [expected]


def test_a_colon_after_spaces_alone_is_that_of_no_key() -> None:
    [fault] = parse(f"a: 1\n{' ' * 1100}: b\n").faults
    assert fault.code == "CVC106"


def test_a_tab_that_harms_nothing_is_none() -> None:
    assert parse("a: b\t# comment\n").faults == ()
    assert parse("a: 'b\tc'\n").faults == ()


@pytest.mark.parametrize(
    "text", ["%YAML 9.9\n---\na: 1", "%FOO\n---\na", "a: *", "&", "!<", "?"]
)
def test_every_other_fault_has_some_words(text: str) -> None:
    for fault in parse(text).faults:
        assert fault.message.text(str)
