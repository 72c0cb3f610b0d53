import sys
from collections.abc import Callable

import pytest

from cvcgen.cli.asking import ask
from cvcgen.cli.console import Console
from cvcgen.cli.session import Session
from cvcgen.core.diagnostics import message
from cvcgen.phrases import load_phrases
from tests.cli.running import Stream

Type = Callable[[str], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Type:
    """Types this on the terminal."""

    def typed(text: str, terminal: bool = True) -> None:
        stream = Stream(terminal)
        stream.write(text)
        stream.seek(0)
        monkeypatch.setattr(sys, "stdin", stream)

    return typed


def session(terminal: bool = True) -> Session:
    return Session(load_phrases("en"), Console(Stream(), Stream(terminal), {}))


def test_an_answer_is_asked_for_with_its_default(answer: Type) -> None:
    answer("  Ville \n")
    asked = session()
    assert ask(asked, message("Title"), "Site") == "Ville"
    assert isinstance(asked.console.errors, Stream)
    assert asked.console.errors.getvalue() == "Title [Site]: "


def test_an_empty_line_is_the_default(answer: Type) -> None:
    answer("\n")
    assert ask(session(), message("Title"), "Site") == "Site"


def test_what_will_be_there_is_shown_where_the_default_is_empty(answer: Type) -> None:
    answer("\n")
    asked = session()
    assert ask(asked, message("Title"), "", "Customer value score") == ""
    assert isinstance(asked.console.errors, Stream)
    assert asked.console.errors.getvalue() == "Title [Customer value score]: "


def test_the_end_of_the_terminal_stops_the_run(answer: Type) -> None:
    answer("")
    with pytest.raises(EOFError):
        ask(session(), message("Title"), "Site")


def test_nobody_is_asked_without_a_terminal(
    answer: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer("Ville\n")
    assert ask(session(terminal=False), message("Title"), "Site") == "Site"
    monkeypatch.setattr(sys, "stdin", None)
    assert ask(session(), message("Title"), "Site") == "Site"
