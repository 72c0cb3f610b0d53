import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.reports.media import terminal
from cvcgen.reports.media.terminal import Ink, Palette, escape, escape_each, table, width


@given(st.text(st.characters()))
def test_an_escaped_text_is_one_line_that_moves_no_cursor(text: str) -> None:
    assert not re.search(
        r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", escape(text)
    )
    assert len(escape_each(text)) == len(text)


def test_an_operating_system_command_is_shown() -> None:
    assert escape("\x1b]8;;http://x\x1b\\a\x9b31m") == r"\u{1b}]8;;http://x\u{1b}\a\u{9b}31m"


def test_commands_of_ci_logs_are_broken_up_wherever_they_stand() -> None:
    assert escape("a ##vso[task.x]1") == r"a #\u{23}vso[task.x]1"
    assert escape("##[error]x") == r"#\u{23}[error]x"
    assert escape("###[group]") == r"##\u{23}[group]"
    assert escape("## a heading") == "## a heading"
    assert escape("::error file=a::b") == r"\u{3a}:error file=a::b"
    assert escape("  ::stop-commands::x") == r"  \u{3a}:stop-commands::x"
    assert escape("2 ::x") == r"2 \u{3a}:x"
    assert escape("std::vector : a:: b") == "std::vector : a:: b"


def test_columns_line_up_with_wide_and_combining_characters() -> None:
    lines = table([["表", "1"], ["e\u0301", "20"], ["abc", "3"]], [False, True]).splitlines()
    assert lines == ["表    1", "e\u0301    20", "abc   3"]
    assert {width(line) for line in lines} == {7}


def test_no_line_of_a_table_ends_in_spaces() -> None:
    assert table([["a", ""], ["b", "c"]], [False, False]) == "a\nb  c\n"


def test_a_palette_colours_only_when_asked() -> None:
    assert Palette().ink(Ink.ERROR, "a") == "a"
    assert Palette(True).ink(Ink.ERROR, "a") == "\x1b[1;31ma\x1b[0m"
    assert Palette(True).ink(Ink.ERROR, "") == ""


def test_characters_that_are_not_looked_at_one_by_one_take_one_column_each() -> None:
    even = [chr(code) for code in range(0x110000) if not terminal._UNEVEN.search(chr(code))]
    assert len(even) > 800
    assert {terminal._columns(character) for character in even} == {1}


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "é · «a» → b",
        "a\tb",
        "##x",
        "a::b",
        "##[x]",
        "::x",
        "a\u202eb",
        "\x7f",
        "\u034f",
    ],
)
def test_the_quick_escape_is_the_careful_one(text: str) -> None:
    assert escape(text) == "".join(escape_each(text))
    assert terminal.is_plain(text) == (escape(text) == text)
