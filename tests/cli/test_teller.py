from dataclasses import replace
from pathlib import Path

import pytest

from cvcgen.app.livesite import LiveSite, rebuild
from cvcgen.cli.console import Console
from cvcgen.cli.session import Session
from cvcgen.cli.teller import Teller
from cvcgen.core.diagnostics import message
from cvcgen.phrases import load_phrases
from cvcgen.serving import Rebuilt
from tests.cli.running import Stream

ADDRESS = "http://127.0.0.1:8000/"


class Heard:
    """A teller, and what it says."""

    def __init__(self, quiet: bool = False) -> None:
        self.stream, self.opened = Stream(), list[str]()
        session = Session(load_phrases("en"), Console(Stream(), self.stream, {}), quiet=quiet)
        self.teller = Teller(session, self.opened.append)

    @property
    def text(self) -> str:
        return self.stream.getvalue()


@pytest.fixture
def live(site: Path) -> LiveSite:
    return rebuild(site)


def test_the_address_is_said_and_opened() -> None:
    heard = Heard()
    heard.teller.listening(ADDRESS)
    assert heard.text == f"Preview: {ADDRESS} (Ctrl+C stops it)\n"
    assert heard.opened == [ADDRESS]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "port 7000 is taken: the next one that is free is used\nPreview: "),
        ("fr", "le port 7000 est déjà pris\xa0: le prochain port libre sert à sa place\n"),
    ],
)
def test_a_port_asked_for_and_taken_is_said(language: str, said: str) -> None:
    stream = Stream()
    session = Session(load_phrases(language), Console(Stream(), stream, {}))
    Teller(session, port=7000).listening(ADDRESS)
    assert stream.getvalue().startswith(said)


def test_a_port_asked_for_and_free_is_not_talked_about() -> None:
    heard = Heard()
    Teller(heard.teller.session, port=8000).listening(ADDRESS)
    assert heard.text == f"Preview: {ADDRESS} (Ctrl+C stops it)\n"


def test_nothing_is_opened_where_that_was_not_asked_for() -> None:
    heard = Heard()
    Teller(heard.teller.session).listening(ADDRESS)
    assert heard.opened == []


def test_the_quiet_hear_of_faults_alone(live: LiveSite, faulty: Path) -> None:
    heard = Heard(quiet=True)
    heard.teller.listening(ADDRESS)
    heard.teller.rebuilt(Rebuilt(live, 0))
    assert heard.text == ""
    heard.teller.rebuilt(Rebuilt(rebuild(faulty, live), 250_000_000))
    assert heard.text == (
        "content/projects/guichet.yaml · 1 error in 1 file; the former pages stay · 0.25 s\n"
    )


def test_what_keeps_everything_from_being_made_is_said(live: LiveSite) -> None:
    heard = Heard()
    lost = replace(live, failure=message("there is no `cvcgen.yaml` in {folder}", folder="x"))
    heard.teller.rebuilt(Rebuilt(lost, 0))
    heard.teller.failed(ValueError("y"))
    assert heard.text == (
        "there is no `cvcgen.yaml` in x\na page could not be made: ValueError: y\n"
    )
