from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from cvcgen.core.hidden import show_hidden
from cvcgen.reports.media.github import command, escape_data, escape_property


@given(st.text(st.characters()))
def test_a_command_is_one_line_whatever_it_says(text: str) -> None:
    line = command("error", [("file", text)], text)
    assert line.splitlines() == [line.removesuffix("\n")]
    assert line.startswith("::error file=")


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\n")))
def test_the_runner_reads_back_what_was_written(text: str) -> None:
    assert unquote(escape_data(text)) == show_hidden(text)
    assert unquote(escape_property(text)) == show_hidden(text)


def test_a_property_cannot_begin_another_or_end_the_list() -> None:
    line = command("error", [("file", "a,line=9::x"), ("line", "1")], "b")
    assert line == "::error file=a%2Cline=9%3A%3Ax,line=1::b\n"


def test_a_percent_sign_is_written_once() -> None:
    assert escape_data("100 %0A") == "100 %250A"


def test_a_semicolon_stays() -> None:
    assert escape_data("a; b") == "a; b"
