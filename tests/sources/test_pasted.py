"""What was pasted into a file is told as what it is, at its first line."""

import pytest

from tests.sources.reading import parse, said

MERGE = "git could not merge two versions of these lines"
FENCE = "a fence of Markdown stands here"
DIFF = "a mark of a diff stands here"
BOLD = "marks of Markdown stand about this key"
ANSWER = "a `>` stands before this line, as in an answer to a message"


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> c\n", "2:1", MERGE),
        ("a: 1\n=======\nb: 3\n>>>>>>> c\n", "2:1", MERGE),
        ("```yaml\na: 1\n```\n", "1:1", FENCE),
        ("a: 1\n```\n", "2:1", FENCE),
        ("~~~\na: 1\n~~~\n", "1:1", FENCE),
        ("--- a/b.yaml\n+++ b/b.yaml\n@@ -1 +1 @@\n-a: 1\n+a: 2\n", "1:1", DIFF),
        (" a: 1\n+b: 2\n", "2:1", DIFF),
        ("> a:\n>   b: 1\n", "1:1", ANSWER),
        ("**a**: 1\n", "1:1", BOLD),
        ("a: 1\n**b:** 2\n", "2:1", BOLD),
        ("a:\n>> b: 1\n", "2:1", ANSWER),
    ],
)
def test_it_is_told_at_its_first_line(text: str, place: str, found: str) -> None:
    [fault] = parse(text).faults
    assert said([fault]) == [f"{place} CVC106 {found}"]


def test_all_marks_of_a_merge_are_shown() -> None:
    [fault] = parse("<<<<<<< a\nb: 1\n||||||| c\n=======\nb: 2\n>>>>>>> d\n<<<<<<< e\n").faults
    assert [(note.location.line, note.message.text(str)) for note in fault.notes] == [
        (3, "what both were made from starts here"),
        (4, "the other version starts here"),
        (6, "it ends here"),
    ]


def test_a_text_may_hold_such_lines() -> None:
    text = "a: |\n  ```\n  > b\n  =======\n  +1\n"
    assert parse(text).faults == ()
    assert said(parse(f"{text}c: d: e\n").faults) == ["6:5 CVC106 a second `: ` on this line"]
