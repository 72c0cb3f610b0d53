import pytest

from cvcgen.reports.media.logs import COMMAND, break_up


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("##[error]x", "#-[error]x"),
        ("a ##vso[task.setvariable variable=x]y", "a #-vso[task.setvariable variable=x]y"),
        ("##teamcity[message]", "#-teamcity[message]"),
        ("###[x]", "##-[x]"),
        ("## [x] #[y] ## z", "## [x] #[y] ## z"),
    ],
)
def test_each_command_loses_a_character(text: str, broken: str) -> None:
    assert COMMAND.sub("-", text) == broken


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("::error::x", r"\u{3a}:error::x"),
        ("a\n::error::x", "a\n\\u{3a}:error::x"),
        ("a ::error::x", r"a \u{3a}:error::x"),
        ("a::b ##[c]", r"a::b #\u{23}[c]"),
        ("a: b # c", "a: b # c"),
    ],
)
def test_where_lines_may_be_broken_none_starts_with_an_order(text: str, broken: str) -> None:
    assert break_up(text) == broken
