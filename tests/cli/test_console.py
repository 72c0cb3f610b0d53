import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cvcgen.cli import console
from cvcgen.cli.console import ClosedPipe, Console, is_coloured
from cvcgen.core.hidden import show_hidden
from cvcgen.reports.media.terminal import Ink
from tests.cli.running import Stream, cvcgen


@pytest.mark.parametrize(
    ("choice", "environ", "terminal", "coloured"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": ""}, True, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "0"}, True, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_who_decides_about_colours(
    choice: str, environ: dict[str, str], terminal: bool, coloured: bool
) -> None:
    assert is_coloured(Stream(terminal), choice, environ) is coloured


def test_only_our_colours_pass_and_only_when_on() -> None:
    text = "\x1b[1mbold\x1b[0m \x1b]0;x\x07\x1b[2J\x9b1m\u202e\n"
    stream = Stream()
    Console(stream, None, {}, "always").data(text)
    assert stream.getvalue() == (
        "\x1b[1mbold\x1b[0m \\u{1b}]0;x\\u{7}\\u{1b}[2J\\u{9b}1m\\u{202e}\n"
    )
    stream = Stream()
    Console(stream, None, {}, "never").data("\x1b[1ma\n")
    assert stream.getvalue() == "\\u{1b}[1ma\n"


def test_a_name_of_several_lines_gives_no_order_to_a_log() -> None:
    streams = Stream(), Stream()
    console = Console(*streams, {})
    console.talk("no file: x\n::error::y ##[error]z\n")
    assert streams[1].getvalue() == "no file: x\n\\u{3a}:error::y #\\u{23}[error]z\n"
    console.data("::error line=1::ours, ##vso[theirs]\n")
    assert streams[0].getvalue() == "::error line=1::ours, #\\u{23}vso[theirs]\n"


def test_what_cannot_be_encoded_is_escaped() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, "ascii")
    Console(stream, None, {}).data("é 2ᵉ\udcff")
    assert raw.getvalue() == rb"\xe9 2\u1d49\u{dcff}"


class Closed(Stream):
    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_a_reader_that_has_gone_is_its_own_exception() -> None:
    with pytest.raises(ClosedPipe):
        Console(Closed(), None, {}).data("a")


def test_talk_that_nobody_hears_is_dropped() -> None:
    console = Console(None, Closed(), {})
    console.talk("a")
    console.talk("b")
    assert console.errors is None


def test_a_closed_output_is_an_error() -> None:
    with pytest.raises(OSError, match="standard output is closed"):
        Console(None, None, {}).data("a")


def test_colours_follow_the_terminal_and_the_option() -> None:
    ink = f"\x1b[{Ink.STRONG}m"
    assert ink in cvcgen("rank", terminal=True).out
    assert ink not in cvcgen("rank", terminal=True, environ={"NO_COLOR": "1"}).out
    assert ink not in cvcgen("rank").out
    assert ink in cvcgen("rank", "--color", "always").out
    assert "█" in cvcgen("rank", terminal=True).out
    assert "█" not in cvcgen("rank").out


@given(st.text(st.characters(exclude_categories=())))
def test_a_harmless_text_is_one_that_shows_as_it_is(text: str) -> None:
    slow = "".join(x if x == "\n" else show_hidden(x) for x in re.split("(\n)", text))
    assert console._is_harmless(text) == (slow == text)
    assert console._shown(text, False) == slow
