"""A key that became a part of a text is shown there."""

import pytest

from cvcgen.core.diagnostics import Diagnostic, Location, message
from cvcgen.sources.limits import MAX_FAULTS
from cvcgen.sources.swallowed import with_swallowed
from tests.sources.reading import parse

TEXT = "name:\n  fr: >-\n    Rapidité\n    et plus\n    en: Speed\n"


def missing(pointer: str = "/name") -> Diagnostic:
    found = message("this text is not translated to `{language}`", language="en")
    return Diagnostic("CVC412", found, Location("a.yaml", 1, 1, pointer))


def shown(fault: Diagnostic) -> list[Location]:
    return [note.location for note in fault.notes]


def test_the_line_of_the_text_is_shown() -> None:
    [told] = with_swallowed([missing()], parse(TEXT).root, TEXT)
    assert [place[1:3] for place in shown(told)] == [(5, 5)]
    assert told.hint is not None


def test_a_key_that_is_missing_altogether_is_not() -> None:
    for text in (TEXT.replace("en: ", "en "), TEXT.replace("en: ", "when: ")):
        assert with_swallowed([missing()], parse(text).root, text) == (missing(),)


def test_a_text_of_another_key_is_not_looked_into() -> None:
    other = missing("/definition")
    assert with_swallowed([other], parse(TEXT).root, TEXT) == (other,)


def test_a_missing_key_of_the_file_is_found_too() -> None:
    found = message("the key `{key}` is missing here", key="en")
    fault = Diagnostic("CVC303", found, Location("a.yaml"))
    [told] = with_swallowed([fault], parse(TEXT).root, TEXT)
    assert [place.line for place in shown(told)] == [5]


def test_a_text_that_is_a_comment_is_told_as_that() -> None:
    for text, word in (("name: #1 a\n", "comment"), ("name: # a\n", "write a value")):
        nothing = Diagnostic(
            "CVC301",
            message("nothing"),
            Location("a.yaml", 1, 6),
            hint=message("write a value"),
        )
        [told] = with_swallowed([nothing], parse(text).root, text)
        assert told.hint is not None
        assert word in told.hint.text(str)


@pytest.mark.parametrize(
    ("text", "line", "begins"),
    [
        ("name:\n  fr: |\n    a\n\n  il y a :\n  en: b\n", 5, [2]),
        ("name:\n  fr: |\n    a\nil y a : b\n", 4, [2]),
        ("name:\n  fr: |\n    a\n  autre: b\n", 4, []),
        ("name:\n  fr: a\n  il y a : b\n", 3, []),
    ],
)
def test_a_key_that_ends_a_text_above_is_told_as_a_part_of_it(
    text: str, line: int, begins: list[int]
) -> None:
    unknown = Diagnostic("CVC302", message("unknown"), Location("a.yaml", line, 1))
    [told] = with_swallowed([unknown], parse(text).root, text)
    assert [place.line for place in shown(told)] == begins
    assert (told.hint is not None) is bool(begins)


def test_no_more_faults_are_looked_at_than_a_file_may_have() -> None:
    faults = [missing()] * (MAX_FAULTS + 1)
    told = with_swallowed(faults, parse(TEXT).root, TEXT)
    assert [bool(fault.notes) for fault in told] == [True] * MAX_FAULTS + [False]
